import { isRequest, reads, writes } from '#graph/access.ts';
import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { waysFrom } from '#graph/proxy.ts';
import { isDurableStore } from '#graph/roles.ts';

export const readingEdges = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter((edge) => isRequest(edge) && reads(edge) === true);
export const writingEdges = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter((edge) => isRequest(edge) && writes(edge) === true);

const copyUses: ReadonlySet<string> = new Set(['aggregated-metrics', 'reduce-db-queries', 'speed-expensive-queries']);

/** Whether the cache is declared to hold copies of what lives elsewhere. */
export const isCopy = ({ properties: { useCase } }: Component): boolean => useCase !== undefined && copyUses.has(useCase);

const isSource = ({ kind }: Component): boolean => kind === 'search-database' || kind === 'service' || kind === 'external-system';
const leadsToSource = (graph: Graph, edge: Edge): boolean =>
  isRequest(edge) && waysFrom(graph, edge).some(({ edges }) => {
    const target = (edges.at(-1) ?? edge).to;
    return isDurableStore(target) || isSource(target);
  });

/** Whether the diagram draws where a miss could be answered: behind a reader, behind the cache itself, or behind whoever fills it. */
export function hasSourceBehind(graph: Graph, cache: Component): boolean {
  const readers = new Set(readingEdges(graph, cache).map(({ from }) => from.id));
  if ([...readers].some((id) => graph.out(id).some((edge) => edge.to.id !== cache.id && edge.connection.properties.access !== 'write' && leadsToSource(graph, edge)))) return true;
  if (graph.out(cache.id).some(({ interaction }) => interaction === 'cache-load' || interaction === 'cache-flush')) return true;
  if (graph.into(cache.id).some(({ interaction }) => interaction === 'consume')) return true;
  const writers = new Set(writingEdges(graph, cache).map(({ from }) => from.id));
  return [...writers].some(
    (id) =>
      graph.into(id).some(({ interaction }) => interaction === 'consume' || interaction === 'change-data-capture') ||
      graph.out(id).some((edge) => edge.to.id !== cache.id && leadsToSource(graph, edge)),
  );
}
