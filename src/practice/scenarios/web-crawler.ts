import { deleteMyData } from '../curveballs/delete-my-data.ts';
import type { Selector } from '../facts/selector.ts';
import type { Fact } from '../facts.ts';
import type { Scenario } from '../scenario.ts';

const workers: Selector = { kind: ['worker', 'service'] };
const brokers: Selector = { kind: ['queue', 'stream'] };

const plainCache: Selector = { kind: 'distributed-cache', where: [['useCase', '!=', 'rate-limit-counters']] };
const remembers = (to: Selector): Fact => ({ fact: 'connection', from: workers, to, where: [['access', '!=', 'read']], carries: 'url' });
const asksForNames = (to: Selector): Fact => ({ fact: 'connection', from: workers, to, carries: 'dns-record' });

/** A machine that reads the web without being rude, and can be switched off at any moment. */
export const webCrawler: Scenario = {
  id: 'web-crawler',
  title: 'Web crawler',
  knownFrom: 'Googlebot, Common Crawl',
  type: 'infrastructure',
  difficulty: 'medium',
  topics: ['queues', 'idempotency', 'large-files', 'scaling', 'caching'],
  brief: 'Design a crawler: it begins with a list of addresses, reads the pages, follows their links, and keeps what it has read.',
  functional: [
    { id: 'seeds', text: 'Start from a list of addresses and follow links.' },
    { id: 'polite', text: 'Respect robots.txt, and leave time between two calls to one host.' },
    { id: 'store', text: 'Keep each page as it was read.' },
    { id: 'once', text: 'Do not read the same page twice.' },
  ],
  nonFunctional: [
    { id: 'load', text: '1,000 pages/s: 86 million a day.' },
    { id: 'size', text: '200 KB a page: 17 TB a day.' },
    { id: 'hosts', text: 'Each host has its own limit, however many fetchers there are.' },
    { id: 'resume', text: 'After a crash it goes on where it was.' },
    { id: 'unique', text: 'Within one cycle no address is fetched twice.' },
  ],
  settings: { interviewType: 'infrastructure', availabilityTarget: 0.99 },
  entities: [
    { id: 'url', name: 'URL', alsoCalled: ['address', 'link', 'discovered url', 'crawl task'], about: 'An address, when it was found and when it was read.', classification: 'public', mutability: 'mutable', consistencyNeed: 'eventual' },
    { id: 'page', name: 'Page', alsoCalled: ['html', 'web page', 'document', 'content', 'raw page'], about: 'What the host answered, byte by byte.', classification: 'public', mutability: 'immutable', consistencyNeed: 'eventual' },
    { id: 'page-ref', name: 'Page ref', alsoCalled: ['page reference', 'page pointer', 'parse task', 'object key'], about: 'Where a page lies: small enough for a message.', classification: 'internal', mutability: 'append-only', consistencyNeed: 'eventual' },
    { id: 'dns-record', name: 'Dns record', alsoCalled: ['dns', 'ip address', 'dns lookup', 'host address'], about: 'The number behind the name of a host.', classification: 'public', mutability: 'mutable', consistencyNeed: 'eventual', lossTolerant: true },
  ],
  phases: {
    requirements: ['Asks what the pages are for, how fresh they must be, and whether scripts have to run.', 'Does the sum: 1,000 pages/s of 200 KB are 17 TB a day.'],
    entities: ['Keeps the address (small, changes) apart from the page (large, never changes).'],
    api: ['There is hardly any: says what a message in each queue looks like instead.'],
    'high-level-design': ['Splits waiting for others (fetching) from work of its own (parsing).', 'Lets every stage fail and begin again alone.'],
    'deep-dives': ['Says how 50 fetchers together leave one host in peace.', 'Says at which moment an address counts as seen, and what two parsers do that find it at once.'],
  },
  checks: [
    {
      id: 'M1',
      title: 'What is still to be read waits in a queue that tries again, and parks what keeps failing.',
      mandatory: true,
      topics: ['queues'],
      fact: {
        fact: 'any',
        of: [
          {
            fact: 'all',
            of: [
              { fact: 'connection', from: { kind: 'queue', where: [['maxDeliveryAttempts', '>', 1]] }, to: workers, carries: 'url' },
              { fact: 'connection', from: { kind: 'queue' }, to: { kind: 'queue', where: [['isDeadLetterQueue', '=', true]] }, where: [['interaction', '=', 'dead-letter']] },
              { fact: 'silent', rules: ['queue/missing-dead-letter-queue'] },
            ],
          },
          {
            fact: 'all',
            of: [
              { fact: 'connection', from: { kind: 'stream' }, to: workers, where: [['poisonPolicy', '=', 'dead-letter']], carries: 'url' },
              { fact: 'connection', from: { kind: ['stream', 'worker', 'service'] }, to: { kind: 'queue', where: [['isDeadLetterQueue', '=', true]] }, where: [['interaction', '=', 'dead-letter']] },
            ],
          },
        ],
      },
    },
    {
      id: 'M2',
      title: 'Pages are kept in blob storage, not in a database.',
      mandatory: true,
      topics: ['large-files'],
      fact: { fact: 'all', of: [{ fact: 'connection', from: workers, to: { kind: 'blob-storage' }, where: [['access', '!=', 'read']], carries: 'page' }, { fact: 'not-into', entity: 'page', kind: 'core-database' }, { fact: 'silent', rules: ['database/blob-in-database'] }] },
    },
    { id: 'M3', title: 'An address that was found is written only if nobody has written it before.', mandatory: true, topics: ['idempotency'], fact: { fact: 'connection', from: workers, to: { kind: 'core-database' }, where: [['access', '!=', 'read'], ['conditionalWrite', '=', true]], carries: 'url' } },
    {
      id: 'M4',
      title: 'Fetching and parsing are two stages, with a queue between them.',
      mandatory: true,
      topics: ['queues', 'scaling'],
      fact: { fact: 'any', of: [{ fact: 'leads-to', of: [brokers, workers, brokers, workers] }, { fact: 'leads-to', of: [brokers, workers, { kind: 'blob-storage' }, brokers, workers] }] },
    },
    {
      id: 'M5',
      title: 'All fetchers together keep the limit of a host.',
      mandatory: true,
      topics: ['scaling'],
      fact: {
        fact: 'any',
        of: [
          { fact: 'connection', from: workers, to: { kind: 'distributed-cache', where: [['useCase', '=', 'rate-limit-counters']] }, where: [['access', '!=', 'read']] },
          { fact: 'connection', from: { kind: 'queue', where: [['ordering', '=', 'fifo-per-group'], ['partitionKey', 'stated', true]] }, to: workers, carries: 'url' },
          { fact: 'connection', from: { kind: 'stream', where: [['partitionKey', 'stated', true]] }, to: workers, carries: 'url' },
          { fact: 'connection', from: workers, to: { kind: 'distributed-lock', where: [['granularity', '=', 'resource']] }, where: [['interaction', '=', 'acquire-lock']] },
        ],
      },
    },
    { id: 'M6', title: 'A slow host does not make a second fetcher begin the same page.', mandatory: true, topics: ['queues', 'idempotency'], fact: { fact: 'silent', rules: ['queue/visibility-timeout-too-short'] } },
    { id: 'B1', title: 'Names of hosts are looked up in a cache first.', mandatory: false, topics: ['caching'], fact: { fact: 'connection', from: workers, to: { kind: 'distributed-cache' }, where: [['access', '!=', 'write']], carries: 'dns-record' } },
    { id: 'B2', title: 'Nobody writes the list of addresses and the queue one after the other.', mandatory: false, topics: ['queues'], fact: { fact: 'silent', rules: ['*/dual-write*'] } },
  ],
  hints: [
    'Fetching a page is nearly all waiting, parsing it is nearly all work. What becomes of both if one process does them in turn?',
    'Fifty fetchers have each just found 100 links to the same small blog. Who holds them back?',
    'A queue of addresses, a fetcher, a bucket, a queue of pages, a parser, a table of addresses: and from the table back to the first queue.',
    'The parser puts each link into a table under the condition that it is new. Only new rows flow on to the queue of addresses, as captured changes. Counters for each host in Redis keep fetchers polite, and a hash of the content spots copies.',
  ],
  mistakes: [
    { text: 'The page itself travels in the message: 200 KB each, and one day a page that is too large for the queue.', when: { fact: 'connection', from: workers, to: brokers, carries: 'page' }, shown: 'set fetcher -> parse-queue { dataFlows: [page] }' },
    {
      text: 'Which addresses were seen is known in memory only: after a restart, everything is new again.',
      when: { fact: 'all', of: [{ fact: 'connection', from: workers, to: { kind: 'external-system' }, carries: 'page' }, { fact: 'not', of: remembers({ kind: ['core-database', 'search-database', 'blob-storage'] }) }, { fact: 'not', of: remembers(plainCache) }] },
      shown: 'remove url-db\nparser -> frontier by publish { dataFlows: [url] }',
    },
    { text: 'Nowhere to put hosts that never answer: they come back for ever.', when: { fact: 'not', of: { fact: 'silent', rules: ['queue/missing-dead-letter-queue'] } }, shown: 'remove crawl-dlq' },
    {
      text: 'One process calls itself for every link: it cannot be spread, and a crash loses all it had in hand.',
      when: { fact: 'all', of: [{ fact: 'connection', from: { kind: ['worker', 'service', 'scheduled-job'] }, to: { kind: 'external-system' }, carries: 'page' }, { fact: 'not', of: { fact: 'connection', from: brokers, to: workers } }] },
      shown: 'remove frontier, parse-queue, parser\nseeder -> fetcher by call { access: write, dataFlows: [url] }',
    },
    {
      text: 'Forgetting names: a thousand look-ups a second bring down the name server that everybody shares.',
      when: { fact: 'all', of: [{ fact: 'connection', from: workers, to: { kind: 'external-system' }, carries: 'page' }, { fact: 'not', of: asksForNames({ kind: ['external-system', 'service'] }) }, { fact: 'not', of: asksForNames(plainCache) }] },
      shown: 'remove dns, dns-cache',
    },
  ],
  curveballs: [
    {
      id: 'ten-times-the-pages',
      title: 'Ten times the pages',
      says: 'The customers want all of it ten times as fast: 10,000 pages a second from Monday. What do you order, and what can money not buy?',
      checks: [
        { id: 'ten-times-drawn', title: 'The queue of addresses takes 10,000/s.', topics: ['scaling'], fact: { fact: 'connection', from: { kind: ['core-database', 'worker', 'service', 'scheduled-job'] }, to: brokers, where: [['peakRps', '>=', 10_000]], carries: 'url' } },
        { id: 'ten-times-drained', title: 'Every queue is emptied faster than it fills.', topics: ['queues', 'scaling'], fact: { fact: 'silent', rules: ['capacity/queue-drain-below-arrival'] } },
        { id: 'ten-times-headroom', title: 'Nothing is used above 80 %.', topics: ['scaling'], fact: { fact: 'utilisation', below: 0.8 } },
      ],
      debrief: 'Fetchers, parsers and shards of the table all grow in step, because nothing in the way is there only once. What money does not buy is the patience of a host: more pages a second means more hosts at a time, so the queue has to be mixed well.',
      answer: 'set url-db -> frontier { peakRps: 10000 }\nset fetcher { instances: 500, maxInstances: 600 }\nset parser { instances: 300, maxInstances: 400 }\nset url-db { shardCount: 200 }',
    },
    {
      id: 'pages-with-scripts',
      title: 'Pages that run scripts',
      says: 'Half of the pages are empty until a browser has run their scripts. From now on we render them, and the slowest take a minute and a half. What breaks?',
      checks: [
        { id: 'scripts-slow', title: 'It is stated that a page may take 90 s.', topics: ['queues'], fact: { fact: 'has', of: { kind: 'worker', where: [['processingP99Seconds', '>=', 90]] } } },
        { id: 'scripts-hidden', title: 'A message stays hidden for longer than that.', topics: ['queues', 'idempotency'], fact: { fact: 'silent', rules: ['queue/visibility-timeout-too-short'] } },
      ],
      debrief: 'The queue hides a message for two minutes, and a page now takes nearly as long: it comes back while the first browser still works on it. Raise the time or extend it while working, give rendering workers of their own, and remember that each of them does far fewer pages a second.',
      answer: 'set frontier { visibilityTimeoutSeconds: 300 }\nset fetcher { processingP99Seconds: 90, instances: 250 }',
    },
    {
      ...deleteMyData({
        entities: ['page'],
        says: 'A publisher writes: remove every page of mine, you have 30 days. Where are they, and who takes them away?',
        debrief: 'The bucket is where pages are, so a job that walks the table of addresses and deletes objects does it, provided that no old versions stay behind. A lifecycle that lets pages expire is simpler still, if a cycle is shorter than the time you have.',
      }),
      answer: 'set page-store { versioning: false }',
    },
  ],
  pitch:
    'It is a circle of small stages that may each die. A queue of addresses feeds fetchers, which wait for hosts and put the page into a bucket; only its name travels on to the parsers. They put every link into a table, under the condition that it is new, and captured changes of that table fill the first queue again: so an address enters once, and a crash loses nothing. Counters for each host keep 50 fetchers as polite as one. Names come from a cache. What keeps failing is parked.',
  designs: [
    {
      id: 'reference',
      title: 'Two queues, a table of addresses, counters for hosts',
      about: 'Captured changes of the table of addresses feed the queue, and counters in Redis keep the fetchers polite.',
      text: `
        job seeder "Seeder" { schedule: "0 * * * *", runsPerDay: 24, instances: 2, leaderElection: true }
        queue frontier "Frontier" { visibilityTimeoutSeconds: 120 }
        worker fetcher "Fetcher" { instances: 50, perInstanceRps: 40, processingP99Seconds: 20, concurrencyPerInstance: 100 }
        redis-ephemeral politeness "Politeness" { useCase: rate-limit-counters }
        redis-cache dns-cache "Dns cache" { hitRatio: 0.98, invalidationStrategy: [ttl], ttlSeconds: 3600 }
        external dns "Dns"
        external web "Web"
        blob page-store "Page store" { accessControl: iam, clientAccess: none, metadataStore: url-db }
        queue parse-queue "Parse queue"
        worker parser "Parser" { instances: 30, perInstanceRps: 60 }
        dynamodb url-db "URL database" { shardKey: urlHash, shardCount: 20, rationale: "conditional put by key de-duplicates URLs; partition by hash scales horizontally" }
        dlq crawl-dlq "Crawl DLQ"

        seeder -> frontier by publish { peakRps: 1, dataFlows: [url] }
        url-db -> frontier by cdc "new URLs only" { peakRps: 1000, dataFlows: [url] }
        frontier -> fetcher by consume-queue { consumerGroup: fetchers, dataFlows: [url] }
        frontier -> crawl-dlq by dead
        fetcher -> politeness by cache-write { access: read-write, trigger: all }
        fetcher -> dns-cache by cache-read { trigger: all, dataFlows: [dns-record] }
        fetcher -> dns by external-once { access: read, trigger: all, cacheMissOf: dns-cache, dataFlows: [dns-record] }
        fetcher -> web by external-once { access: read, trigger: all, timeoutMs: 10000, dataFlows: [page] }
        fetcher -> page-store by blob-write { requestBytes: 200000, dataFlows: [page] }
        fetcher -> url-db by kv-write { dataFlows: [url] }
        fetcher -> parse-queue by publish { dataFlows: [page-ref] }
        parse-queue -> parser by consume-queue { consumerGroup: parsers, dataFlows: [page-ref] }
        parse-queue -> crawl-dlq by dead
        parser -> page-store by blob-read { trigger: all, dataFlows: [page] }
        parser -> url-db by kv-write { callsPerRequest: 10, conditionalWrite: true, dataFlows: [url] }
      `,
    },
    {
      id: 'queue-per-host',
      title: 'A queue in groups of hosts, and storage that tells',
      about: 'Messages of one host form a group, of which one is out at a time: that alone is polite, and no counters are needed. The bucket itself announces a new page, so fetchers only store it. Fewer parts; take it up to the few thousand messages a second that an ordered queue sustains.',
      from: 'reference',
      text: `
        remove politeness, fetcher -> parse-queue
        set frontier { ordering: fifo-per-group, partitionKey: host, deduplicationWindowSeconds: 300 }
        set crawl-dlq { ordering: fifo-per-group, partitionKey: host }
        remove parse-queue -> crawl-dlq
        dlq parse-dlq "Parse DLQ"
        parse-queue -> parse-dlq by dead
        page-store -> parse-queue by publish { dataFlows: [page-ref] }
      `,
    },
    {
      id: 'kafka-postgres',
      title: 'Kafka by host, Postgres in shards',
      about: 'A partition holds all addresses of its hosts and has one reader, who knows when it last called each of them. What was read can be read again by going back in the stream. Take it where a team runs Kafka anyway and wants the addresses in SQL.',
      from: 'reference',
      text: `
        remove politeness, frontier -> crawl-dlq
        kafka frontier "Frontier" { partitionKey: host, partitions: 256 }
        set frontier -> fetcher { poisonPolicy: dead-letter, deliveryMode: group }
        fetcher -> crawl-dlq by dead
        postgres url-db "URL database" { partitioning: hash, shardKey: urlHash, shardKeyCardinality: high, shardCount: 8, changeDataCapture: true, rationale: "A unique index on the hash of the address turns the second finder away; cycles, hosts and errors are joined in SQL, and eight shards carry the inserts" }
        set fetcher -> url-db, parser -> url-db { protocol: sql }
      `,
    },
  ],
  mutants: [
    { what: 'What fails once is lost.', on: ['reference', 'queue-per-host'], text: 'set frontier { maxDeliveryAttempts: 1 }', fails: ['M1'] },
    { what: 'No place for hosts that never answer.', on: ['reference', 'queue-per-host'], text: 'remove frontier -> crawl-dlq', fails: ['M1', 'dead-letter-queues'] },
    { what: 'A bad address is skipped in silence.', on: ['kafka-postgres'], text: 'set frontier -> fetcher { poisonPolicy: skip-and-log }', fails: ['M1'] },
    { what: 'A bad address stops its partition.', on: ['kafka-postgres'], text: 'remove fetcher -> crawl-dlq', fails: ['M1'] },
    { what: 'Pages in the table of addresses.', text: 'set fetcher -> url-db { requestBytes: 200000, dataFlows: [url, page] }', fails: ['M2'] },
    { what: 'Nobody keeps the pages.', on: ['reference', 'kafka-postgres'], text: 'remove page-store', fails: ['M2'] },
    { what: 'Links are written blindly.', text: 'set parser -> url-db { conditionalWrite: false }\nset fetcher -> url-db { conditionalWrite: false }', fails: ['M3'] },
    { what: 'Nobody says how links are written.', text: 'set parser -> url-db { conditionalWrite: unset }', fails: [], leavesOpen: ['M3'] },
    { what: 'The fetcher parses, too.', text: 'remove parser, parse-queue\nfetcher -> url-db by kv-write { callsPerRequest: 10, conditionalWrite: true, dataFlows: [url] }', fails: ['M4'] },
    { what: 'The parser is called, and the fetcher waits.', text: 'remove parse-queue\nfetcher -> parser by call { access: write, dataFlows: [page-ref] }', fails: ['M4'] },
    { what: 'Every fetcher is polite for itself.', on: ['reference'], text: 'remove politeness', fails: ['M5'] },
    { what: 'A queue in any order.', on: ['queue-per-host'], text: 'set frontier { ordering: none }', fails: ['M5'] },
    { what: 'Nobody says by what the stream is split.', on: ['kafka-postgres'], text: 'set frontier { partitionKey: unset }', fails: [], leavesOpen: ['M5'] },
    { what: 'Pages come back while they are still being read.', on: ['reference', 'queue-per-host'], text: 'set frontier { visibilityTimeoutSeconds: 10 }', fails: ['M6'] },
    { what: 'Pages come back while they are still being parsed.', text: 'set parse-queue { visibilityTimeoutSeconds: 3 }', fails: ['M6'] },
    { what: 'Every name is asked for anew.', on: ['queue-per-host', 'kafka-postgres'], text: 'remove dns-cache', fails: ['B1'] },
    { what: 'Who finds an address writes the table, then the queue.', text: 'remove url-db -> frontier\nseeder -> url-db by kv-write { conditionalWrite: true, dataFlows: [url] }\nparser -> frontier by publish { peakRps: 1000, dataFlows: [url] }', fails: ['B2'] },
    { what: 'Too few fetchers.', text: 'set fetcher { instances: 20, autoScaling: manual }', fails: ['headroom'] },
    { what: 'A database without a reason.', text: 'set url-db { rationale: unset }', fails: [], leavesOpen: ['database-reason'] },
  ],
};
