import { cacheLossOverloadsStore } from '#rules/capacity/cache-loss-overloads-store.ts';
import { testRule } from '../../support/test-rule.ts';

interface Drawn {
  readonly rps?: number;
  readonly cache?: string;
  readonly store?: string;
  readonly api?: string;
  readonly more?: string;
}

const aside = ({ rps = 100_000, cache = 'hitRatio: 0.97', store = 'perInstanceReadRps: 5000', api = '', more = '' }: Drawn = {}): string =>
  `client web\nservice api { ${api} }\ndistributed-cache cache "Hot" { ${cache} }\ncore-database db "Orders" { ${store} }\nweb -> api { peakRps: ${rps}, access: read }\napi -> cache { interaction: request, access: read }\napi -> db { access: read, cacheMissOf: cache }\n${more}`;
const through = ({ cache = 'hitRatio: 0.97', store = 'core-database db { perInstanceReadRps: 5000 }', api = '' } = {}): string =>
  `client web\nservice api { ${api} }\ndistributed-cache cache { ${cache} }\n${store}\nweb -> api { peakRps: 100000, access: read }\napi -> cache { interaction: request, access: read }\ncache -> db { interaction: cache-load }`;
const title = 'Keep a replica, and let one request fetch for all';

testRule(cacheLossOverloadsStore, {
  fires: [
    { when: 'the store lives by its cache', sketch: aside(), primary: 'cache', severity: 'warning', message: 'Without Hot, Orders would get 100,000 reads/s against 5,000/s (estimate).', related: ['db'], fixes: [title] },
    { when: 'the store would be just full', sketch: aside({ rps: 5000 }) },
    { when: 'the cache loads by itself', sketch: through() },
    { when: 'a service stands behind the cache', sketch: through({ store: 'service db { instances: 5, perInstanceRps: 1000 }' }), message: /100,000\/s against 5,000/ },
    { when: 'a replica is all there is', sketch: aside({ cache: 'hitRatio: 0.97, replicas: 1' }), fixes: [title] },
    { when: 'requests are coalesced, but the cache is alone', sketch: aside({ cache: 'hitRatio: 0.97, replicas: 0, stampedeProtection: lease' }), fixes: [title] },
    { when: 'nothing is in place against equal misses', sketch: aside({ cache: 'hitRatio: 0.97, replicas: 1, stampedeProtection: none' }) },
    { when: 'one of two readers sheds nothing', sketch: aside({ api: 'loadShedding: true', more: 'service other\nweb -> other { peakRps: 10, access: read }\nother -> db { access: read, cacheMissOf: cache }' }) },
    { when: 'the reader of a loading cache sheds nothing', sketch: through({ api: 'loadShedding: false' }) },
  ],
  silent: [
    { when: 'the store could carry everything', sketch: aside({ rps: 4999 }) },
    { when: 'the store cannot carry a usual day', sketch: aside({ cache: 'hitRatio: 0.95' }) },
    { when: 'the risk is accepted and spread', sketch: aside({ cache: 'hitRatio: 0.97, replicas: 1, stampedeProtection: request-coalescing' }) },
    { when: 'readers shed load', sketch: aside({ api: 'loadShedding: true' }) },
    { when: 'readers of a loading cache shed load', sketch: through({ api: 'loadShedding: true' }) },
    { when: 'the capacity of the store is not known', sketch: aside({ store: '' }) },
    { when: 'the traffic is not known', sketch: aside().replace('peakRps: 100000, ', '') },
    { when: 'nothing stands behind it', sketch: 'client web\nservice api\ndistributed-cache cache\nweb -> api { peakRps: 9, access: read }\napi -> cache { interaction: request, access: read }' },
  ],
  notStated: [
    { when: 'nobody says how often the cache knows', sketch: aside({ cache: '' }), fields: ['hitRatio'] },
    { when: 'the store could carry everything', sketch: aside({ cache: '', rps: 4000 }), fields: [] },
  ],
});
