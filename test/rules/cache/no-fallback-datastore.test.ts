import { noFallbackDatastore } from '#rules/cache/no-fallback-datastore.ts';
import { testRule } from '../../support/test-rule.ts';

const cache = (values: string, more = '', read = ''): string => `service api\ndistributed-cache cache "Hot" { ${values} }\napi -> cache { interaction: request, access: read, ${read} }\n${more}`;

testRule(noFallbackDatastore, {
  fires: [
    { when: 'it is said to fall back', sketch: cache('onCacheFailure: datastore'), severity: 'error', message: 'A miss in Hot has nowhere to go.', fixes: [] },
    { when: 'its data lives elsewhere', sketch: cache('ephemeralData: false'), severity: 'error' },
    { when: 'it holds copies', sketch: cache('useCase: reduce-db-queries'), severity: 'warning' },
    { when: 'nothing is said', sketch: cache(''), severity: 'suggestion', message: /the only place of its data/ },
    { when: 'it is copied to another cache', sketch: cache('onCacheFailure: datastore', 'distributed-cache other\ncache -> other'), severity: 'error' },
    { when: 'a database stands about that nobody asks', sketch: cache('useCase: reduce-db-queries', 'core-database db "Orders"\nworker w\nw -> db'), severity: 'warning', fixes: ['Read Orders on a miss'] },
  ],
  silent: [
    { when: 'the reader also asks the store', sketch: cache('useCase: reduce-db-queries', 'core-database db\napi -> db { access: read }') },
    { when: 'the reader asks another service', sketch: cache('useCase: reduce-db-queries', 'service other\napi -> other') },
    { when: 'the cache loads by itself', sketch: cache('useCase: reduce-db-queries', 'core-database db\ncache -> db { interaction: cache-load }') },
    { when: 'the cache flushes to a store', sketch: cache('onCacheFailure: datastore', 'core-database db\ncache -> db { interaction: cache-flush }') },
    { when: 'an arrow leads from the cache to a store, and does not say what it does', sketch: cache('onCacheFailure: datastore', 'core-database db\ncache -> db') },
    { when: 'an arrow comes from a stream, and does not say what it does', sketch: cache('useCase: reduce-db-queries', 'stream s\ns -> cache') },
    { when: 'a stream feeds it', sketch: cache('useCase: reduce-db-queries', 'stream s\ns -> cache { interaction: consume }') },
    { when: 'its writer is fed by a stream', sketch: cache('useCase: aggregated-metrics', 'stream s\nworker w\ns -> w\nw -> cache { interaction: request, access: write }') },
    { when: 'the content is short-lived', sketch: cache('ephemeralData: true') },
    ...['rate-limit-counters', 'presence', 'pub-sub'].map((use) => ({ when: `it holds ${use}`, sketch: cache(`useCase: ${use}`) })),
    { when: 'it is the truth', sketch: cache('isSourceOfTruth: true') },
    { when: 'readers fail open', sketch: cache('onCacheFailure: fail-open') },
    { when: 'losing what is read is fine', sketch: cache('', '', 'lossTolerant: true') },
    { when: 'nobody reads it', sketch: 'service api\ndistributed-cache cache\napi -> cache { interaction: request, access: write }' },
  ],
});
