import { gatewayDatastoreAccess } from '#rules/api-gateway/direct-datastore-access.ts';
import { testRule } from '../../support/test-rule.ts';

const direct = (store: string, connection = ''): string => `client web\napi-gateway gw "Gateway"\n${store}\nweb -> gw\ngw -> store as direct { ${connection} }`;

testRule(gatewayDatastoreAccess, {
  fires: [
    { when: 'it calls a database', sketch: direct('core-database store "Orders"', 'access: write'), primary: 'direct', severity: 'warning', message: 'Gateway talks to Orders itself; business data access belongs in a service.', related: ['gw', 'store'], fixes: ['Put a service in between'] },
    { when: 'it calls a search index', sketch: direct('search-database store', 'access: read, queryPattern: full-text') },
    ...['reduce-db-queries', 'leaderboard'].map((use) => ({ when: `it calls a cache of ${use}`, sketch: direct(`distributed-cache store { useCase: ${use} }`) })),
    { when: 'the rationale is blank', sketch: direct('core-database store', 'rationale: " "') },
  ],
  silent: [
    { when: 'a reason is given', sketch: direct('core-database store', 'rationale: "Managed integration with DynamoDB."') },
    ...['rate-limit-counters', 'session-store'].map((use) => ({ when: `the cache holds ${use}`, sketch: direct(`distributed-cache store { useCase: ${use} }`) })),
    { when: 'the target is a bucket', sketch: direct('blob-storage store') },
    { when: 'the target is a service', sketch: direct('service store') },
    { when: 'a service calls', sketch: 'service api\ncore-database store\napi -> store' },
  ],
  notStated: [
    { when: 'what the cache is for is open', sketch: direct('distributed-cache store'), fields: ['useCase'] },
    { when: 'it is open, and a reason is given', sketch: direct('distributed-cache store', 'rationale: "Counters."'), fields: [] },
  ],
});
