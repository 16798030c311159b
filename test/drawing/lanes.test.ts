import { describe, expect, test } from 'vitest';
import type { Point } from '#diagram/diagram.ts';
import { overlap, type Rect } from '#diagram/geometry.ts';
import { createLanes } from '#drawing/lanes.ts';

/** A line that runs to the right, then at `turn` up or down, then on to the right. */
const z = (from: number, to: number, turn = 100): readonly Point[] => [{ x: 0, y: from }, { x: turn, y: from }, { x: turn, y: to }, { x: 200, y: to }];

const turns = (lines: Readonly<Record<string, readonly Point[]>>, cards: readonly Rect[] = []): Readonly<Record<string, number>> => {
  const lane = createLanes({ line: (id) => lines[id], near: () => Object.keys(lines), cards: (area) => cards.filter((card) => overlap(card, area)) });
  return Object.fromEntries(Object.keys(lines).map((id) => [id, lane(id)?.[1]?.x ?? Number.NaN]));
};

describe('upright stretches at the same place', () => {
  test.each([
    ['alone', { a: z(0, 100) }, { a: 100 }],
    ['apart', { a: z(0, 100), b: z(300, 400) }, { a: 100, b: 100 }],
    ['side by side already', { a: z(0, 100, 80), b: z(20, 120, 120) }, { a: 80, b: 120 }],
    ['going down together: the upper one turns later', { a: z(0, 200), b: z(20, 220) }, { a: 105, b: 95 }],
    ['going up together: the upper one turns first', { a: z(200, 0), b: z(220, 20) }, { a: 95, b: 105 }],
    ['three of a fan', { a: z(0, 300), b: z(16, 200), c: z(32, 100) }, { a: 90, b: 100, c: 110 }],
    ['end to end', { a: z(0, 100), b: z(200, 102) }, { a: 105, b: 95 }],
  ])('%s', (what, lines, expected) => {
    const found = turns(lines);
    if (what.startsWith('three') || what.startsWith('end')) expect(new Set(Object.values(found))).toEqual(new Set(Object.values(expected)));
    else expect(found).toEqual(expected);
  });

  test('stay between the cards', () => {
    const cards = [{ x: 20, y: -50, width: 60, height: 400 }, { x: 112, y: -50, width: 60, height: 400 }];
    const found = Object.values(turns({ a: z(0, 200), b: z(20, 220), c: z(40, 240), d: z(60, 260) }, cards));
    expect(Math.min(...found)).toBeGreaterThanOrEqual(92 - 0.01);
    expect(Math.max(...found)).toBeLessThanOrEqual(100 + 0.01);
  });

  test('the answer does not depend on who asks first', () => {
    const lines = { a: z(0, 200), b: z(20, 220), c: z(40, 180) };
    const reversed = Object.fromEntries(Object.entries(lines).toReversed());
    expect(turns(reversed)).toEqual(turns(lines));
  });
});

test.each([
  ['a straight line', [{ x: 0, y: 0 }, { x: 100, y: 0 }]],
  ['one turn', [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 100 }]],
])('%s has no stretch to move', (_, line) => {
  const lane = createLanes({ line: () => line, near: () => ['a', 'b'], cards: () => [] });
  expect(lane('a')).toBe(line);
});
