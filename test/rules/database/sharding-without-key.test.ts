import { shardingWithoutKey } from '#rules/database/sharding-without-key.ts';
import { testRule } from '../../support/test-rule.ts';

const db = (values: string): string => `service api\ncore-database db "Orders" { ${values} }\napi -> db { access: read-write }`;

testRule(shardingWithoutKey, {
  fires: [
    { when: 'the key is empty', sketch: db('shardCount: 8, shardKey: ""'), severity: 'error', message: /^Orders is split into shards, and its shard key is empty/, fixes: [] },
    { when: 'the key is white space', sketch: db('partitioning: hash, shardKey: "  "'), severity: 'error' },
    { when: 'the key is not stated', sketch: db('partitioning: consistent-hashing'), severity: 'suggestion', message: 'By which key is Orders split into shards?' },
    { when: 'two shards are a split', sketch: db('shardCount: 2'), severity: 'suggestion' },
    { when: 'several shards, whatever the partitioning says', sketch: db('partitioning: none, shardCount: 8'), severity: 'suggestion' },
    { when: 'a lookup table decides', sketch: db('partitioning: directory, shardKey: ""'), severity: 'suggestion' },
  ],
  silent: [
    { when: 'it has a key', sketch: db('partitioning: hash, shardCount: 8, shardKey: userId') },
    { when: 'it is not split', sketch: db('partitioning: none, shardKey: ""') },
    { when: 'it has one shard', sketch: db('shardCount: 1, shardKey: ""') },
    { when: 'nothing is stated', sketch: db('') },
  ],
});
