import { regionLost } from '../curveballs/region-lost.ts';
import { tenTimesTheWrites } from '../curveballs/ten-times-the-writes.ts';
import type { Scenario } from '../scenario.ts';

/** A hundred reads for each write, and a counter that must not slow them down. */
export const urlShortener: Scenario = {
  id: 'url-shortener',
  title: 'URL shortener (Bitly)',
  knownFrom: 'Bitly',
  type: 'product',
  difficulty: 'easy',
  topics: ['caching', 'scaling', 'consistency', 'streams'],
  brief: 'Turn long addresses into short ones. Whoever opens a short link is sent on at once, and its owner sees how often it was clicked.',
  functional: [
    { id: 'create', text: 'Create a short link, with a word of one’s own choice if one likes.' },
    { id: 'redirect', text: 'Open a short link and arrive at the long address.' },
    { id: 'statistics', text: 'See how often a link was clicked.' },
  ],
  nonFunctional: [
    { id: 'reads', text: '100,000 redirects/s at peak.' },
    { id: 'writes', text: '1,000 new links/s: one for a hundred redirects.' },
    { id: 'fast', text: 'A redirect answers within 200 ms, p99.' },
    { id: 'size', text: 'A billion links, about 500 GB.' },
    { id: 'unique', text: 'A code belongs to one link, for ever.' },
    { id: 'loss', text: 'A few clicks may go uncounted.' },
    { id: 'available', text: 'Redirects work 99.9 % of the time or better.' },
  ],
  settings: { interviewType: 'product', availabilityTarget: 0.999, latencyTargetP99Ms: 200 },
  entities: [
    { id: 'link', name: 'Link', alsoCalled: ['url', 'short link', 'short url', 'shortened url', 'url mapping', 'mapping', 'alias', 'short code'], about: 'A short code, and the long address behind it.', classification: 'public', mutability: 'immutable', consistencyNeed: 'read-your-writes' },
    { id: 'click', name: 'Click', alsoCalled: ['visit', 'hit', 'click event', 'analytics', 'statistics', 'stats', 'click count'], about: 'That somebody opened a link, and when.', classification: 'internal', mutability: 'append-only', consistencyNeed: 'eventual', lossTolerant: true },
  ],
  phases: {
    requirements: ['Asks for the ratio of reads to writes first: a hundred to one decides the whole design.', 'Asks whether links can change or expire, and whether each single click must count.', 'Does the sum aloud: a billion links of 500 bytes fit on one disk.'],
    entities: ['Keeps two things apart: the link, which never changes, and the click, which only piles up.'],
    api: ['Writes down POST /links with an optional alias, which answers 201, or 409 if the word is taken.', 'Answers GET /{code} with 302 rather than 301, and says why: a browser that remembers the way is a click that nobody counts.'],
    'high-level-design': ['Draws the redirect first, as short as it gets: cache, then the table on a miss.', 'Lets the click leave the redirect without waiting for it.'],
    'deep-dives': ['Says how two servers can never hand out the same code: random with a unique index, or ranges of a counter.', 'Says what happens when the cache is empty, and when one link is suddenly everywhere.', 'Says why one primary is enough here, and at what size it would not be.'],
  },
  checks: [
    { id: 'M1', title: 'A cache answers at least eight of ten redirects.', mandatory: true, topics: ['caching'], fact: { fact: 'cached', entity: 'link', hitRatio: 0.8 } },
    { id: 'M2', title: 'Creating a link fails if its code is taken: a condition or a unique index decides.', mandatory: true, topics: ['consistency'], fact: { fact: 'conditional', entity: 'link' } },
    {
      id: 'M3',
      title: 'A redirect takes four hops at most, and nobody waits until the click is counted.',
      mandatory: true,
      topics: ['streams'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'hops', entity: 'link', access: 'read', atMost: 4 },
          { fact: 'not-into', entity: 'click', kind: 'core-database', awaited: true },
          { fact: 'any', of: [{ fact: 'async', entity: 'click' }, { fact: 'leads-to', of: [{ kind: 'distributed-cache' }, { kind: ['worker', 'scheduled-job'] }, { kind: 'core-database' }], carries: 'click' }] },
        ],
      },
    },
    {
      id: 'M4',
      title: 'It carries 100,000 redirects and 1,000 new links a second, with nothing above 80 %.',
      mandatory: true,
      topics: ['scaling'],
      fact: { fact: 'all', of: [{ fact: 'load', atLeast: 100_000, access: 'read' }, { fact: 'load', atLeast: 1000, access: 'write' }, { fact: 'utilisation', below: 0.8 }] },
    },
    { id: 'M6', title: 'Where clicks are added up in windows, the windows are sound.', mandatory: true, topics: ['streams'], fact: { fact: 'silent', rules: ['stream/window-*'] } },
    {
      id: 'B1',
      title: 'Statistics are looked up where they are already added up, not counted from single clicks.',
      mandatory: false,
      topics: ['scaling'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'connection', from: { kind: 'service' }, to: { kind: ['core-database', 'distributed-cache', 'search-database'] }, where: [['access', '!=', 'write']], carries: 'click' },
          { fact: 'not-from', entity: 'click', kind: 'core-database', where: [['queryPattern', '=', 'aggregate']] },
          { fact: 'not-from', entity: 'click', kind: 'core-database', where: [['queryPattern', '=', 'scan']] },
        ],
      },
    },
    { id: 'B2', title: 'Creating and redirecting grow apart: each has a service of its own.', mandatory: false, topics: ['scaling'], fact: { fact: 'read-apart', entity: 'link' } },
  ],
  hints: [
    'How many redirects are there for each new link? Build for the larger number, and keep its way short.',
    'Two servers make up a code in the same millisecond. What keeps it from being the same one?',
    'A cache beside the table for the redirects, a unique index (or ranges of numbers handed out ahead) for the codes, and a stream for the clicks.',
    'The redirect service asks Redis, which knows 95 of 100, then Postgres; it drops the click into a stream and answers. A worker adds clicks up minute by minute, and the sums go into a store of their own.',
  ],
  mistakes: [
    { text: 'Hashing the address and hoping: two addresses share a code one day, and one link leads to the wrong page.', when: { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: 'core-database' }, where: [['access', '!=', 'read'], ['conditionalWrite', '=', false]], carries: 'link' }, shown: 'set link-svc -> links-db { conditionalWrite: false }' },
    { text: 'Counting each click with an UPDATE before the redirect answers: every reader becomes a writer.', when: { fact: 'not', of: { fact: 'not-into', entity: 'click', kind: 'core-database', awaited: true } }, shown: 'redirect-svc -> links-db by db-write { trigger: reads, dataFlows: [click] }' },
    { text: 'A permanent redirect (301) that may be kept: browsers never ask again, and the statistics fall silent.', when: { fact: 'connection', from: { kind: 'client' }, to: { kind: ['api-gateway', 'load-balancer', 'service', 'cdn'] }, where: [['cacheable', '=', true]], carries: 'link' }, shown: 'set visitor -> gateway { cacheable: true }' },
    { text: 'Sharding a relational database for 500 GB: it fits on one, and every later question gets harder.', when: { fact: 'has', of: { kind: 'core-database', where: [['databaseKind', '=', 'relational'], ['shardCount', '>', 1]] } }, shown: 'set links-db { partitioning: hash, shardKey: shortCode, shardKeyCardinality: high, shardCount: 8 }' },
  ],
  curveballs: [
    {
      ...tenTimesTheWrites({ writesPerSecond: 1000 }),
      answer: `
        dynamodb links-db "Links table" { shardKey: shortCode, shardCount: 16, hottestKeyShare: 0.001, rationale: "Partitions by short code take ten times the writes, and a conditional put still refuses a code that exists" }
        set redirect-svc -> links-db, link-svc -> links-db { protocol: nosql-api }
        set link-svc { instances: 16, maxInstances: 24 }
        set redirect-svc { maxInstances: 48 }
        set stats-svc { maxInstances: 6 }
      `,
    },
    {
      id: 'phishing-link',
      title: 'A link turns out to be a trap',
      says: 'The police call: a short link leads to a forged bank. You block it. Nobody may be sent there any more, one minute from now.',
      checks: [
        {
          id: 'phishing-caches',
          title: 'Caches hear of a blocked link, or forget all links within a minute.',
          topics: ['caching'],
          fact: { fact: 'any', of: [{ fact: 'connection', from: { kind: ['service', 'worker', 'core-database', 'stream', 'queue'] }, to: { kind: ['distributed-cache', 'cdn'] }, where: [['interaction', '=', 'invalidate']], carries: 'link' }, { fact: 'has', of: { kind: 'distributed-cache', where: [['ttlSeconds', '<=', 60]] } }] },
        },
      ],
      debrief: 'The table was never the problem: it is what copies keep. Deleting the key when a link is blocked costs one arrow and keeps the hits; cutting the expiry to a minute costs hits for every other link. Both are fine if one says the price.',
      answer: 'link-svc -> link-cache by invalidate { dataFlows: [link] }',
    },
    {
      id: 'clicks-are-billed',
      title: 'Clicks become money',
      says: 'Sales has news: advertisers now pay for each click. Which clicks does your design lose today, and which might it count twice?',
      checks: [
        { id: 'billed-sent', title: 'Clicks are handed over so that none gets lost.', topics: ['durability', 'streams'], fact: { fact: 'connection', from: { kind: ['service', 'api-gateway'] }, to: { kind: ['stream', 'queue'] }, where: [['lossTolerant', '!=', true]], carries: 'click' } },
        { id: 'billed-poison', title: 'A click that cannot be read is put aside, not skipped.', topics: ['queues'], fact: { fact: 'connection', from: { kind: ['worker', 'service', 'queue', 'stream'] }, to: { kind: 'queue', where: [['isDeadLetterQueue', '=', true]] }, where: [['interaction', '=', 'dead-letter']] } },
        { id: 'billed-once', title: 'A click that arrives twice counts once.', topics: ['idempotency'], fact: { fact: 'repeatable', entity: 'click' } },
        { id: 'billed-conditional', title: 'A sum that was written already is not added again.', topics: ['idempotency'], fact: { fact: 'conditional', entity: 'click' } },
      ],
      debrief: 'What may get lost and what is billed are different data, even if both are called click. A good answer lets the producer wait for the stream’s word, puts unreadable clicks aside, and writes each window under its own key with a condition, so that a second run changes nothing.',
      answer: `
        set redirect-svc -> click-stream { lossTolerant: false }
        set entity click { lossTolerant: false, classification: financial }
        set click-stream -> click-aggregator { poisonPolicy: dead-letter }
        dlq click-dlq "Click DLQ"
        click-aggregator -> click-dlq by dead
        set click-aggregator -> stats-db { conditionalWrite: true }
      `,
    },
    {
      ...regionLost({ reads: ['link'], says: 'The region that you run in goes dark for a day. A billion short links are printed on paper. Show me how they still lead somewhere.' }),
      answer: `
        lb-l4 world "World balancer" { scope: global }
        gateway far-gateway "Far gateway" { instances: 9 }
        service far-redirect-svc "Far redirect service" { instances: 32, perInstanceRps: 5000, serviceTimeMs: 3 }
        redis-cache far-cache "Far link cache" { hitRatio: 0.95, ttlSeconds: 3600 }
        postgres far-links-db "Far links copy" { rationale: "B-tree key lookup serves redirects from a copy; links never change, so lag only hides the newest" }
        remove visitor -> gateway
        visitor -> world by client-http { access: read-write, peakRps: 101000, readFraction: 0.99, dataFlows: [link] }
        world -> gateway by route { access: read-write, dataFlows: [link] }
        world -> far-gateway by route { access: read, callsPerRequest: 0.5, dataFlows: [link] }
        far-gateway -> far-redirect-svc by route { access: read, dataFlows: [link] }
        far-redirect-svc -> far-cache by cache-read { dataFlows: [link] }
        far-redirect-svc -> far-links-db by db-read { cacheMissOf: far-cache, dataFlows: [link] }
        far-redirect-svc -> click-stream by publish { trigger: reads, lossTolerant: true, requestBytes: 200, dataFlows: [click] }
        links-db -> far-links-db { interaction: replicate, dataFlows: [link] }
        boundary home "Home region" { boundaryType: region } [gateway, redirect-svc, link-cache, link-svc, links-db, click-stream, click-aggregator, stats-db, stats-svc]
        boundary far "Far region" { boundaryType: region } [far-gateway, far-redirect-svc, far-cache, far-links-db]
      `,
    },
  ],
  pitch:
    'Reads outnumber writes a hundred to one, so I build for the redirect: gateway, a stateless service, a cache that knows 95 of 100 links, and the table on a miss. A link never changes, so caching it is safe. Codes are unique because the insert is conditional; half a terabyte fits on one primary with replicas, no shards. The click leaves through a stream, and the redirect does not wait. A worker adds clicks up minute by minute into a store of sums, which the statistics read. Creating, redirecting and statistics scale apart.',
  designs: [
    {
      id: 'reference',
      title: 'Cache, Postgres, and a stream of clicks',
      about: 'Three services, each with its own load. The cache carries the redirects, a unique index the codes, a stream the clicks.',
      text: `
        web-client visitor "Visitor"
        gateway gateway "Gateway" { instances: 9 }
        service redirect-svc "Redirect service" { instances: 32, perInstanceRps: 5000, serviceTimeMs: 3 }
        redis-cache link-cache "Link cache" { hitRatio: 0.95, ttlSeconds: 3600 }
        service link-svc "Link service" { instances: 3 }
        postgres links-db "Links database" { rationale: "unique index on the short code guarantees no collisions; B-tree key lookup serves redirects" }
        kafka click-stream "Click stream" { partitionKey: shortCode, partitions: 64 }
        worker click-aggregator "Click aggregator" { instances: 24, perInstanceRps: 10000, serviceTimeMs: 1, streamProcessing: { windowing: tumbling, windowBy: time, windowSizeSeconds: 60, timeSemantics: event-time, watermarkDelaySeconds: 5, allowedLatenessSeconds: 60, lateEventPolicy: side-output } }
        cassandra stats-db "Stats database" { instances: 6, shardKey: shortCode, rationale: "append-only counters per key and time bucket, write throughput scales horizontally" }
        service stats-svc "Stats service" { instances: 3 }

        visitor -> gateway by client-http { access: read-write, peakRps: 101000, readFraction: 0.99, dataFlows: [link] }
        gateway -> redirect-svc by route { access: read, callsPerRequest: 0.99, dataFlows: [link] }
        redirect-svc -> link-cache by cache-read { dataFlows: [link] }
        redirect-svc -> links-db by db-read { cacheMissOf: link-cache, dataFlows: [link] }
        redirect-svc -> click-stream by publish { trigger: reads, lossTolerant: true, requestBytes: 200, dataFlows: [click] }
        click-stream -> click-aggregator by consume { poisonPolicy: skip-and-log, consumerGroup: analytics, dataFlows: [click] }
        click-aggregator -> stats-db by kv-write { callsPerRequest: 0.01, dataFlows: [click] }
        gateway -> link-svc by route { access: write, dataFlows: [link] }
        link-svc -> links-db by db-write { conditionalWrite: true, dataFlows: [link] }
        gateway -> stats-svc by route { access: read, callsPerRequest: 0.01, dataFlows: [click] }
        stats-svc -> stats-db by kv-read { queryPattern: range, dataFlows: [click] }
      `,
    },
    {
      id: 'dynamodb',
      title: 'DynamoDB for links and sums',
      about: 'A link is found by its code and by nothing else, so a key-value table is enough: a conditional put keeps codes unique, and sums are rows of their own table. Take it if nobody wants to run a database.',
      from: 'reference',
      text: `
        dynamodb links-db "Links table" { shardKey: shortCode, shardCount: 4, rationale: "Each access is one key lookup by short code; a conditional put refuses a code that exists, and partitions by code spread redirects evenly" }
        dynamodb stats-db "Stats table" { shardKey: shortCode, shardCount: 4, rationale: "Sums are read by key and range for one code and day; partitions by code take the writes of every minute" }
        set redirect-svc -> links-db { protocol: nosql-api }
        set link-svc -> links-db { protocol: nosql-api }
      `,
    },
    {
      id: 'one-service',
      title: 'One service, one database',
      about: 'The same service creates, redirects and shows statistics, and sums go into a table beside the links: 1,000 rows a second are no burden once clicks are added up by the minute. Take it while one team runs it all.',
      from: 'reference',
      text: `
        remove link-svc, stats-svc, stats-db, gateway -> redirect-svc
        service redirect-svc "Link service" { instances: 34, perInstanceRps: 5000, serviceTimeMs: 3 }
        gateway -> redirect-svc by route { access: read-write, dataFlows: [link, click] }
        set click-aggregator { maxInstances: 40 }
        redirect-svc -> links-db by db-write { conditionalWrite: true, dataFlows: [link] }
        redirect-svc -> links-db by db-read { callsPerRequest: 0.01, queryPattern: range, dataFlows: [click] }
        click-aggregator -> links-db by db-write { callsPerRequest: 0.01, dataFlows: [click] }
      `,
    },
    {
      id: 'counters-in-memory',
      title: 'Counters in memory, written down each minute',
      about: 'No stream: the redirect increments a counter in Redis without waiting, and a job writes the sums down each minute. If Redis dies, a minute of clicks is gone, and the brief allows that. The least that works.',
      from: 'reference',
      text: `
        remove click-stream, click-aggregator
        redis-ephemeral click-counters "Click counters" { ttlSeconds: 600 }
        job sums-job "Sums job" { schedule: "* * * * *", runsPerDay: 1440, instances: 3, leaderElection: true }
        redirect-svc -> click-counters by cache-write { trigger: reads, synchrony: async, critical: false, lossTolerant: true, dataFlows: [click] }
        sums-job -> click-counters by cache-read { peakRps: 1000, dataFlows: [click] }
        sums-job -> stats-db by kv-write { peakRps: 1000, dataFlows: [click] }
      `,
    },
  ],
  mutants: [
    { what: 'Nothing is cached.', on: ['reference', 'one-service', 'counters-in-memory'], text: 'remove link-cache\nset links-db { perInstanceReadRps: 200000 }', fails: ['M1'] },
    { what: 'Nothing is cached in front of the table.', on: ['dynamodb'], text: 'remove link-cache\nset links-db { shardCount: 64 }', fails: ['M1'] },
    { what: 'The cache knows every second link.', text: 'set link-cache { hitRatio: 0.5 }\nset links-db { perInstanceReadRps: 200000 }', fails: ['M1'] },
    { what: 'Nobody says how often the cache knows.', text: 'set link-cache { hitRatio: unset }', fails: [], leavesOpen: ['M1', 'M4', 'headroom'] },
    { what: 'A code is written blindly.', on: ['reference', 'dynamodb', 'counters-in-memory'], text: 'set link-svc -> links-db { conditionalWrite: false }', fails: ['M2'] },
    { what: 'The one service writes a code blindly.', on: ['one-service'], text: 'remove redirect-svc -> links-db\nredirect-svc -> links-db by db-read { cacheMissOf: link-cache, dataFlows: [link] }\nredirect-svc -> links-db by db-write { conditionalWrite: false, dataFlows: [link] }\nredirect-svc -> links-db by db-read { callsPerRequest: 0.01, queryPattern: range, dataFlows: [click] }', fails: ['M2'] },
    { what: 'Nobody says how a code stays unique.', on: ['reference', 'dynamodb', 'counters-in-memory'], text: 'set link-svc -> links-db { conditionalWrite: unset }', fails: [], leavesOpen: ['M2'] },
    { what: 'The redirect counts the click in the table.', text: 'redirect-svc -> links-db by db-write { trigger: reads, conditionalWrite: true, dataFlows: [click] }\nset links-db { perInstanceWriteRps: 400000 }', fails: ['M3'] },
    { what: 'Two more services on the way.', text: 'service edge-svc { instances: 400 }\nservice router-svc { instances: 400 }\nremove gateway -> redirect-svc\ngateway -> edge-svc by route { access: read, dataFlows: [link] }\nedge-svc -> router-svc by route { access: read, dataFlows: [link] }\nrouter-svc -> redirect-svc by route { access: read, dataFlows: [link] }', on: ['reference', 'dynamodb', 'counters-in-memory'], fails: ['M3'] },
    { what: 'Clicks are thrown away.', on: ['reference', 'dynamodb'], text: 'remove click-stream, click-aggregator', fails: ['M3'] },
    { what: 'Drawn for a tenth of the load.', text: 'set visitor -> gateway { peakRps: 10100 }', fails: ['M4'] },
    { what: 'Nobody says how many come.', on: ['reference', 'dynamodb', 'one-service'], text: 'set visitor -> gateway { peakRps: unset }', fails: [], leavesOpen: ['M4', 'headroom'] },
    { what: 'Nobody says how many come; only the job is known.', on: ['counters-in-memory'], text: 'set visitor -> gateway { peakRps: unset }', fails: [], leavesOpen: ['M4', 'headroom'] },
    { what: 'Four servers for all redirects.', text: 'set redirect-svc { instances: 4, autoScaling: manual }', fails: ['M4', 'headroom', 'no-errors'] },
    { what: 'Windows by the clock of the worker, and late clicks vanish.', on: ['reference', 'dynamodb', 'one-service'], text: 'set redirect-svc -> click-stream { lossTolerant: false }\nset entity click { lossTolerant: false }\nset click-aggregator { streamProcessing: { windowing: tumbling, windowBy: time, windowSizeSeconds: 60, timeSemantics: processing-time } }', fails: ['M6'] },
    { what: 'Statistics count single clicks.', on: ['reference', 'dynamodb', 'counters-in-memory'], text: 'set stats-svc -> stats-db { queryPattern: aggregate }', fails: ['B1'] },
    { what: 'One service for all.', on: ['reference', 'dynamodb', 'counters-in-memory'], text: 'remove link-svc\nset gateway -> redirect-svc { access: read-write, callsPerRequest: 1 }\nredirect-svc -> links-db by db-write { conditionalWrite: true, dataFlows: [link] }', fails: ['B2'] },
    { what: 'A database without a reason.', text: 'set links-db { rationale: unset }', fails: [], leavesOpen: ['database-reason'] },
    { what: 'A single gateway.', text: 'set gateway { instances: 1, highAvailability: none, perInstanceRps: 200000, concurrencyPerInstance: 4000 }', fails: ['no-single-point'] },
    { what: 'The table has no second copy.', on: ['reference', 'one-service', 'counters-in-memory'], text: 'set links-db { replicas: 0, readReplicas: 0, replicationMode: none, highAvailability: none }', fails: ['no-single-point'] },
  ],
};
