import { describe, expect, test } from 'vitest';
import type { Rect } from '#diagram/geometry.ts';
import { touches } from '#drawing/grid-index.ts';
import { approachOf, isOpen, sideTowards } from '#drawing/sides.ts';

const card = (x: number, y: number): Rect => ({ x, y, width: 184, height: 72 });
const home = card(0, 0);
const among = (...rects: readonly Rect[]) => (area: Rect) => rects.filter((rect) => touches(rect, area));
const chosen = (b: Rect, others: readonly Rect[] = [], ports = {}): string => {
  const { leaves, enters } = approachOf({ from: 'a', to: 'b', ports }, home, b, among(home, b, ...others));
  return `${leaves} to ${enters}`;
};

describe('the sides of a connection', () => {
  test.each([
    ['to the right', card(300, 0), 'right to left'],
    ['to the right, much lower', card(300, 600), 'right to left'],
    ['to the left', card(-300, 40), 'left to right'],
    ['below', card(0, 200), 'bottom to top'],
    ['below, half beside', card(120, 200), 'bottom to top'],
    ['above', card(20, -200), 'top to bottom'],
    ['very far', card(5000, 3000), 'right to left'],
  ])('%s', (_, b, sides) => {
    expect(chosen(b)).toBe(sides);
  });

  test('go round what stands between', () => {
    expect(chosen(card(0, 400), [card(0, 200)])).not.toBe('bottom to top');
    expect(chosen(card(300, 300), [card(300, 0), card(300, 150)])).toBe('right to left');
  });

  test('are those of the user', () => {
    expect(chosen(card(300, 0), [], { from: 'bottom' })).toMatch(/^bottom to /);
    expect(chosen(card(300, 0), [], { to: 'top' })).toMatch(/ to top$/);
    expect(chosen(card(300, 0), [], { from: 'left', to: 'right' })).toBe('left to right');
  });

  test('of a loop are right and top', () => {
    expect(approachOf({ from: 'a', to: 'a' }, home, home, among(home))).toEqual({ leaves: 'right', enters: 'top' });
  });
});

test.each([
  ['a free corner', [], true],
  ['a card on the way', [card(100, 180)], false],
])('a line down and to the right: %s', (_, others, open) => {
  const b = card(300, 300);
  expect(isOpen(home, b, { leaves: 'bottom', enters: 'left' }, among(home, b, ...others.map((rect) => ({ ...rect, x: 20 }))))).toBe(open);
});

test('a point counts as a place', () => {
  expect(sideTowards(home, { x: 500, y: 30, width: 0, height: 0 })).toBe('right');
  expect(sideTowards(home, { x: 90, y: 300, width: 0, height: 0 })).toBe('bottom');
});
