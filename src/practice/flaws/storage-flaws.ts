import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { mayBeLost, where, whereEdge, writesTo } from './guards.ts';
import { arrow, arrows, components, componentsOf, connections, each, edgesWhere, type Of, type Flaw, propertiesOf, set, without, withoutConnection } from './flaw.ts';

const bucket = 'blob-storage' as const;
const uploads = arrows({ interaction: 'request', from: 'client', to: bucket, access: 'write' });
const writesBucket = arrows({ interaction: 'request', to: bucket, access: 'write' });
const searches = arrows({ interaction: 'request', to: 'search-database', access: 'read' });
const visits = arrows({ from: 'client', to: 'cdn' });
const fills = (graph: Graph, id: Id) => [...writesTo(graph, id), ...graph.into(id).filter(({ interaction }) => interaction === 'consume')];
const takesUploads: Of<Component, boolean> = ({ id }, graph) => graph.into(id).some((edge) => uploads(edge, graph));

const entity = ({ diagram }: Graph, id: Id) => diagram.entities.get(id);
const isSensitive = (graph: Graph, id: Id): boolean => ['personal', 'financial', 'secret'].includes(entity(graph, id)?.classification ?? '');

const changing = (diagram: Diagram, id: Id): Diagram => {
  const before = diagram.entities.get(id);
  return before ? { ...diagram, entities: new Map(diagram.entities).set(id, { ...before, mutability: 'mutable' }) } : diagram;
};

/** The first service on the way that a client goes by a gateway. */
const firstService = (graph: Graph, client: Id): readonly [gateway: Id, service: Id] | undefined => {
  const gateway = graph.out(client).find(({ to }) => to.kind === 'api-gateway');
  const service = gateway && graph.out(gateway.to.id).find(({ to }) => to.kind === 'service');
  return gateway && service ? [gateway.id, service.id] : undefined;
};

/** What buckets, search indexes and CDNs rely on. */
export const storageFlaws: readonly Flaw[] = [
  {
    name: 'upload: through the service',
    guards: ['blob-storage/upload-proxied-through-service'],
    mayRaise: ['api-gateway/payload-too-large', 'capacity/overloaded-component', 'capacity/latency-budget-exceeded', 'capacity/hot-partition', 'connection/bursty-writes-without-buffer'],
    plantings: each(edgesWhere((edge, graph) => uploads(edge, graph) && firstService(graph, edge.from.id) !== undefined), (edge, graph) => {
      const { dataFlows } = edge.connection.properties;
      const steps = firstService(graph, edge.from.id) ?? [];
      const through = steps.reduce((next, id) => set(next, id, { access: 'write', dataFlows, requestBytes: 50_000_000 }), without(graph, [edge.id]));
      return arrow(through, graph.edge(steps[1] ?? '')?.to.id ?? '', edge.to.id, { interaction: 'request', access: 'write', dataFlows, requestBytes: 50_000_000, timeoutMs: 1000 });
    }),
  },
  { name: 'upload: in one piece', guards: ['blob-storage/large-upload-without-chunking'], plantings: each(edgesWhere(writesBucket), ({ id, to }, { diagram }) => set(set(diagram, id, { chunkedUpload: false, resumable: false, requestBytes: 6e9 }), to.id, { chunkedUpload: false, resumableUpload: false })) },
  { name: 'bucket: parts that are too small', guards: ['blob-storage/invalid-part-layout'], plantings: components(bucket, { chunkBytes: 1_000_000, maxObjectBytes: 1e9 }) },
  { name: 'bucket: clients read it directly', guards: ['blob-storage/download-without-cdn'], plantings: each(edgesWhere(arrows({ interaction: 'origin-fetch', to: bucket })), ({ id, from, to }, graph) => graph.into(from.id).filter((edge) => visits(edge, graph)).reduce((next, edge) => arrow(next, edge.from.id, to.id, edge.connection.properties), without(graph, [id, from.id]))) },
  { name: 'upload: needs no authorisation', guards: ['blob-storage/unauthenticated-client-write'], plantings: connections(uploads, { authorization: 'none' }) },
  { name: 'bucket: public for writing', guards: ['blob-storage/unauthenticated-client-write'], mayRaise: ['blob-storage/public-sensitive-data'], plantings: components(bucket, { accessControl: 'public-read-write' }) },
  { name: 'bucket: public for reading', guards: ['blob-storage/public-sensitive-data'], plantings: components(bucket, { accessControl: 'public-read' }), survivesWhere: [where('Nothing personal, financial or secret lies in it.', (graph, on) => !graph.into(on).some(({ connection }) => (connection.properties.dataFlows ?? []).some((id) => isSensitive(graph, id))))] },
  {
    name: 'bucket: nobody records the objects',
    guards: ['blob-storage/missing-metadata-store'],
    mayRaise: ['model/unreachable-component', 'capacity/latency-budget-exceeded', 'capacity/stream-partition-throughput'],
    plantings: each((graph) => componentsOf(bucket)(graph).filter((store) => takesUploads(store, graph)), ({ id }, graph) => set(without(graph, graph.edges.filter((edge) => edge.to.kind === 'core-database' && edge.connection.properties.access?.includes('write')).map((edge) => edge.id)), id, { metadataStore: undefined })),
  },
  {
    name: 'upload: nobody notices its end',
    guards: ['blob-storage/unconfirmed-upload'],
    mayRaise: ['model/unreachable-component', 'queue/no-producer'],
    plantings: each((graph) => componentsOf(bucket)(graph).filter((store) => takesUploads(store, graph)), ({ id }, graph) => set(without(graph, graph.out(id).map((edge) => edge.id)), id, { eventNotifications: false })),
    survivesWhere: [where('A service looks at the bucket.', (graph, on) => graph.into(on).some(({ from, connection }) => from.kind === 'service' && connection.properties.access === 'read'))],
  },
  { name: 'bucket: grows for ever', guards: ['blob-storage/no-lifecycle-policy'], plantings: components(bucket, { lifecyclePolicy: 'none', averageObjectBytes: 1e6, objectsPerDay: 1e6 }) },
  { name: 'bucket: one device', guards: ['blob-storage/weak-redundancy'], plantings: components(bucket, { redundancy: 'single-device' }), survivesWhere: [where('All that it holds may get lost.', (graph, on) => fills(graph, on).length > 0 && fills(graph, on).every((edge) => mayBeLost(graph, edge)))] },
  { name: 'index: nothing feeds it', guards: ['search/no-feed'], plantings: withoutConnection(arrows({ to: 'search-database', access: 'write' })) },
  { name: 'index: the only copy', guards: ['search/source-of-truth'], plantings: components('search-database', { isSourceOfTruth: true }) },
  {
    name: 'index: written beside the database',
    guards: ['search/dual-write'],
    plantings: each(edgesWhere(arrows({ interaction: 'request', from: 'service', to: 'core-database', access: 'write' }, (_, graph) => componentsOf('search-database')(graph).length > 0)), ({ from, connection }, graph) =>
      componentsOf('search-database')(graph).reduce((next, { id }) => arrow(next, from.id, id, { interaction: 'request', access: 'write', dataFlows: connection.properties.dataFlows, timeoutMs: 300, idempotent: true, conditionalWrite: true }), graph.diagram)),
  },
  { name: 'index: read for what was just written', guards: ['search/read-after-write-expected'], plantings: connections(searches, { consistencyRequirement: 'read-your-writes' }) },
  { name: 'index: no replica shards', guards: ['search/no-replicas'], plantings: components('search-database', { replicasPerShard: 0, highAvailability: 'none' }) },
  { name: 'index: no way to rebuild it', guards: ['search/no-reindex-path'], plantings: components('search-database', { reindexStrategy: 'none' }) },
  { name: 'index: huge shards', guards: ['search/oversized-shards'], plantings: components('search-database', { storageBytes: 5e12 }) },
  { name: 'CDN: no origin', guards: ['cdn/no-origin'], mayRaise: ['model/orphan-component', 'capacity/latency-budget-exceeded'], plantings: withoutConnection(arrows({ interaction: 'origin-fetch' })) },
  { name: 'CDN: one answer for all, also for the personal ones', guards: ['cdn/personalized-content-shared'], plantings: each(edgesWhere(visits), ({ id, to }, { diagram }) => set(set(diagram, id, { personalized: true }), to.id, { personalizedPolicy: 'cached-shared', signedUrls: false })) },
  { name: 'CDN: the query is not in the key', guards: ['cdn/incomplete-cache-key'], plantings: each(edgesWhere(visits), ({ id, to }, { diagram }) => set(set(diagram, id, { cacheable: true, filterFields: ['q'] }), to.id, { contentTypes: ['api-responses'], cacheKey: ['host', 'path'] })) },
  { name: 'CDN: the origin is open', guards: ['cdn/origin-bypassed'], plantings: components('cdn', { originAccessRestricted: false }) },
  { name: 'CDN: clients read the origin too', guards: ['cdn/origin-bypassed'], mayRaise: ['connection/unencrypted-across-boundary'], plantings: each(edgesWhere(arrows({ interaction: 'origin-fetch', to: [bucket, 'service'] })), ({ from, to }, graph) => graph.into(from.id).slice(0, 1).reduce((next, edge) => arrow(next, edge.from.id, to.id, { interaction: 'request', access: 'read', protocol: 'http' }), graph.diagram)) },
  { name: 'CDN: changes never arrive', guards: ['cdn/no-invalidation'], mayRaise: ['model/undeclared-key-properties', 'cdn/ttl-exceeds-change-interval'], plantings: each(edgesWhere(visits), ({ connection, to }, { diagram }) => (connection.properties.dataFlows ?? []).reduce(changing, set(diagram, to.id, { invalidation: ['none'], ttlSeconds: undefined, respectsCacheControl: false }))) },
  { name: 'CDN: kept longer than it holds', guards: ['cdn/ttl-exceeds-change-interval'], plantings: each(edgesWhere(visits), ({ id, to }, { diagram }) => set(set(diagram, id, { cacheable: true, changeIntervalSeconds: 10 }), to.id, { invalidation: ['ttl'] })) },
  {
    name: 'CDN: gone, and services answer',
    guards: ['cdn/missing-for-global-static-content'],
    mayRaise: ['model/orphan-component', 'capacity/latency-budget-exceeded', 'connection/timeout-inversion', 'connection/unencrypted-across-boundary'],
    plantings: each(edgesWhere((edge, graph) => visits(edge, graph) && firstService(graph, edge.from.id) !== undefined), ({ from, to, connection }, graph) => arrow(without(graph, [to.id]), from.id, graph.out(from.id).find((edge) => edge.to.kind === 'api-gateway')?.to.id ?? '', { interaction: 'request', access: 'read', protocol: 'http', responseBytes: 1_000_000, dataFlows: connection.properties.dataFlows })),
    survivesWhere: [whereAdded('What is read is not public, or changes.', (graph, ids) => ids.every((id) => entity(graph, id)?.classification !== 'public' || entity(graph, id)?.mutability === 'mutable'))],
  },
  { name: 'CDN: a purge hits the origin', guards: ['cdn/unprotected-origin'], plantings: components('cdn', { originShield: false, requestCoalescing: false, staleIfError: false }), survivesWhere: [where('What a bucket can serve is not known.', (graph, on) => graph.out(on).every(({ to }) => to.kind === bucket && propertiesOf(graph, to.id).perInstanceRps === undefined))] },
  { name: 'bucket: nobody says who may write', guards: ['model/undeclared-key-properties'], mayRaise: ['blob-storage/public-sensitive-data'], plantings: components(bucket, { accessControl: undefined }) },
];

/** What the added arrow carries. */
function whereAdded(because: string, holds: (graph: Graph, ids: readonly Id[]) => boolean): ReturnType<typeof whereEdge> {
  return where(because, (graph) => holds(graph, graph.diagram.connections.get('added')?.properties.dataFlows ?? []));
}

