import type { Diagram, Id } from '../diagram.ts';
import { putRecord } from '../edits.ts';
import { boundsOf, placedRecord, rectOf } from '../geometry.ts';
import { type Command, transaction } from '../transaction.ts';

const margin = { side: 20, top: 40, bottom: 20 };

/** Draws a boundary around records, which belong to it afterwards. Null where none of them has a place. */
export const encloseRecords: Command<{ readonly id: Id; readonly ids: Iterable<Id>; readonly name: string }> = (diagram, { id, ids, name }) => {
  const members = [...ids].map((member) => placedRecord(diagram, member)).filter((record) => record !== undefined);
  const bounds = boundsOf(members.map(rectOf));
  const outer = members[0]?.boundary;
  if (!bounds) return null;
  const shared = members.every((record) => record.boundary === outer) ? outer : undefined;
  const boundary = {
    id,
    name,
    position: { x: bounds.x - margin.side, y: bounds.y - margin.top },
    size: { width: bounds.width + 2 * margin.side, height: bounds.height + margin.top + margin.bottom },
    ...(shared === undefined ? {} : { boundary: shared }),
    properties: {},
  };
  let next: Diagram = putRecord(diagram, 'boundaries', boundary);
  for (const record of members) {
    const member = { ...record, boundary: id };
    if ('kind' in member) next = putRecord(next, 'components', member);
    else next = 'text' in member ? putRecord(next, 'notes', member) : putRecord(next, 'boundaries', member);
  }
  return transaction('Enclose in a boundary', diagram, next);
};
