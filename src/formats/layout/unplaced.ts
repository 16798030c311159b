import type { Placement } from '#diagram/commands/place-records.ts';
import type { Diagram, Id, Point } from '#diagram/diagram.ts';
import { boundsOf, contentOf, placedRecord, placedRecords, type Rect, rectOf, sizeOf, snap } from '#diagram/geometry.ts';
import { grouped } from './grouped.ts';

const padding = { side: 28, title: 48 };
const below = { inside: 48, outside: 80 };

/** What a layout has to find a place for. Boundaries around something that has a place are not among it: they follow. */
export function unplacedIds(diagram: Diagram): ReadonlySet<Id> {
  const frames = settledFrames(diagram);
  return new Set([...placedRecords(diagram)].filter(({ id, position }) => !position && !frames.has(id)).map(({ id }) => id));
}

/** Whether something has no place yet. */
export function needsLayout(diagram: Diagram): boolean {
  for (const record of placedRecords(diagram)) if (!record.position) return true;
  return false;
}

/**
 * Of a layout only what has no place yet, set below what has one: inside its boundary, which grows, else below everything.
 * Nothing that has a place moves.
 */
export function placementsOfUnplaced(diagram: Diagram, placements: ReadonlyMap<Id, Placement>): ReadonlyMap<Id, Placement> {
  const frames = settledFrames(diagram);
  const open = unplacedIds(diagram);
  const result = new Map<Id, Placement>();
  for (const [frame, group] of grouped([...placements].filter(([id]) => open.has(id)), ([id]) => frameAround(diagram, id, frames))) {
    const by = shift(boundsOf(group.map(([id, placement]) => rectAt(diagram, id, placement))), cornerFor(diagram, frame, frames));
    for (const [id, placement] of group) result.set(id, { ...placement, position: { x: placement.position.x + by.x, y: placement.position.y + by.y } });
  }
  for (const [id, rect] of grownFrames(diagram, frames, result)) result.set(id, { position: { x: rect.x, y: rect.y }, size: { width: rect.width, height: rect.height } });
  return result;
}

/** Where boundaries are that have a place or hold something that has one. */
function settledFrames(diagram: Diagram): ReadonlyMap<Id, Rect> {
  const frames = new Map<Id, Rect>();
  for (const boundary of diagram.boundaries.values()) {
    const content = boundary.position ? [] : [...contentOf(diagram, boundary.id)].flatMap((id) => placedRecord(diagram, id) ?? []).filter(({ position }) => position);
    const rect = boundary.position ? rectOf(boundary) : framed(content.map(rectOf));
    if (rect) frames.set(boundary.id, rect);
  }
  return frames;
}

function framed(content: readonly Rect[]): Rect | undefined {
  const inner = boundsOf(content);
  return inner && { x: inner.x - padding.side, y: inner.y - padding.title, width: inner.width + 2 * padding.side, height: inner.height + padding.title + padding.side };
}

/** The innermost settled boundary around a record. */
function frameAround(diagram: Diagram, id: Id, frames: ReadonlyMap<Id, Rect>): Id | undefined {
  let frame = placedRecord(diagram, id)?.boundary;
  for (let depth = 0; frame !== undefined && !frames.has(frame) && depth < diagram.boundaries.size; depth++) frame = diagram.boundaries.get(frame)?.boundary;
  return frame !== undefined && frames.has(frame) ? frame : undefined;
}

/** Where new content of a boundary begins, or of the canvas. */
function cornerFor(diagram: Diagram, frame: Id | undefined, frames: ReadonlyMap<Id, Rect>): Point | undefined {
  const outer = frame === undefined ? undefined : frames.get(frame);
  const inside = frame === undefined ? undefined : contentOf(diagram, frame);
  const settled = [...placedRecords(diagram)].filter(({ id, position }) => (position || frames.has(id)) && (!inside || inside.has(id)));
  const around = boundsOf(settled.map((record) => frames.get(record.id) ?? rectOf(record)));
  if (around) return { x: around.x, y: around.y + around.height + (outer ? below.inside : below.outside) };
  return outer && { x: outer.x + padding.side, y: outer.y + padding.title };
}

function shift(from: Rect | undefined, to: Point | undefined): Point {
  return from && to ? { x: snap(to.x - from.x), y: snap(to.y - from.y) } : { x: 0, y: 0 };
}

function rectAt(diagram: Diagram, id: Id, { position, size }: Placement): Rect {
  const record = placedRecord(diagram, id);
  return { ...position, ...(size ?? (record ? sizeOf(record) : { width: 0, height: 0 })) };
}

/** Settled boundaries that are new on the canvas or had to grow around new content, innermost first. */
function grownFrames(diagram: Diagram, frames: ReadonlyMap<Id, Rect>, placements: ReadonlyMap<Id, Placement>): ReadonlyMap<Id, Rect> {
  const grown = new Map<Id, Rect>();
  const depth = (id: Id): number => {
    let levels = 0;
    for (let outer = diagram.boundaries.get(id)?.boundary; outer !== undefined && levels <= diagram.boundaries.size; levels++) outer = diagram.boundaries.get(outer)?.boundary;
    return levels;
  };
  for (const [id, rect] of [...frames].sort(([a], [b]) => depth(b) - depth(a))) {
    const added = [...placements].filter(([inner]) => frameAround(diagram, inner, frames) === id).map(([inner, placement]) => rectAt(diagram, inner, placement));
    const inner = [...grown].filter(([other]) => diagram.boundaries.get(other)?.boundary === id).map(([, other]) => other);
    const content = boundsOf([...added, ...inner]);
    const right = Math.max(rect.x + rect.width, content ? content.x + content.width + padding.side : -Infinity);
    const bottom = Math.max(rect.y + rect.height, content ? content.y + content.height + padding.side : -Infinity);
    const isNew = !diagram.boundaries.get(id)?.position;
    if (isNew || right > rect.x + rect.width || bottom > rect.y + rect.height) grown.set(id, { x: rect.x, y: rect.y, width: right - rect.x, height: bottom - rect.y });
  }
  return grown;
}
