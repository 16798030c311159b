import type { Component, Id } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isEntry, isProxy } from '#graph/roles.ts';

/** Whoever starts calls and waits for their answers: clients, systems of others that call in, and services that only call in from outside what is drawn. */
export const callersOf = (graph: Graph): readonly Id[] =>
  [...graph.diagram.components.values()].filter((component) => (component.kind === 'service' ? callsIn(graph, component) : component.kind !== 'scheduled-job' && isEntry(graph, component))).map(({ id }) => id);

/** Calls that come from outside: of clients, of systems of others that nobody calls, and of services that only call in. */
export const callsFromOutside = (graph: Graph): readonly Edge[] =>
  callersOf(graph).filter((id) => graph.into(id).length === 0 || graph.diagram.components.get(id)?.kind === 'client').flatMap((id) => graph.out(id));

/** Whether nothing leads to a service, and it calls gateways, balancers and services only. What polls a store is none. */
const callsIn = (graph: Graph, { id }: Component): boolean =>
  graph.into(id).length === 0 && graph.out(id).length > 0 && graph.out(id).every(({ to }) => isProxy(to) || to.kind === 'service');
