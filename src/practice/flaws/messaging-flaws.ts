import type { Component, Id } from '#diagram/diagram.ts';
import { everythingMayBeLost, feeds, isAwaited, mayBeLost, where, whereEdge } from './guards.ts';
import { arrow, arrows, box, components, componentsOf, connections, each, edgesWhere, type Of, type Flaw, propertiesOf, set, without, withoutConnection } from './flaw.ts';

const parks = arrows({ interaction: 'dead-letter', from: 'queue' });
const consumes = arrows({ interaction: 'consume', from: 'queue' });
const reads = arrows({ interaction: 'consume', from: 'stream' });
const publishes = arrows({ interaction: 'publish', from: ['service', 'worker', 'scheduled-job', 'blob-storage'] });
const publishesFromCode = arrows({ interaction: 'publish', from: ['service', 'worker'] });

/** A queue that somebody works off; the others collect dead letters. */
const isWorkedOff: Of<Component, boolean> = ({ id }, graph) => graph.out(id).some(({ interaction }) => interaction === 'consume');
const isDeadLetterQueue: Of<Component, boolean> = ({ properties }) => properties.isDeadLetterQueue === true;
const takesFromQueue: Of<{ readonly id: Id }, boolean> = ({ id }, graph) => graph.into(id).some(({ interaction, from }) => interaction === 'dead-letter' && from.kind === 'queue');
const windows: Of<Component, boolean> = ({ properties }) => properties.streamProcessing !== undefined;

const lossIsAccepted = where('Every event that it takes may get lost.', everythingMayBeLost);
const canSendAgain = where('Every producer keeps an outbox and can send again.', (graph, on) => feeds(graph, on).length > 0 && feeds(graph, on).every(({ connection }) => connection.properties.outbox === true));
const distributesOnly = where('It only distributes: all of it comes from the change log of a database.', (graph, on) => feeds(graph, on).every(({ interaction }) => interaction === 'change-data-capture'));
const isArchived = where('A bucket consumes the stream and keeps everything.', (graph, on) => graph.out(graph.edge(on)?.from.id ?? on).some(({ interaction, to }) => interaction === 'consume' && to.kind === 'blob-storage'));

/** What queues and streams rely on. */
export const messagingFlaws: readonly Flaw[] = [
  { name: 'queue: no arrow to a dead-letter queue', guards: ['queue/missing-dead-letter-queue'], mayRaise: ['model/orphan-component'], plantings: withoutConnection(parks) },
  { name: 'stream consumer: no arrow to a dead-letter queue', guards: ['stream/poison-event-blocks-partition'], mayRaise: ['model/orphan-component'], plantings: withoutConnection(arrows({ interaction: 'dead-letter', from: 'worker' })) },
  { name: 'queue: delivered without limit', guards: ['queue/unlimited-redelivery'], plantings: components('queue', { maxDeliveryAttempts: 'unlimited' }) },
  { name: 'queue: one delivery only', guards: ['queue/no-retry'], plantings: components('queue', { maxDeliveryAttempts: 1 }, isWorkedOff) },
  { name: 'queue: delivered at most once', guards: ['queue/no-retry'], plantings: components('queue', { deliveryGuarantee: 'at-most-once' }, isWorkedOff) },
  { name: 'queue: not durable', guards: ['queue/not-durable'], plantings: components('queue', { durable: false }), survivesWhere: [canSendAgain] },
  { name: 'queue: one copy', guards: ['queue/not-durable'], plantings: components('queue', { highAvailability: 'none', replicas: 0 }), survivesWhere: [canSendAgain] },
  { name: 'queue: no backpressure', guards: ['queue/no-backpressure'], plantings: components('queue', { backpressure: 'none' }, isWorkedOff) },
  { name: 'queue: nobody consumes', guards: ['queue/no-consumer'], mayRaise: ['model/unreachable-component'], plantings: withoutConnection(consumes) },
  { name: 'queue: nobody produces', guards: ['queue/no-producer'], mayRaise: ['model/unreachable-component', 'model/orphan-component'], plantings: each((graph) => componentsOf('queue')(graph).filter((queue) => isWorkedOff(queue, graph)), ({ id }, graph) => without(graph, feeds(graph, id).map((edge) => edge.id))) },
  { name: 'queue: hidden shorter than the work takes', guards: ['queue/visibility-timeout-too-short'], plantings: components('queue', { visibilityTimeoutSeconds: 1 }, isWorkedOff) },
  { name: 'queue: neither its consumer nor what that does is idempotent', guards: ['queue/non-idempotent-consumer'], mayRaise: ['lock/missing-fencing-token'], plantings: each(edgesWhere(consumes), ({ id, to }, graph) => graph.out(to.id).reduce((next, effect) => set(next, effect.id, { idempotent: false, idempotencyKey: undefined, conditionalWrite: undefined }), set(graph.diagram, id, { idempotent: false }))) },
  { name: 'queue: its consumer is not idempotent', guards: ['queue/non-idempotent-consumer'], plantings: connections(consumes, { idempotent: false }), survivesWhere: [whereEdge('Everything that the consumer changes is idempotent or checked itself.', ({ to }, graph) => graph.out(to.id).every(({ interaction, connection: { properties } }) => interaction !== 'publish' && (properties.access === 'read' || interaction === 'acquire-lock' || properties.idempotent === true || properties.conditionalWrite === true)))] },
  { name: 'queue: a second group consumes', guards: ['queue/fan-out-needs-stream'], plantings: each(edgesWhere(consumes), ({ from, to, connection }, { diagram }) => arrow(diagram, from.id, to.id, { ...connection.properties, consumerGroup: 'audit' })) },
  { name: 'queue: a consumer wants a broadcast', guards: ['queue/fan-out-needs-stream'], plantings: connections(consumes, { deliveryMode: 'broadcast' }) },
  { name: 'queue: a consumer wants to replay', guards: ['queue/replay-expected'], plantings: connections(consumes, { replayRequired: true }) },
  { name: 'queue: one order over several partitions', guards: ['queue/global-fifo-with-partitions'], mayRaise: ['queue/dead-letter-type-mismatch', 'queue/fifo-broken-by-parallel-consumers'], plantings: components('queue', { ordering: 'fifo-global', partitions: 4 }) },
  { name: 'queue: one order, many workers', guards: ['queue/fifo-broken-by-parallel-consumers'], mayRaise: ['queue/dead-letter-type-mismatch', 'queue/global-fifo-with-partitions'], plantings: components('queue', { ordering: 'fifo-global' }, isWorkedOff) },
  { name: 'queue: order per group without a group key', guards: ['queue/fifo-group-without-key'], mayRaise: ['queue/dead-letter-type-mismatch'], plantings: components('queue', { ordering: 'fifo-per-group', partitionKey: '' }) },
  { name: 'queue: FIFO beside a standard dead-letter queue', guards: ['queue/dead-letter-type-mismatch'], plantings: components('queue', { ordering: 'fifo-per-group', partitionKey: 'orderId' }), survivesWhere: [where('Only consumers park there, and they may use any queue.', (graph, on) => propertiesOf(graph, on).isDeadLetterQueue === true && !takesFromQueue({ id: on }, graph))] },
  { name: 'queue: order, and nothing said of parking', guards: ['queue/fifo-dead-letter-breaks-order'], mayRaise: ['queue/dead-letter-type-mismatch'], plantings: components('queue', { ordering: 'fifo-per-group', partitionKey: 'orderId', poisonMessagePolicy: undefined }, isWorkedOff) },
  { name: 'message: larger than the broker takes', guards: ['queue/message-too-large'], mayRaise: ['capacity/stream-partition-throughput'], plantings: connections(publishes, { requestBytes: 50_000_000 }) },
  { name: 'message: the producer awaits the result', guards: ['queue/synchronous-wait'], plantings: connections(publishesFromCode, { awaitsResult: true }), survivesWhere: [whereEdge('No client waits for the producer.', ({ from }, graph) => !isAwaited(graph, from.id))] },
  { name: 'dead-letter queue: no alarm', guards: ['queue/dead-letter-queue-unwatched'], plantings: components('queue', { dlqAlarm: false }, isDeadLetterQueue) },
  { name: 'dead-letter queue: kept for an hour', guards: ['queue/dead-letter-retention-too-short'], plantings: components('queue', { retentionSeconds: 3600 }, isDeadLetterQueue), survivesWhere: [where('What consumers park is sent anew, so its age starts again.', (graph, on) => !takesFromQueue({ id: on }, graph))] },
  { name: 'stream: one copy', guards: ['stream/no-replication'], plantings: components('stream', { replicationFactor: 1 }) },
  { name: 'stream: confirmed by nobody', guards: ['stream/weak-acknowledgement'], plantings: components('stream', { producerAcks: '0' }), survivesWhere: [lossIsAccepted] },
  { name: 'stream: confirmed by the leader alone', guards: ['stream/weak-acknowledgement'], plantings: components('stream', { producerAcks: '1' }), survivesWhere: [lossIsAccepted] },
  { name: 'stream: one copy confirms for all', guards: ['stream/weak-acknowledgement'], plantings: components('stream', { minInsyncReplicas: 1 }), survivesWhere: [lossIsAccepted] },
  { name: 'stream: every copy must confirm', guards: ['stream/weak-acknowledgement'], plantings: components('stream', { minInsyncReplicas: 3 }) },
  { name: 'stream: no partition key', guards: ['stream/no-partition-key'], plantings: components('stream', { partitionKey: '' }) },
  { name: 'stream: a key with few values', guards: ['stream/hot-partition-key'], plantings: components('stream', { partitionKeyCardinality: 'low' }) },
  { name: 'stream: a key that reads like one with few values', guards: ['stream/hot-partition-key'], plantings: components('stream', { partitionKey: 'country', partitionKeyCardinality: undefined }) },
  { name: 'stream: fewer partitions than consumers', guards: ['stream/consumers-exceed-partitions'], mayRaise: ['capacity/stream-partition-throughput'], plantings: components('stream', { partitions: 2 }), survivesWhere: [where('Every copy gets every event: they share no partitions.', (graph, on) => graph.out(on).every(({ connection }) => connection.properties.deliveryMode === 'broadcast'))] },
  { name: 'stream: a consumer group without a name', guards: ['stream/missing-consumer-group'], plantings: connections(reads, { consumerGroup: '' }), survivesWhere: [whereEdge('No second consumer shares the stream.', ({ from }, graph) => graph.out(from.id).filter(({ to, connection }) => to.kind !== 'blob-storage' && connection.properties.deliveryMode !== 'broadcast').length < 2)] },
  { name: 'stream: nobody reads', guards: ['stream/no-consumer'], mayRaise: ['model/unreachable-component', 'service/push-without-routing', 'capacity/stream-partition-throughput'], plantings: each(componentsOf('stream'), ({ id }, graph) => without(graph, graph.out(id).map((edge) => edge.id))) },
  { name: 'stream: kept for an hour', guards: ['stream/retention-too-short'], plantings: components('stream', { retentionSeconds: 3600 }), survivesWhere: [isArchived, lossIsAccepted] },
  { name: 'stream: a consumer must replay, a day is kept', guards: ['stream/retention-too-short'], plantings: each(edgesWhere(reads), ({ id, from }, { diagram }) => set(set(diagram, id, { replayRequired: true }), from.id, { retentionSeconds: 86_400 })), survivesWhere: [isArchived] },
  { name: 'stream: the record of state, but it deletes', guards: ['stream/event-sourcing-loses-history'], plantings: components('stream', { eventSourcing: true }), survivesWhere: [distributesOnly, isArchived] },
  { name: 'stream: what a consumer does with poison is not said', guards: ['stream/poison-event-blocks-partition'], mayRaise: ['model/orphan-component'], plantings: each(edgesWhere((edge, graph) => reads(edge, graph) && edge.to.kind !== 'blob-storage'), ({ id, to }, graph) => set(without(graph, graph.out(to.id).filter(({ interaction }) => interaction === 'dead-letter').map((edge) => edge.id)), id, { poisonPolicy: undefined })) },
  {
    name: 'stream: one slow group that could share a queue',
    guards: ['stream/simple-work-queue'],
    mayRaise: ['stream/no-partition-key', 'model/unreachable-component', 'capacity/backlog-exceeds-deadline'],
    plantings: each((graph) => componentsOf('stream')(graph).filter(({ id }) => feeds(graph, id).some(({ interaction }) => interaction === 'publish')), ({ id }, graph) => {
      const [kept, ...others] = graph.out(id).filter(({ to }) => to.kind === 'worker');
      const slow = graph.edges.filter(({ from }) => from.kind === 'client').reduce((next, edge) => set(next, edge.id, { peakRps: 10 }), without(graph, [...others, ...graph.out(id).filter(({ to }) => to.kind !== 'worker')].map((edge) => edge.id)));
      return set(set(slow, id, { partitionKey: '', rationale: undefined }), kept?.to.id ?? id, { streamProcessing: undefined });
    }),
  },
  { name: 'window: counted by arrival', guards: ['stream/window-without-event-time'], plantings: components('worker', ({ properties }) => ({ streamProcessing: { ...properties.streamProcessing, timeSemantics: 'processing-time' } }), windows), survivesWhere: [where('It watches a stream of which some may get lost.', (graph, on) => graph.into(on).every(({ from }) => everythingMayBeLost(graph, from.id)))] },
  {
    name: 'window: late events are dropped, and nothing reconciles',
    guards: ['stream/window-without-lateness'],
    mayRaise: ['model/orphan-component'],
    plantings: each((graph) => componentsOf('worker')(graph).filter((worker) => windows(worker, graph)), ({ id, properties }, graph) => set(without(graph, graph.edges.filter(({ from, to }) => from.kind === 'scheduled-job' && to.kind === 'blob-storage').map((edge) => edge.id)), id, { streamProcessing: { ...properties.streamProcessing, allowedLatenessSeconds: 0, lateEventPolicy: 'drop' } })),
    survivesWhere: [where('It watches a stream of which some may get lost.', (graph, on) => graph.into(on).every(({ from }) => everythingMayBeLost(graph, from.id)))],
  },
  { name: 'worker: acknowledges before it is done', guards: ['worker/acknowledges-before-processing'], plantings: components('worker', { ackMode: 'before-processing' }), survivesWhere: [where('Everything that it consumes may get lost.', (graph, on) => graph.into(on).every((edge) => mayBeLost(graph, edge)))] },
  { name: 'client: publishes to the broker itself', guards: ['client/publishes-to-broker'], mayRaise: ['model/undeclared-key-properties', 'connection/unencrypted-across-boundary', 'queue/message-too-large'], plantings: each(componentsOf('queue', 'stream'), ({ id }, { diagram }) => arrow(box(diagram, 'stranger', 'client', { trusted: false }), 'stranger', id, { interaction: 'publish' })) },
];
