import { memoByIdentity } from '#base/memo.ts';
import type { Id } from '#diagram/diagram.ts';
import { isCall } from './dependency.ts';
import type { Edge, Graph } from './graph.ts';
import { reachable, shortestPath } from './paths.ts';
import { ofKind } from './roles.ts';

/** Clients, and all that clients reach by calls and wait for. Computed once for each graph. */
export const awaitedByClients: (graph: Graph) => ReadonlySet<Id> = memoByIdentity((graph) => reachable(graph, clientIds(graph), isCall));

/** Whether a client waits for this call, made by itself or by somebody it waits for. */
export const isOnClientPath = (graph: Graph, edge: Edge): boolean => isCall(edge) && awaitedByClients(graph).has(edge.from.id);

/** Components and connections of a shortest way of calls from a client over this connection; of the connection alone where no client calls. */
export function clientPathOver(graph: Graph, { id, from, to }: Edge): readonly Id[] {
  const ways = clientIds(graph).flatMap((client) => [shortestPath(graph, client, from.id, isCall) ?? []]);
  const [nearest] = ways.filter((way) => way.length > 0).toSorted((a, b) => a.length - b.length);
  return [...(nearest ?? [from.id]), id, to.id];
}

const clientIds = (graph: Graph): readonly Id[] => ofKind(graph, 'client').map(({ id }) => id);
