import { memoByIdentity } from '#base/memo.ts';
import { interactionsBetween } from '#catalog/interaction.ts';
import { isStated } from '#catalog/key-properties.ts';
import type { Component, Entity, Id } from '#diagram/diagram.ts';
import { flowOf } from '#estimate/flow.ts';
import { certain } from '#estimate/rate.ts';
import { isRequest, reads, writes } from '#graph/access.ts';
import { carriedEntities, known } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { waysFrom } from '#graph/proxy.ts';
import { isBroker, isDurableStore } from '#graph/roles.ts';
import type { NotStated } from '../rule.ts';

/** Requests that read a cache. */
export const readingEdges = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter((edge) => isRequest(edge) && reads(edge) === true);
/** Requests that write it. */
export const writingEdges = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter((edge) => isRequest(edge) && writes(edge) === true);

const copyUses: ReadonlySet<string> = new Set(['aggregated-metrics', 'reduce-db-queries', 'speed-expensive-queries']);

/** Whether the cache is declared to hold copies of what lives elsewhere. */
export const isCopy = ({ properties: { useCase } }: Component): boolean => useCase !== undefined && copyUses.has(useCase);

const ownDataUses: ReadonlySet<string> = new Set(['session-store', 'rate-limit-counters', 'presence', 'geo-index', 'leaderboard', 'pub-sub']);

/** Whether the cache is declared to hold data of its own, not copies. */
export const isOwnData = ({ properties: { useCase } }: Component): boolean => useCase !== undefined && ownDataUses.has(useCase);

/** The known entities that a cache holds: those that it declares, and those that its connections carry. */
export const cachedEntities = (graph: Graph, cache: Component): readonly Entity[] => [...new Set([...known(graph, cache.properties.dataStored ?? []), ...carriedEntities(graph, cache.id)])];

/** The cached entities that are known to change. */
export const mutableEntities = (graph: Graph, cache: Component): readonly Entity[] => cachedEntities(graph, cache).filter(({ mutability }) => mutability === 'mutable');

/** Whether it is declared that nothing takes outdated entries away. */
export const invalidatesNothing = ({ properties: { invalidationStrategy } }: Component): boolean =>
  isStated(invalidationStrategy) && (invalidationStrategy ?? []).every((strategy) => strategy === 'none');

/** Reads per second that arrive at a cache; undefined while they are not known for certain. */
export function arrivingReads(graph: Graph, cache: Component): number | undefined {
  const { reads: arriving, unclassified } = flowOf(graph).into(cache);
  return certain(unclassified) === 0 ? certain(arriving) : undefined;
}

/** Asks how many reads arrive; nothing to ask where nobody reads. */
export function askForReads(graph: Graph, cache: Component): NotStated | undefined {
  const edges = graph.into(cache.id).filter((edge) => isRequest(edge) && reads(edge) !== false);
  return edges.length === 0 ? undefined : { verdict: 'not-stated', fields: edges.map((edge) => ({ record: edge.id, property: reads(edge) ? 'peakRps' : 'access' })) };
}

/** Connections that ask for what a cache does not have, by the cache. */
const missesOf = memoByIdentity((graph: Graph): ReadonlyMap<Id, readonly Edge[]> => {
  const found = new Map<Id, Edge[]>();
  for (const edge of graph.edges) {
    const { cacheMissOf } = edge.connection.properties;
    if (cacheMissOf !== undefined) found.set(cacheMissOf, [...(found.get(cacheMissOf) ?? []), edge]);
  }
  return found;
});

/** Whom a miss asks: the targets of reads that happen on a miss, and of the cache's own loads. */
export function missTargets(graph: Graph, { id }: Component): readonly Component[] {
  const misses = missesOf(graph).get(id) ?? [];
  const loads = graph.out(id).filter(({ interaction }) => interaction === 'cache-load');
  const targets = [...misses, ...loads].flatMap((edge) => waysFrom(graph, edge).map(({ edges }) => (edges.at(-1) ?? edge).to));
  return [...new Set(targets)];
}

const isSource = ({ kind }: Component): boolean => kind === 'search-database' || kind === 'service' || kind === 'external-system';

/** Whether a request leads, directly or through proxies, to somebody who may hold the original. */
export const leadsToSource = (graph: Graph, edge: Edge): boolean =>
  isRequest(edge) && waysFrom(graph, edge).some(({ edges }) => {
    const target = (edges.at(-1) ?? edge).to;
    return isDurableStore(target) || isSource(target);
  });

/** Whether the cache itself reaches a store; an arrow whose meaning is open loads or flushes. */
export const hasStoreOfItsOwn = (graph: Graph, cache: Component): boolean =>
  graph.out(cache.id).some(({ interaction, to }) => interaction === 'cache-load' || interaction === 'cache-flush' || (interaction === undefined && interactionsBetween(cache.kind, to.kind).length > 0));

/** Whether a feed comes in; an arrow from a broker whose meaning is open may be one. */
const isFed = (graph: Graph, cache: Component): boolean => graph.into(cache.id).some(({ interaction, from }) => interaction === 'consume' || (interaction === undefined && isBroker(from)));

/** Whether the diagram draws where a miss could be answered: behind a reader, behind the cache itself, or behind whoever fills it. */
export function hasSourceBehind(graph: Graph, cache: Component): boolean {
  const readers = new Set(readingEdges(graph, cache).map(({ from }) => from.id));
  if ([...readers].some((id) => graph.out(id).some((edge) => edge.to.id !== cache.id && edge.connection.properties.access !== 'write' && leadsToSource(graph, edge)))) return true;
  if (hasStoreOfItsOwn(graph, cache) || isFed(graph, cache)) return true;
  const writers = new Set(writingEdges(graph, cache).map(({ from }) => from.id));
  return [...writers].some(
    (id) =>
      graph.into(id).some(({ interaction }) => interaction === 'consume' || interaction === 'change-data-capture') ||
      graph.out(id).some((edge) => edge.to.id !== cache.id && leadsToSource(graph, edge)),
  );
}
