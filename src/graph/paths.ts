import { memoByIdentity } from '#base/memo.ts';
import type { Id } from '#diagram/diagram.ts';
import type { Edge, Graph } from './graph.ts';
import { isEntry, isInScope } from './roles.ts';

type Follow = (edge: Edge) => boolean;

const every: Follow = () => true;

/** Ids of all components that some of these reach, themselves included. */
export function reachable(graph: Graph, starts: Iterable<Id>, follow: Follow = every): ReadonlySet<Id> {
  const reached = new Set(starts);
  for (const id of reached) for (const edge of graph.out(id)) if (follow(edge)) reached.add(edge.to.id);
  return reached;
}

/** Components and connections of a shortest way, both ends included; undefined where there is none. */
export function shortestPath(graph: Graph, from: Id, to: Id, follow: Follow = every): readonly Id[] | undefined {
  const cameBy = new Map<Id, Edge>();
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to) break;
    for (const edge of graph.out(id)) {
      if (!follow(edge) || seen.has(edge.to.id)) continue;
      seen.add(edge.to.id);
      cameBy.set(edge.to.id, edge);
    }
  }
  if (!seen.has(to)) return undefined;
  const path: Id[] = [to];
  for (let edge = cameBy.get(to); edge && path[0] !== from; edge = cameBy.get(edge.from.id)) path.unshift(edge.from.id, edge.id);
  return path;
}

/** What requests and jobs ever reach, from where work starts or from systems of others. Computed once for each graph. */
export const liveComponents: (graph: Graph) => ReadonlySet<Id> = memoByIdentity((graph) => {
  const starts = [...graph.diagram.components.values()].filter((component) => isEntry(graph, component) || !isInScope(component));
  return reachable(graph, starts.map(({ id }) => id));
});

/** How far each component is from where work starts: the order in which findings are told. An entry without connections starts nothing. Computed once for each graph. */
export const depths: (graph: Graph) => ReadonlyMap<Id, number> = memoByIdentity((graph) => {
  const result = new Map<Id, number>();
  for (const component of graph.diagram.components.values()) if (isEntry(graph, component) && graph.out(component.id).length + graph.into(component.id).length > 0) result.set(component.id, 0);
  for (const [id, depth] of result) for (const { to } of graph.out(id)) if (!result.has(to.id)) result.set(to.id, depth + 1);
  return result;
});
