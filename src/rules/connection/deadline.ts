import { triggerOf } from '#estimate/flow.ts';
import { isPersistent, isRequest } from '#graph/access.ts';
import { isCall } from '#graph/dependency.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { passage } from '#graph/proxy.ts';
import { isProxy } from '#graph/roles.ts';
import { attemptsOf } from './connection-terms.ts';

/** What may be used of the caller's time: the rest is for the way and for the component's own work. */
const usableShare = 0.8;

/** Requests whose caller waits while this request is made for it. */
export const awaitingEdges = (graph: Graph, inner: Edge): readonly Edge[] =>
  graph.into(inner.from.id).filter((outer) => outer.id !== inner.id && isRequest(outer) && isCall(outer) && isPersistent(outer) !== true && mayCause(graph, outer, inner));

/** The awaiting request that is given up first; undefined where none states a timeout. */
export function firstToGiveUp(graph: Graph, inner: Edge): { readonly outer: Edge; readonly timeoutMs: number } | undefined {
  const limited = awaitingEdges(graph, inner).flatMap((outer) => {
    const { timeoutMs } = outer.connection.properties;
    return timeoutMs ? [{ outer, timeoutMs }] : [];
  });
  return limited.toSorted((a, b) => a.timeoutMs - b.timeoutMs)[0];
}

/** The longest timeout of a request that leaves its caller time for all tries and an answer; undefined where no whole millisecond is left. */
export function fittingTimeout(inner: Edge, callerTimeoutMs: number): number | undefined {
  const fitting = Math.floor((usableShare * callerTimeoutMs) / attemptsOf(inner));
  return fitting > 0 ? fitting : undefined;
}

/** Whether what comes in on one connection can lead to the call on the other. */
function mayCause(graph: Graph, outer: Edge, inner: Edge): boolean {
  if (isProxy(outer.to) && passage(graph, outer, inner) === 'excluded') return false;
  const { access } = outer.connection.properties;
  const trigger = triggerOf(inner);
  return !(access === 'read' && trigger === 'writes') && !(access === 'write' && trigger === 'reads');
}
