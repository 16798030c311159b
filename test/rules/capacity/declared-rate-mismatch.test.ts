import { declaredRateMismatch } from '#rules/capacity/declared-rate-mismatch.ts';
import { testRule } from '../../support/test-rule.ts';

const shop = (call: string, entry = 'peakRps: 1000, access: read'): string => `client web\nservice api "Shop"\ncore-database db "Orders"\nweb -> api { ${entry} }\napi -> db as look { access: read, ${call} }`;
const clear = 'Let the rate follow from the traffic';

testRule(declaredRateMismatch, {
  fires: [
    { when: 'far too little is declared', sketch: shop('peakRps: 10'), primary: 'look', severity: 'suggestion', message: 'Shop to Orders: declared 10/s, derived 1,000/s (estimate).', related: ['api'], fixes: [clear, 'Count 0.01 calls for each request'] },
    { when: 'just too little is declared', sketch: shop('peakRps: 499') },
    { when: 'just too much is declared', sketch: shop('peakRps: 2001'), fixes: [clear, 'Count 2 calls for each request'] },
    { when: 'calls for each request are stated too', sketch: shop('peakRps: 6000, callsPerRequest: 2'), fixes: [clear, 'Count 6 calls for each request'] },
    { when: 'nothing can flow', sketch: shop('peakRps: 10', 'peakRps: 1000, access: write'), message: /derived 0\/s/, fixes: [clear] },
    { when: 'consumers are said to get little', sketch: 'service api\nqueue jobs\nworker mailer\napi -> jobs { peakRps: 1000 }\njobs -> mailer as take { peakRps: 10 }', primary: 'take', fixes: [clear] },
  ],
  silent: [
    { when: 'the two are close', sketch: shop('peakRps: 900') },
    { when: 'it is exactly half', sketch: shop('peakRps: 500') },
    { when: 'it is exactly twice', sketch: shop('peakRps: 2000') },
    { when: 'work starts there', sketch: 'client web\nservice api\nweb -> api { peakRps: 10 }' },
    { when: 'nobody calls the caller', sketch: 'service api\ncore-database db\napi -> db { access: read, peakRps: 10 }' },
    { when: 'what enters is not known', sketch: shop('peakRps: 10', 'access: read') },
    { when: 'it cuts a cycle', sketch: 'client web\nservice a\nservice b\nweb -> a { peakRps: 1000, access: write }\na -> b { access: write }\nb -> a { access: write, peakRps: 5 }' },
    { when: 'the derived rate is an upper bound', sketch: 'client web\nservice api\ndistributed-cache cache\ncore-database db\nweb -> api { peakRps: 1000, access: read }\napi -> cache { interaction: request, access: read }\napi -> db { access: read, cacheMissOf: cache, peakRps: 10 }' },
  ],
});
