import type { KindId } from '#catalog/kinds.ts';
import type { Component, Diagram } from '#diagram/diagram.ts';
import type { Values } from '#diagram/edits.ts';
import type { Graph } from '#graph/graph.ts';
import { arrow, arrows, componentsOf, each, edgesWhere, type Flaw } from './flaw.ts';

/** The strangers among the clients. */
const strangers = (graph: Graph): readonly Component[] => componentsOf('client')(graph).filter(({ properties }) => properties.trusted !== true);

/** Each of these components that strangers could reach in one step, but do not. */
const outOfReach = (...kinds: readonly KindId[]) => (graph: Graph): readonly Component[] => {
  const [client] = strangers(graph);
  return client ? componentsOf(...kinds)(graph).filter(({ id }) => graph.into(id).every(({ from }) => from.id !== client.id)) : [];
};

/** The diagram with an arrow from a stranger to this component. */
const shortcut = ({ id }: Component, graph: Graph, properties: Values): Diagram => {
  const [client] = strangers(graph);
  return client ? arrow(graph.diagram, client.id, id, properties, { id: 'shortcut' }) : graph.diagram;
};

const asks = { interaction: 'request', access: 'read', timeoutMs: 5000, encryptedInTransit: true } as const;

/** Ways past what stands in between, taken by those who are drawn already. */
export const shortcutFlaws: readonly Flaw[] = [
  { name: 'client: straight to the store', guards: ['client/direct-datastore-access'], plantings: each(outOfReach('core-database', 'distributed-cache', 'search-database', 'distributed-lock'), (store, graph) => shortcut(store, graph, asks)) },
  { name: 'client: straight to the broker', guards: ['client/publishes-to-broker'], plantings: each((graph) => outOfReach('queue', 'stream')(graph).filter(({ properties }) => properties.isDeadLetterQueue !== true), (broker, graph) => shortcut(broker, graph, { interaction: 'publish', requestBytes: 400, encryptedInTransit: true })) },
  { name: 'client: past the gateway', guards: ['api-gateway/bypassed'], mayRaise: ['load-balancer/missing-for-scaled-service', 'capacity/latency-budget-exceeded'], plantings: each((graph) => edgesWhere(arrows({ interaction: 'request', from: 'api-gateway', to: 'service' }))(graph).map(({ to }) => to).filter((service) => outOfReach('service')(graph).includes(service)), (service, graph) => shortcut(service, graph, { ...asks, protocol: 'http' })) },
];
