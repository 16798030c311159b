import { retryNonIdempotent } from '#rules/connection/retry-non-idempotent.ts';
import { testRule } from '../../support/test-rule.ts';

const payments = 'external-system to "Payments"';
const retry = (values: string, target = payments): string => `service shop "Shop"\n${target}\nshop -> to { interaction: request, timeoutMs: 500, retryBackoff: exponential, retryJitter: true, ${values} }`;
const fixes = ['Send an idempotency key', 'Try it once only'];

testRule(retryNonIdempotent, {
  fires: [
    { when: 'a payment is tried three times', sketch: retry('access: write, maxAttempts: 3, idempotent: false'), primary: 'c1', severity: 'error', message: 'Retrying Shop → Payments can apply the write twice.', related: ['shop', 'to'], fixes },
    { when: 'reading and writing, twice', sketch: retry('access: read-write, maxAttempts: 2, idempotent: false'), severity: 'error' },
    { when: 'at a store', sketch: retry('access: write, maxAttempts: 2, idempotent: false', 'core-database to'), severity: 'error', fixes },
    { when: 'a key is denied', sketch: retry('access: write, maxAttempts: 2, idempotent: false, idempotencyKey: false, conditionalWrite: false'), severity: 'error' },
    { when: 'nothing is said of a provider', sketch: retry('access: write, maxAttempts: 2'), severity: 'warning', message: /^Shop retries a write on Payments; the diagram does not say/, fixes },
    { when: 'nothing is said of a service', sketch: retry('access: write, maxAttempts: 2', 'service to'), severity: 'warning' },
    { when: 'the provider takes keys, and none is sent', sketch: retry('access: write, maxAttempts: 2', `${payments} { supportsIdempotencyKeys: true }`), severity: 'warning' },
    { when: 'a client retries', sketch: 'client web\nservice to\nweb -> to { access: write, maxAttempts: 2 }', severity: 'warning' },
  ],
  silent: [
    { when: 'a key', sketch: retry('access: write, maxAttempts: 3, idempotencyKey: true') },
    { when: 'a key, though the call is not idempotent by itself', sketch: retry('access: write, maxAttempts: 3, idempotent: false, idempotencyKey: true') },
    { when: 'a conditional write', sketch: retry('access: write, maxAttempts: 3, idempotent: false, conditionalWrite: true', 'core-database to') },
    { when: 'repeating is harmless', sketch: retry('access: write, maxAttempts: 3, idempotent: true') },
    { when: 'one try', sketch: retry('access: write, maxAttempts: 1, idempotent: false') },
    { when: 'nothing is said of tries', sketch: retry('access: write, idempotent: false') },
    { when: 'it only reads', sketch: retry('access: read, maxAttempts: 3, idempotent: false') },
    { when: 'a message is published', sketch: 'service shop\nqueue to\nshop -> to { access: write, maxAttempts: 3, idempotent: false }' },
  ],
  notStated: [
    { when: 'nothing is said of a store', sketch: retry('access: write, maxAttempts: 2', 'core-database to'), fields: ['idempotent'] },
    { when: 'nothing is said of a worker', sketch: retry('access: write, maxAttempts: 2', 'worker to'), fields: ['idempotent'] },
    { when: 'nothing is said of access', sketch: retry('maxAttempts: 2, idempotent: false'), fields: ['access'] },
    { when: 'nothing is said of either', sketch: retry('maxAttempts: 2'), fields: ['access', 'idempotent'] },
  ],
});
