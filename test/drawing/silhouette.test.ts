import { describe, expect, test } from 'vitest';
import { kinds } from '#catalog/kinds.ts';
import { insetAt, outlineOf, silhouetteOf } from '#drawing/silhouette.ts';

const silhouettes = [...new Set(kinds.map(({ silhouette }) => silhouette))];

/** The points that path data passes through: ends of its commands, relative ones resolved. */
function pointsOf(path: string): (readonly [number, number])[] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of path.matchAll(/([MLHVAQhvalmqzZ])([^MLHVAQhvalmqzZ]*)/g)) {
    const numbers = [...rest.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/g)].map(Number);
    const size = { H: 1, V: 1, A: 7, Q: 4 }[command.toUpperCase()] ?? 2;
    for (let at = 0; at < numbers.length; at += size) {
      const relative = command === command.toLowerCase();
      const [last = 0, previous = 0] = [numbers[at + size - 1], numbers[at + size - 2]];
      if (command.toUpperCase() === 'H') x = relative ? x + last : last;
      else if (command.toUpperCase() === 'V') y = relative ? y + last : last;
      else [x, y] = relative ? [x + previous, y + last] : [previous, last];
      points.push([x, y]);
    }
  }
  return points;
}

test('every kind has a silhouette of its own', () => {
  expect(silhouettes).toHaveLength(kinds.length);
  expect(new Set(silhouettes.map((silhouette) => JSON.stringify(outlineOf(silhouette, 184, 72)))).size).toBe(kinds.length);
});

test('an unknown kind is a dashed card', () => {
  expect(outlineOf(silhouetteOf('blockchain'), 184, 72).dashed).toBe(true);
});

describe.each(silhouettes)('%s', (silhouette) => {
  test.each([
    [184, 72],
    [240, 120],
    [120, 60],
  ])('fills %d by %d and stays inside', (width, height) => {
    const { outline, details } = outlineOf(silhouette, width, height);
    const points = pointsOf([outline, ...details].join(''));
    for (const [x, y] of points) {
      expect(x).toBeGreaterThanOrEqual(-0.01);
      expect(x).toBeLessThanOrEqual(width + 0.01);
      expect(y).toBeGreaterThanOrEqual(-0.01);
      expect(y).toBeLessThanOrEqual(height + 0.01);
    }
    const own = pointsOf(outline);
    expect(Math.max(...own.map(([x]) => x)) - Math.min(...own.map(([x]) => x))).toBeGreaterThan(width - 20);
    expect(Math.max(...own.map(([, y]) => y)) - Math.min(...own.map(([, y]) => y))).toBeGreaterThan(height - 20);
  });

  test('leaves room for a glyph, two lines of name and one of detail', () => {
    const { left, right, top, bottom } = outlineOf(silhouette, 184, 72);
    expect(184 - left - right).toBeGreaterThanOrEqual(120);
    expect(72 - top - bottom).toBeGreaterThanOrEqual(47);
  });

  test('arrows end on the outline, not deep inside', () => {
    for (const side of ['top', 'right', 'bottom', 'left'] as const) {
      const reach = side === 'top' || side === 'bottom' ? 80 : 28;
      for (let offset = -reach; offset <= reach; offset += 4) {
        const inset = insetAt(silhouette, side, offset, 184, 72);
        expect(inset).toBeGreaterThanOrEqual(0);
        expect(inset).toBeLessThanOrEqual(16);
      }
    }
  });
});

test.each([
  ['hexagon', 'left', 0, 0],
  ['hexagon', 'left', 36, 16],
  ['pointed', 'right', 0, 0],
  ['pointed', 'left', 20, 0],
  ['cylinder', 'top', 0, 0],
  ['cylinder', 'top', 92, 8],
  ['cylinder', 'left', 20, 0],
  ['pill', 'right', 0, 0],
  ['pill', 'right', 36, 36],
  ['padlock', 'top', 0, 0],
  ['padlock', 'top', 40, 15],
  ['card', 'bottom', 50, 0],
] as const)('%s, %s, %d from the middle: %d inside', (silhouette, side, offset, inset) => {
  expect(insetAt(silhouette, side, offset, 184, 72)).toBeCloseTo(inset);
});
