import { directDatastoreAccess } from '#rules/client/direct-datastore-access.ts';
import { testRule } from '../../support/test-rule.ts';

const direct = (store: string, client = '', connection = ''): string => `client web "Web" { ${client} }\n${store}\nweb -> store as direct { ${connection} }`;

testRule(directDatastoreAccess, {
  fires: [
    { when: 'an untrusted client asks a cache', sketch: direct('distributed-cache store "Cache"', 'trusted: false'), primary: 'direct', severity: 'error', message: 'Web talks straight to Cache; put a service (and usually an API gateway) in between.', fixes: ['Put a service in between'] },
    { when: 'nothing says that it is trusted', sketch: direct('core-database store'), severity: 'warning', message: /nothing says that it is trusted/ },
    { when: 'it takes a lock', sketch: direct('distributed-lock store', 'trusted: false'), severity: 'error' },
    { when: 'it searches without a key', sketch: direct('search-database store', 'trusted: false', 'access: read'), severity: 'suggestion', message: /search-only key/ },
    { when: 'it writes to the index with a key', sketch: direct('search-database store', 'trusted: false', 'access: write, authorization: api-key'), severity: 'error' },
    { when: 'it searches with a certificate', sketch: direct('search-database store', 'trusted: false', 'access: read, authorization: mtls'), severity: 'error' },
  ],
  silent: [
    { when: 'it is trusted', sketch: direct('core-database store', 'trusted: true') },
    { when: 'rows protect themselves', sketch: direct('core-database store { accessControl: row-level-security }', 'trusted: false') },
    { when: 'it searches with a search-only key', sketch: direct('search-database store', 'trusted: false', 'access: read, authorization: api-key') },
    { when: 'it searches with a token, access not stated', sketch: direct('search-database store', '', 'authorization: token') },
    ...['SQLite', 'IndexedDB', 'Realm', 'embedded H2'].map((technology) => ({ when: `${technology} lives on the device`, sketch: direct(`core-database store { technology: "${technology}" }`, 'trusted: false') })),
    { when: 'a service stands in between', sketch: 'client web\nservice api\ncore-database store\nweb -> api -> store' },
    { when: 'the target is a bucket', sketch: direct('blob-storage store', 'trusted: false') },
    { when: 'it is no client', sketch: 'external-system crm\ncore-database store\ncrm -> store' },
  ],
});
