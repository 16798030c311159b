import { type Question, right, wrong } from './question.ts';

/** Copies that are fast and may be old. */
export const cachingQuestions: readonly Question[] = [
  {
    id: 'write-strategy-that-survives-a-crash',
    topics: ['caching', 'durability'],
    asks: 'The cache runs in memory alone. Which write strategy survives its crash?',
    sketch: `service api
distributed-cache cache { persistence: none, replicas: 0, ? }
core-database db
api -> cache { interaction: request, access: read-write }
api -> db { access: read-write }
cache -> db { interaction: cache-flush }`,
    rules: ['cache/write-back-without-durability'],
    options: [
      wrong('Write-back: the cache answers, the store follows', 'writeStrategy: write-back'),
      right('Write-through: cache and store, then the answer', 'writeStrategy: write-through', 'Nobody is told "done" before the store has it.'),
      right('Write-around: the store, and the cache learns by reading', 'writeStrategy: write-around', 'The store has every write; the cache only loses copies.'),
    ],
  },
  {
    id: 'full-cache',
    topics: ['caching'],
    asks: 'The memory of this cache is full. What makes room?',
    sketch: `service api
distributed-cache cache { ? }
core-database db
api -> cache { interaction: request, access: read-write }
api -> db { access: read-write }`,
    rules: ['cache/no-eviction-policy'],
    options: [
      wrong('Nothing: it holds what it has', 'evictionPolicy: none'),
      right('The least recently used goes', 'evictionPolicy: lru', 'What was asked for lately is likely to be asked for again.'),
      right('The least frequently used goes', 'evictionPolicy: lfu', 'It keeps the favourites, also when somebody reads everything once.'),
    ],
  },
  {
    id: 'prices-that-change',
    topics: ['caching', 'consistency'],
    asks: 'Prices change now and then. How do old ones leave the cache?',
    sketch: `entity price "Prices" { mutability: mutable }
service api
distributed-cache cache { ? }
core-database db
api -> cache { interaction: request, access: read, dataFlows: [price] }
api -> db { access: read-write, dataFlows: [price] }`,
    rules: ['cache/no-invalidation-strategy'],
    options: [
      wrong('They stay until there is no more room', 'invalidationStrategy: [none]'),
      right('They expire after five minutes', 'invalidationStrategy: [ttl], ttlSeconds: 300', 'Nobody sees a price that is older than that.'),
      right('Who writes a price deletes it there', 'invalidationStrategy: [delete-on-write]', 'The next reader misses, and fetches the new one.'),
    ],
  },
  {
    id: 'write-around-and-expiry',
    topics: ['caching', 'consistency'],
    asks: 'Writes go around the cache, and entries live for a day. What keeps readers from seeing yesterday?',
    sketch: `entity price "Prices" { mutability: mutable }
service api
distributed-cache cache { writeStrategy: write-around, ttlSeconds: 86400, ? }
core-database db
api -> cache { interaction: request, access: read, dataFlows: [price] }
api -> db { access: read-write, dataFlows: [price] }`,
    rules: ['cache/write-around-serves-stale'],
    options: [
      wrong('The day will pass', 'invalidationStrategy: [ttl]'),
      right('A write deletes the entry', 'invalidationStrategy: [ttl, delete-on-write]', 'The expiry is only the safety net for what was missed.'),
    ],
  },
  {
    id: 'hot-entry-expires',
    topics: ['caching', 'scaling'],
    asks: 'A popular entry expires while thousands ask for it. What protects the database?',
    sketch: `client web
service api
distributed-cache cache { hitRatio: 0.95, ? }
core-database db
web -> api { peakRps: 20000, access: read }
api -> cache { interaction: request, access: read }
api -> db { access: read, cacheMissOf: cache }`,
    rules: ['cache/stampede-risk'],
    options: [
      wrong('Its own strength', 'stampedeProtection: none'),
      right('Requests for the same key share one load', 'stampedeProtection: request-coalescing', 'A thousand misses become one query.'),
      right('The old value is served while one reader renews it', 'stampedeProtection: stale-while-revalidate', 'Nobody waits, and the database sees a single reader.'),
    ],
  },
  {
    id: 'sell-from-the-cache',
    topics: ['caching', 'consistency'],
    asks: 'The shop reads the stock from a cache and then sells. When is that safe?',
    sketch: `entity stock "Stock" { consistencyNeed: strong }
service shop
distributed-cache cache
core-database db
shop -> cache { interaction: request, access: read, dataFlows: [stock] }
shop -> db { access: read-write, dataFlows: [stock], ? }`,
    rules: ['cache/strong-data-from-cache'],
    options: [
      wrong('When the cache is fast', 'conditionalWrite: false'),
      right('When the write checks the stock again', 'conditionalWrite: true', 'The cache may be wrong; the condition on the write is not.'),
    ],
  },
  {
    id: 'carts-in-a-cache',
    topics: ['caching', 'durability'],
    asks: 'Shopping carts live in this cache and nowhere else. What does it need?',
    sketch: `service api
distributed-cache carts { isSourceOfTruth: true, ? }
api -> carts { interaction: request, access: read-write }`,
    rules: ['cache/used-as-primary-store'],
    options: [
      wrong('Memory', 'persistence: none, replicas: 0'),
      right('An append log and a replica', 'persistence: append-log-everysec, replicas: 1', 'It is a database now, and gets what a database gets.'),
    ],
  },
  {
    id: 'cache-key-of-search-results',
    topics: ['caching'],
    asks: 'A CDN keeps the answers of a search. What belongs to its cache key?',
    sketch: `client web
cdn edge "CDN" { contentTypes: [api-responses], ? }
service search
web -> edge { access: read, cacheable: true, queryPattern: full-text }
edge -> search`,
    rules: ['cdn/incomplete-cache-key'],
    options: [wrong('The path', 'cacheKey: [path]'), right('The path and the query', 'cacheKey: [path, query]', 'Two questions are the same only if they ask for the same.')],
  },
  {
    id: 'personal-pages-at-the-edge',
    topics: ['caching'],
    asks: 'The page greets each user by name. What does the CDN do with it?',
    sketch: `client web
cdn edge "CDN" { ? }
service api
web -> edge { access: read, personalized: true }
edge -> api`,
    rules: ['cdn/personalized-content-shared'],
    options: [
      wrong('It keeps it for everybody', 'personalizedPolicy: cached-shared'),
      right('It lets it pass', 'personalizedPolicy: bypass', 'What is for one person is fetched for that person.'),
    ],
  },
  {
    id: 'price-list-at-the-edge',
    topics: ['caching', 'consistency'],
    asks: 'Content behind the CDN changes every minute, and copies only go when they expire. How long may they live?',
    sketch: `client web
cdn edge "CDN" { invalidation: [ttl], ? }
service api
web -> edge { access: read, cacheable: true, changeIntervalSeconds: 60 }
edge -> api`,
    rules: ['cdn/ttl-exceeds-change-interval'],
    options: [wrong('A day', 'ttlSeconds: 86400'), right('Half a minute', 'ttlSeconds: 30', 'Shorter than the content stays the same: few see an old version, and not for long.')],
  },
];
