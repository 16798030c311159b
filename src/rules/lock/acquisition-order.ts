import { memoByIdentity } from '#base/memo.ts';
import { byId } from '#base/order.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { takingEdges } from './lock-terms.ts';

/** A holder takes one lock before another one, as the numbers on its arrows say. */
interface Precedence {
  readonly holder: Component;
  readonly first: Component;
  readonly next: Component;
}

/** Locks that each holder of a circle takes before the next one of it. */
export interface Circle {
  readonly locks: readonly Component[];
  readonly holders: readonly Component[];
}

const numbered = /^\s*(?:order[\s:#]*)?(\d+)/i;

/** Every declared order of two locks, computed once for each graph. */
const precedencesOf: (graph: Graph) => readonly Precedence[] = memoByIdentity((graph) => [...graph.diagram.components.values()].filter(isCompute).sort(byId).flatMap((holder) => ordersOf(graph, holder)));

/** A lock counts from where it is first taken; locks with the same number have no order. */
function ordersOf(graph: Graph, holder: Component): readonly Precedence[] {
  const places = new Map<Component, number>();
  for (const { to, connection } of takingEdges(graph, holder.id)) {
    const digits = numbered.exec(connection.label)?.[1];
    if (digits !== undefined) places.set(to, Math.min(Number(digits), places.get(to) ?? Infinity));
  }
  const steps = [...new Set(places.values())].sort((a, b) => a - b);
  const at = (place: number | undefined): readonly Component[] => [...places].filter(([, other]) => other === place).map(([lock]) => lock);
  return steps.flatMap((place, index) => at(place).flatMap((first) => at(steps[index + 1]).map((next) => ({ holder, first, next }))));
}

/** The circles that a holder closes with the order in which others take their locks; the shortest one for each of its own steps. */
export function circlesOf(graph: Graph, holder: Component): readonly Circle[] {
  const all = precedencesOf(graph);
  return all.filter((own) => own.holder.id === holder.id).flatMap((own) => {
    const back = shortestWay(all, own.next, own.first.id);
    if (!back) return [];
    const locks = [own.first, ...back.slice(0, -1)];
    const others = back.slice(1).flatMap((lock, index) => all.filter(({ first, next }) => first.id === back[index]?.id && next.id === lock.id));
    return [{ locks, holders: [...new Set([holder, ...others.map((each) => each.holder)])] }];
  });
}

/** Locks from one to another along the precedences, both included. */
function shortestWay(all: readonly Precedence[], from: Component, to: Id): readonly Component[] | undefined {
  const ways = new Map<Id, readonly Component[]>([[from.id, [from]]]);
  for (const [id, way] of ways) {
    if (id === to) return way;
    for (const { first, next } of all) if (first.id === id && !ways.has(next.id)) ways.set(next.id, [...way, next]);
  }
  return undefined;
}
