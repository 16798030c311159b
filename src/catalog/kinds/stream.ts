import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';
import { streamProcessing } from '../stream-processing.ts';

export const stream = defineKind({
  id: 'stream',
  label: 'Stream',
  family: 'messaging',
  summary: 'Events that stay after being read: many consumers, each at its own pace, and replay.',
  silhouette: 'pipe',
  traits: ['broker'],
  section: 'building-block',
  entries: [
    {
      id: 'stream',
      label: 'Stream',
      shortcut: '7',
      glyph: ['M3.5 8c2.1-1.8 4.2-1.8 6.3 0s4.3 1.8 6.4 0 3.2-1.6 4.3-1', 'M3.5 12.5c2.1-1.8 4.2-1.8 6.3 0s4.3 1.8 6.4 0 3.2-1.6 4.3-1', 'M3.5 17c2.1-1.8 4.2-1.8 6.3 0s4.3 1.8 6.4 0 3.2-1.6 4.3-1'],
    },
  ],
  properties: properties({
    ...common,
    ...streamProcessing,
    partitions: { type: 'integer', min: 1, label: 'Partitions', help: 'Parallelism; order holds inside one.', group: 'delivery', key: true, typical: 12 },
    partitionKey: { type: 'text', label: 'Partition key', help: 'Decides the partition; keeps related events in order.', group: 'delivery', key: true },
    partitionKeyCardinality: { type: 'enum', options: ['low', 'medium', 'high'], label: 'Partition key cardinality', help: 'Distinct key values.', group: 'delivery', typical: 'high' },
    replicationFactor: { type: 'integer', min: 1, label: 'Replication factor', help: 'Copies of each piece of data, the first one included.', group: 'redundancy', key: true, typical: 3 },
    minInsyncReplicas: { type: 'integer', min: 1, label: 'Min insync replicas', help: 'Copies that must confirm a write.', group: 'redundancy', typical: 2 },
    producerAcks: { type: 'enum', options: ['0', '1', 'all'], label: 'Producer acks', help: 'What the producer waits for.', group: 'redundancy', typical: 'all' },
    retentionSeconds: { type: 'number', min: 0, unit: 's', word: 'unlimited', label: 'Retention', help: 'How long records stay readable.', group: 'delivery', key: true, typical: 604800 },
    cleanupPolicy: { type: 'enum', options: ['delete', 'compact', 'compact-delete'], label: 'Cleanup policy', help: 'Expire by age or keep last per key.', group: 'delivery', typical: 'delete' },
    eventSourcing: { type: 'boolean', label: 'Event sourcing', help: 'The stream is the record of what happened, not a copy of it.', group: 'delivery' },
    snapshotEvery: { type: 'integer', min: 0, unit: 'events', label: 'Snapshot every', help: 'Events between snapshots; bounds the time of a replay.', group: 'delivery' },
    archive: { type: 'reference', to: 'component', label: 'Archive', help: 'Where expired events are kept.', group: 'delivery' },
    deliveryGuarantee: { type: 'enum', options: ['at-most-once', 'at-least-once', 'exactly-once'], label: 'Delivery guarantee', help: 'How often a record may arrive.', group: 'delivery', typical: 'at-least-once' },
    schemaRegistry: { type: 'boolean', label: 'Schema registry', help: 'Event schemas are versioned and checked.', group: 'delivery' },
    perPartitionBytesPerSecond: { type: 'number', min: 0, unit: 'bytes/s', label: 'Throughput per partition', help: 'Throughput of one partition.', group: 'capacity' },
    perPartitionRps: { type: 'number', min: 0, unit: 'req/s', label: 'Records per partition', help: 'Records per second of one partition.', group: 'capacity' },
    maxMessageBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Max message size', help: 'The largest message.', group: 'capacity', typical: 1 },
  }),
  detail: ['technology', 'partitions', 'replicationFactor', 'partitionKey'],
  caveats: [
    { text: 'Records stay after being read. Each consumer group keeps its own place and can go back within the retention.' },
    { text: 'Order holds inside a partition only. The key decides both order and balance.' },
    { text: 'Inside one group a partition has one reader: more consumers than partitions sit idle.' },
    { text: "Three copies, two in sync and acks=all turn sent into kept. Kafka's own defaults are one and one.", source: 'apache/kafka, default configuration' },
    { text: 'A slow group slows nobody else, but may fall off the edge of the retention.' },
    { text: 'Event sourcing keeps every change: plan snapshots, changing schemas, projections and lawful deletion.' },
    { text: 'Windows need event time, a watermark and a rule for late events. With the usual default they vanish.', source: 'Apache Flink, windows' },
    { text: 'A record that cannot be processed blocks its partition unless it is parked.' },
    { text: 'Exactly once is a property of the whole pipeline, not of the broker.' },
  ],
  products: [
    { name: 'Apache Kafka', aliases: ['kafka'], facts: ['Out of the box: one partition, one copy, one in sync.', 'Keeps records for a week by default.'] },
    { name: 'Amazon Kinesis', aliases: ['kinesis'], facts: ['A shard takes 1 MB or 1,000 records per second and gives 2 MB.', 'Keeps records for 24 hours, up to a year.'] },
    { name: 'Apache Pulsar', aliases: ['pulsar'] },
    { name: 'Redpanda' },
    { name: 'Azure Event Hubs', aliases: ['event hubs'] },
    { name: 'Redis Streams', aliases: ['redis'], facts: ['As durable as its Redis.'] },
  ],
  presets: [
    {
      id: 'kafka-production',
      title: 'Kafka (production)',
      technology: 'Apache Kafka',
      values: { replicationFactor: 3, minInsyncReplicas: 2, producerAcks: 'all', retentionSeconds: 604_800, maxMessageBytes: 1_048_588 },
    },
    {
      id: 'kafka-defaults',
      title: 'Kafka (broker defaults)',
      technology: 'Apache Kafka',
      values: { replicationFactor: 1, minInsyncReplicas: 1, partitions: 1, retentionSeconds: 604_800 },
    },
    {
      id: 'kinesis',
      title: 'Kinesis',
      technology: 'Amazon Kinesis',
      values: { retentionSeconds: 86_400, perPartitionBytesPerSecond: 1_000_000, perPartitionRps: 1000, maxMessageBytes: 1_048_576, highAvailability: 'managed', replicationFactor: 3 },
    },
  ],
  searchWords: ['event sourcing', 'log', 'events', 'pub/sub', 'topic'],
});
