import type { Diagram, Id } from './diagram.ts';
import { withoutNamingsOn } from './notebook.ts';
import { withoutReferences } from './references.ts';

/** These ids, and those of the connections that begin or end at them. */
export function withTheirConnections(diagram: Diagram, ids: Iterable<Id>): ReadonlySet<Id> {
  const found = new Set(ids);
  for (const { id, from, to } of diagram.connections.values()) if (found.has(from) || found.has(to)) found.add(id);
  return found;
}

/** The diagram without these records, their connections, and every mention of them. The content of a removed boundary moves up to the next one. */
export function withoutRecords(diagram: Diagram, ids: Iterable<Id>): Diagram {
  const gone = withTheirConnections(diagram, ids);
  const next: Diagram = {
    ...diagram,
    components: kept(diagram.components, gone),
    connections: kept(diagram.connections, gone),
    boundaries: kept(diagram.boundaries, gone),
    notes: kept(diagram.notes, gone),
    suppressions: new Map([...diagram.suppressions].filter(([, { on }]) => !gone.has(on))),
  };
  return withoutNamingsOn(withoutReferences(next, diagram, gone), gone);
}

const kept = <R>(table: ReadonlyMap<Id, R>, gone: ReadonlySet<Id>): ReadonlyMap<Id, R> => new Map([...table].filter(([id]) => !gone.has(id)));
