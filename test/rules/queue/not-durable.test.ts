import { notDurable } from '#rules/queue/not-durable.ts';
import { testRule } from '../../support/test-rule.ts';

const orders = (queue: string, publish = '', more = ''): string =>
  `entity order "Orders placed" { lossTolerant: false }\nentity click { lossTolerant: true }\nentity note {}\nservice api\nqueue orders "Orders" { ${queue} }\nworker w\napi -> orders { ${publish} }\norders -> w\n${more}`;
const fixes = ['Keep messages on disk and on several nodes'];

testRule(notDurable, {
  fires: [
    { when: 'what it keeps in memory must not be lost', sketch: orders('durable: false', 'dataFlows: [order]'), primary: 'orders', severity: 'error', message: 'Orders loses Orders placed when a broker node fails.', related: ['api'], fixes },
    { when: 'a connection rules loss out', sketch: orders('durable: false', 'lossTolerant: false'), severity: 'error', message: 'Orders loses messages that must not be lost when a broker node fails.' },
    { when: 'nothing is known of the messages', sketch: orders('durable: false'), severity: 'warning', message: 'Orders loses messages when a broker node fails; the diagram does not say that they may be lost.', fixes },
    { when: 'nobody said that these messages may be lost', sketch: orders('durable: false', 'dataFlows: [note]'), severity: 'warning' },
    { when: 'there is one copy', sketch: orders('durable: true, replicas: 0', 'dataFlows: [order]'), severity: 'error', fixes },
    { when: 'it is declared to die with its node', sketch: orders('durable: true, highAvailability: none, replicas: 3', 'dataFlows: [order]'), severity: 'error', fixes },
    { when: 'copies in memory are no disk', sketch: orders('durable: false, replicas: 1'), severity: 'warning', fixes },
    { when: 'only one of two producers can send again', sketch: orders('durable: false', 'outbox: true', 'service other\nother -> orders') },
    { when: 'nobody feeds it', sketch: 'queue q { durable: false }\nworker w\nq -> w', severity: 'warning' },
  ],
  silent: [
    { when: 'it is durable and replicated', sketch: orders('durable: true, replicas: 2', 'dataFlows: [order]') },
    { when: 'a provider sees to it', sketch: orders('durable: true, highAvailability: managed', 'dataFlows: [order]') },
    { when: 'loss of what it carries is acceptable', sketch: orders('durable: false', 'dataFlows: [click]') },
    { when: 'loss on the connection is acceptable', sketch: orders('durable: false, replicas: 0', 'lossTolerant: true') },
    { when: 'an outbox sends again', sketch: orders('durable: false', 'outbox: true, dataFlows: [order]') },
    { when: 'the changes of a database are sent again', sketch: 'core-database db\nqueue q { durable: false }\nworker w\ndb -> q -> w' },
  ],
  notStated: [
    { when: 'nothing is said', sketch: orders(''), fields: ['durable', 'replicas'] },
    { when: 'copies are open', sketch: orders('durable: true'), fields: ['replicas'] },
    { when: 'the disk is open', sketch: orders('highAvailability: managed'), fields: ['durable'] },
    { when: 'nothing to ask where loss is acceptable', sketch: orders('', 'lossTolerant: true'), fields: [] },
  ],
});
