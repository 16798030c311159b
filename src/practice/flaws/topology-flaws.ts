import type { Component } from '#diagram/diagram.ts';
import { arriving, cutsOff, isNeededByClient, rateIsOpen, totalIsOpen, where, whereEdge } from './guards.ts';
import { arrow, arrows, box, components, componentsOf, connections, each, edgesWhere, frame, type Of, type Flaw, propertiesOf, set } from './flaw.ts';

const zoned = ['service', 'worker', 'api-gateway', 'load-balancer', 'core-database', 'search-database', 'distributed-cache', 'stream', 'queue', 'distributed-lock'] as const;
const behindGateway = arrows({ interaction: 'request', from: 'api-gateway', to: 'service' });
const otherWay = where('No client loses a store with it: there is another way, or none lies behind.', (graph, on) => !cutsOff(graph, on));

/** Of a broadcast every copy takes all, so that fewer copies take less. */
const sharesItsLoad: Of<Component, boolean> = ({ id }, graph) => graph.into(id).every(({ connection }) => connection.properties.deliveryMode !== 'broadcast');

/** One worker at a time hardly works, while clients send as they do over a day. */
const slowWorkers = (entering: Parameters<typeof set>[2]) =>
  each(edgesWhere(arrows({ interaction: 'consume', to: 'worker' })), ({ to }, graph) =>
    graph.edges
      .filter(({ connection }) => connection.properties.peakRps !== undefined)
      .reduce((next, { id, connection }) => set(next, id, { averageRps: (connection.properties.peakRps ?? 0) / 3, ...entering }), set(graph.diagram, to.id, { perInstanceRps: 0.000001, autoScaling: 'none', instances: 2, concurrencyPerInstance: undefined, serviceTimeMs: undefined })));

const brokerRateIsOpen = whereEdge(totalIsOpen.because, ({ from }, graph) => totalIsOpen.holds(graph, from.id));

/** What paths through the whole diagram rely on: copies, zones, regions, and the numbers along them. */
export const topologyFlaws: readonly Flaw[] = [
  { name: 'service: one copy', guards: ['topology/single-point-of-failure'], mayRaise: ['capacity/connection-capacity-exceeded', 'capacity/overloaded-component', 'load-balancer/single-target'], plantings: components('service', { instances: 1, highAvailability: 'none' }), survivesWhere: [otherWay] },
  { name: 'CDN: one copy', guards: ['topology/single-point-of-failure'], plantings: components('cdn', { instances: 1, highAvailability: 'none' }), survivesWhere: [otherWay] },
  { name: 'component: one zone', guards: ['topology/single-zone'], plantings: components(zoned, { zones: 1 }), survivesWhere: [where('No client needs it.', (graph, on) => !isNeededByClient(graph, on)), where('Everybody who reads the cache goes on without it.', (graph, on) => graph.edges.some(({ connection }) => connection.properties.cacheMissOf === on))] },
  { name: 'service: called back by whom it calls', guards: ['topology/synchronous-cycle'], mayRaise: ['connection/timeout-inversion', 'load-balancer/missing-for-scaled-service'], plantings: each(edgesWhere(arrows({ interaction: 'request', from: 'service', to: 'service' })), ({ from, to }, { diagram }) => arrow(diagram, to.id, from.id, { interaction: 'request', access: 'read', timeoutMs: 50 })) },
  { name: 'services: in a circle', guards: ['topology/synchronous-cycle'], mayRaise: ['connection/timeout-inversion', 'load-balancer/missing-for-scaled-service', 'model/undeclared-key-properties'], plantings: each(edgesWhere(behindGateway), ({ to }, { diagram }) => arrow(arrow(box(diagram, 'echo', 'service'), to.id, 'echo', { interaction: 'request', access: 'read', timeoutMs: 50 }), 'echo', to.id, { interaction: 'request', access: 'read', timeoutMs: 50 }, { id: 'back' })) },
  { name: 'store: in the public zone', guards: ['topology/datastore-in-public-boundary'], plantings: each(componentsOf('core-database', 'search-database', 'distributed-cache', 'distributed-lock', 'queue', 'stream'), ({ id }, { diagram }) => frame(diagram, 'outside', { boundaryType: 'subnet', public: true }, [id])), survivesWhere: [where('The provider runs the broker, behind an endpoint of its own.', (graph, on) => propertiesOf(graph, on).highAvailability === 'managed' && graph.diagram.components.get(on)?.kind === 'queue')] },
  { name: 'write: waits for another region', guards: ['topology/cross-region-synchronous-write'], mayRaise: ['connection/unencrypted-across-boundary'], plantings: each(edgesWhere(arrows({ interaction: 'request', from: 'service', access: 'write' })), ({ from, to }, { diagram }) => frame(frame(diagram, 'here', { boundaryType: 'region' }, [from.id]), 'there', { boundaryType: 'region' }, [to.id])), survivesWhere: [whereEdge('The rationale of the store speaks of consistency or latency.', ({ to }) => /consisten|latency/.test(to.properties.rationale ?? ''))] },
  { name: 'path: parts that are down too often', guards: ['topology/availability-target-unreachable'], plantings: (graph) => (componentsOf('client')(graph).length > 0 ? [{ on: 'diagram', diagram: [...graph.diagram.components.values()].reduce((next, { id, kind }) => set(next, id, kind === 'external-system' ? { sla: 0.9 } : { availability: 0.9 }), graph.diagram) }] : []) },
  { name: 'path: slower than the target allows', guards: ['capacity/latency-budget-exceeded'], mayRaise: ['api-gateway/timeout-shorter-than-backend', 'connection/slow-work-in-request-path'], plantings: (graph) => (componentsOf('client')(graph).length > 0 ? [{ on: 'diagram', diagram: [...graph.diagram.components.keys()].reduce((next, id) => set(next, id, { latencyP50Ms: 5000, latencyP99Ms: 9000 }), graph.diagram) }] : []) },
  { name: 'service: a copy does one request in an hour', isCrude: true, guards: ['capacity/overloaded-component'], mayRaise: ['capacity/connection-capacity-exceeded'], plantings: components('service', { perInstanceRps: 0.0003, concurrencyPerInstance: undefined, autoScaling: 'none', instances: 2 }), survivesWhere: [totalIsOpen] },
  { name: 'service: two copies at four fifths', guards: ['capacity/high-utilization', 'capacity/no-headroom-for-failure'], mayRaise: ['capacity/connection-capacity-exceeded'], plantings: components('service', ({ id }, graph) => ({ perInstanceRps: (arriving(graph, id) ?? 0) / 1.6, concurrencyPerInstance: undefined, autoScaling: 'none', instances: 2 }), sharesItsLoad) },
  { name: 'stream: partitions carry almost nothing', isCrude: true, guards: ['capacity/stream-partition-throughput'], plantings: components('stream', { perPartitionRps: 0.00001 }), survivesWhere: [rateIsOpen] },
  { name: 'worker: too slow for what arrives', guards: ['capacity/queue-drain-below-arrival'], mayRaise: ['capacity/backlog-exceeds-deadline', 'capacity/stream-partition-throughput'], plantings: slowWorkers({}), survivesWhere: [brokerRateIsOpen] },
  { name: 'worker: a burst waits longer than it is kept', guards: ['capacity/backlog-exceeds-deadline'], mayRaise: ['capacity/queue-drain-below-arrival', 'capacity/stream-partition-throughput'], plantings: slowWorkers({ burstSeconds: 600 }), survivesWhere: [brokerRateIsOpen] },
  { name: 'service: holds few connections', isCrude: true, guards: ['capacity/connection-capacity-exceeded'], plantings: components('service', { maxConnectionsPerInstance: 1, autoScaling: 'none' }, ({ id }, graph) => graph.into(id).some(({ connection }) => connection.properties.concurrentConnections !== undefined)) },
  { name: 'connection: states a rate that cannot be', isCrude: true, guards: ['capacity/declared-rate-mismatch'], mayRaise: ['capacity/overloaded-component', 'capacity/stream-partition-throughput', 'capacity/hot-partition', 'connection/bursty-writes-without-buffer', 'capacity/lock-contention'], plantings: connections(behindGateway, { peakRps: 1e9 }) },
];

