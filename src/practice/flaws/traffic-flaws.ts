import type { Id } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { cutsOff, where, whereEdge } from './guards.ts';
import { arrow, arrows, box, components, componentsOf, connections, each, edgesWhere, type Of, type Flaw, propertiesOf, set, without } from './flaw.ts';

const gateway = 'api-gateway' as const;
const balancer = 'load-balancer' as const;
const behindGateway = arrows({ interaction: 'request', from: gateway, to: 'service' });
const behindBalancer = arrows({ interaction: 'request', from: balancer });
const persistent: ReadonlySet<string> = new Set(['websocket', 'sse', 'long-polling', 'mqtt']);
const carries = (...protocols: readonly string[]): Of<{ readonly id: Id }, boolean> => ({ id }, graph) => [...graph.into(id), ...graph.out(id)].some(({ connection }) => protocols.includes(connection.properties.protocol ?? ''));

/** Whether somebody from outside comes in here, at once or by proxies. */
const isPublic = (graph: Graph, id: Id): boolean =>
  graph.into(id).some(({ from }) => (from.kind === 'client' ? from.properties.trusted !== true : from.kind === 'external-system' || ((from.kind === gateway || from.kind === balancer || from.kind === 'cdn') && isPublic(graph, from.id))));

const isForTheHouse = where('Only trusted clients come in.', (graph, on) => !isPublic(graph, on));
const countsCallers = where('A service that it asks counts the calls of everybody.', (graph, on) => graph.out(on).some(({ to }) => graph.out(to.id).some((edge) => edge.to.properties.useCase === 'rate-limit-counters')));
const otherWay = where('No client loses a store with it: there is another way, or none lies behind.', (graph, on) => !cutsOff(graph, on));

/** What gateways and balancers do for those behind them. */
export const trafficFlaws: readonly Flaw[] = [
  { name: 'gateway: a way round it', guards: ['api-gateway/bypassed'], mayRaise: ['load-balancer/missing-for-scaled-service', 'capacity/latency-budget-exceeded', 'connection/timeout-inversion'], plantings: each(edgesWhere(behindGateway), ({ to }, { diagram }) => arrow(box(diagram, 'stranger', 'client', { trusted: false, clientType: 'web' }), 'stranger', to.id, { interaction: 'request', protocol: 'http', encryptedInTransit: true })) },
  { name: 'gateway: one copy', guards: ['api-gateway/single-instance'], mayRaise: ['capacity/overloaded-component'], plantings: components(gateway, { highAvailability: 'none', instances: 1 }), survivesWhere: [otherWay] },
  { name: 'gateway: nothing behind it', guards: ['api-gateway/no-backend'], mayRaise: ['model/unreachable-component', 'model/orphan-component', 'capacity/latency-budget-exceeded'], plantings: each(componentsOf(gateway), ({ id }, graph) => without(graph, graph.out(id).map((edge) => edge.id))) },
  { name: 'gateway: no rate limiting', guards: ['api-gateway/no-rate-limiting'], plantings: components(gateway, { rateLimiting: 'none' }), survivesWhere: [isForTheHouse, countsCallers] },
  { name: 'gateway: no authentication', guards: ['api-gateway/no-authentication'], plantings: components(gateway, { authentication: 'none' }), survivesWhere: [isForTheHouse, where('What strangers can change there is public and limited for each caller, or may get lost; nothing private can be read.', isHarmless)] },
  { name: 'gateway: talks to the database', guards: ['api-gateway/direct-datastore-access'], mayRaise: ['capacity/latency-budget-exceeded', 'capacity/high-utilization', 'capacity/hot-partition', 'capacity/overloaded-component'], plantings: each((graph) => (componentsOf(gateway)(graph).length > 0 ? componentsOf('core-database')(graph) : []), ({ id }, graph) => componentsOf(gateway)(graph).slice(0, 1).reduce((next, { id: door }) => arrow(next, door, id, { interaction: 'request', access: 'read', timeoutMs: 100 }), graph.diagram)) },
  { name: 'gateway: bodies that it refuses', guards: ['api-gateway/payload-too-large'], plantings: connections(arrows({ interaction: 'request', to: gateway }), { requestBytes: 200_000_000 }) },
  { name: 'gateway: gives up before the service answers', guards: ['api-gateway/timeout-shorter-than-backend'], plantings: components(gateway, { timeoutMs: 10 }) },
  { name: 'gateway: WebSockets over one that carries none', guards: ['api-gateway/websocket-unsupported'], mayRaise: ['load-balancer/idle-timeout-shorter-than-heartbeat', 'service/push-without-routing'], plantings: connections(arrows({ interaction: 'request', to: gateway }), { protocol: 'websocket' }) },
  { name: 'gateway: does not balance', guards: ['load-balancer/missing-for-scaled-service'], plantings: components(gateway, { loadBalancing: false }) },
  { name: 'gateway: how it knows its callers is not said', guards: ['model/undeclared-key-properties'], mayRaise: ['api-gateway/no-authentication'], plantings: components(gateway, { authentication: undefined }) },
  { name: 'balancer: works on requests, WebSockets unsettled', guards: ['load-balancer/websocket-on-l7'], plantings: components(balancer, { layer: 'L7', websocketSupport: undefined, persistentConnections: undefined }, carries('websocket')) },
  { name: 'balancer: refuses WebSockets', guards: ['load-balancer/websocket-on-l7'], plantings: components(balancer, { layer: 'L7', websocketSupport: false }, carries('websocket')) },
  { name: 'balancer: closes before the heartbeat', guards: ['load-balancer/idle-timeout-shorter-than-heartbeat'], plantings: components(balancer, { idleTimeoutSeconds: 20 }, carries(...persistent)) },
  { name: 'balancer: L4 that routes by content', guards: ['load-balancer/l4-with-content-routing'], plantings: components(balancer, { layer: 'L4', contentRouting: [{ match: '/a', target: 'A' }] }) },
  { name: 'balancer: gRPC over L4', guards: ['load-balancer/grpc-on-l4'], mayRaise: ['model/undeclared-key-properties', 'model/unreachable-component', 'connection/timeout-inversion'], plantings: each(componentsOf(balancer), ({ id }, { diagram }) => arrow(box(set(diagram, id, { layer: 'L4' }), 'caller', 'service'), 'caller', id, { interaction: 'request', protocol: 'grpc', access: 'read', timeoutMs: 50 })) },
  { name: 'balancer: no target', guards: ['load-balancer/no-target'], mayRaise: ['model/unreachable-component', 'capacity/latency-budget-exceeded'], plantings: each(componentsOf(balancer), ({ id }, graph) => without(graph, graph.out(id).map((edge) => edge.id))) },
  { name: 'balancer: one copy behind it', guards: ['load-balancer/single-target'], mayRaise: ['capacity/connection-capacity-exceeded', 'capacity/overloaded-component', 'topology/single-point-of-failure'], plantings: components('service', { instances: 1, autoScaling: 'none', highAvailability: undefined }, ({ id }, graph) => graph.into(id).some(({ from }) => from.kind === balancer)) },
  {
    name: 'balancer: gone',
    guards: ['load-balancer/missing-for-scaled-service'],
    mayRaise: ['capacity/latency-budget-exceeded', 'service/push-without-routing'],
    plantings: each(componentsOf(balancer), ({ id }, graph) => graph.into(id).flatMap((before) => graph.out(id).map((after) => [before, after] as const)).reduce((next, [before, after]) => arrow(next, before.from.id, after.to.id, before.connection.properties), without(graph, [id]))),
  },
  { name: 'balancer: sticks to copies that come and go', guards: ['load-balancer/sticky-sessions-with-autoscaling'], mayRaise: ['capacity/connection-capacity-exceeded'], plantings: each(edgesWhere(behindBalancer), ({ from, to }, { diagram }) => set(set(diagram, from.id, { stickySessions: 'source-ip' }), to.id, { sessionState: 'in-memory', stateless: false, autoScaling: 'automatic' })) },
  { name: 'balancer: sticks without need', guards: ['load-balancer/unneeded-sticky-sessions'], plantings: components(balancer, { stickySessions: 'source-ip' }), survivesWhere: [where('Its targets keep state.', (graph, on) => graph.out(on).some(({ to }) => to.properties.stateless === false)), where('The next poll of a client belongs to the same copy.', (graph, on) => carries('long-polling')({ id: on }, graph))] },
  { name: 'balancer: sessions in memory, no stickiness', guards: ['load-balancer/stateful-target-without-stickiness'], mayRaise: ['service/push-without-routing'], plantings: each(edgesWhere(behindBalancer), ({ from, to }, { diagram }) => set(set(diagram, from.id, { algorithm: 'round-robin' }), to.id, { sessionState: 'in-memory', stateless: false })), survivesWhere: [whereEdge('Connections stay open: each sticks to its copy by itself.', ({ from }, graph) => graph.into(from.id).every(({ connection }) => persistent.has(connection.properties.protocol ?? '')))] },
  { name: 'balancer: no health check', guards: ['load-balancer/no-health-check'], plantings: components(balancer, { healthCheck: 'none' }) },
  { name: 'balancer: one copy', guards: ['load-balancer/single-instance'], plantings: components(balancer, { highAvailability: 'none', instances: 1 }), survivesWhere: [otherWay] },
  { name: 'balancer: cuts connections', guards: ['load-balancer/no-connection-draining'], plantings: components(balancer, { connectionDrainingSeconds: 0 }, carries(...persistent)), survivesWhere: [where('Its copies do not come and go by themselves.', (graph, on) => graph.out(on).every(({ to }) => to.properties.autoScaling !== 'automatic'))] },
];

const isPrivate = (graph: Graph, id: Id): boolean => ['personal', 'financial', 'secret'].includes(graph.diagram.entities.get(id)?.classification ?? '');

/** Follows what strangers send: no way with private data, and no lasting write but of public data at a limited rate. */
function isHarmless(graph: Graph, door: Id): boolean {
  const theirs = new Set(graph.into(door).filter(({ from }) => from.kind !== 'client' || from.properties.trusted !== true).flatMap(({ connection }) => connection.properties.dataFlows ?? []));
  const behind = graph.out(door).filter(({ connection }) => (connection.properties.dataFlows ?? []).some((id) => theirs.has(id)));
  const steps = behind.flatMap((edge) => [edge, ...graph.out(edge.to.id)]);
  const lasting = steps.filter((edge) => (edge.interaction === 'publish' || (edge.to.kind !== 'service' && edge.connection.properties.access?.includes('write'))) && edge.connection.properties.lossTolerant !== true && !(edge.connection.properties.dataFlows ?? []).every((id) => graph.diagram.entities.get(id)?.lossTolerant === true));
  const isLimited = propertiesOf(graph, door).rateLimiting === 'per-client';
  return steps.every(({ connection }) => !(connection.properties.dataFlows ?? []).some((id) => isPrivate(graph, id))) && lasting.every(({ connection }) => isLimited && (connection.properties.dataFlows ?? []).every((id) => graph.diagram.entities.get(id)?.classification === 'public'));
}

