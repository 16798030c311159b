import { memoByIdentity } from '#base/memo.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import { isCall } from './dependency.ts';
import type { Edge, Graph } from './graph.ts';
import { knots } from './knots.ts';
import { statedPassage, type Way, waysFrom } from './proxy.ts';
import { isCompute, isInScope, isProxy } from './roles.ts';

/** Components that wait for each other in a ring. */
export interface CallCycle {
  /** From each component of a shortest ring to the next, through proxies; it starts at the code with the smallest id. */
  readonly ways: readonly Way[];
  /** `open` where it rests on a proxy whose targets the diagram leaves open. */
  readonly certainty: Way['certainty'];
  /** What else is entangled with them. */
  readonly others: readonly Id[];
}

/** One ring of synchronous calls for each knot with two or more components of the product's own code. Computed once for each graph. */
export const callCycles: (graph: Graph) => readonly CallCycle[] = memoByIdentity((graph) => {
  const steps = stepsOf(graph);
  const certain = cyclesOf(graph, (id) => (steps.get(id) ?? []).filter((way) => way.certainty === 'certain'), 'certain');
  const known = new Set(certain.flatMap(({ ways }) => ways.map((way) => way.edges[0].from.id)));
  const open = cyclesOf(graph, (id) => steps.get(id) ?? [], 'open').filter(({ ways, others }) => ![...ways.map(({ edges }) => edges[0].from.id), ...others].some((id) => known.has(id)));
  return [...certain, ...open];
});

const endOfWay = ({ edges }: Way): Component => (edges.at(-1) ?? edges[0]).to;

/** A webhook answers at once and calls back later. */
const waits = (edge: Edge): boolean => isCall(edge) && edge.connection.properties.protocol !== 'webhook';

/** Synchronous ways from every component to the next ones, proxies passed. */
function stepsOf(graph: Graph): ReadonlyMap<Id, readonly Way[]> {
  const starts = [...graph.diagram.components.values()].filter((component) => !isProxy(component));
  return new Map(starts.map(({ id }) => [id, graph.out(id).filter(waits).flatMap((edge) => waysFrom(graph, edge, statedPassage)).filter(({ edges }) => edges.every(waits))]));
}

function cyclesOf({ diagram }: Graph, steps: (id: Id) => readonly Way[], certainty: Way['certainty']): readonly CallCycle[] {
  return knots(diagram.components.keys(), (id) => steps(id).map((way) => endOfWay(way).id)).flatMap((knot) => {
    const members = new Set(knot);
    const starts = knot.toSorted().filter((id) => isOwnCode(diagram.components.get(id)));
    const inside = (id: Id): readonly Way[] => steps(id).filter((way) => members.has(endOfWay(way).id));
    const ways = starts.reduce<readonly Way[] | undefined>((best, start) => ringFrom(start, inside, best?.length) ?? best, undefined);
    if (!ways) return [];
    const shown = new Set(ways.map(({ edges }) => edges[0].from.id));
    return [{ ways, certainty, others: knot.filter((id) => !shown.has(id)) }];
  });
}

const isOwnCode = (component: Component | undefined): boolean => component !== undefined && isCompute(component) && isInScope(component);

/** A shortest ring from a component back to itself that meets other code on its way, and is shorter than known ones. */
function ringFrom(start: Id, steps: (id: Id) => readonly Way[], shorterThan = Infinity): readonly Way[] | undefined {
  const queue: { readonly at: Id; readonly met: boolean; readonly ways: readonly Way[] }[] = [{ at: start, met: false, ways: [] }];
  const seen = new Set<string>();
  for (const { at, met, ways } of queue) {
    if (ways.length + 1 >= shorterThan) return undefined;
    for (const way of steps(at)) {
      const to = endOfWay(way);
      if (to.id === start && met) return [...ways, way];
      const next = { at: to.id, met: met || isCompute(to), ways: [...ways, way] };
      const key = `${next.met} ${to.id}`;
      if (to.id === start || seen.has(key) || ways.some((before) => endOfWay(before).id === to.id)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
  return undefined;
}
