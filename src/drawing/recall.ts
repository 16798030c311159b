import type { Component } from '#diagram/diagram.ts';
import type { Rect } from '#diagram/geometry.ts';
import type { GridEntry, GridIndex } from './grid-index.ts';
import type { Obstacles } from './polyline.ts';

interface Memory<V> {
  readonly key: string;
  readonly value: V;
  /** The areas that were looked at, and the cards seen there. */
  readonly looks: readonly Look[];
}

interface Look {
  readonly area: Rect;
  readonly seen: readonly GridEntry<Component>[];
}

/**
 * Remembers one result for each record, from diagram to diagram: for as long as the key is the same
 * and the areas that the computation looked at hold the same cards at the same places.
 */
export function createRecall<V>(): (record: object, key: string, cards: GridIndex<Component>, compute: (obstacles: Obstacles) => V) => V {
  const memories = new WeakMap<object, Memory<V>>();
  return (record, key, cards, compute) => {
    const memory = memories.get(record);
    if (memory?.key === key && memory.looks.every(({ area, seen }) => sameCards(seen, cards.entries(area)))) return memory.value;
    const looks: Look[] = [];
    const value = compute((area) => {
      const seen = cards.entries(area);
      looks.push({ area, seen });
      return seen.map(({ rect }) => rect);
    });
    memories.set(record, { key, value, looks });
    return value;
  };
}

function sameCards(before: readonly GridEntry<Component>[], now: readonly GridEntry<Component>[]): boolean {
  return before.length === now.length && before.every((entry, index) => sameCard(entry, now[index] ?? entry));
}

function sameCard({ item: a, rect: p }: GridEntry<Component>, { item: b, rect: q }: GridEntry<Component>): boolean {
  return a === b || (a.id === b.id && p.x === q.x && p.y === q.y && p.width === q.width && p.height === q.height);
}
