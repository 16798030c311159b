import { fifoDeadLetterBreaksOrder } from '#rules/queue/fifo-dead-letter-breaks-order.ts';
import { testRule } from '../../support/test-rule.ts';

const orders = (queue: string, from = 'orders'): string =>
  `service api\nqueue orders "Orders" { ${queue} }\nworker w\nqueue dead { isDeadLetterQueue: true, ordering: fifo-global }\napi -> orders -> w\n${from} -> dead { interaction: dead-letter }`;
const fixes = ['Parking is meant: progress counts more than order', 'Block on a failing message: order counts more'];

testRule(fifoDeadLetterBreaksOrder, {
  fires: [
    { when: 'the queue parks', sketch: orders('ordering: fifo-per-group'), primary: 'orders', severity: 'suggestion', message: 'Parking a message of Orders lets later ones overtake it; is that acceptable?', related: ['dead'], fixes },
    { when: 'it keeps one order for all', sketch: orders('ordering: fifo-global'), primary: 'orders', fixes },
    { when: 'its consumer parks', sketch: orders('ordering: fifo-per-group', 'w'), primary: 'orders', related: ['dead'] },
  ],
  silent: [
    { when: 'parking is declared', sketch: orders('ordering: fifo-per-group, poisonMessagePolicy: dead-letter') },
    { when: 'blocking is declared', sketch: orders('ordering: fifo-per-group, poisonMessagePolicy: block') },
    { when: 'there is no order', sketch: orders('ordering: none') },
    { when: 'nothing is parked', sketch: 'service api\nqueue orders { ordering: fifo-global }\nworker w\napi -> orders -> w' },
    { when: 'it is a dead-letter queue', sketch: orders('ordering: fifo-global, isDeadLetterQueue: true') },
  ],
  notStated: [
    { when: 'the order is open', sketch: orders(''), fields: ['ordering'] },
    { when: 'the order does not matter any more', sketch: orders('poisonMessagePolicy: dead-letter'), fields: [] },
  ],
});
