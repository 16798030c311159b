import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';
import { sources } from '../sources.ts';
import { windowProperties } from '../stream-processing.ts';

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
    partitions: { type: 'integer', min: 1, label: 'Partitions', help: 'Into how many parts it is split. Order holds inside a part, and each group has at most one reader for it.', group: 'data', key: true, typical: 12 },
    partitionKey: { type: 'text', label: 'Partition key', help: 'What decides the part: events with the same key stay in order.', group: 'data', key: true },
    partitionKeyCardinality: { type: 'enum', options: ['low', 'medium', 'high'], label: 'Values of the partition key', help: 'How many different values that key takes.', group: 'data', typical: 'high' },
    replicationFactor: { type: 'integer', min: 1, label: 'Replication factor', help: 'All copies of each partition, the first one included.', group: 'redundancy', key: true, typical: 3 },
    minInsyncReplicas: { type: 'integer', min: 1, label: 'Copies that confirm', help: 'How many copies must have a record before it counts as written.', group: 'redundancy', typical: 2 },
    producerAcks: { type: 'enum', options: ['0', '1', 'all'], label: 'Producer waits for', help: 'How many copies must answer the producer: none, the leader, or all in sync.', group: 'redundancy', typical: 'all' },
    retentionSeconds: { type: 'number', min: 0, unit: 's', word: 'unlimited', label: 'Retention', help: 'How long records stay readable, read or not.', group: 'data', key: true, typical: 604800 },
    cleanupPolicy: { type: 'enum', options: ['delete', 'compact', 'compact-delete'], label: 'Clean-up', help: 'What goes first: records that are old, or all but the latest of each key.', group: 'data', typical: 'delete' },
    eventSourcing: { type: 'boolean', label: 'Event sourcing', help: 'The stream is the record of what happened, not a copy of it.', group: 'data' },
    snapshotEvery: { type: 'integer', min: 0, unit: 'events', label: 'Snapshot every', help: 'Events between snapshots, which bound how much a restart must replay.', group: 'data' },
    archive: { type: 'reference', to: 'component', label: 'Archive', help: 'Where events go when their time here is over.', group: 'data' },
    deliveryGuarantee: { type: 'enum', options: ['at-most-once', 'at-least-once', 'exactly-once'], label: 'Delivery guarantee', help: 'Whether a record may get lost, or come twice.', group: 'delivery', typical: 'at-least-once' },
    schemaRegistry: { type: 'boolean', label: 'Schema registry', help: 'The form of events has versions, which are checked.', group: 'operations' },
    perPartitionBytesPerSecond: { type: 'number', min: 0, unit: 'bytes/s', label: 'Throughput per partition', help: 'How much one partition takes in.', group: 'capacity', typical: 1_000_000 },
    perPartitionRps: { type: 'number', min: 0, unit: 'req/s', label: 'Records per partition', help: 'How many records one partition takes in.', group: 'capacity', typical: 1000 },
    maxMessageBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Largest record', help: 'The largest record that it takes.', group: 'capacity', typical: 1_048_576 },
    ...windowProperties,
  }),
  detail: ['technology', 'partitions', 'replicationFactor', 'partitionKey'],
  caveats: [
    { text: 'Records stay after being read. Every group has its own bookmark and can turn back as far as the retention reaches.' },
    { text: 'Order holds inside a partition only. So the key settles the order, and how evenly work is spread.' },
    { text: 'A group reads each partition with one consumer. Any beyond the number of partitions have nothing to do.' },
    { text: 'Three copies, two in sync and acks=all turn "sent" into "kept". Out of the box Kafka has one and one.', source: sources.kafka },
    { text: 'A slow group slows nobody else, but may fall off the edge of the retention and lose data.' },
    { text: 'Event sourcing keeps every change: plan snapshots, changing schemas, projections, and deletion where the law wants it.' },
    { text: 'To cut windows, say whose clock counts, how long to wait and what late events do. Left to defaults, late ones vanish.', source: sources.flink },
    { text: 'One bad record holds up everything behind it in its partition, unless you park it elsewhere.' },
    { text: 'Exactly once is something a whole pipeline achieves, down to the last store. No broker gives it alone.' },
  ],
  products: [
    { name: 'Apache Kafka', aliases: ['kafka'], facts: ['Out of the box: one partition, one copy, one in sync.', 'Typically keeps records for a week, up to about 1 MB each.', 'Producers typically wait for all copies in sync since 3.0.'] },
    { name: 'Amazon Kinesis', aliases: ['kinesis'], facts: ['A shard takes 1 MB or 1,000 records per second and gives 2 MB.', 'Keeps records for 24 hours, up to a year.', 'A record holds up to 1 MiB, 10 MiB if you ask for it.'] },
    { name: 'Apache Pulsar', aliases: ['pulsar'], facts: ['Queue and stream in one; old records move to cheaper storage.'] },
    { name: 'Redpanda', facts: ['Speaks Kafka; Raft for each partition.'] },
    { name: 'Azure Event Hubs', aliases: ['event hubs'], facts: ['Speaks Kafka; typically keeps records for 1 to 90 days.'] },
    { name: 'Google Pub/Sub', aliases: ['pubsub'], facts: ['Typically keeps messages for 7 days.'] },
    { name: 'Redis Streams', facts: ['Consumer groups in memory. As durable as its Redis.'] },
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
  searchWords: ['event sourcing', 'event log', 'events', 'pub/sub', 'topic'],
});
