import { describe, expect, test } from 'vitest';
import { detailOf } from '#catalog/detail.ts';
import { kinds } from '#catalog/kinds.ts';

describe('the second line of a card', () => {
  test.each([
    ['core-database', { technology: 'PostgreSQL', replicas: 2 }, 'PostgreSQL, 2 replicas'],
    ['core-database', { technology: 'Amazon DynamoDB', shardKey: 'userId' }, 'DynamoDB, by userId'],
    ['core-database', { databaseKind: 'nosql' }, 'NoSQL database'],
    ['core-database', { replicas: 0 }, 'No replica'],
    ['queue', { technology: 'Amazon SQS', maxDeliveryAttempts: 5 }, 'SQS, 5 attempts'],
    ['queue', { maxDeliveryAttempts: 1, ordering: 'fifo-per-group' }, '1 attempt, FIFO per group'],
    ['queue', { isDeadLetterQueue: true }, 'Dead letters'],
    ['load-balancer', { layer: 'L7', stickySessions: 'none' }, 'L7, sticky none'],
    ['service', { instances: 4 }, '4 instances'],
    ['service', { instances: 1 }, '1 instance'],
    ['service', {}, 'Service'],
    ['distributed-lock', { mechanism: 'etcd', ttlMs: 30_000 }, 'etcd, TTL 30 s'],
    ['distributed-lock', { mechanism: 'redlock', ttlMs: 600_000 }, 'Redlock, TTL 10 min'],
    ['distributed-lock', { ttlMs: 'none' }, 'No expiry'],
    ['distributed-cache', { technology: 'Redis', hitRatio: 0.95 }, 'Redis, 95 % hits'],
    ['search-database', { shardCount: 3, replicasPerShard: 1 }, '3 shards, RF 2'],
    ['api-gateway', { technology: 'Kong', rateLimiting: 'per-client' }, 'Kong, per client limits'],
    ['api-gateway', { rateLimiting: 'per-ip' }, 'Per IP limits'],
    ['blob-storage', { technology: 'Amazon S3', chunkedUpload: true }, 'S3, chunked'],
    ['cdn', { contentTypes: ['static-assets', 'html'] }, 'Static assets, HTML'],
    ['stream', { technology: 'Apache Kafka', partitions: 24 }, 'Kafka, 24 partitions'],
    ['client', { clientType: 'web', audience: 'global' }, 'Web, global'],
    ['external-system', { provider: 'Stripe', availability: 0.9999 }, 'Stripe, 99.99 %'],
    ['scheduled-job', { schedule: '0 2 * * *', overlapPolicy: 'forbid' }, '02:00, one at a time'],
    ['scheduled-job', { schedule: '*/5 * * * *' }, 'Every 5 min'],
    ['scheduled-job', { schedule: '@reboot' }, '@reboot'],
    ['worker', { technology: '   ', instances: 8 }, '8 instances'],
    ['quantum-store', { technology: 'Q' }, 'quantum-store'],
  ])('%s %j: %s', (kind, properties, line) => {
    expect(detailOf(kind, properties)).toBe(line);
  });

  test('leaves out what does not fit, but never the first', () => {
    const properties = { technology: 'PostgreSQL', replicas: 2, shardKey: 'a very long name of a shard key' };
    expect(detailOf('core-database', properties)).toBe('PostgreSQL, 2 replicas');
    expect(detailOf('core-database', properties, () => false)).toBe('PostgreSQL');
  });

  test.each(kinds.map(({ id }) => id))('%s has a short line for nothing stated', (id) => {
    expect(detailOf(id, {}).length).toBeLessThan(22);
  });
});
