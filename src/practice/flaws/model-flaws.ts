import { kindOf } from '#catalog/kinds.ts';
import { undeclaredKeyProperties } from '#catalog/key-properties.ts';
import type { Component } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { where } from './guards.ts';
import { arrow, arrows, box, componentsOf, connections, each, edgesWhere, type Flaw, set, without, withoutComponent, withoutConnection } from './flaw.ts';

const behindGateway = arrows({ interaction: 'request', from: 'api-gateway', to: 'service' });
const stores = ['core-database', 'blob-storage', 'search-database', 'distributed-cache'] as const;

/** Whether work that starts somewhere still gets everywhere. */
const isAllReached = (graph: Graph): boolean => {
  const starts = [...graph.diagram.components.values()].filter(({ kind }) => kind === 'client' || kind === 'scheduled-job' || kind === 'external-system').map(({ id }) => id);
  const seen = new Set(starts);
  for (const id of seen) for (const { to } of graph.out(id)) seen.add(to.id);
  return starts.length > 0 && seen.size === graph.diagram.components.size;
};

/** A component that leaves a hole: whatever hung on it is alone or out of reach. */
const holes = ['model/unreachable-component', 'capacity/latency-budget-exceeded', 'cache/no-fallback-datastore', 'load-balancer/no-target', 'cache/never-read', 'stream/no-consumer', 'api-gateway/no-backend', 'search/no-feed', 'capacity/backlog-exceeds-deadline', 'lock/fencing-token-without-source', 'queue/no-consumer', 'capacity/stream-partition-throughput', 'queue/no-producer', 'lock/protects-nothing'];

/** Rules that cannot decide without a key property, or take its absence for a question. */
const askAsWell = ['api-gateway/no-authentication', 'api-gateway/no-rate-limiting', 'topology/single-point-of-failure', 'cache/no-eviction-policy', 'capacity/stream-partition-throughput', 'stream/consumers-exceed-partitions', 'stream/no-partition-key', 'blob-storage/weak-redundancy', 'load-balancer/websocket-on-l7', 'blob-storage/public-sensitive-data', 'service/push-without-routing', 'capacity/connection-capacity-exceeded', 'capacity/overloaded-component', 'capacity/queue-drain-below-arrival', 'load-balancer/single-target', 'lock/no-expiry', 'queue/dead-letter-type-mismatch', 'queue/fifo-broken-by-parallel-consumers', 'lock/redlock-too-few-instances', 'cdn/ttl-exceeds-change-interval'];

/** One key property of a component taken back to "not stated". */
const unsaid = (component: Component): readonly string[] => {
  const table = kindOf(component.kind)?.properties ?? {};
  return Object.keys(table).filter((name) => table[name]?.key && Object.hasOwn(component.properties, name) && undeclaredKeyProperties(component.kind, { ...component.properties, [name]: undefined }).includes(name));
};

/** What makes a drawing readable: whole arrows, names, entries, and reasons for what is accepted. */
export const modelFlaws: readonly Flaw[] = [
  { name: 'client: gone', guards: ['model/no-entry-point', 'model/unreachable-component'], mayRaise: ['capacity/latency-budget-exceeded', 'capacity/backlog-exceeds-deadline', 'capacity/stream-partition-throughput'], plantings: withoutComponent('client'), survivesWhere: [where('Others still start all the work.', isAllReached)] },
  { name: 'way in: nothing leads to the service', guards: ['model/unreachable-component', 'api-gateway/no-backend', 'model/orphan-component'], mayRaise: ['capacity/latency-budget-exceeded'], plantings: withoutConnection(behindGateway), survivesWhere: [where('Work still gets everywhere, and the gateway still leads somewhere.', (graph) => isAllReached(graph) && componentsOf('api-gateway')(graph).every(({ id }) => graph.out(id).length > 0))] },
  { name: 'arrow: reversed', guards: ['model/reversed-message-flow'], plantings: each(edgesWhere(({ interaction }) => interaction === 'consume'), ({ id, from, to, connection }, { diagram }) => ({ ...diagram, connections: new Map(diagram.connections).set(id, { ...connection, from: to.id, to: from.id }) })) },
  { name: 'arrow: means what it cannot mean', guards: ['model/invalid-connection'], plantings: connections(arrows({ interaction: 'request', from: ['client', 'api-gateway', 'load-balancer'] }), { interaction: 'acquire-lock' }) },
  { name: 'arrow: a client that consumes', guards: ['model/invalid-connection'], mayRaise: ['capacity/latency-budget-exceeded', 'capacity/overloaded-component', 'capacity/high-utilization', 'connection/bursty-writes-without-buffer', 'capacity/hot-partition'], plantings: connections(arrows({ interaction: 'request', from: 'client' }), { interaction: 'consume' }) },
  { name: 'arrow: leads nowhere', guards: ['model/dangling-connection'], mayRaise: ['cdn/no-origin', 'queue/missing-dead-letter-queue', 'stream/poison-event-blocks-partition', 'model/orphan-component', 'capacity/latency-budget-exceeded'], plantings: each(edgesWhere(({ interaction }) => interaction === 'dead-letter' || interaction === 'origin-fetch'), ({ id, connection }, { diagram }) => ({ ...diagram, connections: new Map(diagram.connections).set(id, { ...connection, to: 'gone' }) })) },
  { name: 'arrow: does not say whether it reads or writes', guards: ['model/incomplete-connection'], mayRaise: ['cache/never-read'], plantings: connections(arrows({ interaction: 'request', to: stores }), { access: undefined }) },
  { name: 'component: alone', guards: ['model/orphan-component'], mayRaise: holes, plantings: each(componentsOf('service', 'worker', 'core-database', 'distributed-cache'), ({ id }, graph) => without(graph, [...graph.into(id), ...graph.out(id)].map((edge) => edge.id))) },
  { name: 'component: named like another one', guards: ['model/duplicate-name'], plantings: each((graph) => componentsOf('service')(graph).slice(1), (component, graph) => ({ ...graph.diagram, components: new Map(graph.diagram.components).set(component.id, { ...component, name: componentsOf('service')(graph)[0]?.name ?? '' }) })) },
  {
    name: 'component: a key property not said',
    guards: ['model/undeclared-key-properties'],
    mayRaise: askAsWell,
    plantings: (graph) => [...graph.diagram.components.values()].filter(({ id }) => graph.into(id).length + graph.out(id).length > 0).flatMap((component) => unsaid(component).slice(0, 2).map((name) => ({ on: `${component.id}`, diagram: set(graph.diagram, component.id, { [name]: undefined }) }))),
  },
  { name: 'client: talks to the store', guards: ['client/direct-datastore-access'], mayRaise: ['model/undeclared-key-properties'], plantings: each(componentsOf('core-database', 'distributed-cache', 'search-database', 'distributed-lock'), ({ id }, { diagram }) => arrow(box(diagram, 'stranger', 'client', { trusted: false }), 'stranger', id, { interaction: 'request', access: 'read', encryptedInTransit: true })) },
  { name: 'acceptance: without need', guards: ['model/unused-suppression'], plantings: each(componentsOf('core-database'), ({ id }, { diagram }) => ({ ...diagram, suppressions: new Map([['s', { id: 's', rule: 'database/no-backup', on: id, reason: 'It was not there yet.' }]]) })) },
  { name: 'acceptance: without a reason', guards: ['model/suppression-without-reason'], plantings: each(componentsOf('core-database'), ({ id }, { diagram }) => ({ ...set(diagram, id, { backup: 'none' }), suppressions: new Map([['s', { id: 's', rule: 'database/no-backup', on: id, reason: 'ok' }]]) })) },
];

