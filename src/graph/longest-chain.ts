import { memoByIdentity } from '#base/memo.ts';
import type { Id } from '#diagram/diagram.ts';
import { isCall } from './dependency.ts';
import { postorder } from './dominators.ts';
import type { Edge, Graph } from './graph.ts';
import { shortestPath } from './paths.ts';

/** Calls one after the other, told from the last one. */
export interface Chain {
  readonly length: number;
  readonly last: Edge;
  readonly before: Chain | undefined;
}

/** The chain that goes on over a connection, given the longest one that comes to its source; undefined where none does. */
export type Extend = (edge: Edge, before: Chain | undefined) => Chain | undefined;

/**
 * The longest chain of calls into each component, by what `extend` counts. Components that call each other in a circle
 * are one station, so that every connection is looked at once. Longest simple paths through circles would take exponential time.
 * With `within`, a set of components closed under calls, no others are looked at.
 */
export function longestChains(graph: Graph, extend: Extend, within?: ReadonlySet<Id>): (id: Id) => Chain | undefined {
  const { stations, stationOf } = callOrder(graph);
  const longest = new Map<number, Chain>();
  const order = within ? [...new Set([...within].map(stationOf))].sort((a, b) => a - b) : stations.keys();
  for (const station of order) {
    for (const edge of (stations[station] ?? []).flatMap((id) => graph.out(id))) {
      const next = stationOf(edge.to.id);
      const chain = isCall(edge) && next !== station ? extend(edge, longest.get(station)) : undefined;
      if (chain && chain.length > (longest.get(next)?.length ?? -Infinity)) longest.set(next, chain);
    }
  }
  return (id) => longest.get(stationOf(id));
}

/** Whether a call leads on to another component of the circle that its source is part of. */
export function isWithinCircle(graph: Graph, { from, to }: Edge): boolean {
  const { stationOf } = callOrder(graph);
  return stationOf(from.id) === stationOf(to.id);
}

/** The connections of a chain in their order, without those inside of circles. */
export function linksOf(chain: Chain): readonly Edge[] {
  const links: Edge[] = [];
  for (let at: Chain | undefined = chain; at; at = at.before) links.unshift(at.last);
  return links;
}

/** The connections of a chain in their order, circles passed on a shortest way. */
export function wayOf(graph: Graph, chain: Chain): readonly Edge[] {
  const links = linksOf(chain);
  return links.flatMap((edge, index) => {
    const inside = shortestPath(graph, links[index - 1]?.to.id ?? edge.from.id, edge.from.id, isCall) ?? [];
    return [...inside.flatMap((id) => graph.edge(id) ?? []), edge];
  });
}

interface CallOrder {
  readonly stations: readonly (readonly Id[])[];
  stationOf(id: Id): number;
}

/** Components in the order of calls, callers first; those of one circle together (Kosaraju). Computed once for each graph. */
const callOrder: (graph: Graph) => CallOrder = memoByIdentity((graph) => {
  const ids = [...graph.diagram.components.keys()];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const all = [...ids.keys()];
  const root = ids.length;
  const calls = ids.map((id) => graph.out(id).filter(isCall).flatMap(({ to }) => numbers.get(to.id) ?? []));
  const order = postorder({ size: root + 1, successors: (node) => (node === root ? all : (calls[node] ?? [])) }, root);
  const placed = new Map<Id, number>();
  const stations: (readonly Id[])[] = [];
  for (const number of order.toReversed()) {
    const start = ids[number];
    if (start === undefined || placed.has(start)) continue;
    const members = new Set([start]);
    for (const id of members) for (const edge of graph.into(id)) if (isCall(edge) && !placed.has(edge.from.id)) members.add(edge.from.id);
    for (const id of members) placed.set(id, stations.length);
    stations.push([...members]);
  }
  return { stations, stationOf: (id) => placed.get(id) ?? -1 };
});
