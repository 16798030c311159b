import fs from 'node:fs';
import { expect, test } from 'vitest';
import { readDiagram } from '#formats/json/read.ts';
import { validate } from '#rules/validate.ts';

const folder = 'test/fixtures/reference';

test.each(fs.readdirSync(folder))('%s is sound', (name) => {
  const file = readDiagram(fs.readFileSync(`${folder}/${name}`, 'utf8'));
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  const { findings } = validate(file.value);
  expect(findings.map(({ severity, rule, primary, message }) => `${severity} ${rule}@${primary}: ${message}`)).toEqual([]);
});
