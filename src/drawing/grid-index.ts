import type { Id } from '#diagram/diagram.ts';
import type { Rect } from '#diagram/geometry.ts';

const cell = 400;

/** Finds what lies in a rectangle, among many, without looking at all of them. */
export interface GridIndex<T> {
  /** Each item whose rectangle touches the area, once. */
  inside(area: Rect): readonly T[];
}

/** An index of items by the squares that their rectangles touch. */
export function gridIndex<T extends { readonly id: Id }>(items: Iterable<T>, rectOf: (item: T) => Rect): GridIndex<T> {
  const cells = new Map<string, { readonly item: T; readonly rect: Rect }[]>();
  for (const item of items) {
    const rect = rectOf(item);
    for (const key of keysOf(rect)) {
      const entry = { item, rect };
      const list = cells.get(key);
      if (list) list.push(entry);
      else cells.set(key, [entry]);
    }
  }
  return {
    inside(area) {
      const found = new Map<Id, T>();
      for (const key of keysOf(area)) for (const { item, rect } of cells.get(key) ?? []) if (touches(rect, area)) found.set(item.id, item);
      return [...found.values()];
    },
  };
}

function* keysOf(rect: Rect): Iterable<string> {
  const [left, right] = [Math.floor(rect.x / cell), Math.floor((rect.x + rect.width) / cell)];
  const [top, bottom] = [Math.floor(rect.y / cell), Math.floor((rect.y + rect.height) / cell)];
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) yield `${x},${y}`;
}

const touches = (a: Rect, b: Rect): boolean => a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
