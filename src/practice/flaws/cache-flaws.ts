import type { Component } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { cutsOff, mayBeLost, readsKnown, storesCarryIt, where, whereEdge } from './guards.ts';
import { arrow, arrows, box, components, componentsOf, connections, each, edgesWhere, type Of, type Flaw, propertiesOf, set, without } from './flaw.ts';

const cache = 'distributed-cache' as const;
const readsCache = arrows({ interaction: 'request', to: cache, access: 'read' });
const ownData: ReadonlySet<string> = new Set(['session-store', 'rate-limit-counters', 'presence', 'geo-index', 'leaderboard', 'pub-sub']);
const misses = (graph: Graph, id: string) => graph.edges.filter(({ connection }) => connection.properties.cacheMissOf === id);
const isCopy: Of<Component, boolean> = ({ id }, graph) => misses(graph, id).length > 0;
const cached = (graph: Graph, id: string) => graph.into(id).flatMap(({ connection }) => connection.properties.dataFlows ?? []).flatMap((entity) => graph.diagram.entities.get(entity) ?? []);

const isOwnData = where('It keeps data of its own that must not vanish, no copies.', (graph, on) => ownData.has(propertiesOf(graph, on).useCase ?? ''));
const isEphemeral = where('Its content is short-lived anyway.', (graph, on) => propertiesOf(graph, on).ephemeralData === true);
const neverChanges = where('Nothing that it keeps is known to change.', (graph, on) => cached(graph, on).every(({ mutability }) => mutability !== 'mutable'));
const isTold = where('Somebody tells it when data changes.', (graph, on) => graph.into(on).some(({ interaction }) => interaction === 'invalidate'));

/** What caches rely on. */
export const cacheFlaws: readonly Flaw[] = [
  { name: 'cache: writes back from memory', guards: ['cache/write-back-without-durability'], plantings: components(cache, { writeStrategy: 'write-back', persistence: 'none', replicas: 0 }), survivesWhere: [where('Every write to it may get lost.', (graph, on) => writers(graph, on).length > 0 && writers(graph, on).every((edge) => mayBeLost(graph, edge)))] },
  { name: 'cache: writes back from memory with a copy', guards: ['cache/write-back-without-durability'], plantings: components(cache, { writeStrategy: 'write-back' }), survivesWhere: [where('Every write to it may get lost.', (graph, on) => writers(graph, on).length > 0 && writers(graph, on).every((edge) => mayBeLost(graph, edge)))] },
  { name: 'cache: evicts nothing', guards: ['cache/no-eviction-policy'], plantings: components(cache, { evictionPolicy: 'none' }), survivesWhere: [isOwnData] },
  { name: 'cache: nothing outdated ever leaves', guards: ['cache/no-invalidation-strategy'], mayRaise: ['model/undeclared-key-properties'], plantings: components(cache, { invalidationStrategy: ['none'], ttlSeconds: undefined }, isCopy), survivesWhere: [neverChanges, isTold] },
  { name: 'cache: stale for a day', guards: ['cache/write-around-serves-stale'], plantings: components(cache, { invalidationStrategy: ['ttl'], ttlSeconds: 86_400 }, isCopy), survivesWhere: [neverChanges, isTold] },
  {
    name: 'cache: writes through to nowhere',
    guards: ['cache/write-through-without-store'],
    mayRaise: ['model/undeclared-key-properties', 'scheduled-job/overlapping-runs'],
    plantings: each(componentsOf(cache), ({ id }, { diagram }) => arrow(box(set(diagram, id, { writeStrategy: 'write-through' }), 'filler', 'scheduled-job', { instances: 1 }), 'filler', id, { interaction: 'request', access: 'write', timeoutMs: 50 })),
  },
  {
    name: 'cache: nothing behind it',
    guards: ['cache/no-fallback-datastore'],
    mayRaise: ['capacity/latency-budget-exceeded', 'model/orphan-component', 'model/unreachable-component', 'queue/no-producer'],
    plantings: each(edgesWhere(({ connection }) => connection.properties.cacheMissOf !== undefined), ({ from, connection }, graph) => without(graph, graph.edges.filter((edge) => edge.from.id === from.id && edge.to.id !== connection.properties.cacheMissOf).map(({ id }) => id))),
  },
  { name: 'cache: the only copy', guards: ['cache/used-as-primary-store'], plantings: components(cache, { isSourceOfTruth: true }), survivesWhere: [isEphemeral, where('All that it keeps may get lost.', (graph, on) => cached(graph, on).length > 0 && cached(graph, on).every(({ lossTolerant }) => lossTolerant === true))] },
  { name: 'cache: every miss recomputes', guards: ['cache/stampede-risk'], plantings: components(cache, { stampedeProtection: 'none' }, isCopy), survivesWhere: [where('Fewer than a thousand reads a second arrive.', (graph, on) => (readsKnown(graph, on) ?? Infinity) < 1000)] },
  { name: 'cache: entries expire together', guards: ['cache/ttl-without-jitter'], plantings: components(cache, { ttlJitter: false }) },
  { name: 'cache: strong reads', guards: ['cache/strong-data-from-cache'], plantings: connections(readsCache, { consistencyRequirement: 'strong' }), survivesWhere: [whereEdge('It keeps data of its own, no copies.', ({ to }) => ownData.has(to.properties.useCase ?? '')), whereEdge('Whoever writes checks the truth.', ({ connection }, graph) => { const writes = graph.edges.filter(({ to, connection: { properties } }) => to.kind === 'core-database' && properties.access?.includes('write') && properties.dataFlows?.some((id) => connection.properties.dataFlows?.includes(id))); return writes.length > 0 && writes.every(({ connection: { properties } }) => properties.conditionalWrite === true || properties.transactional === true); })] },
  { name: 'cache: too small', guards: ['cache/working-set-exceeds-memory'], plantings: components(cache, { workingSetBytes: 1e12, memoryBytes: 1e9 }) },
  { name: 'cache: one key is too busy', isCrude: true, guards: ['cache/hot-key'], mayRaise: ['capacity/overloaded-component'], plantings: components(cache, { hottestKeyShare: 0.5, perInstanceRps: 0.001 }), survivesWhere: [where('It is only written, as far as is known.', (graph, on) => readsKnown(graph, on) === 0)] },
  { name: 'cache: nobody reads it', guards: ['cache/never-read'], plantings: connections(readsCache, { access: 'write' }) },
  { name: 'cache: one node', guards: ['cache/single-node-critical'], mayRaise: ['capacity/overloaded-component', 'capacity/high-utilization'], plantings: components(cache, { highAvailability: 'none', instances: 1, replicas: 0 }), survivesWhere: [isEphemeral, where('Without it every store is still reached, and carries the load.', (graph, on) => !cutsOff(graph, on) && storesCarryIt(graph, on))] },
  { name: 'cache: alone before a store that cannot take its load', guards: ['capacity/cache-loss-overloads-store'], mayRaise: ['cache/stampede-risk'], plantings: each((graph) => componentsOf(cache)(graph).filter((component) => isCopy(component, graph)), ({ id }, graph) => misses(graph, id).reduce((next, { from }) => set(next, from.id, { loadShedding: false }), set(graph.diagram, id, { replicas: 0, stampedeProtection: 'none' }))), survivesWhere: [where('Its stores carry all reads themselves.', storesCarryIt)] },
];

const writers = (graph: Graph, id: string) => graph.into(id).filter(({ connection }) => connection.properties.access?.includes('write'));
