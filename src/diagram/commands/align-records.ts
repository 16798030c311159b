import type { Diagram, Id, Point } from '../diagram.ts';
import { boundsOf, type Placed, placedRecord, type Rect, rectOf } from '../geometry.ts';
import { type Command, transaction } from '../transaction.ts';
import { moveRecords } from './move-records.ts';
import { applyDiff } from '../diff.ts';

export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** Lines records up along an edge of the rectangle around them. Null for fewer than two. */
export const alignRecords: Command<{ readonly ids: Iterable<Id>; readonly edge: Edge }> = (diagram, { ids, edge }) => {
  const records = chosen(diagram, ids);
  const bounds = boundsOf(records.map(rectOf));
  if (!bounds || records.length < 2) return null;
  return transaction('Align', diagram, moved(diagram, records, (rect) => offset(edge, rect, bounds)));
};

/** Spreads records evenly between the first and the last. Null for fewer than three. */
export const distributeRecords: Command<{ readonly ids: Iterable<Id>; readonly axis: 'x' | 'y' }> = (diagram, { ids, axis }) => {
  const records = chosen(diagram, ids).toSorted((a, b) => rectOf(a)[axis] - rectOf(b)[axis]);
  const [first, last] = [records[0], records.at(-1)];
  if (!first || !last || records.length < 3) return null;
  const length = axis === 'x' ? 'width' : 'height';
  const start = rectOf(first)[axis];
  const taken = records.reduce((sum, record) => sum + rectOf(record)[length], 0);
  const gap = (rectOf(last)[axis] + rectOf(last)[length] - start - taken) / (records.length - 1);
  let at = start;
  const targets = new Map<Id, number>();
  for (const record of records) {
    targets.set(record.id, Math.round(at));
    at += rectOf(record)[length] + gap;
  }
  const by = (rect: Rect, id: Id): Point => (axis === 'x' ? { x: (targets.get(id) ?? rect.x) - rect.x, y: 0 } : { x: 0, y: (targets.get(id) ?? rect.y) - rect.y });
  return transaction('Distribute', diagram, moved(diagram, records, by));
};

const chosen = (diagram: Diagram, ids: Iterable<Id>): Placed[] => [...ids].map((id) => placedRecord(diagram, id)).filter((record) => record !== undefined);

function moved(diagram: Diagram, records: readonly Placed[], by: (rect: Rect, id: Id) => Point): Diagram {
  return records.reduce((next, record) => {
    const step = moveRecords(next, { ids: [record.id], by: by(rectOf(record), record.id) });
    return step ? applyDiff(next, step.diff) : next;
  }, diagram);
}

function offset(edge: Edge, rect: Rect, bounds: Rect): Point {
  switch (edge) {
    case 'left':
      return { x: bounds.x - rect.x, y: 0 };
    case 'centre':
      return { x: Math.round(bounds.x + bounds.width / 2 - rect.x - rect.width / 2), y: 0 };
    case 'right':
      return { x: bounds.x + bounds.width - rect.x - rect.width, y: 0 };
    case 'top':
      return { x: 0, y: bounds.y - rect.y };
    case 'middle':
      return { x: 0, y: Math.round(bounds.y + bounds.height / 2 - rect.y - rect.height / 2) };
    case 'bottom':
      return { x: 0, y: bounds.y + bounds.height - rect.y - rect.height };
  }
}
