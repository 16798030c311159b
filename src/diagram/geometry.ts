import type { Boundary, Component, Diagram, Id, Note, Point, Size } from './diagram.ts';

/** Canvas units; x and y are the top-left corner. */
export interface Rect extends Point, Size {}

export const cardSize: Size = { width: 184, height: 72 };
export const noteSize: Size = { width: 184, height: 96 };
export const boundarySize: Size = { width: 320, height: 220 };
export const smallestBoundary: Size = { width: 120, height: 80 };

/** The grid that things are placed on. */
export const gridStep = 20;

/** Something with a place on the canvas. */
export type Placed = Component | Boundary | Note;

const origin: Point = { x: 0, y: 0 };

/** The size of a record: its own, else the usual one of its sort. */
export function sizeOf(record: Placed): Size {
  if (record.size) return record.size;
  if ('kind' in record) return cardSize;
  return 'text' in record ? noteSize : boundarySize;
}

/** Where a record is; at the origin while it has no position. */
export function rectOf(record: Placed): Rect {
  const { x, y } = record.position ?? origin;
  const { width, height } = sizeOf(record);
  return { x, y, width, height };
}

export const centreOf = (rect: Rect): Point => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });

export const contains = (rect: Rect, point: Point): boolean =>
  point.x >= rect.x && point.x <= rect.x + rect.width && point.y >= rect.y && point.y <= rect.y + rect.height;

/** Whether two rectangles share more than an edge, each grown by `gap`. */
export const overlap = (a: Rect, b: Rect, gap = 0): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;

/** The rectangle around all of them; undefined for none. */
export function boundsOf(rects: Iterable<Rect>): Rect | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The component, boundary or note of this id. */
export function placedRecord(diagram: Diagram, id: Id): Placed | undefined {
  return diagram.components.get(id) ?? diagram.boundaries.get(id) ?? diagram.notes.get(id);
}

/** All that has a place: boundaries first, then components, then notes. */
export function* placedRecords(diagram: Diagram): Iterable<Placed> {
  yield* diagram.boundaries.values();
  yield* diagram.components.values();
  yield* diagram.notes.values();
}

/** Ids of everything inside a boundary, at any depth. */
export function contentOf(diagram: Diagram, boundary: Id): ReadonlySet<Id> {
  const inside = new Set<Id>();
  const visit = (outer: Id): void => {
    for (const record of placedRecords(diagram)) {
      if (record.boundary !== outer || inside.has(record.id)) continue;
      inside.add(record.id);
      if (diagram.boundaries.has(record.id)) visit(record.id);
    }
  };
  visit(boundary);
  return inside;
}

/** The innermost boundary that holds the point, leaving out some; undefined for none. */
export function boundaryAt(diagram: Diagram, point: Point, without: ReadonlySet<Id> = new Set()): Id | undefined {
  let best: Boundary | undefined;
  for (const boundary of diagram.boundaries.values()) {
    if (without.has(boundary.id) || !contains(rectOf(boundary), point)) continue;
    if (!best || area(boundary) <= area(best)) best = boundary;
  }
  return best?.id;
}

const area = (record: Placed): number => sizeOf(record).width * sizeOf(record).height;

export const snap = (value: number): number => Math.round(value / gridStep) * gridStep;

const spacing = { right: 76, below: 48 };

/** A free place for a card next to another: to the right or below first, then further along, always on the grid. */
export function freePlace(diagram: Diagram, near: Rect, direction: 'right' | 'below' | 'left', size: Size = cardSize): Point {
  const taken = [...diagram.components.values(), ...diagram.notes.values()].map(rectOf);
  const isFree = (point: Point): boolean => !taken.some((rect) => overlap(rect, { ...point, ...size }, gridStep / 2));
  for (let step = 0; step < 200; step++) {
    const [along, across] = [Math.floor(step / 5), alternating(step % 5)];
    const point =
      direction === 'below'
        ? { x: near.x + across * (size.width + spacing.right), y: near.y + near.height + spacing.below + along * (size.height + spacing.below) }
        : {
            x: direction === 'right' ? near.x + near.width + spacing.right + along * (size.width + spacing.right) : near.x - (along + 1) * (size.width + spacing.right),
            y: near.y + across * (size.height + spacing.below),
          };
    const snapped = { x: snap(point.x), y: snap(point.y) };
    if (isFree(snapped)) return snapped;
  }
  return { x: snap(near.x), y: snap(near.y + near.height + spacing.below) };
}

/** Room that a boundary keeps around its content. */
const padding = { side: 20, top: 40, bottom: 20 };

/** The size of a boundary around one card. */
export const boundaryAround: Size = { width: cardSize.width + 2 * padding.side, height: cardSize.height + padding.top + padding.bottom };

/** A free place for a record inside a boundary, from its top left on, and the size that the boundary needs for it. */
export function freePlaceInside(diagram: Diagram, frame: Boundary, record: Placed): { readonly position: Point; readonly size: Size } {
  const { x, y, width, height } = rectOf(frame);
  const size = sizeOf(record);
  const isAround = (other: Placed): boolean => other.id === frame.id || contentOf(diagram, other.id).has(frame.id);
  const taken = [...placedRecords(diagram)].filter((other) => other.id !== record.id && other.position && !isAround(other)).map(rectOf);
  const first = { x: Math.ceil((x + padding.side) / gridStep) * gridStep, y: Math.ceil((y + padding.top) / gridStep) * gridStep };
  const last = Math.max(first.x, x + width - padding.side - size.width);
  for (const at = { ...first }; ; at.y += gridStep) {
    for (at.x = first.x; at.x <= last; at.x += gridStep) {
      if (taken.some((rect) => overlap(rect, { ...at, ...size }, gridStep / 2))) continue;
      const needed = { width: at.x + size.width + padding.side - x, height: at.y + size.height + padding.bottom - y };
      return { position: { ...at }, size: { width: Math.max(width, needed.width), height: Math.max(height, needed.height) } };
    }
  }
}

/** 0, 1, -1, 2, -2, ... */
const alternating = (step: number): number => (step % 2 === 1 ? (step + 1) / 2 : -step / 2);
