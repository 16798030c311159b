import { type Question, right, wrong } from './question.ts';

/** The same thing twice, without doing it twice. */
export const idempotencyQuestions: readonly Question[] = [
  {
    id: 'retry-a-payment',
    topics: ['idempotency'],
    asks: 'A payment call timed out, and the shop tries again. What keeps the customer from paying twice?',
    sketch: `service shop
external-system payments
shop -> payments { access: write, timeoutMs: 2000, maxAttempts: 3, retryBackoff: exponential, retryJitter: true, ? }`,
    rules: ['connection/retry-non-idempotent'],
    options: [
      wrong('Jitter between the tries', 'idempotent: false'),
      right('An idempotency key', 'idempotencyKey: true', 'The second try carries the same key, and the provider answers with the first result.'),
    ],
  },
  {
    id: 'message-that-comes-twice',
    topics: ['idempotency', 'queues'],
    asks: 'The queue delivers at least once, and the worker charges cards. What must the worker be?',
    sketch: `service api
queue payments { deliveryGuarantee: at-least-once }
worker charger { ? }
external-system bank
api -> payments -> charger
charger -> bank`,
    rules: ['queue/non-idempotent-consumer'],
    options: [
      wrong('Quick to acknowledge', 'idempotent: false'),
      right('Idempotent', 'idempotent: true', 'It remembers what it has done, and the second time it does nothing.'),
    ],
  },
  {
    id: 'pay-at-the-bank',
    topics: ['idempotency'],
    asks: 'The shop retries calls to its bank. What goes with every call?',
    sketch: `entity payment "Payment" { classification: financial }
service shop
external-system bank
shop -> bank { access: write, dataFlows: [payment], maxAttempts: 3, timeoutMs: 2000, ? }`,
    rules: ['external/no-idempotency-key', 'connection/retry-non-idempotent'],
    options: [
      wrong('The time of the try', 'idempotencyKey: false, idempotent: false'),
      right('A key that stays the same for all tries', 'idempotencyKey: true', 'The bank sees that it is one payment, however often it is asked.'),
    ],
  },
  {
    id: 'retry-with-patience',
    topics: ['idempotency', 'scaling'],
    asks: 'A read fails, and the shop tries again. When?',
    sketch: `service shop
service stock
shop -> stock { access: read, timeoutMs: 200, maxAttempts: 3, ? }`,
    rules: ['connection/retry-without-backoff'],
    options: [
      wrong('At once', 'retryBackoff: none'),
      right('After a pause that grows and varies', 'retryBackoff: exponential, retryJitter: true', 'The other side gets time to recover, and callers do not come back all together.'),
    ],
  },
  {
    id: 'job-on-three-servers',
    topics: ['idempotency', 'locks'],
    asks: 'The same job is scheduled on three servers. What keeps the books from being closed three times?',
    sketch: `scheduled-job close "Close the books" { instances: 3, overlapPolicy: forbid, ? }
core-database db
close -> db { access: write, conditionalWrite: true }`,
    rules: ['scheduled-job/duplicate-execution'],
    options: [
      wrong('Their clocks, which differ', 'leaderElection: false, idempotent: false'),
      right('One of them is elected', 'leaderElection: true', 'The others stand by and take over when it dies.'),
    ],
  },
];
