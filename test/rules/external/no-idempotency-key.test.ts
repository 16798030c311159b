import { noIdempotencyKey } from '#rules/external/no-idempotency-key.ts';
import { testRule } from '../../support/test-rule.ts';

const shop = (call: string, from = 'service shop', more = ''): string =>
  `entity payment { classification: financial }\nentity mail {}\n${from}\nexternal-system bank "Bank"\nshop -> bank as call { ${call} }\n${more}`;
const fed = (guarantee: string): string => `queue jobs { ${guarantee} }\njobs -> shop`;
const atLeastOnce = fed('deliveryGuarantee: at-least-once');
const fixes = ['Send an idempotency key'];

testRule(noIdempotencyKey, {
  fires: [
    { when: 'a call is tried three times', sketch: shop('access: write, maxAttempts: 3'), primary: 'call', severity: 'warning', message: 'A retried call to Bank may be executed twice.', related: ['shop', 'bank'], fixes },
    { when: 'it reads as well', sketch: shop('access: read-write, maxAttempts: 2'), severity: 'warning' },
    { when: 'it is triggered at least once', sketch: shop('access: write', 'worker shop', atLeastOnce), severity: 'warning', fixes },
    { when: 'a stream triggers it', sketch: shop('access: write', 'service shop', 'stream s { deliveryGuarantee: at-least-once }\ns -> shop'), severity: 'warning' },
    { when: 'money is moved, and a key is denied', sketch: shop('access: write, dataFlows: [payment], idempotencyKey: false'), severity: 'warning' },
    { when: 'money is moved', sketch: shop('access: write, dataFlows: [mail, payment]'), severity: 'suggestion', fixes },
    { when: 'money is moved with retries', sketch: shop('access: write, dataFlows: [payment], maxAttempts: 2'), severity: 'warning' },
    { when: 'an idempotent worker moves money', sketch: shop('access: write, dataFlows: [payment]', 'worker shop { idempotent: true }', atLeastOnce), severity: 'warning' },
    { when: 'the worker is not idempotent', sketch: shop('access: write, dataFlows: [mail]', 'worker shop { idempotent: false }', atLeastOnce), severity: 'warning' },
    { when: 'a job has the same word for it', sketch: shop('access: write, maxAttempts: 2', 'scheduled-job shop { idempotent: true }'), severity: 'warning' },
  ],
  silent: [
    { when: 'it carries a key', sketch: shop('access: write, maxAttempts: 3, idempotencyKey: true') },
    { when: 'it is idempotent', sketch: shop('access: write, maxAttempts: 3, dataFlows: [payment], idempotent: true') },
    { when: 'an idempotent worker sends mail', sketch: shop('access: write, maxAttempts: 3, dataFlows: [mail]', 'worker shop { idempotent: true }', atLeastOnce) },
    { when: 'it only reads', sketch: shop('access: read, maxAttempts: 3, dataFlows: [payment]') },
    { when: 'it is made once', sketch: shop('access: write, maxAttempts: 1, dataFlows: [mail]') },
    { when: 'it is triggered at most once', sketch: shop('access: write', 'worker shop', fed('deliveryGuarantee: at-most-once')) },
    { when: 'it is our own service', sketch: 'service a\nservice b\na -> b { access: write, maxAttempts: 3 }' },
  ],
  notStated: [
    { when: 'what it does is open', sketch: shop('maxAttempts: 3'), fields: ['access'] },
    { when: 'how often it is triggered is open', sketch: shop('access: write', 'worker shop', fed('')), fields: ['deliveryGuarantee'] },
    { when: 'both are open', sketch: shop('', 'worker shop', fed('')), fields: ['access', 'deliveryGuarantee'] },
    { when: 'nothing repeats it', sketch: shop('access: write'), fields: [] },
  ],
});
