import { fix, set, setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { orderedPerGroup } from './queue-terms.ts';

/** One order for all messages, over several partitions. */
export const globalFifoWithPartitions = componentRule({
  id: 'queue/global-fifo-with-partitions',
  kinds: ['queue'],
  severity: 'error',
  category: 'correctness',
  reach: 'record',
  messages: { split: { text: '{name} promises global FIFO over {partitions} partitions.' } },
  docs: {
    what: 'A queue promises one order for all messages, and is split into partitions.',
    why: 'Order holds inside a partition. Between two of them nobody can tell which message came first.',
    fix: 'Keep order for each key, which is mostly what is needed, or use one partition.',
    silentWhen: ['There is one partition.', 'Order holds for each group, or not at all.'],
    sources: ['Designing Data-Intensive Applications, chapter 11.'],
    question: 'Which messages have to stay in order: all of them, or those of one customer?',
  },
  examples: {
    bad: 'service api\nqueue orders { ordering: fifo-global, partitions: 8 }\nworker billing\napi -> orders -> billing',
    good: 'service api\nqueue orders { ordering: fifo-per-group, partitionKey: orderId, partitions: 8 }\nworker billing\napi -> orders -> billing',
  },
  check({ id, name, properties: { ordering, partitions } }) {
    if (ordering === 'fifo-global') {
      if (partitions === undefined) return notStated(id, 'partitions');
      return partitions <= 1 ? pass : fail('split', { data: { name, partitions }, witness: [id], evidence: statedEvidence(id, { ordering, partitions }) });
    }
    return ordering === undefined && (partitions ?? 1) > 1 ? notStated(id, 'ordering') : pass;
  },
  fixes: ({ primary }): readonly Fix[] => [
    fix('Keep order for each group', 'suggest', (diagram) => {
      const queue = diagram.components.get(primary);
      return queue ? set(diagram, primary, orderedPerGroup(queue)) : diagram;
    }),
    setFix('Use one partition', 'suggest', primary, { partitions: 1 }),
  ],
});
