import { expect, test } from 'vitest';
import { kindOf } from '#catalog/kinds.ts';
import { presetsOf } from '#catalog/presets.ts';

test.each([
  ['core-database', 'PostgreSQL', ['postgresql-ha']],
  ['core-database', ' dynamodb ', ['dynamodb']],
  ['core-database', 'Cassandra', ['cassandra']],
  ['core-database', 'MySQL', []],
  ['stream', 'Apache Kafka', ['kafka-production', 'kafka-defaults']],
  ['queue', 'SQS', ['sqs-standard', 'sqs-fifo']],
  ['load-balancer', 'alb', ['aws-alb']],
  ['distributed-lock', 'etcd', ['etcd']],
  ['cdn', 'A CDN of our own', []],
  ['cdn', '', []],
  ['cdn', undefined, []],
])('%s %s', (id, technology, presets) => {
  const kind = kindOf(id);
  expect(kind && presetsOf(kind, technology).map((preset) => preset.id)).toEqual(presets);
});
