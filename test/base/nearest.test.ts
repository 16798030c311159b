import { expect, test } from 'vitest';
import { nearest } from '#base/nearest.ts';

test.each([
  ['chek', 'check'],
  ['CHECK', 'check'],
  ['hceck', 'check'],
  ['expain', 'explain'],
  ['queue/no-consumr', 'queue/no-consumer'],
  ['banana', undefined],
  ['', undefined],
])('"%s" is near %s', (word, meant) => {
  expect(nearest(word, ['check', 'explain', 'queue/no-consumer'])).toBe(meant);
});
