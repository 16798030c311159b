import type { Id } from '../diagram.ts';
import { type Command, transaction } from '../transaction.ts';
import { withoutRecords, withTheirConnections } from '../without-records.ts';

/** Removes records with their connections, and every mention of them. The content of a removed boundary moves up to the next one. */
export const deleteRecords: Command<{ readonly ids: Iterable<Id> }> = (diagram, { ids }) => {
  const gone = withTheirConnections(diagram, ids);
  return transaction(gone.size === 1 ? 'Delete' : `Delete ${gone.size} items`, diagram, withoutRecords(diagram, gone));
};
