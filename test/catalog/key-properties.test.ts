import { describe, expect, test } from 'vitest';
import { isStated, undeclaredKeyProperties } from '#catalog/key-properties.ts';

const queue = { ordering: 'none', deliveryGuarantee: 'at-least-once', maxDeliveryAttempts: 5, backpressure: 'none', retentionSeconds: 0 };
const database = { databaseKind: 'relational', dataModel: 'relational', consistencyModel: 'strong', partitioning: 'none', backup: 'none' };
const gateway = { authentication: 'jwt', rateLimiting: 'none' };
const cache = { evictionPolicy: 'lru', invalidationStrategy: ['ttl'], writeStrategy: 'none', ttlSeconds: 60, replicas: 0 };
const search = { tokenizer: 'standard', stemming: 'none', fuzzySearch: 'off', shardCount: 1, refreshIntervalMs: 0, isSourceOfTruth: false };
const stream = { partitions: 12, partitionKey: 'orderId', retentionSeconds: 'unlimited' };

describe('what nobody has answered yet', () => {
  test.each([
    ['a bare queue is asked everything', 'queue', {}, ['ordering', 'deliveryGuarantee', 'maxDeliveryAttempts', 'backpressure', 'retentionSeconds']],
    ['none and 0 are answers', 'queue', queue, []],
    ['one open field', 'queue', { ...queue, ordering: undefined }, ['ordering']],
    ['false is an answer', 'search-database', { ...search, replicasPerShard: 0 }, []],
    ['an empty list is none', 'distributed-cache', { ...cache, invalidationStrategy: [] }, ['invalidationStrategy']],
    ['a list with none in it is one', 'distributed-cache', { ...cache, invalidationStrategy: ['none'] }, []],
    ['empty text is an answer', 'stream', { ...stream, partitionKey: '', replicationFactor: 3 }, []],
    ['copies of a database are asked for once', 'core-database', database, ['replicas']],
    ['replicas answer', 'core-database', { ...database, replicas: 0 }, []],
    ['a replication factor answers', 'core-database', { ...database, replicationFactor: 3 }, []],
    ['a managed database answers', 'core-database', { ...database, highAvailability: 'managed' }, []],
    ['another way of redundancy does not', 'core-database', { ...database, highAvailability: 'active-passive' }, ['replicas']],
    ['copies of a gateway are asked for once', 'api-gateway', gateway, ['instances']],
    ['instances answer', 'api-gateway', { ...gateway, instances: 1 }, []],
    ['high availability answers', 'api-gateway', { ...gateway, highAvailability: 'none' }, []],
    ['a managed service answers for its instances', 'service', { stateless: true, highAvailability: 'managed' }, []],
    ['a redundant service does not', 'service', { stateless: true, highAvailability: 'active-active' }, ['instances']],
    ['a managed index answers for its copies', 'search-database', { ...search, highAvailability: 'managed' }, []],
    ['a managed stream answers for its copies', 'stream', { ...stream, highAvailability: 'managed' }, []],
    ['a managed cache answers for its replicas', 'distributed-cache', { ...cache, replicas: undefined, highAvailability: 'managed' }, []],
    ['an external system is asked nothing', 'external-system', {}, []],
    ['nor is a kind that nobody knows', 'quantum-store', {}, []],
  ])('%s', (_, kind, properties, open) => {
    expect(undeclaredKeyProperties(kind, properties)).toEqual(open);
  });

  test.each([
    [undefined, false],
    [[], false],
    ['', true],
    [0, true],
    [false, true],
    ['none', true],
    [['ttl'], true],
  ])('%j is stated: %s', (value, stated) => {
    expect(isStated(value)).toBe(stated);
  });
});
