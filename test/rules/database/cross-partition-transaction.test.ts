import { crossPartitionTransaction } from '#rules/database/cross-partition-transaction.ts';
import { testRule } from '../../support/test-rule.ts';

const transfer = (database: string, connection = 'transactional: true, spansPartitions: true'): string => `service bank\ncore-database db "Accounts" { ${database} }\nbank -> db { access: write, ${connection} }`;

testRule(crossPartitionTransaction, {
  fires: [
    { when: 'single items only', sketch: transfer('shardCount: 8, transactions: single-item'), primary: 'c1', severity: 'warning', message: /partitions of Accounts, which guarantees changes of a single item only/, related: ['db'], fixes: [] },
    { when: 'no transactions', sketch: transfer('partitioning: hash, transactions: none'), severity: 'warning' },
    { when: 'several items, perhaps of one shard', sketch: transfer('partitioning: hash, transactions: multi-item'), severity: 'suggestion', message: 'Does a transaction of Accounts span its partitions?' },
  ],
  silent: [
    { when: 'transactions span partitions', sketch: transfer('partitioning: hash, transactions: multi-partition') },
    { when: 'all rows live on one shard', sketch: transfer('partitioning: hash, transactions: single-item', 'transactional: true, spansPartitions: false') },
    { when: 'it is not split', sketch: transfer('partitioning: none, shardCount: 1, transactions: single-item') },
    { when: 'nothing is said of shards', sketch: transfer('transactions: single-item') },
    { when: 'it need not happen as a whole', sketch: transfer('partitioning: hash, transactions: single-item', 'spansPartitions: true') },
  ],
  notStated: [
    { when: 'nothing is said of the transactions', sketch: transfer('partitioning: hash'), fields: ['transactions'] },
    { when: 'nothing is said of the partitions that it touches', sketch: transfer('partitioning: hash, transactions: single-item', 'transactional: true'), fields: ['spansPartitions'] },
  ],
});
