import { searchOversizedShards } from '#rules/search/oversized-shards.ts';
import { testRule } from '../../support/test-rule.ts';

const index = (values: string): string => `service api\nsearch-database index "Index" { ${values} }\napi -> index { access: read-write }`;

testRule(searchOversizedShards, {
  fires: [
    { when: 'a shard holds 400 GB', sketch: index('storageBytes: 2000000000000, shardCount: 5'), primary: 'index', severity: 'suggestion', message: 'About 400 GB per shard in Index; 10–50 GB is the usual range.', fixes: ['Use 67 shards'] },
    { when: 'there is one shard, as nothing else is said', sketch: index('storageBytes: 51000000000'), message: /^About 51 GB/, fixes: ['Use 2 shards'] },
    { when: 'there are many tiny shards', sketch: index('storageBytes: 5500000000, shardCount: 11'), message: /^About 500 MB/, fixes: ['Use one shard'] },
    { when: 'a shard holds too many documents', sketch: index('documents: 2500000000, shardCount: 10'), message: 'About 250 M documents per shard in Index; 200 M is the usual limit.', fixes: ['Use 13 shards'] },
    { when: 'small documents are too many', sketch: index('documents: 900000000, storageBytes: 90000000000, shardCount: 3'), message: /^About 300 M documents/, fixes: ['Use 5 shards'] },
    { when: 'no number of shards fits', sketch: index('documents: 900000000000, storageBytes: 5000000000'), message: /^About 900,000 M documents/, fixes: [] },
  ],
  silent: [
    { when: 'a shard holds 30 GB', sketch: index('storageBytes: 300000000000, shardCount: 10') },
    { when: 'a shard holds 50 GB', sketch: index('storageBytes: 50000000000') },
    { when: 'a shard holds 200 million documents', sketch: index('documents: 400000000, shardCount: 2') },
    { when: 'there are ten tiny shards', sketch: index('storageBytes: 5000000000, shardCount: 10') },
    { when: 'many shards hold 1 GB', sketch: index('storageBytes: 11000000000, shardCount: 11') },
    { when: 'no size is stated', sketch: index('shardCount: 100') },
  ],
  notStated: [{ when: 'no size is stated, and it does not ask', sketch: index(''), fields: [] }],
});
