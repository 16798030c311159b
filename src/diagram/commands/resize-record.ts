import type { Id, Point, Size } from '../diagram.ts';
import { tableOf, updateRecord } from '../edits.ts';
import { smallestBoundary } from '../geometry.ts';
import { type Command, transaction } from '../transaction.ts';

/** Gives a boundary or note another place and size. Null for what has no size of its own. */
export const resizeRecord: Command<{ readonly id: Id; readonly position: Point; readonly size: Size; readonly gesture?: string }> = (
  diagram,
  { id, position, size, gesture },
) => {
  const table = tableOf(diagram, id);
  if (table !== 'boundaries' && table !== 'notes') return null;
  const width = Math.max(size.width, smallestBoundary.width);
  const height = Math.max(size.height, table === 'notes' ? 40 : smallestBoundary.height);
  return transaction('Resize', diagram, updateRecord(diagram, table, id, (record) => ({ ...record, position, size: { width, height } })), gesture);
};
