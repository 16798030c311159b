import { expect, test } from 'vitest';
import { every3, not3, some3, type Truth } from '#base/truth.ts';

const table: readonly [Truth, Truth, both: Truth, either: Truth][] = [
  [true, true, true, true],
  [true, false, false, true],
  [false, false, false, false],
  [true, undefined, undefined, true],
  [false, undefined, false, undefined],
  [undefined, undefined, undefined, undefined],
];

test.each(table)('%s and %s', (a, b, both, either) => {
  expect([every3([a, b]), every3([b, a])]).toEqual([both, both]);
  expect([some3([a, b]), some3([b, a])]).toEqual([either, either]);
});

test('nothing at all is true of every, false of some', () => {
  expect(every3([])).toBe(true);
  expect(some3([])).toBe(false);
});

test('the opposite of "not stated" is "not stated"', () => {
  expect([not3(true), not3(false), not3(undefined)]).toEqual([false, true, undefined]);
});
