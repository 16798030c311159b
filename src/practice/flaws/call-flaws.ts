import type { Edge, Graph } from '#graph/graph.ts';
import { goesOn, isAwaited, rateIsOpen, where, whereEdge, writesTo } from './guards.ts';
import { arrow, arrows, box, components, connections, each, edgesWhere, frame, type Flaw, set, without } from './flaw.ts';

const compute = ['service', 'worker', 'scheduled-job'] as const;
const persistent: ReadonlySet<string> = new Set(['websocket', 'sse', 'long-polling', 'mqtt']);
const retrying = { maxAttempts: 3, retryBackoff: 'exponential', retryJitter: true, timeoutMs: 5 };
const tries = { ...retrying, retryBudgetRatio: undefined, idempotencyKey: true };

const calls = arrows({ interaction: 'request', from: compute });
const outside = arrows({ interaction: 'request', to: 'external-system' });
const entering = arrows({ interaction: 'request', from: 'client' });
const behindGateway = arrows({ interaction: 'request', from: 'api-gateway', to: 'service' });
const retries = ({ connection }: Edge): boolean => (connection.properties.maxAttempts ?? 1) > 1;
const pushes = ({ connection }: Edge): boolean => connection.properties.serverPush === true;
const isOpen = ({ connection }: Edge): boolean => persistent.has(connection.properties.protocol ?? '');
const stranger = ({ kind, properties }: Edge['from']): boolean => kind === 'external-system' || (kind === 'client' && properties.trusted !== true);

const notCritical = whereEdge('The call is not critical.', ({ connection }) => connection.properties.critical === false);
const nobodyWaits = whereEdge('No client waits for the caller.', ({ from }, graph) => !isAwaited(graph, from.id));
/** Requests for which a call is made, and which are given up some time. */
const limits = (graph: Graph, call: Edge): readonly Edge[] =>
  graph.into(call.from.id).filter((edge) => edge.interaction === 'request' && !isOpen(edge) && edge.connection.properties.timeoutMs !== undefined && goesOn(graph, edge, call));

/** What calls rely on: timeouts, retries, bounds, encryption, and care with systems outside. */
export const callFlaws: readonly Flaw[] = [
  { name: 'call: waits for ever', guards: ['connection/no-timeout'], plantings: connections(calls, { timeoutMs: 0 }) },
  { name: 'call: no timeout', guards: ['connection/no-timeout'], mayRaise: ['connection/timeout-inversion'], plantings: connections(arrows({ interaction: 'request', from: compute, to: ['service', 'external-system'] }), { timeoutMs: undefined }) },
  { name: 'call: waits longer than its caller', guards: ['connection/timeout-inversion'], plantings: connections(arrows({ interaction: 'request', from: 'service' }), { timeoutMs: 60_000 }), survivesWhere: [whereEdge('The caller works on over a connection that stays open.', (edge, graph) => limits(graph, edge).length === 0), notCritical] },
  { name: 'gateway: waits longer than its client', guards: ['connection/timeout-inversion'], plantings: connections(arrows({ interaction: 'request', from: ['api-gateway', 'load-balancer'] }), { timeoutMs: 60_000 }), survivesWhere: [whereEdge('No request with a limit leads to it: connections stay open, a CDN fetches, or other data comes in.', (edge, graph) => limits(graph, edge).length === 0)] },
  { name: 'retry: at once', guards: ['connection/retry-without-backoff'], plantings: connections(retries, { retryBackoff: 'none' }) },
  { name: 'retry: in step', guards: ['connection/retry-without-backoff'], plantings: connections(retries, { retryJitter: false }) },
  { name: 'retry: three tries on each layer', guards: ['connection/retry-amplification'], mayRaise: ['connection/timeout-inversion'], plantings: each(edgesWhere(arrows({ interaction: 'request', from: 'service' }, ({ from }, graph) => graph.into(from.id).some((edge) => behindGateway(edge, graph)))), ({ id, from }, graph) => graph.into(from.id).reduce((next, edge) => set(next, edge.id, tries), set(graph.diagram, id, tries))) },
  { name: 'retry: of a write that must not be repeated', guards: ['connection/retry-non-idempotent'], mayRaise: ['external/no-idempotency-key', 'lock/missing-fencing-token', 'lock/fencing-token-without-source', 'connection/timeout-inversion', 'connection/retry-amplification'], plantings: connections(arrows({ interaction: 'request', access: 'write' }, ({ from }) => from.kind !== 'client'), { ...retrying, idempotent: false, idempotencyKey: false, conditionalWrite: false }) },
  { name: 'call: without bound', guards: ['connection/unbounded-sync-fan-out'], plantings: connections(calls, { fanOutBound: 'unbounded' }), survivesWhere: [nobodyWaits] },
  { name: 'call: fifty times for one request', guards: ['connection/unbounded-sync-fan-out'], mayRaise: ['capacity/overloaded-component', 'capacity/high-utilization', 'capacity/hot-partition', 'connection/bursty-writes-without-buffer'], plantings: connections(calls, { callsPerRequest: 50 }), survivesWhere: [nobodyWaits] },
  { name: 'call: seven hops', guards: ['connection/deep-synchronous-chain'], mayRaise: ['model/undeclared-key-properties', 'capacity/latency-budget-exceeded'], plantings: each(edgesWhere(behindGateway), ({ to }, { diagram }) => ['a', 'b', 'c', 'd', 'e', 'f'].reduce((next, id, index, all) => arrow(box(next, id, 'service', {}), all[index - 1] ?? to.id, id, { interaction: 'request', access: 'read', timeoutMs: 5 }, { id: `to-${id}` }), diagram)) },
  { name: 'call: the user waits for slow work', guards: ['connection/slow-work-in-request-path'], mayRaise: ['api-gateway/timeout-shorter-than-backend', 'capacity/latency-budget-exceeded'], plantings: components(['service', 'external-system'], { latencyP50Ms: 20_000, latencyP99Ms: 30_000 }), survivesWhere: [where('Nobody waits for it: no client calls it, its connections stay open, or it is not critical.', (graph, on) => graph.into(on).every((edge) => !isAwaited(graph, edge.from.id) || isOpen(edge) || edge.connection.properties.critical === false || edge.interaction !== 'request'))] },
  {
    name: 'call: rare peaks straight into the database',
    guards: ['connection/bursty-writes-without-buffer'],
    mayRaise: ['capacity/overloaded-component', 'capacity/hot-partition'],
    plantings: each(edgesWhere(arrows({ interaction: 'request', from: 'service', to: 'core-database', access: 'write' })), ({ to }, graph) => graph.edges.filter((edge) => entering(edge, graph)).reduce((next, { id, connection }) => set(next, id, { averageRps: (connection.properties.peakRps ?? 0) / 100 }), set(graph.diagram, to.id, { perInstanceWriteRps: 1, perPartitionWriteRps: 1, shardCount: 1 }))),
    survivesWhere: [whereEdge('Every user needs the outcome now: the writes are strong.', ({ to }, graph) => writesTo(graph, to.id).every(({ from, connection }) => !isAwaited(graph, from.id) || (connection.properties.dataFlows ?? []).some((id) => graph.diagram.entities.get(id)?.consistencyNeed === 'strong'))), whereEdge('A worker behind a queue writes it too.', ({ to }, graph) => writesTo(graph, to.id).some(({ from }) => graph.into(from.id).length > 0 && graph.into(from.id).every(({ interaction }) => interaction === 'consume'))), whereEdge(rateIsOpen.because, ({ id }, graph) => rateIsOpen.holds(graph, id))],
  },
  { name: 'call: nobody picks the copy', guards: ['load-balancer/missing-for-scaled-service'], plantings: connections(({ connection, from }) => connection.properties.clientSideLoadBalancing === true && from.kind === 'service', { clientSideLoadBalancing: false }) },
  { name: 'push: over plain HTTP', guards: ['connection/server-push-over-plain-http'], mayRaise: ['connection/timeout-inversion'], plantings: connections(pushes, { protocol: 'http' }) },
  { name: 'push: SSE over HTTP/1.1', guards: ['connection/sse-connection-limit'], plantings: connections((edge) => pushes(edge) && edge.from.properties.clientType === 'web', { protocol: 'sse' }) },
  { name: 'push: no way in for events', guards: ['service/push-without-routing'], mayRaise: ['model/orphan-component', 'stream/no-consumer', 'capacity/latency-budget-exceeded'], plantings: each(edgesWhere((edge) => pushes(edge) && edge.to.kind === 'service'), ({ to }, graph) => without(graph, [...graph.into(to.id).filter(({ interaction }) => interaction === 'consume'), ...graph.out(to.id).filter((edge) => edge.to.kind === 'distributed-cache')].map((edge) => edge.id))), survivesWhere: [whereEdge('The balancer hashes what belongs together to one copy.', ({ from }) => from.properties.algorithm === 'consistent-hash')] },
  { name: 'way: not encrypted', guards: ['connection/unencrypted-across-boundary'], plantings: connections((edge) => edge.connection.properties.encryptedInTransit === true && (stranger(edge.from) || stranger(edge.to)), { encryptedInTransit: false }) },
  { name: 'way: not encrypted between two networks', guards: ['connection/unencrypted-across-boundary'], plantings: each(edgesWhere(calls), ({ id, from, to }, { diagram }) => set(frame(frame(diagram, 'here', { boundaryType: 'vpc' }, [from.id]), 'there', { boundaryType: 'vpc' }, [to.id]), id, { encryptedInTransit: false })) },
  { name: 'system outside: no idempotency key', guards: ['external/no-idempotency-key'], mayRaise: ['connection/retry-non-idempotent', 'lock/missing-fencing-token'], plantings: connections(arrows({ interaction: 'request', to: 'external-system', access: 'write' }), { idempotencyKey: false, idempotent: false }), survivesWhere: [whereEdge('An idempotent worker calls, and no money moves.', ({ from, connection }, graph) => from.properties.idempotent === true && !(connection.properties.dataFlows ?? []).some((id) => graph.diagram.entities.get(id)?.classification === 'financial'))] },
  { name: 'system outside: no circuit breaker', guards: ['external/no-failure-isolation'], plantings: connections(outside, { circuitBreaker: false }), survivesWhere: [nobodyWaits] },
  { name: 'system outside: fewer calls allowed', isCrude: true, guards: ['external/rate-limit-exceeded'], plantings: components('external-system', { rateLimitRps: 0.001 }, ({ id }, graph) => graph.into(id).length > 0), survivesWhere: [rateIsOpen] },
];
