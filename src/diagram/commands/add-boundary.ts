import type { Id, Point, Size } from '../diagram.ts';
import { putRecord } from '../edits.ts';
import { boundaryAt, centreOf } from '../geometry.ts';
import { type Command, transaction } from '../transaction.ts';

/** Places an empty boundary; it lies in the boundary under its centre. Null where the id is taken. */
export const addBoundary: Command<{ readonly id: Id; readonly name: string; readonly position: Point; readonly size: Size }> = (diagram, { id, name, position, size }) => {
  if (diagram.boundaries.has(id)) return null;
  const outer = boundaryAt(diagram, centreOf({ ...position, ...size }));
  const boundary = { id, name, position, size, ...(outer === undefined ? {} : { boundary: outer }), properties: {} };
  return transaction(`Add ${name}`, diagram, putRecord(diagram, 'boundaries', boundary));
};
