import { globalFifoWithPartitions } from '#rules/queue/global-fifo-with-partitions.ts';
import { testRule } from '../../support/test-rule.ts';

const orders = (queue: string): string => `service api\nqueue orders "Orders" { ${queue} }\nworker w\napi -> orders -> w`;
const fixes = ['Keep order for each group', 'Use one partition'];

testRule(globalFifoWithPartitions, {
  fires: [
    { when: 'there are eight partitions', sketch: orders('ordering: fifo-global, partitions: 8'), primary: 'orders', severity: 'error', message: 'Orders promises global FIFO over 8 partitions.', fixes },
    { when: 'there are two', sketch: orders('ordering: fifo-global, partitions: 2'), severity: 'error', fixes },
    { when: 'its key is blank', sketch: orders('ordering: fifo-global, partitions: 8, partitionKey: ""'), fixes },
  ],
  silent: [
    { when: 'there is one partition', sketch: orders('ordering: fifo-global, partitions: 1') },
    { when: 'order holds for each group', sketch: orders('ordering: fifo-per-group, partitionKey: orderId, partitions: 8') },
    { when: 'there is no order', sketch: orders('ordering: none, partitions: 8') },
  ],
  notStated: [
    { when: 'the partitions are open', sketch: orders('ordering: fifo-global'), fields: ['partitions'] },
    { when: 'the order is open', sketch: orders('partitions: 8'), fields: ['ordering'] },
    { when: 'nothing is said at all', sketch: orders(''), fields: [] },
  ],
});
