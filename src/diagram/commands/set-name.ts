import type { Id } from '../diagram.ts';
import { tableOf, updateRecord } from '../edits.ts';
import { type Command, transaction } from '../transaction.ts';

/** Names a component or boundary, labels a connection, or writes a note. */
export const setName: Command<{ readonly id: Id; readonly name: string; readonly gesture?: string }> = (diagram, { id, name, gesture }) => {
  switch (tableOf(diagram, id)) {
    case 'components':
      return transaction('Rename', diagram, updateRecord(diagram, 'components', id, (record) => ({ ...record, name })), gesture);
    case 'boundaries':
      return transaction('Rename', diagram, updateRecord(diagram, 'boundaries', id, (record) => ({ ...record, name })), gesture);
    case 'connections':
      return transaction('Label connection', diagram, updateRecord(diagram, 'connections', id, (record) => ({ ...record, label: name })), gesture);
    case 'notes':
      return transaction('Edit note', diagram, updateRecord(diagram, 'notes', id, (record) => ({ ...record, text: name })), gesture);
    case undefined:
      return null;
  }
};
