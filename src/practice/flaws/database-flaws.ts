import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { carriesOnly, cutsOff, mayBeLost, rateIsOpen, takesFewWrites, where, whereEdge, writesTo } from './guards.ts';
import { arrow, arrows, box, components, componentsOf, connections, each, edgesWhere, type Flaw, type Of, type Planting, set, without } from './flaw.ts';

const database = 'core-database' as const;
const writes = arrows({ interaction: 'request', to: database, access: 'write' });
const reads = arrows({ interaction: 'request', to: database, access: 'read' });
const changes = arrows({ interaction: 'change-data-capture', to: ['stream', 'queue'] });
const isLeaderless: Of<Component, boolean> = ({ properties }) => properties.replicationMode === 'leaderless';
const isRelational: Of<Component, boolean> = ({ properties }) => properties.databaseKind === 'relational';
const isWritten: Of<Component, boolean> = ({ id }, graph) => writesTo(graph, id).length > 0;

const entitiesOf = ({ diagram }: Graph, { connection }: Edge) => (connection.properties.dataFlows ?? []).flatMap((id) => diagram.entities.get(id) ?? []);
const isStrong = (graph: Graph, edge: Edge): boolean => edge.connection.properties.consistencyRequirement === 'strong' || entitiesOf(graph, edge).some(({ consistencyNeed }) => consistencyNeed === 'strong');
const isFresh = (graph: Graph, edge: Edge): boolean => {
  const { consistencyRequirement } = edge.connection.properties;
  return consistencyRequirement === undefined ? entitiesOf(graph, edge).some(({ consistencyNeed }) => consistencyNeed === 'strong' || consistencyNeed === 'read-your-writes') : consistencyRequirement === 'strong' || consistencyRequirement === 'read-your-writes';
};

/** One planting: every database of the diagram with these values. */
const all = (graph: Graph, values: Parameters<typeof set>[2]): readonly Planting[] => {
  const databases = componentsOf(database)(graph);
  return databases.slice(0, 1).map(({ id }) => ({ on: id, diagram: databases.reduce((next, each) => set(next, each.id, values), graph.diagram) }));
};

/** What databases promise. */
export const databaseFlaws: readonly Flaw[] = [
  { name: 'database: one copy', guards: ['database/no-redundancy'], mayRaise: ['capacity/overloaded-component'], plantings: components(database, { highAvailability: 'none', replicas: 0, replicationFactor: undefined }), survivesWhere: [where('Nothing is written to it, and no client needs it on its way.', (graph, on) => writesTo(graph, on).length === 0 && !cutsOff(graph, on))] },
  { name: 'database: no backup', guards: ['database/no-backup'], plantings: components(database, { backup: 'none' }) },
  { name: 'database: large objects are written', guards: ['database/blob-in-database', 'database/item-too-large'], plantings: connections(writes, { requestBytes: 5_000_000_000 }) },
  { name: 'database: searched by words without an index', guards: ['database/full-text-search-on-primary'], plantings: each(edgesWhere(reads), ({ id, to }, { diagram }) => set(set(diagram, id, { queryPattern: 'full-text' }), to.id, { indexes: [] })) },
  { name: 'database: filtered by a field without an index', guards: ['database/missing-index'], plantings: each(edgesWhere(reads), ({ id, to }, { diagram }) => set(set(diagram, id, { queryPattern: 'range', filterFields: ['status'] }), to.id, { indexes: [] })) },
  { name: 'database: shards without a key', guards: ['database/sharding-without-key'], mayRaise: ['capacity/overloaded-component', 'database/hot-partition', 'database/cross-partition-transaction'], plantings: components(database, { partitioning: 'hash', shardCount: 4, shardKey: '' }) },
  { name: 'database: shards by a key that grows', guards: ['database/monotonic-shard-key'], mayRaise: ['capacity/overloaded-component', 'database/hot-partition', 'database/cross-partition-transaction'], plantings: components(database, { partitioning: 'range', shardCount: 4, shardKey: 'createdAt' }), survivesWhere: [takesFewWrites] },
  { name: 'database: a shard key with few values', guards: ['database/hot-partition'], mayRaise: ['database/cross-partition-transaction'], plantings: components(database, { partitioning: 'hash', shardKeyCardinality: 'low', shardKey: 'country' }) },
  { name: 'database: one key takes a fifth of the traffic', guards: ['database/hot-partition', 'capacity/hot-partition'], mayRaise: ['database/cross-partition-transaction'], plantings: components(database, { partitioning: 'hash', shardKey: 'country', hottestKeyShare: 0.2 }) },
  { name: 'database: eventually consistent', guards: ['database/eventual-consistency-for-transactional-data'], plantings: components(database, { consistencyModel: 'eventual' }), survivesWhere: [where('No write to it is a transaction or strong.', (graph, on) => writesTo(graph, on).every((edge) => edge.connection.properties.transactional !== true && !isStrong(graph, edge)))] },
  { name: 'database: no transactions', guards: ['database/eventual-consistency-for-transactional-data'], plantings: components(database, { transactions: 'none' }), survivesWhere: [where('No write to it is a transaction.', (graph, on) => writesTo(graph, on).every(({ connection }) => connection.properties.transactional !== true))] },
  { name: 'database: fresh reads from a lagging copy', guards: ['database/stale-replica-read'], mayRaise: ['capacity/overloaded-component', 'connection/bursty-writes-without-buffer'], plantings: components(database, { readPreference: 'replica', replicationMode: 'single-leader-async' }), survivesWhere: [where('Nobody who reads it needs fresh data.', (graph, on) => graph.into(on).every((edge) => !reads(edge, graph) || !isFresh(graph, edge)))] },
  { name: 'database: quorums that miss each other', guards: ['database/quorum-not-overlapping'], plantings: components(database, { consistencyModel: 'strong', readQuorum: 1, writeQuorum: 1 }, isLeaderless) },
  { name: 'database: conflicts are not resolved', guards: ['database/conflicting-writes-unresolved'], plantings: components(database, { conflictResolution: 'none' }, isLeaderless), survivesWhere: [where('Every write adds something new, or may get lost.', (graph, on) => writesTo(graph, on).every((edge) => carriesOnly(graph, edge, 'append-only', 'immutable') || mayBeLost(graph, edge)))] },
  {
    name: 'database: many leaders, the last plain write wins',
    guards: ['database/conflicting-writes-unresolved'],
    mayRaise: ['database/stale-replica-read', 'lock/missing-fencing-token', 'lock/fencing-token-without-source'],
    plantings: each((graph) => componentsOf(database)(graph).filter(({ id }) => writesTo(graph, id).some((edge) => entitiesOf(graph, edge).some(({ mutability, consistencyNeed, classification }) => mutability === 'mutable' && (consistencyNeed === 'strong' || classification === 'financial')))), ({ id }, graph) =>
      writesTo(graph, id).reduce((next, edge) => set(next, edge.id, { conditionalWrite: false }), set(graph.diagram, id, { replicationMode: 'multi-leader', conflictResolution: 'last-write-wins' }))),
  },
  {
    name: 'transaction: over two systems without a pattern',
    guards: ['database/cross-store-transaction'],
    mayRaise: ['database/cross-partition-transaction'],
    plantings: each(edgesWhere(arrows({ interaction: 'request', to: 'external-system', access: 'write' }, ({ from }, graph) => graph.out(from.id).some((edge) => writes(edge, graph)))), ({ id, from }, graph) =>
      graph.out(from.id).filter((edge) => writes(edge, graph)).reduce((next, edge) => set(next, edge.id, { transactional: true }), set(set(graph.diagram, id, { transactional: true }), from.id, { consistencyPattern: 'none' }))),
  },
  { name: 'transaction: over partitions', guards: ['database/cross-partition-transaction'], mayRaise: ['lock/missing-for-contended-resource'], plantings: connections(writes, { transactional: true, spansPartitions: true }), survivesWhere: [whereEdge('The database has one partition.', ({ to }) => to.properties.partitioning === 'none')] },
  {
    name: 'database: the writer publishes its changes itself',
    guards: ['database/dual-write-to-broker'],
    mayRaise: ['capacity/stream-partition-throughput', 'queue/message-too-large', 'capacity/backlog-exceeds-deadline'],
    plantings: each(edgesWhere(changes), ({ id, from, to }, graph) => writesTo(graph, from.id).slice(0, 1).reduce((next, write) => arrow(next, write.from.id, to.id, { interaction: 'publish', dataFlows: write.connection.properties.dataFlows }), without(graph, [id]))),
    survivesWhere: [where('An idempotent consumer repeats both steps when one fails.', (graph) => graph.into(graph.diagram.connections.get('added')?.from ?? '').some(({ interaction, connection }) => interaction === 'consume' && connection.properties.idempotent === true))],
  },
  { name: 'outbox: gone', guards: ['database/dual-write-to-broker'], plantings: connections(({ connection }) => connection.properties.outbox === true, { outbox: false }) },
  {
    name: 'database: written by a service of another context',
    guards: ['database/shared-write-ownership'],
    mayRaise: ['model/undeclared-key-properties', 'model/unreachable-component', 'lock/bypassed-writer', 'database/item-too-large'],
    plantings: each((graph) => componentsOf(database)(graph).filter(({ id }) => writesTo(graph, id).some(({ from }) => from.kind === 'service')), ({ id }, graph) =>
      writesTo(graph, id).reduce((next, { from }) => set(next, from.id, { boundedContext: 'Ours' }), arrow(box(graph.diagram, 'intruder', 'service', { boundedContext: 'Theirs' }), 'intruder', id, { interaction: 'request', access: 'write', timeoutMs: 100, dataFlows: writesTo(graph, id)[0]?.connection.properties.dataFlows }))),
  },
  { name: 'database: more connections than it takes', guards: ['database/connection-exhaustion'], plantings: components(database, { connectionPooling: false, maxConnections: 10, connectionsPerClientInstance: 10 }) },
  { name: 'database: no reason given', guards: ['rationale/missing-database-rationale'], plantings: components(database, { rationale: undefined }) },
  { name: 'database: a reason without a property', guards: ['rationale/generic-database-rationale'], plantings: components(database, { rationale: 'It is modern and we know it.' }) },
  { name: 'database: categories compared', guards: ['rationale/sql-vs-nosql-comparison'], plantings: components(database, { rationale: 'NoSQL scales better than SQL.' }) },
  { name: 'product interview: only NoSQL, no property named', guards: ['rationale/product-design-default'], mayRaise: ['rationale/generic-database-rationale'], plantings: (graph) => (graph.diagram.settings.interviewType === 'product' ? all(graph, { databaseKind: 'nosql', rationale: 'It is modern.' }) : []) },
  { name: 'infrastructure interview: only relational, no property named', guards: ['rationale/infrastructure-design-default'], mayRaise: ['rationale/generic-database-rationale'], plantings: (graph) => (graph.diagram.settings.interviewType === 'infrastructure' ? all(graph, { databaseKind: 'relational', rationale: 'It is proven.' }) : []) },
  { name: 'database: full within the horizon', guards: ['capacity/storage-exhausted'], plantings: each(componentsOf(database), ({ id }, { diagram }) => set({ ...diagram, settings: { ...diagram.settings, retentionDays: 365 } }, id, { storageBytes: 1e12, growthBytesPerDay: 1e12, maxStorageBytes: 1e12 })) },
  { name: 'database: its busiest key is too busy', isCrude: true, guards: ['capacity/hot-partition'], mayRaise: ['capacity/overloaded-component', 'connection/bursty-writes-without-buffer', 'database/hot-partition'], plantings: components(database, { hottestKeyShare: 0.5, perPartitionReadRps: 0.001, perPartitionWriteRps: 0.001 }), survivesWhere: [rateIsOpen] },
  { name: 'database: an instance does a request in an hour', isCrude: true, guards: ['capacity/overloaded-component'], mayRaise: ['connection/bursty-writes-without-buffer'], plantings: components(database, { perInstanceReadRps: 0.0003, perInstanceWriteRps: 0.0003 }, (component, graph) => isRelational(component, graph) && isWritten(component, graph)), survivesWhere: [rateIsOpen] },
  { name: 'database: what it promises is said by nobody', guards: ['model/undeclared-key-properties'], mayRaise: ['database/eventual-consistency-for-transactional-data'], plantings: components(database, { consistencyModel: undefined, transactions: undefined }) },
];

