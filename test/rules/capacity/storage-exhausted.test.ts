import { storageExhausted } from '#rules/capacity/storage-exhausted.ts';
import { testRule } from '../../support/test-rule.ts';

const db = (values: string, settings = 'settings { retentionDays: 100 }'): string => `${settings}\nservice api\ncore-database db "Orders" { ${values} }\napi -> db { access: write }`;

testRule(storageExhausted, {
  fires: [
    { when: 'it fills before the horizon', sketch: db('storageBytes: 500, growthBytesPerDay: 10, maxStorageBytes: 1000'), primary: 'db', severity: 'warning', message: 'Orders is full in about 50 days (estimate).', fixes: ['Split Orders into 2 shards'] },
    { when: 'it fills tomorrow', sketch: db('storageBytes: 990, growthBytesPerDay: 10, maxStorageBytes: 1000, partitioning: none'), message: /about 1 day / },
    { when: 'its shards are too few', sketch: db('storageBytes: 500, growthBytesPerDay: 100, maxStorageBytes: 1000, shardCount: 10'), message: /95 days/, fixes: ['Split Orders into 11 shards'] },
    { when: 'it is too full already', sketch: db('storageBytes: 1001, growthBytesPerDay: 0, maxStorageBytes: 1000'), message: 'Orders holds more already than its shards can (estimate).' },
    { when: 'rows are kept as long as the horizon', sketch: db('storageBytes: 500, growthBytesPerDay: 10, maxStorageBytes: 1000, dataRetentionDays: 100') },
  ],
  silent: [
    { when: 'it just fits', sketch: db('storageBytes: 0, growthBytesPerDay: 10, maxStorageBytes: 1000') },
    { when: 'shards are enough', sketch: db('storageBytes: 500, growthBytesPerDay: 100, maxStorageBytes: 1000, shardCount: 11') },
    { when: 'rows are dropped before', sketch: db('storageBytes: 500, growthBytesPerDay: 10, maxStorageBytes: 1000, dataRetentionDays: 99') },
    { when: 'no horizon is stated', sketch: db('storageBytes: 500, growthBytesPerDay: 10, maxStorageBytes: 1000', '') },
    { when: 'no limit is stated', sketch: db('storageBytes: 500, growthBytesPerDay: 10') },
  ],
  notStated: [
    { when: 'nobody says how it grows', sketch: db('storageBytes: 500, maxStorageBytes: 1000'), fields: ['growthBytesPerDay'] },
    { when: 'only the limit is stated', sketch: db('maxStorageBytes: 1000'), fields: ['storageBytes', 'growthBytesPerDay'] },
  ],
});
