import { noFailureIsolation } from '#rules/external/no-failure-isolation.ts';
import { testRule } from '../../support/test-rule.ts';

const shop = (call = '', way = 'client web\nweb -> shop'): string => `service shop "Shop"\nexternal-system bank "Bank"\n${way}\nshop -> bank as call { ${call} }`;
const fixes = ['Add a circuit breaker and a timeout'];

testRule(noFailureIsolation, {
  fires: [
    { when: 'a user waits', sketch: shop(), primary: 'call', severity: 'suggestion', message: 'If Bank hangs, Shop hangs with it.', related: ['shop', 'bank'], fixes },
    { when: 'a breaker is denied', sketch: shop('circuitBreaker: false, fallback: " "'), fixes },
    { when: 'there is a timeout only', sketch: shop('timeoutMs: 500'), fixes },
    { when: 'a user waits further off', sketch: shop('', 'client web\napi-gateway gw\nservice api\nweb -> gw -> api -> shop') },
    { when: 'it is critical', sketch: shop('critical: true') },
    { when: 'the second of two clients waits', sketch: shop('', 'client kiosk\nservice other\nkiosk -> other\nclient web\nweb -> shop') },
  ],
  silent: [
    { when: 'a breaker', sketch: shop('circuitBreaker: true') },
    { when: 'a fallback', sketch: shop('fallback: "Charge later."') },
    { when: 'the request succeeds without it', sketch: shop('critical: false') },
    { when: 'nobody waits for the call', sketch: shop('synchrony: async') },
    { when: 'a queue lies between', sketch: 'client web\nservice api\nqueue jobs\nworker shop\nexternal-system bank\nweb -> api -> jobs -> shop -> bank' },
    { when: 'the user does not wait for the caller', sketch: shop('', 'client web\nweb -> shop { synchrony: async }') },
    { when: 'a job calls', sketch: 'scheduled-job close\nexternal-system bank\nclose -> bank' },
    { when: 'the client itself calls', sketch: 'client web\nexternal-system bank\nweb -> bank' },
    { when: 'it is our own service', sketch: 'client web\nservice a\nservice b\nweb -> a -> b' },
  ],
});
