import { stampedeRisk } from '#rules/cache/stampede-risk.ts';
import { testRule } from '../../support/test-rule.ts';

interface Drawn {
  readonly rps?: number;
  readonly cache?: string;
  readonly store?: string;
  readonly more?: string;
}

const aside = ({ rps = 20_000, cache = 'stampedeProtection: none, hitRatio: 0.95', store = '', more = '' }: Drawn = {}): string =>
  `client web\nservice api\ndistributed-cache cache "Hot" { ${cache} }\ncore-database db { ${store} }\nweb -> api as entry { peakRps: ${rps}, access: read }\napi -> cache as hit { interaction: request, access: read }\napi -> db { access: read, cacheMissOf: cache }\n${more}`;
const none = 'stampedeProtection: none';
const unstated = (lines: string): string => lines.replace(/peakRps: \d+, /, '');

testRule(stampedeRisk, {
  fires: [
    { when: 'a busy cache protects nothing', sketch: aside(), severity: 'warning', message: 'When a hot entry of Hot expires, many of its 20,000 reads/s recompute it at once (estimate).', related: ['api'], fixes: ['Let one request fetch for all, and expiry times differ'] },
    { when: 'nothing is said of protection', sketch: aside({ cache: 'hitRatio: 0.95' }), severity: 'suggestion' },
    { when: 'rate and hit ratio are just enough', sketch: aside({ rps: 1000, cache: `${none}, hitRatio: 0.8` }), severity: 'warning' },
    { when: 'ten recompute at once', sketch: aside({ rps: 500, cache: none, store: 'serviceTimeMs: 2000' }), severity: 'warning', message: 'When a hot entry of Hot expires, about 10 requests recompute it at once (estimate).' },
    { when: 'the share of the hottest key is stated', sketch: aside({ rps: 50, cache: `${none}, hottestKeyShare: 0.5`, store: 'serviceTimeMs: 400' }), message: /about 10 requests/ },
    { when: 'ten recompute, and nothing is said', sketch: aside({ rps: 500, cache: '', store: 'serviceTimeMs: 2000' }), severity: 'suggestion' },
    { when: 'the slowest of two stores decides', sketch: aside({ rps: 500, cache: none, store: 'serviceTimeMs: 1', more: 'search-database slow { serviceTimeMs: 2000 }\napi -> slow { access: read, cacheMissOf: cache }' }), message: /about 10/ },
    { when: 'the cache loads by itself', sketch: `client web\nservice api\ndistributed-cache cache { ${none} }\ncore-database db { serviceTimeMs: 2000 }\nweb -> api { peakRps: 500, access: read }\napi -> cache { interaction: request, access: read }\ncache -> db { interaction: cache-load }`, message: /about 10/ },
    { when: 'more is assumed of the hottest key', sketch: `settings { lintConfig: { rules: { cache/stampede-risk: [warning, { assumedHotShare: 0.1 }] } } }\n${aside({ rps: 50, cache: none, store: 'serviceTimeMs: 2000' })}`, message: /about 10/ },
    { when: 'entries are evicted', sketch: aside({ cache: `${none}, hitRatio: 0.95, invalidationStrategy: [none], evictionPolicy: lru` }) },
    { when: 'entries expire', sketch: aside({ cache: `${none}, hitRatio: 0.95, invalidationStrategy: [none], evictionPolicy: none, ttlSeconds: 60` }) },
    { when: 'how entries leave is open', sketch: aside({ cache: `${none}, hitRatio: 0.95, evictionPolicy: none` }) },
    { when: 'writes arrive at an unknown rate', sketch: aside({ more: 'worker w\nw -> cache { interaction: request, access: write }' }) },
  ],
  silent: [
    ...['request-coalescing', 'lease', 'lock', 'early-expiration', 'stale-while-revalidate'].map((protection) => ({ when: `it protects by ${protection}`, sketch: aside({ cache: `stampedeProtection: ${protection}, hitRatio: 0.95` }) })),
    { when: 'the rate is just too small', sketch: aside({ rps: 999, cache: `${none}, hitRatio: 0.95` }) },
    { when: 'the hit ratio is just too small', sketch: aside({ cache: `${none}, hitRatio: 0.79`, store: 'serviceTimeMs: 1' }) },
    { when: 'just fewer than ten recompute at once', sketch: aside({ rps: 499, cache: none, store: 'serviceTimeMs: 2000' }) },
    { when: 'the content is short-lived', sketch: aside({ cache: `${none}, hitRatio: 0.95, ephemeralData: true` }) },
    ...['session-store', 'geo-index', 'leaderboard'].map((use) => ({ when: `it holds a ${use}`, sketch: aside({ cache: `${none}, hitRatio: 0.95, useCase: ${use}` }) })),
    { when: 'nothing ever leaves', sketch: aside({ cache: `${none}, hitRatio: 0.95, evictionPolicy: none, invalidationStrategy: [none]` }) },
    { when: 'nobody reads it', sketch: `worker w\ndistributed-cache cache { ${none} }\nw -> cache { interaction: request, access: write }` },
    { when: 'what a busy caller does at the cache is open', sketch: aside().replace('interaction: request, access: read', 'interaction: request') },
  ],
  notStated: [
    { when: 'the rate is open', sketch: unstated(aside()), fields: ['peakRps'] },
    { when: 'rate and protection are open', sketch: unstated(aside({ cache: '' })), fields: ['stampedeProtection'] },
    { when: 'hit ratio and service time are open', sketch: aside({ cache: none }), fields: ['hitRatio', 'serviceTimeMs'] },
    { when: 'the service time is open', sketch: aside({ cache: `${none}, hitRatio: 0.5` }), fields: ['serviceTimeMs'] },
    { when: 'little is read', sketch: aside({ rps: 10, cache: none }), fields: [] },
  ],
});
