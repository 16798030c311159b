import { expect, test } from 'vitest';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { straightened } from '#formats/layout/straighten.ts';

const heights = (diagram: Diagram, ys: Readonly<Record<Id, readonly [x: number, y: number]>>): Readonly<Record<Id, number>> => {
  const placements = new Map(Object.entries(ys).map(([id, [x, y]]) => [id, { position: { x, y } }]));
  return Object.fromEntries([...straightened(diagram, placements)].map(([id, { position }]) => [id, position.y]));
};

const pair = sketch('service a\n service b\n a -> b');
const star = sketch('service a\n service b\n service c\n a -> b\n a -> c');

test.each([
  ['one step off', pair, { a: [0, 0], b: [300, 20] }, { a: 20, b: 20 }],
  ['level already', pair, { a: [0, 40], b: [300, 40] }, { a: 40, b: 40 }],
  ['far off on purpose', pair, { a: [0, 0], b: [300, 120] }, { a: 0, b: 120 }],
  ['no room, so the other one moves', star, { a: [0, 100], b: [300, 120], c: [300, 0] }, { a: 120, b: 120, c: 0 }],
  ['unconnected', sketch('service a\n service b'), { a: [0, 0], b: [300, 20] }, { a: 0, b: 20 }],
] as const)('%s', (_, diagram, before, after) => {
  expect(heights(diagram, before)).toEqual(after);
});

test('cards never come closer than 40', () => {
  expect(heights(sketch('service a\n service b\n service c\n a -> b'), { a: [300, 20], b: [0, 0], c: [0, -100] })).toMatchObject({ c: -100 });
  const crowded = heights(sketch('service a\n service b\n service above\n service below\n a -> b'), { a: [0, 0], b: [300, 20], above: [0, -112], below: [0, 112] });
  expect(crowded).toEqual({ a: 0, b: 0, above: -112, below: 112 });
});
