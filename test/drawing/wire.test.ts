import { describe, expect, test } from 'vitest';
import { arrowHead, rounded, roundedPath } from '#drawing/wire.ts';

const points = (...pairs: readonly (readonly [number, number])[]) => pairs.map(([x, y]) => ({ x, y }));

describe('path data', () => {
  test.each([
    ['nothing', points(), ''],
    ['straight', points([0, 0], [100, 0]), 'M0 0L100 0'],
    ['a corner of 10', points([0, 0], [50, 0], [50, 50]), 'M0 0L40 0Q50 0 50 10L50 50'],
    ['a tight corner', points([0, 0], [8, 0], [8, 50]), 'M0 0L4 0Q8 0 8 4L8 50'],
    ['a small step', points([0, 0], [50, 0], [50, 6], [100, 6]), 'M0 0L47 0Q50 0 50 3L50 3Q50 6 53 6L100 6'],
  ])('%s', (_, line, path) => {
    expect(roundedPath(line)).toBe(path);
  });

  test.each([
    ['level', points([0, 0], [100, 0]), 'M0 0L40 0M60 0L100 0'],
    ['level, backwards', points([100, 0], [0, 0]), 'M100 0L60 0M40 0L0 0'],
    ['upright', points([50, -50], [50, 50]), 'M50 -50L50 -8M50 8L50 50'],
    ['elsewhere', points([0, 20], [100, 20]), 'M0 20L100 20'],
    ['at the start', points([50, 0], [100, 0]), 'M50 0M60 0L100 0'],
  ])('leaves out its label: %s', (_, line, path) => {
    expect(roundedPath(line, { x: 40, y: -8, width: 20, height: 16 })).toBe(path);
  });
});

test.each([
  ['right', points([0, 0], [100, 0]), 'M92 4.5L100 0L92 -4.5'],
  ['down', points([0, 0], [0, 100]), 'M-4.5 92L0 100L4.5 92'],
  ['left, after a turn', points([0, 0], [0, 50], [-80, 50]), 'M-72 45.5L-80 50L-72 54.5'],
  ['of a point', points([0, 0]), ''],
])('the arrow head to the %s', (_, line, path) => {
  expect(arrowHead(line)).toBe(path);
});

test.each([
  [1, '1'],
  [1.005, '1'],
  [0.1 + 0.2, '0.3'],
  [-0.001, '0'],
  [-12.3456, '-12.35'],
  [1e6, '1000000'],
])('%d is written %s', (value, text) => {
  expect(rounded(value)).toBe(text);
});
