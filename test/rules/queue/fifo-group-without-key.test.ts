import { fifoGroupWithoutKey } from '#rules/queue/fifo-group-without-key.ts';
import { testRule } from '../../support/test-rule.ts';

const orders = (queue: string): string => `service api\nqueue orders "Orders" { ${queue} }\nworker w\napi -> orders -> w`;

testRule(fifoGroupWithoutKey, {
  fires: [
    { when: 'the key is empty', sketch: orders('ordering: fifo-per-group, partitionKey: ""'), primary: 'orders', severity: 'error', message: 'Orders promises order per group but has no group key.', fixes: [] },
    { when: 'the key is white space', sketch: orders('ordering: fifo-per-group, partitionKey: "  "'), severity: 'error' },
    { when: 'the key is not stated', sketch: orders('ordering: fifo-per-group'), severity: 'suggestion', message: 'The diagram does not say which field groups the messages of Orders: which one?', fixes: [] },
  ],
  silent: [
    { when: 'there is a key', sketch: orders('ordering: fifo-per-group, partitionKey: orderId') },
    { when: 'there is one order for all', sketch: orders('ordering: fifo-global, partitionKey: ""') },
    { when: 'there is no order', sketch: orders('ordering: none, partitionKey: ""') },
    { when: 'nothing is said of order', sketch: orders('partitionKey: ""') },
  ],
});
