import { expect, test, vi } from 'vitest';
import type { Component } from '#diagram/diagram.ts';
import { rectOf } from '#diagram/geometry.ts';
import { gridIndex } from '#drawing/grid-index.ts';
import { createRecall } from '#drawing/recall.ts';

const card = (id: string, x: number, more: Partial<Component> = {}): Component => ({ id, kind: 'service', name: id, properties: {}, position: { x, y: 0 }, ...more });
const near = { x: 0, y: 0, width: 300, height: 100 };

test.each([
  ['the same cards', [card('a', 0), card('far', 5000)], 'key', 1],
  ['a card renamed', [card('a', 0, { name: 'New' }), card('far', 5000)], 'key', 1],
  ['a far card moved', [card('a', 0), card('far', 9000)], 'key', 1],
  ['a far card gone', [card('a', 0)], 'key', 1],
  ['a near card moved', [card('a', 20), card('far', 5000)], 'key', 2],
  ['a near card gone', [card('far', 5000)], 'key', 2],
  ['a card put near', [card('a', 0), card('far', 100)], 'key', 2],
  ['another key', [card('a', 0), card('far', 5000)], 'other', 2],
])('%s', (_, cards, key, times) => {
  const recall = createRecall<number>();
  const record = {};
  const compute = vi.fn((obstacles: (area: typeof near) => readonly unknown[]) => obstacles(near).length);
  recall(record, 'key', gridIndex([card('a', 0), card('far', 5000)], rectOf), compute);
  recall(record, key, gridIndex(cards, rectOf), compute);
  expect(compute).toHaveBeenCalledTimes(times);
});
