import type { Component, Diagram, Entity, Id } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import { isRequest, writes } from '#graph/access.ts';
import { flowsOf, known } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { addBeside, addConnection } from '../fixing.ts';

/** Connections that bring documents into an index. */
export const feedingEdges = (graph: Graph, { id }: Component): readonly Edge[] =>
  graph.into(id).filter((edge) => edge.interaction === 'consume' || edge.interaction === 'replicate' || (isRequest(edge) && writes(edge) === true));

/** The entities that an index is known to hold; `isComplete` where nothing else can be in it. */
export function indexedEntities(graph: Graph, index: Component): { readonly entities: readonly Entity[]; readonly isComplete: boolean } {
  const feeding = feedingEdges(graph, index);
  const { dataStored = [] } = index.properties;
  const ids = new Set([...dataStored, ...feeding.flatMap(flowsOf)]);
  const entities = known(graph, ids);
  const isListed = dataStored.length > 0 || feeding.every((edge) => flowsOf(edge).length > 0);
  return { entities, isComplete: isListed && ids.size > 0 && entities.length === ids.size };
}

/** The diagram in which an index follows the changes of a database through a stream and an indexer. */
export function fedFrom(diagram: Diagram, freshId: FreshId, database: Id, index: Id, flows: readonly Id[] = []): Diagram {
  const [stream, indexer] = [freshId(), freshId()];
  const carried = flows.length > 0 ? { dataFlows: flows } : {};
  const withStream = addBeside(diagram, { id: stream, kind: 'stream', name: 'Changes', anchor: database, direction: 'right' });
  const withIndexer = addBeside(withStream, { id: indexer, kind: 'worker', name: 'Indexer', values: { idempotent: true, instances: 2 }, anchor: stream, direction: 'right' });
  const captured = addConnection(withIndexer, freshId(), database, stream, 'change-data-capture', carried);
  const consumed = addConnection(captured, freshId(), stream, indexer, 'consume', carried);
  return addConnection(consumed, freshId(), indexer, index, 'request', { access: 'write', ...carried });
}
