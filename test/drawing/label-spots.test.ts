import { describe, expect, test } from 'vitest';
import type { Point } from '#diagram/diagram.ts';
import { overlap, type Rect } from '#diagram/geometry.ts';
import { type LabelNeighbours, placeLabel } from '#drawing/label-spots.ts';

const points = (...pairs: readonly (readonly [number, number])[]): Point[] => pairs.map(([x, y]) => ({ x, y }));
const neighbours = (fields: Partial<Record<'cards' | 'labels', readonly Rect[]>> & { readonly lines?: readonly (readonly Point[])[] } = {}): LabelNeighbours => ({
  cards: (area) => (fields.cards ?? []).filter((rect) => overlap(rect, area)),
  lines: () => fields.lines ?? [],
  labels: (area) => (fields.labels ?? []).filter((rect) => overlap(rect, area)),
});
const middle = (rect: Rect | undefined): Point | undefined => rect && { x: Math.round(rect.x + rect.width / 2), y: Math.round(rect.y + rect.height / 2) };
const straight = points([0, 0], [300, 0]);

describe('where the label stands', () => {
  test.each([
    ['in the middle of a straight line', straight, neighbours(), { x: 150, y: 0 }],
    ['on an upright line', points([0, 0], [0, 200]), neighbours(), { x: 0, y: 100 }],
    ['on the long upright stretch of a Z', points([0, 0], [50, 0], [50, 300], [100, 300]), neighbours(), { x: 50, y: 150 }],
    ['above a line too short for it', points([0, 0], [40, 0]), neighbours(), { x: 20, y: -10 }],
  ])('%s', (_, line, around, spot) => {
    expect(middle(placeLabel('reads', line, around)?.rect)).toEqual(spot);
  });

  test('away from a card', () => {
    const card = { x: 100, y: -20, width: 100, height: 40 };
    const label = placeLabel('reads', straight, neighbours({ cards: [card] }));
    expect(label && overlap(label.rect, card)).toBe(false);
    expect(label?.isClear).toBe(true);
  });

  test('away from another line', () => {
    const label = placeLabel('reads', straight, neighbours({ lines: [points([150, -100], [150, 100])] }));
    expect(label?.rect && Math.abs(label.rect.x + label.rect.width / 2 - 150)).toBeGreaterThan(label ? label.rect.width / 2 : 0);
    expect(label?.rect.y).toBe(-7.5);
  });

  test('away from another label', () => {
    const rival = { x: 130, y: -8, width: 40, height: 16 };
    const label = placeLabel('reads', straight, neighbours({ labels: [rival] }));
    expect(label && overlap(label.rect, rival)).toBe(false);
  });

  test('it says when something runs under it', () => {
    const everywhere = Array.from({ length: 80 }, (_, index) => points([index * 4, -100], [index * 4, 100]));
    expect(placeLabel('reads', straight, neighbours({ lines: everywhere }))?.isClear).toBe(false);
  });

  test('nothing to say, no label', () => {
    expect(placeLabel('', straight, neighbours())).toBeUndefined();
  });
});
