import { nonIdempotentConsumer } from '#rules/queue/non-idempotent-consumer.ts';
import { testRule } from '../../support/test-rule.ts';

interface Parts {
  readonly queue?: string;
  readonly worker?: string;
  readonly consume?: string;
  readonly more?: string;
}

const charge = ({ queue = 'deliveryGuarantee: at-least-once', worker = 'idempotent: false', consume = '', more = '' }: Parts = {}): string =>
  `service api\nqueue payments "Payments" { ${queue} }\nworker charger "Charger" { ${worker} }\napi -> payments\npayments -> charger as e { ${consume} }\n${more}`;
const title = 'It skips messages that it has done, and its writes are conditional: mark it as idempotent';
const product = (technology: string, more = ''): string => `technology: "${technology}"${more}`;

testRule(nonIdempotentConsumer, {
  fires: [
    { when: 'messages may come twice', sketch: charge(), primary: 'charger', severity: 'warning', message: 'Payments may deliver twice and Charger is not idempotent.', related: ['payments'], fixes: [title] },
    { when: 'the connection says that it is not', sketch: charge({ worker: '', consume: 'idempotent: false' }), primary: 'charger', fixes: [title] },
    { when: 'the connection contradicts the consumer', sketch: charge({ worker: 'idempotent: true', consume: 'idempotent: false' }), fixes: [title] },
    { when: 'both deny it', sketch: charge({ consume: 'idempotent: false' }), fixes: [title] },
    { when: 'a service consumes', sketch: 'service api\nqueue q { deliveryGuarantee: at-least-once }\nservice s\napi -> q\nq -> s { idempotent: false }', primary: 's' },
    ...['Amazon SQS', 'RabbitMQ', 'Redis queue (BullMQ)'].map((name) => ({ when: `${name} may deliver twice`, sketch: charge({ queue: product(name) }) })),
    { when: 'SQS keeps order, and its name does not say FIFO', sketch: charge({ queue: product('Amazon SQS', ', ordering: fifo-per-group') }) },
    { when: 'only one of its effects is protected', sketch: charge({ more: 'external-system bank\ncore-database db\ncharger -> bank { idempotencyKey: true }\ncharger -> db { access: write }' }) },
    { when: 'one of its effects may be a write', sketch: charge({ more: 'external-system bank\ncore-database db\ncharger -> bank { idempotencyKey: true }\ncharger -> db' }) },
    { when: 'a publish is not protected', sketch: charge({ more: 'stream events\ncharger -> events' }) },
    { when: 'it only reads', sketch: charge({ more: 'core-database db\ncharger -> db { access: read, idempotent: true }' }) },
  ],
  silent: [
    { when: 'the consumer is idempotent', sketch: charge({ worker: 'idempotent: true' }) },
    { when: 'the connection is, whatever the consumer says', sketch: charge({ consume: 'idempotent: true' }) },
    { when: 'messages come once', sketch: charge({ queue: 'deliveryGuarantee: exactly-once' }) },
    { when: 'messages come at most once, whatever the product', sketch: charge({ queue: product('Amazon SQS', ', deliveryGuarantee: at-most-once') }) },
    { when: 'SQS FIFO skips what it has seen', sketch: charge({ queue: product('SQS FIFO') }) },
    { when: 'the write is conditional', sketch: charge({ more: 'core-database db\ncharger -> db { access: write, conditionalWrite: true }' }) },
    { when: 'the call carries a key', sketch: charge({ more: 'external-system bank\ncharger -> bank { idempotencyKey: true }' }) },
    { when: 'all effects are protected, and the rest reads', sketch: charge({ more: 'external-system bank\nstream events\ncore-database db\ncharger -> bank { idempotencyKey: true }\ncharger -> events { idempotent: true }\ncharger -> db { access: read }' }) },
    { when: 'it consumes a stream', sketch: 'service api\nstream s { deliveryGuarantee: at-least-once }\nworker w { idempotent: false }\napi -> s -> w' },
  ],
  notStated: [
    { when: 'nothing is said of a worker', sketch: charge({ worker: '' }), fields: ['idempotent'] },
    { when: 'nothing is said of a service', sketch: 'service api\nqueue q { deliveryGuarantee: at-least-once }\nservice s\napi -> q\nq -> s', fields: ['idempotent'] },
    { when: 'the guarantee is open', sketch: charge({ queue: '' }), fields: ['deliveryGuarantee'] },
    { when: 'nothing is said at all', sketch: charge({ queue: '', worker: '' }), fields: [] },
  ],
});
