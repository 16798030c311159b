import { deleteMyData } from '../curveballs/delete-my-data.ts';
import { tenTimesTheWrites } from '../curveballs/ten-times-the-writes.ts';
import type { Selector } from '../facts/selector.ts';
import type { Scenario } from '../scenario.ts';

const tables: Selector = { kind: ['core-database', 'search-database'] };
const archives: Selector = { kind: ['blob-storage', 'core-database'] };

/** Counting what is paid for, quickly for the eye and exactly for the bill. */
export const adClickAggregator: Scenario = {
  id: 'ad-click-aggregator',
  title: 'Ad click aggregator',
  knownFrom: 'Google Ads, Facebook Ads',
  type: 'infrastructure',
  difficulty: 'medium',
  topics: ['streams', 'events', 'durability', 'idempotency', 'caching'],
  brief: 'People click on ads and land on the page of the advertiser. Count the clicks of each ad by the minute; advertisers look at the numbers, and pay by them.',
  functional: [
    { id: 'redirect', text: 'A click leads to the page of the advertiser.' },
    { id: 'count', text: 'Clicks are counted by ad and minute.' },
    { id: 'query', text: 'An advertiser asks for the clicks of an ad in a span of time.' },
  ],
  nonFunctional: [
    { id: 'load', text: '10,000 clicks/s.' },
    { id: 'fast', text: 'The redirect answers within 300 ms, p99.' },
    { id: 'fresh', text: 'Numbers are there within minutes, and exact once they are reconciled: bills are written from them.' },
    { id: 'late', text: 'A click may arrive up to ten minutes late, and counts for the minute in which it happened.' },
    { id: 'hot', text: 'A single ad may get a large share of all clicks.' },
  ],
  settings: { interviewType: 'infrastructure', availabilityTarget: 0.999, latencyTargetP99Ms: 300 },
  entities: [
    { id: 'click', name: 'Click', alsoCalled: ['click event', 'ad click', 'raw click', 'event'], about: 'Who clicked which ad, and when.', classification: 'internal', mutability: 'append-only', consistencyNeed: 'eventual' },
    { id: 'click-aggregate', name: 'Click aggregate', alsoCalled: ['aggregate', 'click count', 'metric', 'statistics', 'report'], about: 'How many clicks an ad had in a minute.', classification: 'internal', mutability: 'mutable', consistencyNeed: 'eventual' },
    { id: 'ad', name: 'Ad', alsoCalled: ['advertisement', 'campaign', 'landing page', 'redirect'], about: 'Which page an ad leads to.', classification: 'public', mutability: 'mutable', consistencyNeed: 'eventual' },
  ],
  phases: {
    requirements: ['Asks how fresh the numbers must be, and how exact, and when each of the two.', 'Asks how late a click may arrive, and which minute it then belongs to.'],
    entities: ['Keeps the click, which never changes, apart from the count, which does.'],
    api: ['Answers a click with 302, and carries an id by which a second click event is recognised.'],
    'high-level-design': ['Lets the browser wait for one thing only: where to go.', 'Gives counting and archiving groups of their own on one stream.'],
    'deep-dives': ['Explains event time, watermark and lateness with a phone in a tunnel.', 'Says what happens when one ad has a tenth of all clicks.'],
  },
  checks: [
    { id: 'M1', title: 'The redirect does not wait for the counting.', mandatory: true, topics: ['events'], fact: { fact: 'all', of: [{ fact: 'async', entity: 'click' }, { fact: 'not-into', entity: 'click-aggregate', kind: 'core-database', awaited: true }] } },
    {
      id: 'M2',
      title: 'Clicks are counted by the minute in which they happened, and may be ten minutes late.',
      mandatory: true,
      topics: ['streams'],
      fact: { fact: 'all', of: [{ fact: 'windowed', entity: 'click', eventTime: true, latenessSeconds: 600 }, { fact: 'silent', rules: ['stream/window-*'] }] },
    },
    {
      id: 'M3',
      title: 'Every click is archived as it came, and a batch job corrects the counts from there.',
      mandatory: true,
      topics: ['durability'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'leads-to', of: [{ kind: ['stream', 'queue', 'worker', 'service'] }, archives], carries: 'click' },
          { fact: 'leads-to', of: [archives, { kind: 'scheduled-job' }], carries: 'click' },
          { fact: 'leads-to', of: [{ kind: 'scheduled-job' }, tables], carries: 'click-aggregate' },
        ],
      },
    },
    { id: 'M4', title: 'The key of the stream spreads the clicks.', mandatory: true, topics: ['streams', 'scaling'], fact: { fact: 'all', of: [{ fact: 'has', of: { kind: 'stream' } }, { fact: 'silent', rules: ['stream/hot-partition-key'] }] } },
    {
      id: 'M5',
      title: 'A click is accepted only when several copies of the stream have it.',
      mandatory: true,
      topics: ['durability', 'streams'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'any', of: [{ fact: 'stored', entity: 'click', in: { kind: 'stream', where: [['replicationFactor', '>=', 3], ['producerAcks', '=', 'all']] } }, { fact: 'stored', entity: 'click', in: { kind: 'stream', where: [['highAvailability', '=', 'managed']] } }] },
          { fact: 'silent', rules: ['stream/no-replication', 'stream/weak-acknowledgement'] },
        ],
      },
    },
    {
      id: 'M6',
      title: 'Questions of advertisers are answered from counts, not from clicks.',
      mandatory: true,
      topics: ['scaling'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'connection', from: { kind: 'service' }, to: { kind: ['core-database', 'search-database', 'distributed-cache'] }, where: [['access', '!=', 'write']], carries: 'click-aggregate' },
          { fact: 'not-from', entity: 'click', kind: 'core-database' },
          { fact: 'not-from', entity: 'click', kind: 'blob-storage' },
        ],
      },
    },
    { id: 'B1', title: 'Writing a count twice changes nothing.', mandatory: false, topics: ['idempotency'], fact: { fact: 'any', of: [{ fact: 'connection', from: { kind: ['worker', 'service'] }, to: tables, where: [['access', '!=', 'read'], ['idempotent', '=', true]], carries: 'click-aggregate' }, { fact: 'connection', from: { kind: 'stream' }, to: tables, where: [['idempotent', '=', true]], carries: 'click-aggregate' }] } },
    { id: 'B2', title: 'A cache answers half of the questions.', mandatory: false, topics: ['caching'], fact: { fact: 'cached', entity: 'click-aggregate', hitRatio: 0.5 } },
  ],
  hints: [
    'Somebody has clicked. What does the browser need from us, and what can wait?',
    'A phone counts a click in a tunnel and sends it five minutes later. Which minute should it be in?',
    'A replicated stream, windows by event time, an archive of all clicks, and a job that counts again from there.',
    'Kafka with the ad and some salt as its key; tumbling windows of a minute that stay open for ten more; counts go to a column store. A second group archives clicks, and every hour a job counts the last ones anew.',
  ],
  mistakes: [
    { text: 'Windows by the clock of the server: a click that is late counts for the wrong minute.', when: { fact: 'not', of: { fact: 'silent', rules: ['stream/window-without-event-time'] } }, shown: 'set aggregator { streamProcessing: { windowing: tumbling, windowBy: time, windowSizeSeconds: 60, timeSemantics: processing-time } }' },
    { text: 'One copy of the stream: a broken disk takes clicks with it that somebody would have paid for.', when: { fact: 'has', of: { kind: 'stream', where: [['replicationFactor', '<=', 1]] } }, shown: 'set click-stream { replicationFactor: 1, minInsyncReplicas: 1 }' },
    { text: 'The ad alone as the key: on the day of a famous ad, one partition does all the work and the others sleep.' },
    { text: 'Adding one to a row of the database while the browser waits: all clicks on one ad queue up for one row.', when: { fact: 'not', of: { fact: 'not-into', entity: 'click-aggregate', kind: 'core-database', awaited: true } }, shown: 'click-svc -> ads-db by kv-write { dataFlows: [click-aggregate] }' },
    {
      text: 'Trusting the quick count: nobody ever counts again, and bills keep its errors.',
      when: { fact: 'all', of: [{ fact: 'connection', from: { kind: 'service' }, to: { kind: 'stream' }, carries: 'click' }, { fact: 'not', of: { fact: 'connection', from: { kind: ['scheduled-job', 'worker'] }, to: archives, where: [['access', '!=', 'write']], carries: 'click' } }] },
      shown: 'remove reconciler',
    },
  ],
  curveballs: [
    {
      ...tenTimesTheWrites({ writesPerSecond: 10_000, buffered: 'click', debrief: 'Counting bears it well: more partitions and more aggregators, while the writes of counts hardly grow, because a minute stays one row. What feels it is the front: gateways, and the service that looks up where an ad leads. Its cache answers 99 of 100, so the table of ads is the last to notice.' }),
      answer: 'set gateway { instances: 12 }\nset click-svc { instances: 180, maxInstances: 240 }\nset query-svc { maxInstances: 8 }\nset click-stream { partitions: 240 }\nset aggregator { instances: 100, maxInstances: 140 }\nset ads-db { hottestKeyShare: 0.1, hotKeyMitigation: caching }\nset olap-db { instances: 12 }',
    },
    {
      id: 'every-click-once',
      title: 'Every click once',
      says: 'An auditor has found clicks that were billed twice: a browser tried again, a service tried again, and so did the aggregator. Show me each of these places, and what recognises the second try.',
      checks: [
        { id: 'once-from-browser', title: 'A browser that tries again is recognised.', topics: ['idempotency'], fact: { fact: 'keyed', entity: 'click', to: { kind: 'service' } } },
        { id: 'once-in-stream', title: 'A service that publishes again is recognised.', topics: ['idempotency', 'streams'], fact: { fact: 'keyed', entity: 'click', to: { kind: 'stream' } } },
        { id: 'once-counted', title: 'A batch that is counted again replaces its counts.', topics: ['idempotency'], fact: { fact: 'conditional', entity: 'click-aggregate' } },
      ],
      debrief: 'The id of a click is made where the ad is shown, signed, so that nobody invents clicks either. It travels as a key to the stream, the aggregator keeps the ids of a window to drop copies, and a count is written under the condition that this batch has not been written yet.',
      answer: 'set browser -> gateway { idempotencyKey: true }\nset click-svc -> click-stream { idempotencyKey: true }\nset aggregator -> olap-db { conditionalWrite: true }',
    },
    {
      ...deleteMyData({ entities: ['click'], says: 'Clicks tell what people look at. The lawyers say: nothing that points to a person stays for longer than 30 days. Where are clicks, and what makes them go?', debrief: 'The stream forgets within a week and counts name nobody, so it is the archive that is left. It should expire before the month is over, after bills are written; what has to be kept for longer keeps no person.' }),
      answer: 'set raw-archive { lifecyclePolicy: expire }',
    },
  ],
  pitch:
    'The browser waits for one thing, where to go, and that comes from a cache. The click itself goes into a stream with three copies and is then safe. One group of consumers counts it by ad and minute, by the time at which it happened, and keeps a window open for ten more minutes; counts are upserts, so a second try changes nothing. Another group archives every click, and an hourly job counts again from there: quick numbers for the eye, exact ones for the bill. A salted key keeps a famous ad from filling one partition.',
  designs: [
    {
      id: 'reference',
      title: 'Kafka, event-time windows, a column store, a reconciler',
      about: 'A stream processor counts into a column store, a second group archives, and a job corrects.',
      text: `
        web-client browser "Browser"
        web-client advertiser "Advertiser"
        gateway gateway "Gateway"
        service click-svc "Click service" { instances: 20 }
        redis-cache ad-cache "Ad cache" { hitRatio: 0.99 }
        dynamodb ads-db "Ads database" { shardKey: adId, shardCount: 2, rationale: "key lookup of the landing page by ad id, low latency at high availability" }
        kafka click-stream "Click stream" { partitionKey: "adId + salt", partitions: 48 }
        worker aggregator "Aggregator" { instances: 12, perInstanceRps: 2000, streamProcessing: { windowing: tumbling, windowBy: time, windowSizeSeconds: 60, timeSemantics: event-time, watermarkDelaySeconds: 10, allowedLatenessSeconds: 600, lateEventPolicy: update-result } }
        dlq click-dlq "Click DLQ"
        blob raw-archive "Raw archive" { accessControl: iam, clientAccess: none }
        cassandra olap-db "Olap database" { technology: "ClickHouse-like column store", instances: 6, shardKey: adId, rationale: "column-family layout per ad and minute; upserts are idempotent; write throughput scales horizontally" }
        job reconciler "Reconciler" { schedule: "15 * * * *", runsPerDay: 24, instances: 2, leaderElection: true }
        service query-svc "Query service" { instances: 3 }
        redis-cache query-cache "Query cache" { hitRatio: 0.8, ttlSeconds: 60, useCase: aggregated-metrics }

        browser -> gateway by client-http { access: write, peakRps: 10000, dataFlows: [click] }
        advertiser -> gateway by client-http { access: read, peakRps: 500, dataFlows: [click-aggregate] }
        gateway -> click-svc by route { access: write, dataFlows: [click] }
        click-svc -> ad-cache by cache-read { trigger: writes, dataFlows: [ad] }
        click-svc -> ads-db by kv-read { trigger: writes, cacheMissOf: ad-cache, dataFlows: [ad] }
        click-svc -> click-stream by publish { requestBytes: 500, dataFlows: [click] }
        click-stream -> aggregator by consume { consumerGroup: realtime, dataFlows: [click] }
        aggregator -> olap-db by kv-write { callsPerRequest: 0.05, dataFlows: [click-aggregate] }
        aggregator -> click-dlq by dead
        click-stream -> raw-archive by consume { consumerGroup: archive, poisonPolicy: skip-and-log, dataFlows: [click] }
        reconciler -> raw-archive by blob-read { peakRps: 10, dataFlows: [click] }
        reconciler -> olap-db by kv-write { peakRps: 50, conditionalWrite: true, dataFlows: [click-aggregate] }
        gateway -> query-svc by route { access: read, dataFlows: [click-aggregate] }
        query-svc -> query-cache by cache-read { dataFlows: [click-aggregate] }
        query-svc -> olap-db by kv-read { queryPattern: aggregate, cacheMissOf: query-cache, dataFlows: [click-aggregate] }
      `,
    },
    {
      id: 'one-postgres',
      title: 'One Postgres for ads and counts',
      about: 'A minute of an ad is one row, so 10,000 clicks are 500 upserts a second, and the caches leave a hundred reads: one ordinary database carries both. Take it until there are many times as many ads.',
      from: 'reference',
      text: `
        remove ads-db
        postgres olap-db "Database" { rationale: "500 upserts/s with a primary key on (ad, minute) fit one primary; campaigns and counts are joined in SQL, and the reconciler corrects an hour in one transaction" }
        click-svc -> olap-db by db-read { trigger: writes, cacheMissOf: ad-cache, dataFlows: [ad] }
        set aggregator -> olap-db, reconciler -> olap-db, query-svc -> olap-db { protocol: sql }
      `,
    },
    {
      id: 'managed-stream',
      title: 'A managed stream whose windows feed the table',
      about: 'No aggregator of one’s own: the platform cuts the windows where the stream is, and the column store takes finished counts from it. Fewer parts to run; take it where a managed stream with built-in windows is at hand.',
      from: 'reference',
      text: `
        remove aggregator, click-dlq
        kafka click-stream "Click stream" { technology: "Amazon Kinesis", highAvailability: managed, partitionKey: "adId + salt", partitions: 48, windowing: tumbling, windowBy: time, windowSizeSeconds: 60, timeSemantics: event-time, watermarkDelaySeconds: 10, allowedLatenessSeconds: 600, lateEventPolicy: update-result }
        click-stream -> olap-db by consume { consumerGroup: counts, poisonPolicy: skip-and-log, dataFlows: [click-aggregate] }
      `,
    },
  ],
  mutants: [
    { what: 'The browser waits until its click is counted.', text: 'click-svc -> olap-db by kv-write { callsPerRequest: 0.2, dataFlows: [click-aggregate] }', fails: ['M1'] },
    { what: 'The service counts by itself.', on: ['reference', 'one-postgres'], text: 'remove aggregator, click-dlq\nclick-svc -> olap-db by kv-write { callsPerRequest: 0.05, dataFlows: [click-aggregate] }', fails: ['M1', 'M2'] },
    { what: 'Windows by the clock of the server.', on: ['reference', 'one-postgres'], text: 'set aggregator { streamProcessing: { windowing: tumbling, windowBy: time, windowSizeSeconds: 60, timeSemantics: processing-time } }', fails: ['M2'] },
    { what: 'Windows by the clock of the stream.', on: ['managed-stream'], text: 'set click-stream { timeSemantics: processing-time }', fails: ['M2'] },
    { what: 'Late clicks vanish.', on: ['reference', 'one-postgres'], text: 'set aggregator { streamProcessing: { windowing: tumbling, windowBy: time, windowSizeSeconds: 60, timeSemantics: event-time, watermarkDelaySeconds: 10, allowedLatenessSeconds: 0, lateEventPolicy: drop } }', fails: ['M2'] },
    { what: 'Late clicks vanish after a minute.', on: ['managed-stream'], text: 'set click-stream { allowedLatenessSeconds: 60, lateEventPolicy: drop }', fails: ['M2'] },
    { what: 'Nobody counts again.', text: 'remove reconciler', fails: ['M3'] },
    { what: 'Clicks are not archived.', on: ['reference', 'one-postgres'], text: 'remove raw-archive', fails: ['M3'] },
    { what: 'The job reads the archive and corrects nothing.', text: 'remove reconciler -> olap-db', fails: ['M3'] },
    { what: 'Split by country.', text: 'set click-stream { partitionKey: country, partitionKeyCardinality: low }', fails: ['M4'] },
    { what: 'Nobody says how many values the key has.', text: 'set click-stream { partitionKeyCardinality: unset }', fails: [], leavesOpen: ['M4'] },
    { what: 'One copy of the stream.', on: ['reference', 'one-postgres'], text: 'set click-stream { replicationFactor: 1, minInsyncReplicas: 1, producerAcks: 1 }', fails: ['M5', 'no-errors'] },
    { what: 'Nobody waits for the copies.', on: ['reference', 'one-postgres'], text: 'set click-stream { producerAcks: 1 }', fails: ['M5'] },
    { what: 'The redirect goes on even if the click is lost.', text: 'set click-svc -> click-stream { lossTolerant: true }', fails: ['M5'] },
    { what: 'Advertisers count clicks.', text: 'set query-svc -> olap-db { dataFlows: [click], queryPattern: scan }\nremove query-cache', fails: ['M6', 'B2'] },
    { what: 'Counts are added, not replaced.', on: ['reference', 'one-postgres'], text: 'set aggregator -> olap-db { idempotent: false }', fails: ['B1'] },
    { what: 'Counts of the stream are added, not replaced.', on: ['managed-stream'], text: 'set click-stream -> olap-db { idempotent: false }', fails: ['B1'] },
    { what: 'No cache before the counts.', text: 'remove query-cache', fails: ['B2'] },
    { what: 'Too few click services.', text: 'set click-svc { instances: 10, autoScaling: manual }', fails: ['headroom', 'no-errors'] },
    { what: 'A database without a reason.', text: 'set olap-db { rationale: unset }', fails: [], leavesOpen: ['database-reason'] },
    { what: 'One gateway.', text: 'set gateway { instances: 1, highAvailability: none, perInstanceRps: 40000, concurrencyPerInstance: 4000 }', fails: ['no-single-point'] },
  ],
};
