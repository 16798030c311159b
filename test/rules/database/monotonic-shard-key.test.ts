import { monotonicShardKey } from '#rules/database/monotonic-shard-key.ts';
import { testRule } from '../../support/test-rule.ts';

const db = (key: string, values = 'partitioning: range, shardCount: 16', write = 'access: write', more = ''): string =>
  `service api\ncore-database db "Events" { ${values}, shardKey: "${key}" }\napi -> db { ${write} }\n${more}`;

testRule(monotonicShardKey, {
  fires: [
    { when: 'ranges of the creation time', sketch: db('created_at'), severity: 'warning', message: /^Range partitioning of Events by "created_at"/, fixes: ['Partition by a hash of the key'] },
    ...['createdAt', 'UpdatedAt', 'event-date', 'orderULID', 'snowflake', 'auto.increment', 'seq', '(day, tenantId)', '[timestamp]', '((created_at), id)', 'EVENT_TIME'].map((key) => ({ when: `a key that grows: ${key}`, sketch: db(key) })),
    { when: 'two shards', sketch: db('date', 'partitioning: range, shardCount: 2') },
    { when: 'writes are many enough', sketch: db('date', undefined, 'access: write, peakRps: 100') },
    { when: 'writes of several callers are many enough together', sketch: db('date', undefined, 'access: write, peakRps: 60', 'worker w\nw -> db { access: write, peakRps: 60 }') },
    { when: 'some of the writes are unknown', sketch: db('date', undefined, 'access: write, peakRps: 1', 'worker w\nw -> db { access: write }') },
    { when: 'nobody writes in the drawing', sketch: db('date', undefined, 'access: read, peakRps: 10') },
  ],
  silent: [
    ...['userId', '(tenantId, created_at)', 'timezone', 'updates', 'candidate', 'created2'].map((key) => ({ when: `a key that does not grow: ${key}`, sketch: db(key) })),
    { when: 'a hash of the key', sketch: db('created_at', 'partitioning: hash, shardCount: 16') },
    { when: 'one shard', sketch: db('created_at', 'partitioning: range, shardCount: 1') },
    { when: 'chunks by time on one server', sketch: db('time', 'partitioning: range') },
    { when: 'few writes', sketch: db('date', undefined, 'access: write, peakRps: 99') },
    { when: 'few writes beside many reads', sketch: db('date', undefined, 'access: write, peakRps: 10', 'service reader\nreader -> db { access: read, peakRps: 5000 }') },
    { when: 'few of the calls write', sketch: db('date', undefined, 'access: read-write, peakRps: 500, readFraction: 0.9') },
    { when: 'few writes come from users', sketch: db('date', undefined, 'access: write', 'client web\nweb -> api { access: write, peakRps: 20 }') },
  ],
  notStated: [{ when: 'nothing is said of the partitioning', sketch: db('created_at', 'shardCount: 16'), fields: ['partitioning'] }],
});
