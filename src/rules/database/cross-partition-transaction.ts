import { connectionRule, fail, notStated, pass } from '../rule.ts';
import { edgeIntoDatabase, isPartitioned } from './database-terms.ts';

/** A transaction touches several shards of a database whose transactions end at one. */
export const crossPartitionTransaction = connectionRule({
  id: 'database/cross-partition-transaction',
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    split: { text: 'This transaction touches several partitions of {name}, which guarantees {offer} only.' },
    perhaps: { severity: 'suggestion', text: 'Does a transaction of {name} span its partitions?' },
  },
  docs: {
    what: 'Work that must happen as a whole changes rows on several shards.',
    why: 'All or nothing ends at the shard, unless the product adds a commit protocol of its own.',
    fix: 'Choose the shard key so that these rows live together, use a saga, or a store with transactions over partitions.',
    silentWhen: ['The connection does not say that the work spans partitions.', 'The diagram does not say which transactions the database has.', 'Its transactions span partitions, or it is not split.'],
    sources: ['Designing Data-Intensive Applications, chapters 6 and 7.'],
    question: 'Do the rows of one transaction live on one shard?',
  },
  examples: {
    bad: 'service bank\ncore-database accounts { shardCount: 8, shardKey: accountId, transactions: single-item }\nbank -> accounts { access: write, transactional: true, spansPartitions: true }',
    good: 'service shop\ncore-database orders { shardCount: 8, shardKey: orderId, transactions: single-item }\nshop -> orders { access: write, transactional: true, spansPartitions: false }',
  },
  check({ id }, { graph }) {
    const edge = edgeIntoDatabase(graph, id);
    if (!edge || edge.connection.properties.transactional !== true || !isPartitioned(edge.to)) return undefined;
    const { spansPartitions } = edge.connection.properties;
    const { transactions } = edge.to.properties;
    if (spansPartitions === false || transactions === 'multi-partition') return pass;
    if (spansPartitions === undefined) return notStated(id, 'spansPartitions');
    if (transactions === undefined) return notStated(edge.to.id, 'transactions');
    return fail(transactions === 'multi-item' ? 'perhaps' : 'split', {
      data: { name: edge.to.name, offer: transactions === 'none' ? 'single writes' : 'changes of a single item' },
      related: [{ id: edge.from.id, role: 'writer' }, { id: edge.to.id, role: 'database' }],
      witness: [edge.from.id, id, edge.to.id],
      evidence: [
        { record: id, property: 'spansPartitions', value: spansPartitions },
        { record: edge.to.id, property: 'transactions', value: transactions },
      ],
    });
  },
});
