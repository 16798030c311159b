import type { Id, Point } from '../diagram.ts';
import { putRecord } from '../edits.ts';
import { boundaryAt, centreOf, noteSize } from '../geometry.ts';
import { type Command, transaction } from '../transaction.ts';

/** Places a note. Null where the id is taken. */
export const addNote: Command<{ readonly id: Id; readonly text: string; readonly position: Point }> = (diagram, { id, text, position }) => {
  if (diagram.notes.has(id)) return null;
  const boundary = boundaryAt(diagram, centreOf({ ...position, ...noteSize }));
  return transaction('Add note', diagram, putRecord(diagram, 'notes', { id, text, position, ...(boundary === undefined ? {} : { boundary }), properties: {} }));
};
