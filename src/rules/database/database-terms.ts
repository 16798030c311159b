import type { Component, Diagram, Entity, Id } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import { isRequest, reads, writes } from '#graph/access.ts';
import { entitiesOf, known } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { waysFrom } from '#graph/proxy.ts';
import { isBlank } from '../blank.ts';
import { addBeside, addConnection, set } from '../fixing.ts';

const pointerBytes = 1024;

/** The connection as an edge into a core database; undefined for all others. */
export function edgeIntoDatabase(graph: Graph, id: Id): Edge | undefined {
  const edge = graph.edge(id);
  return edge?.to.kind === 'core-database' ? edge : undefined;
}

/** Whether a connection changes what its target stores: it says so, or it brings messages or flushed entries. Copying between members of one store is none. */
export const changesData = (edge: Edge): boolean => edge.interaction !== 'replicate' && (writes(edge) ?? (edge.interaction === 'consume' || edge.interaction === 'cache-flush'));

export const writingEdges = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter(changesData);

/** Connections that write, and requests that do not say whether they do. */
export const perhapsWritingEdges = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter((edge) => changesData(edge) || (isRequest(edge) && writes(edge) === undefined));

export const readingEdges = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter((edge) => edge.interaction !== 'replicate' && reads(edge) === true);

/** Entities that a database stores or that are written to it, each once. */
export const keptEntities = (graph: Graph, component: Component): readonly Entity[] => [
  ...new Set([...known(graph, component.properties.dataStored ?? []), ...writingEdges(graph, component).flatMap((edge) => entitiesOf(graph, edge))]),
];

/** Whether data is split over several servers. */
export const isPartitioned = ({ properties: { partitioning, shardCount } }: Component): boolean => (partitioning !== undefined && partitioning !== 'none') || (shardCount ?? 1) > 1;

/** The first field of a key: "tenantId" of "(tenantId, created_at)". */
export const firstField = (key: string): string => (key.replaceAll(/[()[\]{}<>]/g, '').split(',')[0] ?? '').trim();

export const isSameField = (a: string | undefined, b: string | undefined): boolean => !isBlank(a) && a?.trim().toLowerCase() === b?.trim().toLowerCase();

/** Read and write quorums that cannot miss each other. */
export const overlappingQuorums = (copies: number): { readonly readQuorum: number; readonly writeQuorum: number } => ({
  readQuorum: Math.floor(copies / 2) + 1,
  writeQuorum: Math.floor(copies / 2) + 1,
});

/** Whether strong consistency is promised by quorums that may miss each other. */
export function missesQuorum({ replicationMode, consistencyModel, readQuorum, writeQuorum, replicationFactor }: Component['properties']): boolean {
  if (replicationMode !== 'leaderless' || consistencyModel !== 'strong') return false;
  return readQuorum !== undefined && writeQuorum !== undefined && replicationFactor !== undefined && readQuorum + writeQuorum <= replicationFactor;
}

/** Where requests on a connection end once proxies are passed; undefined where that may be one of several. */
export function endOf(graph: Graph, edge: Edge): Component | undefined {
  const ends = new Set(waysFrom(graph, edge).map(({ edges }) => (edges.at(-1) ?? edge).to));
  return ends.size === 1 ? [...ends][0] : undefined;
}

/** The size of one record of a connection in bytes; undefined while it is not stated. */
export function recordBytes({ connection: { properties } }: Edge): number | undefined {
  return properties.requestBytes === undefined ? undefined : properties.requestBytes / (properties.batchSize ?? 1);
}

/** Whether a flow of large values can go to blob storage instead: a cache flushes into databases only. */
export const isMovable = ({ interaction }: Edge): boolean => interaction === 'request' || interaction === 'consume';

/** The diagram with large values in a new blob storage, and a small write of what points to them left behind. */
export function withBlobStorage(diagram: Diagram, freshId: FreshId, database: Id, flows: readonly Edge[]): Diagram {
  const blob = freshId();
  const pointer = Math.min(pointerBytes, diagram.components.get(database)?.properties.maxItemBytes ?? pointerBytes);
  const added = addBeside(diagram, { id: blob, kind: 'blob-storage', name: 'Blob storage', anchor: database, direction: 'below' });
  return flows.reduce((next, edge) => {
    const { dataFlows } = edge.connection.properties;
    const values = { access: 'write', requestBytes: recordBytes(edge) ?? 0, ...(dataFlows ? { dataFlows } : {}) };
    const bytes = addConnection(next, freshId(), edge.from.id, blob, edge.interaction === 'consume' ? 'consume' : 'request', values);
    return set(bytes, edge.id, { requestBytes: pointer, batchSize: undefined });
  }, added);
}
