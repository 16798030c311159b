import { noInvalidationStrategy } from '#rules/cache/no-invalidation-strategy.ts';
import { testRule } from '../../support/test-rule.ts';

const start = 'entity price "Prices" { mutability: mutable }\nentity log "Logs" { mutability: append-only }\nentity other "Others" { mutability: mutable }\nservice api\ncore-database db\nworker job';
const cache = (values: string, more = ''): string => `${start}\ndistributed-cache cache "Hot" { ${values} }\napi -> cache { interaction: request, access: read, dataFlows: [price] }\n${more}`;
const none = (values = '', more = ''): string => cache(`invalidationStrategy: [none], ${values}`, more);
const written = (strategy: string, ...writes: readonly string[]): string => `${start}\ndistributed-cache cache { invalidationStrategy: [none], writeStrategy: ${strategy}, dataStored: [price] }\n${writes.join('\n')}`;
const both = 'api -> cache { interaction: request, access: read-write, dataFlows: [price] }\napi -> db { access: write, dataFlows: [price] }';

testRule(noInvalidationStrategy, {
  fires: [
    { when: 'nothing removes entries', sketch: none(), severity: 'warning', message: 'Nothing removes outdated entries of Prices from Hot.', fixes: ['Expire after five minutes and delete on write'] },
    { when: 'nothing is said', sketch: cache(''), severity: 'suggestion', message: 'How do outdated entries of Prices leave Hot?' },
    { when: 'an empty list says nothing', sketch: cache('invalidationStrategy: []'), severity: 'suggestion' },
    { when: 'the data is declared at the cache', sketch: `${start}\ndistributed-cache cache { invalidationStrategy: [none], dataStored: [price] }\napi -> cache`, severity: 'warning' },
    { when: 'only some of the data changes', sketch: none('dataStored: [log, other]'), message: /of Others and Prices from/ },
    { when: 'it holds copies', sketch: none('useCase: aggregated-metrics') },
    { when: 'it writes around, and the writer fills it', sketch: written('write-around', both), severity: 'warning' },
    { when: 'it writes through, and somebody else writes the store', sketch: written('write-through', both, 'job -> db { access: write, dataFlows: [price] }'), severity: 'warning' },
    { when: 'it writes through, and what somebody else writes is open', sketch: written('write-through', both, 'job -> db { access: write }'), severity: 'warning' },
    { when: 'it writes through, and somebody else writes through a balancer', sketch: written('write-through', both, 'load-balancer lb\njob -> lb { access: write, dataFlows: [price] }\nlb -> db'), severity: 'warning' },
  ],
  silent: [
    { when: 'entries expire', sketch: none('ttlSeconds: 300') },
    ...['ttl', 'delete-on-write', 'event-driven', 'versioned-keys'].map((strategy) => ({ when: `entries go by ${strategy}`, sketch: cache(`invalidationStrategy: [none, ${strategy}]`) })),
    { when: 'nothing that changes is cached', sketch: `${start}\ndistributed-cache cache { invalidationStrategy: [none], dataStored: [log] }\napi -> cache` },
    { when: 'what is cached is unknown', sketch: `${start}\ndistributed-cache cache { invalidationStrategy: [none] }\napi -> cache` },
    { when: 'an invalidation comes in', sketch: none('', 'job -> cache { interaction: invalidate }') },
    { when: 'a stream feeds it', sketch: none('', 'stream s\ns -> cache { interaction: consume }') },
    { when: 'a stream leads to it in one of the two ways', sketch: none('', 'stream s\ns -> cache') },
    { when: 'the content is short-lived', sketch: none('ephemeralData: true') },
    { when: 'it is the truth', sketch: none('isSourceOfTruth: true') },
    { when: 'it holds data of its own', sketch: none('useCase: leaderboard') },
    { when: 'whoever writes the store writes through', sketch: written('write-through', both) },
    { when: 'whoever writes the store writes back', sketch: written('write-back', both) },
    { when: 'others write other data', sketch: written('write-through', both, 'job -> db { access: write, dataFlows: [other] }') },
    { when: 'others only read', sketch: written('write-through', both, 'job -> db { access: read, dataFlows: [price] }') },
  ],
});
