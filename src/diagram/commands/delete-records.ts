<<<<<<< HEAD
import type { Id } from '../diagram.ts';
=======
import type { Diagram, Id } from '../diagram.ts';
import { withoutNamingsOn } from '../notebook.ts';
>>>>>>> w-iv
import { type Command, transaction } from '../transaction.ts';
import { withoutRecords, withTheirConnections } from '../without-records.ts';

/** Removes records with their connections, and every mention of them. The content of a removed boundary moves up to the next one. */
export const deleteRecords: Command<{ readonly ids: Iterable<Id> }> = (diagram, { ids }) => {
<<<<<<< HEAD
  const gone = withTheirConnections(diagram, ids);
  return transaction(gone.size === 1 ? 'Delete' : `Delete ${gone.size} items`, diagram, withoutRecords(diagram, gone));
=======
  const gone = new Set(ids);
  for (const { id, from, to } of diagram.connections.values()) if (gone.has(from) || gone.has(to)) gone.add(id);
  const next: Diagram = {
    ...diagram,
    components: kept(diagram.components, gone),
    connections: kept(diagram.connections, gone),
    boundaries: kept(diagram.boundaries, gone),
    notes: kept(diagram.notes, gone),
    suppressions: new Map([...diagram.suppressions].filter(([, { on }]) => !gone.has(on))),
  };
  return transaction(gone.size === 1 ? 'Delete' : `Delete ${gone.size} items`, diagram, withoutNamingsOn(withoutReferences(next, diagram, gone), gone));
>>>>>>> w-iv
};
