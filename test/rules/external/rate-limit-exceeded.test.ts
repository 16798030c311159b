import { rateLimitExceeded } from '#rules/external/rate-limit-exceeded.ts';
import { testRule } from '../../support/test-rule.ts';

const shop = (rps: number | undefined, bank = 'rateLimitRps: 100', call = 'access: write', more = ''): string =>
  `entity payment {}\nclient web\nservice shop "Shop"\nexternal-system bank "Bank" { ${bank} }\nweb -> shop { ${rps === undefined ? '' : `peakRps: ${rps}`} }\nshop -> bank as call { ${call} }\n${more}`;
const fixes = ['Call it from a queue at the allowed pace'];

testRule(rateLimitExceeded, {
  fires: [
    { when: 'five times too many', sketch: shop(500), primary: 'bank', severity: 'error', message: '500 req/s to Bank, which allows 100.', related: ['shop'], fixes },
    { when: 'just too many', sketch: shop(100.5), message: '100.5 req/s to Bank, which allows 100.' },
    { when: 'two calls a request', sketch: shop(60, 'rateLimitRps: 100', 'access: write, callsPerRequest: 2, dataFlows: [payment]'), message: /^120 req/, fixes },
    { when: 'two callers together', sketch: shop(60, 'rateLimitRps: 100', 'access: write', 'service refunds\nweb -> refunds { peakRps: 60 }\nrefunds -> bank { access: write }'), message: /^120 req/, related: ['shop', 'refunds'], fixes },
    { when: 'somebody needs the answers', sketch: shop(500, 'rateLimitRps: 100', 'access: read'), fixes: [] },
    { when: 'one of two calls needs its answer', sketch: shop(500, 'rateLimitRps: 100', 'access: write', 'shop -> bank { access: read }'), fixes: [] },
    { when: 'what the call does is open', sketch: shop(500, 'rateLimitRps: 100', ''), fixes: [] },
    { when: 'a client calls', sketch: 'client web\nexternal-system bank { rateLimitRps: 100 }\nweb -> bank { access: write, peakRps: 101 }', fixes: [] },
    { when: 'the call states its own rate', sketch: shop(10, 'rateLimitRps: 100', 'access: write, peakRps: 200'), message: /^200 req/, fixes },
    { when: 'nothing at all is allowed', sketch: shop(1, 'rateLimitRps: 0'), fixes },
  ],
  silent: [
    { when: 'few enough', sketch: shop(50) },
    { when: 'exactly as many', sketch: shop(100) },
    { when: 'retries are not counted', sketch: shop(50, 'rateLimitRps: 100', 'access: write, maxAttempts: 3, idempotencyKey: true') },
    { when: 'the rate is not known', sketch: shop(undefined) },
    { when: 'one of two rates is not known', sketch: shop(500, 'rateLimitRps: 100', 'access: write', 'service refunds\nrefunds -> bank { access: write }') },
    { when: 'no limit is stated', sketch: shop(500, '') },
    { when: 'workers throttle', sketch: 'client web\nservice shop\nqueue jobs\nworker w { instances: 2, perInstanceRps: 50 }\nexternal-system bank { rateLimitRps: 100 }\nweb -> shop { peakRps: 500, access: write }\nshop -> jobs -> w\nw -> bank { access: write }' },
    { when: 'it is a bound only', sketch: 'client web\nservice shop\nqueue jobs\nworker w\nexternal-system bank { rateLimitRps: 100 }\nweb -> shop { peakRps: 500, access: write }\nshop -> jobs -> w\nw -> bank { access: write }' },
  ],
});
