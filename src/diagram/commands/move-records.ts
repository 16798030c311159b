import type { Diagram, Id, Point } from '../diagram.ts';
import { putRecord } from '../edits.ts';
import { boundaryAt, centreOf, contentOf, type Placed, placedRecord, rectOf } from '../geometry.ts';
import { type Command, transaction } from '../transaction.ts';

export interface Move {
  readonly ids: Iterable<Id>;
  readonly by: Point;
  readonly gesture?: string;
}

/** Moves records, boundaries with all they hold. What is moved by itself belongs to the boundary under its centre afterwards. */
export const moveRecords: Command<Move> = (diagram, { ids, by, gesture }) => {
  if (by.x === 0 && by.y === 0) return null;
  const chosen = new Set(ids);
  const moving = withContent(diagram, chosen);
  let next = shift(diagram, moving, by);
  for (const id of chosen) {
    const record = placedRecord(next, id);
    if (record && !(record.boundary !== undefined && moving.has(record.boundary))) next = settle(next, record);
  }
  return transaction(chosen.size === 1 ? 'Move' : `Move ${chosen.size} items`, diagram, next, gesture);
};

/** These records and the content of the boundaries among them. */
export function withContent(diagram: Diagram, ids: ReadonlySet<Id>): ReadonlySet<Id> {
  const all = new Set(ids);
  for (const id of ids) if (diagram.boundaries.has(id)) for (const inner of contentOf(diagram, id)) all.add(inner);
  return all;
}

function shift(diagram: Diagram, moving: ReadonlySet<Id>, by: Point): Diagram {
  const moved = <R extends Placed>(table: ReadonlyMap<Id, R>): ReadonlyMap<Id, R> => {
    const next = new Map(table);
    for (const id of moving) {
      const record = next.get(id);
      if (record) next.set(id, { ...record, position: plus(record.position ?? { x: 0, y: 0 }, by) });
    }
    return next;
  };
  const connections = new Map(diagram.connections);
  for (const connection of diagram.connections.values()) {
    if (!connection.waypoints || !moving.has(connection.from) || !moving.has(connection.to)) continue;
    connections.set(connection.id, { ...connection, waypoints: connection.waypoints.map((point) => plus(point, by)) });
  }
  return { ...diagram, components: moved(diagram.components), boundaries: moved(diagram.boundaries), notes: moved(diagram.notes), connections };
}

const plus = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });

function settle(diagram: Diagram, record: Placed): Diagram {
  const own = diagram.boundaries.has(record.id) ? new Set([record.id, ...contentOf(diagram, record.id)]) : new Set<Id>();
  const boundary = boundaryAt(diagram, centreOf(rectOf(record)), own);
  if (boundary === record.boundary) return diagram;
  const { boundary: _, ...free } = record;
  const settled = boundary === undefined ? free : { ...free, boundary };
  if ('kind' in settled) return putRecord(diagram, 'components', settled);
  return 'text' in settled ? putRecord(diagram, 'notes', settled) : putRecord(diagram, 'boundaries', settled);
}
