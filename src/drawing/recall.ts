import type { Component } from '#diagram/diagram.ts';
import { type Rect, rectOf } from '#diagram/geometry.ts';
import type { GridIndex } from './grid-index.ts';
import type { Obstacles } from './polyline.ts';

interface Memory<V> {
  readonly key: string;
  readonly value: V;
  /** The areas that were looked at, and the cards seen there. */
  readonly looks: readonly Look[];
}

interface Look {
  readonly area: Rect;
  readonly seen: readonly Component[];
}

/**
 * Remembers one result for each record, from diagram to diagram: for as long as the key is the same
 * and the areas that the computation looked at hold the same cards at the same places.
 */
export function createRecall<V>(): (record: object, key: string, cards: GridIndex<Component>, compute: (obstacles: Obstacles) => V) => V {
  const memories = new WeakMap<object, Memory<V>>();
  return (record, key, cards, compute) => {
    const memory = memories.get(record);
    if (memory?.key === key && memory.looks.every(({ area, seen }) => sameCards(seen, cards.inside(area)))) return memory.value;
    const looks: Look[] = [];
    const value = compute((area) => {
      const seen = cards.inside(area);
      looks.push({ area, seen });
      return seen.map(rectOf);
    });
    memories.set(record, { key, value, looks });
    return value;
  };
}

function sameCards(before: readonly Component[], now: readonly Component[]): boolean {
  return before.length === now.length && before.every((component, index) => component === now[index] || sameCard(component, now[index] ?? component));
}

function sameCard(a: Component, b: Component): boolean {
  const [p, q] = [rectOf(a), rectOf(b)];
  return a.id === b.id && p.x === q.x && p.y === q.y && p.width === q.width && p.height === q.height;
}
