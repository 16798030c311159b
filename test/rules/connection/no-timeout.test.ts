import { noTimeout } from '#rules/connection/no-timeout.ts';
import { testRule } from '../../support/test-rule.ts';

const strict = 'settings { lintConfig: { preset: strict } }';
const call = (target: string, values = '', caller = 'service shop "Shop"', more = ''): string => `${caller}\n${target}\nshop -> to { interaction: request, ${values} }\n${more}`;
const payments = 'external-system to "Payments"';
const cache = 'distributed-cache to';

testRule(noTimeout, {
  fires: [
    { when: 'a payment provider is waited for without end', sketch: call(payments, 'timeoutMs: 0'), primary: 'c1', severity: 'warning', message: 'Shop → Payments has no timeout.', related: ['shop', 'to'], fixes: ['Give up after 2000 ms'] },
    { when: 'nothing is said about a provider', sketch: call(payments), severity: 'suggestion', message: 'When does Shop give up on Payments?', fixes: ['Give up after 2000 ms'] },
    { when: 'nothing is said about a service', sketch: call('service to'), severity: 'suggestion', fixes: ['Give up after 1000 ms'] },
    { when: 'a worker is waited for without end', sketch: call('worker to', 'timeoutMs: 0'), severity: 'warning' },
    ...['core-database', 'blob-storage', 'search-database'].map((kind) => ({ when: `a ${kind} is waited for without end`, sketch: call(`${kind} to`, 'timeoutMs: 0'), severity: 'warning' as const, fixes: ['Give up after 1000 ms'] })),
    { when: 'a cache is waited for without end', sketch: call(cache, 'timeoutMs: 0'), severity: 'warning', fixes: ['Give up after 50 ms'] },
    { when: 'a job waits', sketch: call(payments, 'timeoutMs: 0', 'scheduled-job shop') },
    { when: 'nothing is said about a store, where all is asked', sketch: `${strict}\n${call(cache)}`, severity: 'suggestion' },
    { when: 'nothing is said about a worker, where all is asked', sketch: `${strict}\n${call('worker to')}`, severity: 'suggestion' },
    { when: 'its own caller has less time', sketch: call('service to', '', undefined, 'client web\nweb -> shop { timeoutMs: 500 }'), fixes: ['Give up after 400 ms'] },
    { when: 'its own caller has less time for two tries', sketch: call('service to', 'maxAttempts: 2', undefined, 'client web\nweb -> shop { timeoutMs: 500 }'), fixes: ['Give up after 200 ms'] },
    { when: 'its own caller has more time', sketch: call('service to', '', undefined, 'client web\nweb -> shop { timeoutMs: 9000 }'), fixes: ['Give up after 1000 ms'] },
    { when: 'the connection is short by statement', sketch: call('service to', 'timeoutMs: 0, protocol: websocket, connectionLifetime: short') },
    { when: 'HTTP does not stay open', sketch: call('service to', 'timeoutMs: 0, protocol: http') },
  ],
  silent: [
    { when: 'a timeout', sketch: call(payments, 'timeoutMs: 1000') },
    { when: 'a very short timeout', sketch: call(payments, 'timeoutMs: 1') },
    ...['websocket', 'sse', 'long-polling', 'mqtt'].map((protocol) => ({ when: `${protocol} stays open`, sketch: call('service to', `timeoutMs: 0, protocol: ${protocol}`) })),
    { when: 'the connection stays open by statement', sketch: call('service to', 'timeoutMs: 0, connectionLifetime: persistent') },
    { when: 'nobody waits', sketch: call('service to', 'timeoutMs: 0, synchrony: async') },
    { when: 'a client waits', sketch: call('service to', 'timeoutMs: 0', 'client shop') },
    { when: 'a balancer waits', sketch: call('service to', 'timeoutMs: 0', 'load-balancer shop') },
    { when: 'a gateway is called', sketch: call('api-gateway to', 'timeoutMs: 0') },
    { when: 'a message is published', sketch: 'service shop\nqueue to\nshop -> to { timeoutMs: 0 }' },
    { when: 'a lock is taken', sketch: 'service shop\ndistributed-lock to\nshop -> to { timeoutMs: 0 }' },
    { when: 'it is strict, and a timeout is stated', sketch: `${strict}\n${call(cache, 'timeoutMs: 20')}` },
  ],
  notStated: [
    { when: 'nothing is said about a store', sketch: call('core-database to'), fields: ['timeoutMs'] },
    { when: 'nothing is said about a worker', sketch: call('worker to'), fields: ['timeoutMs'] },
  ],
});
