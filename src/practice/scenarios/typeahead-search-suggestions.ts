import { tenTimesTheWrites } from '../curveballs/ten-times-the-writes.ts';
import type { Condition } from '../facts/condition.ts';
import type { Selector } from '../facts/selector.ts';
import type { Fact } from '../facts.ts';
import type { Scenario } from '../scenario.ts';

const builders: Selector = { kind: ['worker', 'scheduled-job'] };
const ready: Selector = { kind: ['distributed-cache', 'blob-storage'] };

/** Suggestions over a CDN that is like this. */
const overCdn = (...where: readonly Condition[]): Fact => ({ fact: 'connection', from: { kind: 'client' }, to: { kind: 'cdn', where }, carries: 'suggestion' });

/** Suggestions from a cache that is like this. */
const fromCache = (...where: readonly Condition[]): Fact => ({ fact: 'connection', from: { kind: 'service' }, to: { kind: 'distributed-cache', where }, where: [['access', '!=', 'write']], carries: 'suggestion' });

/** Somebody prepares the answers ahead. */
const prepared = (place: Selector): Fact => ({ fact: 'leads-to', of: [builders, place], carries: 'suggestion' });

/** Answers that must be there before the next key is pressed, and need not be new. */
export const typeaheadSearchSuggestions: Scenario = {
  id: 'typeahead-search-suggestions',
  title: 'Typeahead / search suggestions',
  knownFrom: 'Google, Amazon',
  type: 'product',
  difficulty: 'easy',
  topics: ['search', 'caching', 'streams', 'scaling'],
  brief: 'While somebody types into the search field, show the ten most likely ways to go on. Learn from what people search for.',
  functional: [
    { id: 'suggest', text: 'Show ten completions while typing.' },
    { id: 'learn', text: 'What many people search for is suggested more.' },
  ],
  nonFunctional: [
    { id: 'load', text: '100,000 suggestions/s.' },
    { id: 'fast', text: 'They are there within 150 ms, p99.' },
    { id: 'hourly', text: 'Suggestions may be an hour old.' },
    { id: 'shared', text: 'Everybody gets the same.' },
  ],
  settings: { interviewType: 'product', availabilityTarget: 0.999, latencyTargetP99Ms: 150 },
  entities: [
    { id: 'suggestion', name: 'Suggestion', alsoCalled: ['completion', 'autocomplete', 'term', 'prefix', 'top queries', 'suggestions'], about: 'The beginning of a search and the ten best ways to end it.', classification: 'public', mutability: 'mutable', consistencyNeed: 'eventual' },
    { id: 'query-log', name: 'Query log', alsoCalled: ['query', 'search', 'search query', 'search event', 'search log', 'log'], about: 'What somebody has searched for, and when.', classification: 'internal', mutability: 'append-only', consistencyNeed: 'eventual', lossTolerant: true },
  ],
  phases: {
    requirements: ['Asks how old suggestions may be, and whether two people may get different ones.', 'Does the sum: a search is many keystrokes, each of which asks.'],
    entities: ['Keeps what is shown (a prefix and ten terms) apart from what is learnt from (the log).'],
    api: ['Asks with GET /suggestions?prefix=, so that everything between may cache it.'],
    'high-level-design': ['Draws two ways that hardly touch: one that answers, one that learns.', 'Answers near the user whatever is asked often.'],
    'deep-dives': ['Compares a trie, an index of edge n-grams and prepared lists for each prefix.', 'Says how a word is taken out at once.'],
  },
  checks: [
    { id: 'M1', title: 'No keystroke waits for the database.', mandatory: true, topics: ['caching', 'search'], fact: { fact: 'not-from', entity: 'suggestion', kind: 'core-database' } },
    {
      id: 'M2',
      title: 'A CDN or a cache answers in front, and keeps the answers for different beginnings apart.',
      mandatory: true,
      topics: ['caching'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'any', of: [overCdn(['cacheKey', 'includes', 'query'], ['contentTypes', 'includes', 'api-responses']), { fact: 'direct', entity: 'suggestion', access: 'read' }, { fact: 'all', of: [{ fact: 'not', of: overCdn() }, fromCache()] }] },
          { fact: 'silent', rules: ['cdn/incomplete-cache-key', 'cdn/personalized-content-shared'] },
        ],
      },
    },
    {
      id: 'M3',
      title: 'Something that is made for “begins with” has the answer: an index of edge n-grams, or a list prepared for each beginning.',
      mandatory: true,
      topics: ['search'],
      fact: {
        fact: 'any',
        of: [
          { fact: 'connection', from: { kind: 'service' }, to: { kind: 'search-database', where: [['tokenizer', '=', 'edge-ngram']] }, carries: 'suggestion' },
          { fact: 'all', of: [prepared({ kind: 'distributed-cache' }), fromCache()] },
          { fact: 'all', of: [prepared({ kind: 'blob-storage' }), { fact: 'direct', entity: 'suggestion', access: 'read' }] },
        ],
      },
    },
    {
      id: 'M4',
      title: 'What answers follows the terms by itself; nobody writes both.',
      mandatory: true,
      topics: ['search', 'events'],
      fact: {
        fact: 'any',
        of: [
          { fact: 'fed-by', target: { kind: 'search-database' }, source: { kind: 'core-database' } },
          { fact: 'all', of: [{ fact: 'not', of: { fact: 'has', of: { kind: 'search-database' } } }, { fact: 'fed-by', target: ready, source: { kind: 'core-database' } }] },
          { fact: 'all', of: [{ fact: 'not', of: { fact: 'has', of: { kind: ['search-database', 'core-database'] } } }, { fact: 'fed-by', target: ready, source: { kind: 'stream' } }] },
        ],
      },
    },
    { id: 'M5', title: 'Nobody waits until a search is learnt from.', mandatory: true, topics: ['events', 'streams'], fact: { fact: 'async', entity: 'query-log' } },
    {
      id: 'M6',
      title: 'No copy lives longer than the hour after which suggestions are made anew.',
      mandatory: true,
      topics: ['caching'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'any', of: [{ fact: 'not', of: overCdn(['ttlSeconds', '>', 3600]) }, overCdn(['invalidation', 'includes', 'purge']), overCdn(['invalidation', 'includes', 'versioned-urls']), overCdn(['invalidation', 'includes', 'surrogate-keys'])] },
          { fact: 'any', of: [{ fact: 'not', of: fromCache(['ttlSeconds', '>', 3600]) }, prepared({ kind: 'distributed-cache' })] },
          { fact: 'silent', rules: ['cdn/ttl-exceeds-change-interval'] },
        ],
      },
    },
    { id: 'B1', title: 'Searches are added up in windows before anything is written.', mandatory: false, topics: ['streams'], fact: { fact: 'windowed', entity: 'query-log' } },
    { id: 'B2', title: 'It is drawn for 100,000 requests/s, and nothing is used above 80 %.', mandatory: false, topics: ['scaling'], fact: { fact: 'all', of: [{ fact: 'load', atLeast: 100_000, access: 'read' }, { fact: 'utilisation', below: 0.8 }] } },
  ],
  hints: [
    'Somebody types “wea”. How many others have typed that in the last minute, and should the answer differ?',
    'A database finds words by their whole. What finds them by their beginning?',
    'Prepare the ten best for each beginning, keep them near the user for a minute, and learn from searches somewhere else.',
    'A CDN keeps answers for a minute, by path and query. Behind it a service asks Redis, then an index of edge n-grams. Searches go into a stream, are added up by the hour into a table of terms, and its captured changes feed the index.',
  ],
  mistakes: [
    { text: 'LIKE ‘wea%’ on the primary, with every key that anybody presses.', when: { fact: 'not', of: { fact: 'not-from', entity: 'suggestion', kind: 'core-database' } }, shown: 'suggest-svc -> terms-db by db-read { queryPattern: scan, dataFlows: [suggestion] }' },
    { text: 'Changing the index with every search: it is busier with learning than with answering.', when: { fact: 'connection', from: { kind: 'service' }, to: { kind: 'search-database' }, where: [['access', '!=', 'read']] }, shown: 'log-svc -> suggest-index by search-write { dataFlows: [query-log] }' },
    { text: 'Personal suggestions in a cache that everybody shares: strangers see what you have searched for.', when: { fact: 'connection', from: { kind: 'client' }, to: { kind: 'cdn' }, where: [['personalized', '=', true], ['cacheable', '=', true]], carries: 'suggestion' }, shown: 'set searcher -> cdn { personalized: true }' },
    { text: 'Stemming what is only the beginning of a word: “runni” has no root that anybody could find.', when: { fact: 'connection', from: { kind: 'service' }, to: { kind: 'search-database', where: [['stemming', '!=', 'none']] }, carries: 'suggestion' }, shown: 'set suggest-index { stemming: language }' },
  ],
  curveballs: [
    {
      ...tenTimesTheWrites({ writesPerSecond: 5000, buffered: 'query-log', debrief: 'Only the way that learns gets busier: log servers and aggregators. The table hardly notices, as windows add up first, and who types notices nothing at all. One might as well take one search in ten: what is popular stays popular.' }),
      answer: 'set log-svc { instances: 90, maxInstances: 120 }\nset gateway { instances: 8 }\nset term-aggregator { instances: 45, maxInstances: 48 }\nset terms-db { shardCount: 2, partitioning: hash, shardKey: term, shardKeyCardinality: high, hottestKeyShare: 0.001 }\nset index-builder { instances: 20, maxInstances: 24 }\nset suggest-svc { maxInstances: 60 }\nset suggest-index { instances: 12 }\nset terms-db -> term-stream { requestBytes: 200 }',
    },
    {
      id: 'as-fast-as-the-news',
      title: 'As fast as the news',
      says: 'A volcano has erupted, and for an hour we suggest “volcano holiday”. From now on suggestions follow what people search for within ten minutes.',
      checks: [
        { id: 'news-windows', title: 'Searches are added up every five minutes at most.', topics: ['streams'], fact: { fact: 'windowed', entity: 'query-log', atMostSeconds: 300 } },
        { id: 'news-copies', title: 'No copy lives longer than five minutes.', topics: ['caching'], fact: { fact: 'all', of: [{ fact: 'not', of: overCdn(['ttlSeconds', '>', 300]) }, { fact: 'any', of: [{ fact: 'not', of: fromCache(['ttlSeconds', '>', 300]) }, prepared({ kind: 'distributed-cache' })] }] } },
      ],
      debrief: 'Caches were never the slow part; the window of an hour was. Shorter windows mean more writes and counts that jump, so a good answer mixes a short window for what rises with a long one for what lasts.',
      answer: 'set term-aggregator { streamProcessing: { windowing: tumbling, windowBy: time, windowSizeSeconds: 300, timeSemantics: event-time, watermarkDelaySeconds: 60, allowedLatenessSeconds: 300, lateEventPolicy: drop } }',
    },
    {
      id: 'take-it-down',
      title: 'Take it down',
      says: 'A court says: this name must not be suggested any more, in a minute from now, anywhere. Which copies are there, and who tells each of them?',
      checks: [
        { id: 'down-at-the-edge', title: 'The edge forgets within a minute, or is told.', topics: ['caching'], fact: { fact: 'any', of: [{ fact: 'not', of: overCdn(['ttlSeconds', '>', 60]) }, { fact: 'connection', from: { kind: ['service', 'worker', 'scheduled-job'] }, to: { kind: 'cdn' }, where: [['interaction', '=', 'invalidate']] }] } },
        { id: 'down-in-caches', title: 'Caches forget within a minute, or are told.', topics: ['caching', 'events'], fact: { fact: 'any', of: [{ fact: 'not', of: fromCache(['ttlSeconds', '>', 60]) }, { fact: 'connection', from: { kind: ['service', 'worker', 'stream', 'queue', 'core-database'] }, to: { kind: 'distributed-cache' }, where: [['interaction', '=', 'invalidate']] }] } },
      ],
      debrief: 'Times of expiry add up: two minutes in the cache and one at the edge are three. A good answer lets the same change that takes the term from the index delete the keys in the cache, lets the edge expire within the minute, and keeps a small list of forbidden words in the service itself.',
      answer: 'index-builder -> suggest-cache by invalidate { dataFlows: [suggestion] }',
    },
  ],
  pitch:
    'Two ways that hardly touch. Answering: most keystrokes have been typed by somebody else within the minute, so a CDN answers them, with the query in its key. The rest asks a small service, then Redis, then an index of edge n-grams; no database is near. Learning: searches go into a stream, are added up by the hour, and only sums are written to a table of terms. Its captured changes feed the index. Suggestions may be an hour old and are the same for all, which is what makes all of it cheap.',
  designs: [
    {
      id: 'reference',
      title: 'CDN, Redis, an index of edge n-grams',
      about: 'Three layers answer, a stream learns, captured changes feed the index.',
      text: `
        web-client searcher "Searcher"
        cdn cdn "CDN" { contentTypes: [api-responses, static-assets], ttlSeconds: 60, cacheKey: [host, path, query], invalidation: [ttl], hitRatio: 0.6, staleWhileRevalidate: true }
        gateway gateway "Gateway"
        service suggest-svc "Suggest service" { instances: 34, perInstanceRps: 2000, serviceTimeMs: 4 }
        redis-cache suggest-cache "Suggest cache" { instances: 3, useCase: speed-expensive-queries, ttlSeconds: 120, invalidationStrategy: [ttl] }
        search suggest-index "Suggest index" { instances: 9, tokenizer: edge-ngram, stemming: none, syncMethod: change-data-capture }
        service log-svc "Log service" { instances: 9 }
        kafka query-stream "Query stream" { partitionKey: queryHash, partitions: 48 }
        worker term-aggregator "Term aggregator" { instances: 8, perInstanceRps: 1500, streamProcessing: { windowing: tumbling, windowBy: time, windowSizeSeconds: 3600, timeSemantics: event-time, watermarkDelaySeconds: 60, allowedLatenessSeconds: 600, lateEventPolicy: drop } }
        postgres terms-db "Terms database" { rationale: "terms, counts and blocklist joined in one transaction; B-tree index on prefix and rank" }
        kafka term-stream "Term stream" { partitionKey: term }
        worker index-builder "Index builder" { instances: 4, perInstanceRps: 500 }
        dlq builder-dlq "Builder DLQ"

        searcher -> cdn by cdn-read { peakRps: 100000, cacheable: true, personalized: false, changeIntervalSeconds: 3600, dataFlows: [suggestion] }
        cdn -> gateway by origin { dataFlows: [suggestion] }
        searcher -> gateway by client-http { access: write, peakRps: 5000, dataFlows: [query-log] }
        gateway -> suggest-svc by route { access: read, dataFlows: [suggestion] }
        suggest-svc -> suggest-cache by cache-read { dataFlows: [suggestion] }
        suggest-svc -> suggest-index by search-read { cacheMissOf: suggest-cache, timeoutMs: 100, dataFlows: [suggestion] }
        gateway -> log-svc by route { access: write, dataFlows: [query-log] }
        log-svc -> query-stream by publish { lossTolerant: true, requestBytes: 200, dataFlows: [query-log] }
        query-stream -> term-aggregator by consume { poisonPolicy: skip-and-log, consumerGroup: trending, dataFlows: [query-log] }
        term-aggregator -> terms-db by db-write { callsPerRequest: 0.1, dataFlows: [suggestion] }
        terms-db -> term-stream by cdc { dataFlows: [suggestion] }
        term-stream -> index-builder by consume { consumerGroup: index-builder, dataFlows: [suggestion] }
        index-builder -> suggest-index by search-write { dataFlows: [suggestion] }
        index-builder -> builder-dlq by dead
      `,
    },
    {
      id: 'files-at-the-edge',
      title: 'A file for each beginning, at the edge',
      about: 'Nothing is computed while somebody types: every hour a job writes the ten best for each beginning as small files, and the CDN delivers them. No service and no index to keep alive; take it while suggestions are the same for all and an hour old.',
      from: 'reference',
      text: `
        remove suggest-svc, suggest-cache, suggest-index, term-stream, index-builder, builder-dlq, cdn -> gateway
        cdn cdn "CDN" { ttlSeconds: 600, invalidation: [ttl] }
        blob suggestion-files "Suggestion files" { accessControl: iam, clientAccess: via-cdn, metadataStore: terms-db, chunkedUpload: false, lifecyclePolicy: expire }
        job file-builder "File builder" { schedule: "5 * * * *", runsPerDay: 24, instances: 2, leaderElection: true }
        cdn -> suggestion-files by origin { dataFlows: [suggestion] }
        file-builder -> terms-db by db-read { peakRps: 50, queryPattern: range, dataFlows: [suggestion] }
        file-builder -> suggestion-files by blob-write { peakRps: 500, dataFlows: [suggestion] }
      `,
    },
    {
      id: 'prefixes-in-redis',
      title: 'Lists for each beginning in Redis',
      about: 'A worker follows the terms and keeps the ten best of each beginning in Redis, so a keystroke is one look-up by key, and no CDN and no search engine are needed. Take it where suggestions will be personal one day.',
      from: 'reference',
      text: `
        remove cdn, suggest-index
        gateway gateway "Gateway" { instances: 8 }
        service suggest-svc "Suggest service" { instances: 80, perInstanceRps: 2000, serviceTimeMs: 4 }
        redis-cache suggest-cache "Prefix lists" { useCase: speed-expensive-queries, ttlSeconds: 7200, readStrategy: refresh-ahead, invalidationStrategy: [event-driven], hitRatio: 1, onCacheFailure: none, instances: 6 }
        dynamodb terms-db "Terms table" { rationale: "One key lookup and one conditional update for each term; partitions grow with the vocabulary, and its change stream tells the builder", shardKey: term, shardCount: 4 }
        set term-aggregator -> terms-db { protocol: nosql-api }
        searcher -> gateway by client-http { access: read, peakRps: 100000, dataFlows: [suggestion] }
        index-builder -> suggest-cache by cache-write { dataFlows: [suggestion] }
      `,
    },
  ],
  mutants: [
    { what: 'LIKE on the primary.', on: ['reference', 'prefixes-in-redis'], text: 'suggest-svc -> terms-db by db-read { queryPattern: range, callsPerRequest: 0.01, dataFlows: [suggestion] }', fails: ['M1'] },
    { what: 'A service asks the database for every key.', on: ['files-at-the-edge'], text: 'service suggest-svc { instances: 80, perInstanceRps: 2000 }\nsearcher -> gateway by client-http { access: read, peakRps: 1000, dataFlows: [suggestion] }\ngateway -> suggest-svc by route { access: read, dataFlows: [suggestion] }\nsuggest-svc -> terms-db by db-read { dataFlows: [suggestion] }', fails: ['M1'] },
    { what: 'The edge mixes up different beginnings.', on: ['reference'], text: 'set cdn { cacheKey: [host, path] }', fails: ['M2'] },
    { what: 'Nobody says what the edge tells answers apart by.', on: ['reference'], text: 'set cdn { cacheKey: unset }', fails: [], leavesOpen: ['M2'] },
    { what: 'Personal answers are shared.', on: ['reference', 'files-at-the-edge'], text: 'set searcher -> cdn { personalized: true }\nset cdn { personalizedPolicy: cached-shared }', fails: ['M2', 'no-errors'] },
    { what: 'Nothing is cached.', on: ['reference'], text: 'remove cdn, suggest-cache\nsearcher -> gateway by client-http { access: read, peakRps: 100000, dataFlows: [suggestion] }\nset gateway { instances: 8 }\nset suggest-svc { instances: 80 }\nset suggest-index { instances: 200 }', fails: ['M2'] },
    { what: 'An index of whole words.', on: ['reference'], text: 'set suggest-index { tokenizer: standard }', fails: ['M3'] },
    { what: 'Nobody says how the index cuts words.', on: ['reference'], text: 'set suggest-index { tokenizer: unset }', fails: [], leavesOpen: ['M3'] },
    { what: 'Nobody prepares the files.', on: ['files-at-the-edge'], text: 'remove file-builder', fails: ['M3', 'M4'] },
    { what: 'Nobody prepares the lists.', on: ['prefixes-in-redis'], text: 'remove index-builder', fails: ['M3', 'M4', 'M6'] },
    { what: 'The index is fed by nobody.', on: ['reference'], text: 'remove index-builder', fails: ['M4'] },
    { what: 'The aggregator writes the table and the index.', on: ['reference'], text: 'remove index-builder, term-stream\nterm-aggregator -> suggest-index by search-write { callsPerRequest: 0.1, dataFlows: [suggestion] }', fails: ['M4'] },
    { what: 'Who searches waits until it is learnt.', text: 'remove query-stream\nlog-svc -> term-aggregator by call { access: write, dataFlows: [query-log] }', fails: ['M5', 'B1'] },
    { what: 'Answers of yesterday at the edge.', on: ['reference', 'files-at-the-edge'], text: 'set cdn { ttlSeconds: 86400 }', fails: ['M6'] },
    { what: 'Answers of yesterday in the cache.', on: ['reference'], text: 'set suggest-cache { ttlSeconds: 86400 }', fails: ['M6'] },
    { what: 'Nobody says how long the edge keeps answers.', on: ['reference', 'files-at-the-edge'], text: 'set cdn { ttlSeconds: unset }', fails: [], leavesOpen: ['M6'] },
    { what: 'Every search is written by itself.', text: 'set term-aggregator { streamProcessing: { windowing: none } }\nset term-aggregator -> terms-db { callsPerRequest: 0.6 }', fails: ['B1'] },
    { what: 'Drawn for a tenth of the keystrokes.', on: ['reference', 'files-at-the-edge'], text: 'set searcher -> cdn { peakRps: 10000 }', fails: ['B2'] },
    { what: 'Too few gateways.', on: ['prefixes-in-redis'], text: 'set gateway { instances: 6 }', fails: ['B2', 'headroom'] },
    { what: 'The aggregator writes the table and the lists.', on: ['prefixes-in-redis'], text: 'remove index-builder, term-stream\nterm-aggregator -> suggest-cache by cache-write { callsPerRequest: 0.1, dataFlows: [suggestion] }', fails: ['M4'] },
    { what: 'One gateway.', on: ['reference', 'prefixes-in-redis'], text: 'set gateway { instances: 1, highAvailability: none, perInstanceRps: 200000, concurrencyPerInstance: 9000 }', fails: ['no-single-point'] },
    { what: 'A database without a reason.', text: 'set terms-db { rationale: unset }', fails: [], leavesOpen: ['database-reason'] },
  ],
};
