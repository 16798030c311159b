import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagram } from '#diagram/diagram.ts';
import { gridStep, overlap, placedRecords, rectOf } from '#diagram/geometry.ts';
import { readDiagram } from '#formats/json/read.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { validate } from '#rules/validate.ts';

const folder = 'public/examples';
const names = ['flawed', 'ticket-booking', 'video-streaming'];
const text = (name: string): string => fs.readFileSync(`${folder}/${name}.caveat.json`, 'utf8');

function read(name: string): Diagram {
  const file = readDiagram(text(name));
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value;
}

test('these are the examples', () => {
  expect(fs.readdirSync(folder).filter((file) => file.endsWith('.caveat.json'))).toEqual(names.map((name) => `${name}.caveat.json`));
});

describe.each(names)('%s', (name) => {
  test('is written as the editor would write it', () => {
    expect(writeDiagram(read(name))).toBe(text(name));
  });

  test('is drawn on the grid, and nothing lies on anything else', () => {
    const diagram = read(name);
    const laid = [...placedRecords(diagram)];
    for (const { position } of laid) expect([(position?.x ?? 0.5) % gridStep, (position?.y ?? 0.5) % gridStep].map(Math.abs)).toEqual([0, 0]);
    const solid = laid.filter(({ id }) => !diagram.boundaries.has(id));
    const collisions = solid.flatMap((a, index) => solid.slice(index + 1).filter((b) => overlap(rectOf(a), rectOf(b), 8)).map((b) => `${a.id} and ${b.id}`));
    expect(collisions).toEqual([]);
  });

  test('lies in its boundaries where it says so, and outside elsewhere', () => {
    const diagram = read(name);
    for (const frame of diagram.boundaries.values()) {
      const around = rectOf(frame);
      for (const { id, boundary, ...rest } of [...diagram.components.values(), ...diagram.notes.values()]) {
        const { x, y, width, height } = rectOf({ id, ...rest });
        const isInside = x > around.x && y > around.y && x + width < around.x + around.width && y + height < around.y + around.height;
        expect(isInside, `${id} in ${frame.id}`).toBe(boundary === frame.id);
      }
    }
  });

  test('has thumbnails for both themes', () => {
    for (const theme of ['light', 'dark']) expect(fs.readFileSync(`${folder}/${name}-${theme}.svg`, 'utf8')).toMatch(/^<svg /);
  });
});

test.each(['ticket-booking', 'video-streaming'])('%s is sound, and leaves nothing open', (name) => {
  const { findings, questions } = validate(read(name));
  expect(findings.map(({ rule, primary, message }) => `${rule}@${primary}: ${message}`)).toEqual([]);
  expect(questions).toEqual([]);
});

test('a dozen flaws are a dozen, and these', () => {
  expect(
    validate(read('flawed'))
      .findings.map(({ severity, rule, primary }) => `${severity} ${rule} ${primary}`)
      .sort(),
  ).toEqual([
    'error cache/write-back-without-durability carts',
    'error lock/no-expiry stock-lock',
    'error search/no-feed catalogue',
    'warning api-gateway/bypassed c15',
    'warning blob-storage/download-without-cdn photos',
    'warning blob-storage/upload-proxied-through-service shop',
    'warning client/direct-datastore-access c16',
    'warning database/no-redundancy orders',
    'warning load-balancer/websocket-on-l7 chat-balancer',
    'warning lock/missing-fencing-token stock-lock',
    'warning queue/missing-dead-letter-queue order-mails',
    'warning rationale/sql-vs-nosql-comparison orders',
  ]);
});
