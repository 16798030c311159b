import type { Component, Id } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { waysFrom, waysTo } from '#graph/proxy.ts';
import { isProxy } from '#graph/roles.ts';

/** A step from one component to another, over proxies between them where there are any. */
export interface Hop {
  readonly from: Component;
  readonly to: Component;
  /** The connection that arrives. */
  readonly last: Edge;
  /** All connections of the step, in their order. */
  readonly edges: readonly [Edge, ...Edge[]];
  /** Components and connections in the order of the way. */
  readonly witness: readonly Id[];
}

/** Every connection, and every way through proxies: what lies between two components does not matter to a check. */
export function hopsOf(graph: Graph): readonly Hop[] {
  return graph.edges.flatMap((edge): readonly Hop[] => {
    const direct = hop([edge]);
    if (isProxy(edge.from) && edge.interaction === 'publish') return [direct, ...waysTo(graph, edge).map(({ edges }) => hop(edges))];
    if (!isProxy(edge.to) || edge.interaction !== 'request') return [direct];
    return [direct, ...waysFrom(graph, edge).filter(({ edges }) => edges.length > 1).map(({ edges }) => hop(edges))];
  });
}

function hop(edges: readonly [Edge, ...Edge[]]): Hop {
  const [first] = edges;
  const last = edges.at(-1) ?? first;
  return { from: first.from, to: last.to, last, edges, witness: [first.from.id, ...edges.flatMap(({ id, to }) => [id, to.id])] };
}
