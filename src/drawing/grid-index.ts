import type { Id } from '#diagram/diagram.ts';
import type { Rect } from '#diagram/geometry.ts';

const cell = 400;
/** Beyond this many cells a rectangle is kept apart: looking at it each time is cheaper than entering it everywhere. */
const mostCells = 400;

/** Finds what lies in a rectangle, among many, without looking at all of them. */
export interface GridIndex<T> {
  /** Each item whose rectangle touches the area, once. */
  inside(area: Rect): readonly T[];
  /** The same, with the rectangles. */
  entries(area: Rect): readonly GridEntry<T>[];
}

export interface GridEntry<T> {
  readonly item: T;
  readonly rect: Rect;
}

interface Entry<T> extends GridEntry<T> {
  readonly order: number;
  /** The number of the last question that found it. */
  found: number;
}

/** An index of items by the squares that their rectangles touch. Answers come in the order of the items. */
export function gridIndex<T extends { readonly id: Id }>(items: Iterable<T>, rectOf: (item: T) => Rect): GridIndex<T> {
  const cells = new Map<number, Entry<T>[]>();
  const large: Entry<T>[] = [];
  const all: Entry<T>[] = [];
  for (const item of items) {
    const entry = { item, rect: rectOf(item), order: all.length, found: 0 };
    all.push(entry);
    const keys = keysOf(entry.rect);
    if (!keys) large.push(entry);
    for (const key of keys ?? []) {
      const list = cells.get(key);
      if (list) list.push(entry);
      else cells.set(key, [entry]);
    }
  }
  let questions = 0;
  const entries = (area: Rect): readonly Entry<T>[] => {
    questions += 1;
    const found: Entry<T>[] = [];
    const collect = (list: readonly Entry<T>[]): void => {
      for (const entry of list) {
        if (entry.found === questions || !touches(entry.rect, area)) continue;
        entry.found = questions;
        found.push(entry);
      }
    };
    const keys = keysOf(area);
    collect(keys ? large : all);
    for (const key of keys ?? []) collect(cells.get(key) ?? []);
    return found.length > 1 ? found.sort((a, b) => a.order - b.order) : found;
  };
  return { entries, inside: (area) => entries(area).map(({ item }) => item) };
}

/** Numbers of the cells that a rectangle touches; undefined for too many of them. */
function keysOf(rect: Rect): readonly number[] | undefined {
  const [left, right] = [Math.floor(rect.x / cell), Math.floor((rect.x + rect.width) / cell)];
  const [top, bottom] = [Math.floor(rect.y / cell), Math.floor((rect.y + rect.height) / cell)];
  if (!((right - left + 1) * (bottom - top + 1) <= mostCells)) return undefined;
  const keys: number[] = [];
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) keys.push(x * 1_000_003 + y);
  return keys;
}

/** Whether two rectangles share a point, their edges included. */
export const touches = (a: Rect, b: Rect): boolean => a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
