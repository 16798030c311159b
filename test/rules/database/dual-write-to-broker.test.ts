import { dualWriteToBroker } from '#rules/database/dual-write-to-broker.ts';
import { testRule } from '../../support/test-rule.ts';

interface Parts {
  readonly writer?: string;
  readonly write?: string;
  readonly publish?: string;
  readonly more?: string;
}

const shop = ({ writer = 'service shop "Shop"', write = 'dataFlows: [order]', publish = '{ dataFlows: [order] }', more = '' }: Parts = {}): string =>
  `entity order {}\nentity mail {}\nentity view { lossTolerant: true }\n${writer}\ncore-database db "Orders"\nstream events "Events"\nshop -> db { access: write, ${write} }\nshop -> events as p ${publish}\n${more}`;
const worker = (values: string, consume = ''): Parts => ({ writer: `worker shop { ${values} }`, more: `queue jobs\njobs -> shop { ${consume} }` });
const fixes = ['Publish the changes of Orders instead', 'Send it through an outbox'];

testRule(dualWriteToBroker, {
  fires: [
    { when: 'a row and its event', sketch: shop(), primary: 'p', severity: 'warning', message: /^Shop writes Orders and publishes to Events separately/, related: ['shop', 'c1', 'db'], fixes },
    { when: 'into a queue', sketch: 'entity o {}\nservice s\ncore-database db\nqueue q\ns -> db { access: read-write, dataFlows: [o] }\ns -> q { dataFlows: [o] }', severity: 'warning' },
    { when: 'the message does not say what it carries', sketch: shop({ publish: '' }), severity: 'suggestion', message: /what if it crashes in between\?$/, fixes },
    { when: 'the write does not say what it carries', sketch: shop({ write: '' }), severity: 'suggestion' },
    { when: 'a job', sketch: shop({ writer: 'scheduled-job shop' }), severity: 'warning' },
    { when: 'of two databases one surely holds it', sketch: shop({ more: 'core-database audit "Audit"\nshop -> audit { access: write }' }), severity: 'warning', message: /writes Orders/, related: ['audit'] },
    { when: 'the second database surely holds it', sketch: shop({ write: '', more: 'core-database audit "Audit"\nshop -> audit { access: write, dataFlows: [order] }' }), severity: 'warning', message: /writes Audit/, fixes: ['Publish the changes of Audit instead', 'Send it through an outbox'] },
    { when: 'an outbox is denied', sketch: shop({ publish: '{ dataFlows: [order], outbox: false }' }), severity: 'warning' },
    { when: 'a saga does not help', sketch: shop({ writer: 'service shop { consistencyPattern: saga }' }), severity: 'warning' },
    { when: 'the changes go through the publisher itself', sketch: shop({ more: 'db -> shop { interaction: change-data-capture }' }) },
    { when: 'the changes go to another broker', sketch: shop({ more: 'stream other\ndb -> other' }) },
    { when: 'the changes come back, and leave by a replica', sketch: shop({ more: 'worker helper\ncore-database copy\ndb -> helper { interaction: change-data-capture }\nhelper -> db { access: write }\ndb -> copy { interaction: replicate }\ncopy -> events' }) },
    { when: 'the worker acknowledges first', sketch: shop(worker('idempotent: true, ackMode: before-processing')) },
    { when: 'repeating it does harm', sketch: shop(worker('idempotent: false')) },
    { when: 'nothing says that repeating it does no harm', sketch: shop(worker('')) },
    { when: 'nothing is repeated', sketch: shop({ writer: 'worker shop { idempotent: true }' }) },
    { when: 'a pooler stands before the database', sketch: 'entity order {}\nservice shop\nload-balancer lb\ncore-database db "Orders"\nstream events\nshop -> lb { access: write, dataFlows: [order] }\nlb -> db { access: write }\nshop -> events as p { dataFlows: [order] }', primary: 'p', fixes },
  ],
  silent: [
    { when: 'an outbox', sketch: shop({ publish: '{ dataFlows: [order], outbox: true }' }) },
    { when: 'the publisher has an outbox', sketch: shop({ writer: 'service shop { consistencyPattern: outbox }' }) },
    { when: 'two-phase commit', sketch: shop({ writer: 'service shop { consistencyPattern: two-phase-commit }' }) },
    { when: 'the changes are captured', sketch: shop({ more: 'db -> events' }) },
    { when: 'the changes come by way of a connector', sketch: shop({ more: 'worker debezium\ndb -> debezium { interaction: change-data-capture }\ndebezium -> events { outbox: true }' }) },
    { when: 'losing events is acceptable', sketch: shop({ publish: '{ dataFlows: [order], lossTolerant: true }' }) },
    { when: 'all it carries may be lost', sketch: shop({ write: 'dataFlows: [view]', publish: '{ dataFlows: [view] }' }) },
    { when: 'it is about something else', sketch: shop({ publish: '{ dataFlows: [mail] }' }) },
    { when: 'it is a command', sketch: shop({ publish: '"cmd: charge the card" { dataFlows: [order] }' }) },
    { when: 'the database is only read', sketch: 'entity o {}\nservice s\ncore-database db\nstream e\ns -> db { access: read, dataFlows: [o] }\ns -> e { dataFlows: [o] }' },
    { when: 'the bytes go to a bucket', sketch: 'entity o {}\nservice s\nblob-storage b\nstream e\ns -> b { access: write, dataFlows: [o] }\ns -> e { dataFlows: [o] }' },
    { when: 'a worker that may repeat it all', sketch: shop(worker('idempotent: true')) },
    { when: 'a worker that may repeat it all, and says when it acknowledges', sketch: shop(worker('idempotent: true, ackMode: after-processing')) },
    { when: 'the consumption may be repeated', sketch: shop(worker('', 'idempotent: true')) },
  ],
});
