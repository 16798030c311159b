import { expect, test } from 'vitest';
import { sameValue } from '#base/same-value.ts';

test.each([
  ['numbers', 1, 1, true],
  ['not a number twice', Number.NaN, Number.NaN, true],
  ['nothing and null', undefined, null, false],
  ['a list and an object', [], {}, false],
  ['lists in another order', [1, 2], [2, 1], false],
  ['fields in another order', { a: 1, b: { c: [1] } }, { b: { c: [1] }, a: 1 }, true],
  ['a field more', { a: 1 }, { a: 1, b: undefined }, false],
  ['a field of the same number but another name', { a: undefined }, { b: undefined }, false],
  ['something deep', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, false],
])('%s', (_, a, b, isSame) => {
  expect(sameValue(a, b)).toBe(isSame);
  expect(sameValue(b, a)).toBe(isSame);
});
