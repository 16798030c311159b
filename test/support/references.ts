import fs from 'node:fs';
import type { Diagram } from '#diagram/diagram.ts';
import { readDiagram } from '#formats/json/read.ts';

const folder = 'test/fixtures/reference';

/** Names of the reference diagrams. */
export const references: readonly string[] = fs.readdirSync(folder).map((file) => file.replace('.caveat.json', ''));

/** A reference diagram, without positions as its file is. */
export function reference(name: string): Diagram {
  const read = readDiagram(fs.readFileSync(`${folder}/${name}.caveat.json`, 'utf8'));
  if (!read.ok) throw new Error(`${name} cannot be read: ${read.error.map(({ message }) => message).join(' ')}`);
  return read.value;
}
