import type { Diagram, Id, Origin } from '../diagram.ts';
import { tableOf, updateRecord, type Values, withProperties } from '../edits.ts';
import { type Command, transaction } from '../transaction.ts';

export interface Statement {
  readonly ids: Iterable<Id>;
  /** Undefined takes a value back to "not stated". */
  readonly values: Values;
  readonly origin?: Origin;
  readonly gesture?: string;
  /** What undo says; "Change properties" unless given. */
  readonly label?: string;
}

/** States values of components, connections, boundaries or notes, all alike. */
export const setProperties: Command<Statement> = (diagram, { ids, values, origin, gesture, label = 'Change properties' }) => {
  let next = diagram;
  for (const id of ids) next = stated(next, id, values, origin);
  return transaction(label, diagram, next, gesture);
};

/** The diagram in which this record states these values. */
export function stated(diagram: Diagram, id: Id, values: Values, origin?: Origin): Diagram {
  switch (tableOf(diagram, id)) {
    case 'components':
      return updateRecord(diagram, 'components', id, (record) => withProperties(record, values, origin));
    case 'connections':
      return updateRecord(diagram, 'connections', id, (record) => withProperties(record, values, origin));
    case 'boundaries':
      return updateRecord(diagram, 'boundaries', id, (record) => withProperties(record, values));
    case 'notes':
      return updateRecord(diagram, 'notes', id, (record) => withProperties(record, values));
    case undefined:
      return diagram;
  }
}
