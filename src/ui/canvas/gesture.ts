import type { Diagram, Id, Point, Side } from '#diagram/diagram.ts';
import { withContent } from '#diagram/commands/move-records.ts';
import { boundsOf, placedRecord, type Rect, rectOf } from '#diagram/geometry.ts';
import { align, type Guide } from './alignment.ts';
import { componentAt, type Corner, type Hit, recordsIn } from './hit-test.ts';

/** What a pointer is doing, as data. Points are in canvas units. */
export type Gesture =
  | { readonly type: 'idle' }
  | { readonly type: 'press'; readonly hit: Hit; readonly at: Point; readonly toggles: boolean }
  | { readonly type: 'move'; readonly ids: ReadonlySet<Id>; readonly moving: ReadonlySet<Id>; readonly from: Point; readonly by: Point; readonly guides: readonly Guide[] }
  | { readonly type: 'marquee'; readonly from: Point; readonly to: Point; readonly base: ReadonlySet<Id> }
  | { readonly type: 'connect'; readonly from: Id; readonly side: Side | undefined; readonly at: Point; readonly target: Id | undefined }
  | { readonly type: 'reconnect'; readonly id: Id; readonly end: 'from' | 'to'; readonly at: Point; readonly target: Id | undefined }
  | { readonly type: 'resize'; readonly id: Id; readonly rect: Rect };

export const idle: Gesture = { type: 'idle' };

/** How far a pointer travels, in pixels, before a press becomes a drag. */
export const dragThreshold = 4;

interface Surroundings {
  readonly diagram: Diagram;
  readonly selection: ReadonlySet<Id>;
  readonly zoom: number;
}

/** The gesture after the pointer has moved to a point. */
export function moved(gesture: Gesture, to: Point, surroundings: Surroundings): Gesture {
  switch (gesture.type) {
    case 'idle':
      return gesture;
    case 'press':
      return Math.hypot(to.x - gesture.at.x, to.y - gesture.at.y) * surroundings.zoom < dragThreshold ? gesture : moved(begun(gesture, surroundings), to, surroundings);
    case 'move':
      return movedBy(gesture, { x: to.x - gesture.from.x, y: to.y - gesture.from.y }, surroundings);
    case 'marquee':
      return { ...gesture, to };
    case 'connect':
    case 'reconnect':
      return { ...gesture, at: to, target: componentAt(surroundings.diagram, to, 8 / surroundings.zoom) };
    case 'resize':
      return gesture;
  }
}

/** What a press turns into once it is dragged. */
function begun({ hit, at, toggles }: Extract<Gesture, { type: 'press' }>, { diagram, selection }: Surroundings): Gesture {
  switch (hit.type) {
    case 'pane':
      return { type: 'marquee', from: at, to: at, base: toggles ? selection : new Set() };
    case 'port':
      return { type: 'connect', from: hit.id, side: hit.side, at, target: undefined };
    case 'wire-end':
      return { type: 'reconnect', id: hit.id, end: hit.end, at, target: undefined };
    case 'corner': {
      const record = placedRecord(diagram, hit.id);
      return record ? { type: 'resize', id: hit.id, rect: rectOf(record) } : idle;
    }
    case 'record': {
      const ids = selection.has(hit.id) ? selection : new Set([hit.id]);
      const movable = new Set([...ids].filter((id) => placedRecord(diagram, id)));
      return movable.size > 0 ? { type: 'move', ids: movable, moving: withContent(diagram, movable), from: at, by: { x: 0, y: 0 }, guides: [] } : idle;
    }
  }
}

function movedBy(gesture: Extract<Gesture, { type: 'move' }>, by: Point, { diagram, zoom }: Surroundings): Gesture {
  const bounds = boundsOf([...gesture.ids].flatMap((id) => placedRecord(diagram, id) ?? []).map(rectOf));
  if (!bounds) return gesture;
  const aligned = align(diagram, gesture.moving, { ...bounds, x: bounds.x + by.x, y: bounds.y + by.y }, 6 / zoom);
  return { ...gesture, by: { x: Math.round(aligned.x - bounds.x), y: Math.round(aligned.y - bounds.y) }, guides: aligned.guides };
}

/** A rectangle with one corner dragged to a point. */
export function resized(rect: Rect, corner: Corner, to: Point, smallest: number): Rect {
  const [right, bottom] = [rect.x + rect.width, rect.y + rect.height];
  const left = corner.endsWith('left') ? Math.min(to.x, right - smallest) : rect.x;
  const top = corner.startsWith('top') ? Math.min(to.y, bottom - smallest) : rect.y;
  const width = corner.endsWith('left') ? right - left : Math.max(smallest, to.x - rect.x);
  const height = corner.startsWith('top') ? bottom - top : Math.max(smallest, to.y - rect.y);
  return { x: Math.round(left), y: Math.round(top), width: Math.round(width), height: Math.round(height) };
}

/** The rectangle between two corners. */
export const rectBetween = (a: Point, b: Point): Rect => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) });

/** What is selected while a marquee is drawn. */
export function marqueeSelection(diagram: Diagram, { from, to, base }: Extract<Gesture, { type: 'marquee' }>): ReadonlySet<Id> {
  return new Set([...base, ...recordsIn(diagram, rectBetween(from, to))]);
}
