import { singleNodeCritical } from '#rules/cache/single-node-critical.ts';
import { testRule } from '../../support/test-rule.ts';

const sessions = (values = 'instances: 1', client = ''): string => `client web { ${client} }\nservice api\ndistributed-cache cache "Sessions" { useCase: session-store, ${values} }\nweb -> api\napi -> cache { interaction: request, access: read-write }`;
const aside = (cache: string, store: string, rps = 'peakRps: 100000,'): string =>
  `client web\nservice api\ndistributed-cache cache { ${cache} }\ncore-database db "Orders" { ${store} }\nweb -> api { ${rps} access: read }\napi -> cache { interaction: request, access: read }\napi -> db { access: read, cacheMissOf: cache }`;
const loading = (cache = 'instances: 1', more = ''): string => `client web\nservice api\ndistributed-cache cache { ${cache} }\ncore-database db "Orders"\nweb -> api\napi -> cache { interaction: request, access: read }\ncache -> db { interaction: cache-load }\n${more}`;
const only = (cache = 'instances: 1', read = '', start = 'client web\nweb -> api'): string => `service api "Shop"\ndistributed-cache cache { ${cache} }\n${start}\napi -> cache { interaction: request, access: read, ${read} }`;

testRule(singleNodeCritical, {
  fires: [
    { when: 'sessions lie on one node', sketch: sessions(), severity: 'warning', message: 'Losing the only node of Sessions stops or overloads the sessions of its users.', fixes: ['Add a replica that takes over'] },
    { when: 'high availability is denied', sketch: sessions('instances: 3, highAvailability: none') },
    { when: 'a modest target asks for less', sketch: `settings { availabilityTarget: 0.99 }\n${sessions()}`, severity: 'suggestion' },
    { when: 'the target is just above', sketch: `settings { availabilityTarget: 0.991 }\n${sessions()}`, severity: 'warning' },
    { when: 'only the house uses it', sketch: sessions('instances: 1', 'clientType: internal'), severity: 'suggestion' },
    { when: 'only trusted clients use it', sketch: sessions('instances: 1', 'trusted: true'), severity: 'suggestion' },
    { when: 'the store cannot carry the misses', sketch: aside('instances: 1, hitRatio: 0.95', 'perInstanceReadRps: 20000'), severity: 'warning', message: /overloads Orders\.$/, related: ['db'] },
    { when: 'the store could just carry them', sketch: aside('instances: 1, hitRatio: 0.95', 'perInstanceReadRps: 100000') },
    { when: 'the store is reached by the cache only', sketch: loading(), severity: 'warning', message: /overloads Orders\.$/ },
    { when: 'the reader has nobody else to ask', sketch: only(), severity: 'warning', message: /overloads Shop\.$/, related: ['api'] },
    { when: 'the reader has nobody else to ask, and calls fail closed', sketch: only('instances: 1, onCacheFailure: fail-closed') },
    {
      when: 'a shared proxy leaves open whether a client comes to the reader',
      sketch: 'client web\nservice inner\napi-gateway gw\nservice api\nservice other\ndistributed-cache cache { instances: 1 }\nweb -> gw\ninner -> gw\ngw -> api\ngw -> other\napi -> cache { interaction: request, access: read }',
      severity: 'suggestion',
    },
  ],
  silent: [
    { when: 'there is a replica', sketch: sessions('instances: 1, replicas: 1') },
    { when: 'there are two nodes', sketch: sessions('instances: 2') },
    { when: 'it is managed', sketch: sessions('instances: 1, highAvailability: managed') },
    { when: 'callers go on without it', sketch: sessions('instances: 1, onCacheFailure: fail-open') },
    { when: 'the content is short-lived', sketch: sessions('instances: 1, ephemeralData: true') },
    { when: 'the store carries all', sketch: aside('instances: 1, hitRatio: 0.95', 'perInstanceReadRps: 100001') },
    { when: 'what the store carries is open', sketch: aside('instances: 1, hitRatio: 0.95', '') },
    { when: 'the hit ratio is open', sketch: aside('instances: 1', 'perInstanceReadRps: 20000') },
    { when: 'the rate is open', sketch: aside('instances: 1, hitRatio: 0.95', 'perInstanceReadRps: 20000', '') },
    { when: 'the store is reached without the cache too', sketch: loading('instances: 1', 'api -> db { access: read }') },
    { when: 'no client comes by it', sketch: loading().replace('client web', 'worker web') },
    { when: 'the read is not critical', sketch: only('instances: 1', 'critical: false') },
    { when: 'no client comes to the reader', sketch: only('instances: 1', '', 'worker job\njob -> api') },
    { when: 'the reader has a store to ask', sketch: `${only()}\ncore-database db\napi -> db { access: read }` },
  ],
  notStated: [
    { when: 'nothing is said of copies', sketch: sessions(''), fields: ['instances', 'replicas'] },
    { when: 'nothing is said of copies, and it does not matter', sketch: aside('hitRatio: 0.95', ''), fields: [] },
  ],
});
