import { expect, test } from 'vitest';
import { chance } from '#base/chance.ts';

const row = (seed: number | string, length = 5): number[] => {
  const { next } = chance(seed);
  return Array.from({ length }, next);
};

test('a seed gives the same row again, and another seed another one', () => {
  expect(row(7)).toEqual(row(7));
  expect(row('a word')).toEqual(row('a word'));
  expect(new Set([row(7), row(8), row('a word'), row('another')].map(String)).size).toBe(4);
});

test('numbers lie between 0 and 1 and spread evenly', () => {
  const numbers = row(1, 10_000);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  const tenths = Array.from({ length: 10 }, (_, tenth) => numbers.filter((number) => Math.floor(number * 10) === tenth).length);
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test('shuffling keeps every item, and picking finds each', () => {
  const { pick, shuffle } = chance(3);
  expect([...shuffle([1, 2, 3, 4, 5])].sort()).toEqual([1, 2, 3, 4, 5]);
  expect(new Set(Array.from({ length: 100 }, () => pick(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']));
  expect(pick([])).toBeUndefined();
});
