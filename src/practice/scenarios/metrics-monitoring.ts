import { tenTimesTheWrites } from '../curveballs/ten-times-the-writes.ts';
import type { Fact } from '../facts.ts';
import type { Scenario } from '../scenario.ts';

const code = { kind: ['worker', 'service'] } as const;
const workQueue = { kind: 'queue', where: [['isDeadLetterQueue', '!=', true]] } as const;

const timeSeries = (dataModel: string): Fact => ({
  fact: 'connection',
  from: code,
  to: { kind: 'core-database', where: [['dataModel', '=', dataModel], ['partitioning', '!=', 'none'], ['shardKeyCardinality', '=', 'high']] },
  where: [['access', '!=', 'read']],
  carries: 'metric-point',
});

const rowsInTables: Fact = { fact: 'connection', from: code, to: { kind: 'core-database', where: [['dataModel', '=', 'relational']] }, where: [['access', '!=', 'read']], carries: 'metric-point' };

/** A million numbers a second, and somebody asleep who must be woken by the right one. */
export const metricsMonitoring: Scenario = {
  id: 'metrics-monitoring',
  title: 'Metrics monitoring',
  knownFrom: 'Datadog, Prometheus',
  type: 'infrastructure',
  difficulty: 'hard',
  topics: ['streams', 'scaling', 'queues', 'caching', 'locks'],
  brief: 'Agents on every server send you their numbers. Engineers look at dashboards, set rules, and are woken when a rule is broken.',
  functional: [
    { id: 'ingest', text: 'Agents send metrics.' },
    { id: 'dashboards', text: 'Engineers look at dashboards.' },
    { id: 'alerts', text: 'Rules are watched, and somebody is paged when one is broken.' },
    { id: 'roll-ups', text: 'Old numbers are kept in a coarser form.' },
  ],
  nonFunctional: [
    { id: 'load', text: '1 million points/s: 5,000 batches/s of 200 points, 20 KB each.' },
    { id: 'queries', text: '1,000 dashboard queries/s, answered within 1 s, p99.' },
    { id: 'delay', text: 'Less than 1 minute from the number to the alert.' },
    { id: 'retention', text: 'Raw points for 15 days, roll-ups for 1 year.' },
    { id: 'loss', text: 'Losing a few points is fine.' },
  ],
  settings: { interviewType: 'infrastructure', availabilityTarget: 0.999, latencyTargetP99Ms: 1000 },
  entities: [
    { id: 'metric-point', name: 'Metric point', alsoCalled: ['metric', 'data point', 'point', 'sample', 'measurement', 'time series'], about: 'One number of one series at one moment.', classification: 'internal', mutability: 'append-only', consistencyNeed: 'eventual', lossTolerant: true },
    { id: 'alert-rule', name: 'Alert rule', alsoCalled: ['rule', 'threshold', 'alert condition', 'monitor'], about: 'When somebody should be woken.', classification: 'internal', mutability: 'mutable', consistencyNeed: 'eventual' },
    { id: 'alert', name: 'Alert', alsoCalled: ['page', 'incident', 'alarm', 'notification'], about: 'A rule that is broken right now.', classification: 'internal', mutability: 'append-only', consistencyNeed: 'eventual' },
  ],
  phases: {
    requirements: ['Turns a million points into batches per second and megabytes per second.', 'Says what may be lost, and what must never be late.'],
    entities: ['Knows that a series is named by its labels, and that their number decides the cost.'],
    api: ['Takes batches, POST /points, and asks by series, range and step.'],
    'high-level-design': ['Lets storing and alerting read the same stream, each at its own pace.'],
    'deep-dives': ['Says what the evaluator does with a point that comes late.', 'Explains why a roll-up that runs twice only costs work, and what kind of lock that needs.'],
  },
  checks: [
    { id: 'M1', title: 'Points wait in a buffer: no agent waits for the storage.', mandatory: true, topics: ['streams'], fact: { fact: 'all', of: [{ fact: 'async', entity: 'metric-point' }, { fact: 'not-into', entity: 'metric-point', kind: 'core-database', awaited: true }] } },
    { id: 'M2', title: 'Storing and alerting read all points, independently of each other.', mandatory: true, topics: ['streams'], fact: { fact: 'any', of: [{ fact: 'groups', of: { kind: 'stream' }, atLeast: 2 }, { fact: 'connection', from: workQueue, to: code, where: [['interaction', '=', 'consume']], carries: 'metric-point', atLeast: 2 }] } },
    { id: 'M3', title: 'Points live in a store made for series, spread by series.', mandatory: true, topics: ['scaling'], fact: { fact: 'all', of: [{ fact: 'any', of: [timeSeries('time-series'), timeSeries('column-family')] }, { fact: 'not', of: rowsInTables }, { fact: 'silent', rules: ['database/sharding-without-key'] }] } },
    {
      id: 'M4',
      title: 'An alert waits in a queue until the pager takes it; what fails is parked.',
      mandatory: true,
      topics: ['queues'],
      fact: { fact: 'all', of: [{ fact: 'any', of: [{ fact: 'leads-to', of: [workQueue, code, { kind: 'external-system' }], carries: 'alert' }, { fact: 'leads-to', of: [{ kind: 'stream' }, code, { kind: 'external-system' }], carries: 'alert' }] }, { fact: 'silent', rules: ['queue/missing-dead-letter-queue', 'stream/poison-event-blocks-partition'] }] },
    },
    {
      id: 'M5',
      title: 'Somebody rolls up what is old, once and not on every server.',
      mandatory: true,
      topics: ['locks'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'silent', rules: ['scheduled-job/duplicate-execution'] },
          // A job, a group of its own on the stream, or a database that does it by itself and keeps the year.
          { fact: 'any', of: [{ fact: 'connection', from: { kind: 'scheduled-job' }, to: { kind: ['core-database', 'blob-storage'] }, where: [['access', '!=', 'read']], carries: 'metric-point' }, { fact: 'groups', of: { kind: 'stream' }, atLeast: 3 }, { fact: 'has', of: { kind: 'core-database', where: [['dataModel', '!=', 'key-value'], ['dataRetentionDays', '>=', 365]] } }] },
        ],
      },
    },
    { id: 'M6', title: 'It carries a million points a second: nothing is full, also in the stream.', mandatory: true, topics: ['scaling'], fact: { fact: 'all', of: [{ fact: 'any', of: [{ fact: 'load', atLeast: 5000, access: 'write' }, { fact: 'connection', from: { kind: 'scheduled-job' }, to: { kind: ['stream', 'queue'] }, where: [['peakRps', '>=', 5000]], carries: 'metric-point' }] }, { fact: 'utilisation', below: 0.8 }, { fact: 'silent', rules: ['capacity/stream-partition-throughput', 'capacity/queue-drain-below-arrival', 'capacity/hot-partition', 'stream/consumers-exceed-partitions'] }] } },
    { id: 'B1', title: 'Dashboards that many look at are answered from a cache.', mandatory: false, topics: ['caching'], fact: { fact: 'cached', entity: 'metric-point', hitRatio: 0.5 } },
    { id: 'B2', title: 'If the roll-up takes a lock, it says that the lock only saves work; then it needs no fencing.', mandatory: false, topics: ['locks'], fact: { fact: 'any', of: [{ fact: 'not', of: { fact: 'connection', from: { kind: 'scheduled-job' }, to: { kind: 'distributed-lock' } } }, { fact: 'connection', from: { kind: 'scheduled-job' }, to: { kind: 'distributed-lock', where: [['purpose', '=', 'efficiency']] } }] } },
  ],
  hints: [
    'The database is down for five minutes. Is anybody still woken when a disk fills up?',
    'Two parts of the system want each point, for different reasons. Must the fast one wait for the slow one?',
    'A stream with a group for storing and a group for alerting; windows for the rules; a time series store for the dashboards.',
    'Ingest publishes to 64 partitions by series. A writer fills the store, an evaluator keeps windows and puts alerts into a queue. A job rolls up under a plain Redis lock, because a second run only wastes work.',
  ],
  mistakes: [
    { text: 'Agents write to the database: when it is slow, every server in the company is.', when: { fact: 'connection', from: { kind: 'client' }, to: { kind: 'core-database' } }, shown: 'agents -> tsdb by kv-write { peakRps: 100, dataFlows: [metric-point] }' },
    { text: 'Alerting asks the database of the dashboards again and again: it is late, and blind when that is down.', when: { fact: 'any', of: ['time-series', 'column-family'].map((dataModel): Fact => ({ fact: 'leads-to', of: [{ kind: 'core-database', where: [['dataModel', '=', dataModel]] }, { kind: ['worker', 'scheduled-job'] }, { kind: ['queue', 'external-system'] }] })) }, shown: 'remove metric-stream -> alert-evaluator\nalert-evaluator -> tsdb by kv-read { queryPattern: aggregate, peakRps: 1000, dataFlows: [metric-point] }' },
    { text: 'One row for each point in a relational table: a billion rows before breakfast.', when: rowsInTables, shown: 'set tsdb { databaseKind: relational, dataModel: relational }' },
    { text: 'A lock for correctness, with five masters and fencing, where a second run would only waste work.', when: { fact: 'connection', from: { kind: 'scheduled-job' }, to: { kind: 'distributed-lock', where: [['purpose', '=', 'correctness']] } }, shown: 'set rollup-lock { purpose: correctness }' },
  ],
  curveballs: [
    {
      ...tenTimesTheWrites({ writesPerSecond: 5000, buffered: 'metric-point', says: 'The company moves to containers: ten times as many things report, ten million points a second. Dashboards are looked at as before. What is full first?' }),
      answer: `
        set ingest-svc { instances: 100, maxInstances: 200 }
        set query-svc { maxInstances: 6 }
        set metric-stream { partitions: 256 }
        set tsdb-writer, alert-evaluator { instances: 160 }
        set tsdb { instances: 120 }
        set pager-worker { instances: 4 }
      `,
    },
    {
      id: 'noisy-neighbour',
      title: 'One team floods you',
      says: 'A team forgot a debug flag and sends fifty times what it should. Everybody else’s graphs have holes. How do you keep one team from taking all of it?',
      checks: [{ id: 'noisy-neighbour-limit', title: 'Each agent or team has a limit of its own before the ingest.', topics: ['scaling'], fact: { fact: 'through', to: { kind: 'service' }, gate: { kind: 'api-gateway', where: [['authentication', '!=', 'none'], ['rateLimiting', '>=', 'per-client']] } } }],
      debrief: 'A limit needs an identity: the agent must say who it is before anybody can count. A good answer counts at the edge, where saying no is cheap, and tells the team that it is being cut instead of dropping silently.',
      answer: `
        remove ingest-lb
        gateway ingest-gateway "Ingest gateway" { authentication: mtls }
        agents -> ingest-gateway by client-http { access: write, peakRps: 5000, batchSize: 200, requestBytes: 20000, dataFlows: [metric-point] }
        ingest-gateway -> ingest-svc by route { access: write, dataFlows: [metric-point] }
      `,
    },
    {
      id: 'pager-down',
      title: 'The pager is down',
      says: 'The company that runs the pager has an outage, of all nights in yours. Who wakes the engineer?',
      checks: [{ id: 'pager-down-second', title: 'A second way to wake somebody, with workers of its own.', topics: ['queues'], fact: { fact: 'connection', from: code, to: { kind: 'external-system' }, carries: 'alert', atLeast: 2 } }],
      debrief: 'The last step is the one that people forget. A good answer has a second provider on a path of its own, repeats a page until somebody confirms it, and watches the watcher: an alert that fires when no alert has come for a day.',
      answer: `
        queue call-queue "Call queue"
        worker call-worker "Call worker" { instances: 2, perInstanceRps: 50 }
        external call-provider "Phone calls"
        alert-evaluator -> call-queue by publish { callsPerRequest: 0.001, dataFlows: [alert] }
        call-queue -> call-worker by consume-queue { consumerGroup: calls, dataFlows: [alert] }
        call-queue -> alert-dlq by dead
        call-worker -> call-provider by external-once { dataFlows: [alert] }
      `,
    },
  ],
  pitch:
    'A million points a second are five thousand batches, a hundred megabytes: I put them into a stream with 64 partitions by series and answer the agent. Two groups read it at their own pace. The writer fills a time series store, spread by series; the evaluator keeps one-minute windows by event time and puts alerts into a queue, so paging works even while the store is down. Dashboards come from a cache that lags by seconds. Roll-ups run as a job under a cheap lock, as a second run only wastes work.',
  designs: [
    {
      id: 'reference',
      title: 'A stream for two readers, a time series store, a roll-up job',
      about: 'Storing and alerting share the stream and nothing else; the job rolls up under a lock that only saves work.',
      text: `
        internal-client agents "Agents"
        internal-client engineer "Engineer"
        lb-l7 ingest-lb "Ingest load balancer"
        service ingest-svc "Ingest service" { instances: 10 }
        kafka metric-stream "Metric stream" { partitionKey: seriesId, partitions: 64 }
        worker tsdb-writer "Tsdb writer" { instances: 16, perInstanceRps: 800 }
        cassandra tsdb "Tsdb" { dataModel: time-series, technology: "Time series database", instances: 12, perInstanceWriteRps: 2000, shardKey: seriesId, rationale: "time series layout with TTL and downsampling; write throughput partitioned by series" }
        worker alert-evaluator "Alert evaluator" { instances: 16, perInstanceRps: 800, streamProcessing: { windowing: hopping, windowBy: time, windowSizeSeconds: 60, timeSemantics: event-time, watermarkDelaySeconds: 10, allowedLatenessSeconds: 30, lateEventPolicy: side-output } }
        dynamodb rules-db "Rules database" { shardKey: ruleId, shardCount: 1, rationale: "few small items read by key; high availability" }
        redis-cache rules-cache "Rules cache" { hitRatio: 0.99, ttlSeconds: 30 }
        queue alert-queue "Alert queue"
        dlq alert-dlq "Alert DLQ"
        worker pager-worker "Pager worker" { instances: 2, perInstanceRps: 50 }
        external pager "Pager"
        gateway gateway "Gateway" { instances: 2 }
        service query-svc "Query service" { instances: 3 }
        redis-cache query-cache "Query cache" { hitRatio: 0.7, ttlSeconds: 15, useCase: aggregated-metrics }
        job rollup "Rollup" { schedule: "*/5 * * * *", runsPerDay: 288, instances: 3 }
        redlock rollup-lock "Rollup lock" { mechanism: single-redis, independentInstances: 1, purpose: efficiency, ttlMs: 120000, maxHoldMs: 60000, technology: Redis, lockKeyPattern: "rollup:{bucket}" }
        blob cold-store "Cold store" { accessControl: iam, clientAccess: none, metadataStore: tsdb }

        agents -> ingest-lb by client-http { access: write, peakRps: 5000, batchSize: 200, requestBytes: 20000, dataFlows: [metric-point] }
        ingest-lb -> ingest-svc by route { access: write, dataFlows: [metric-point] }
        ingest-svc -> metric-stream by publish { lossTolerant: true, requestBytes: 20000, dataFlows: [metric-point] }
        metric-stream -> tsdb-writer by consume { poisonPolicy: skip-and-log, consumerGroup: tsdb-writer, dataFlows: [metric-point] }
        tsdb-writer -> tsdb by kv-write { batchSize: 200, dataFlows: [metric-point] }
        metric-stream -> alert-evaluator by consume { poisonPolicy: skip-and-log, consumerGroup: alerting, dataFlows: [metric-point] }
        alert-evaluator -> rules-cache by cache-read { trigger: all, callsPerRequest: 0.1, dataFlows: [alert-rule] }
        alert-evaluator -> rules-db by kv-read { trigger: all, callsPerRequest: 0.1, cacheMissOf: rules-cache, dataFlows: [alert-rule] }
        alert-evaluator -> alert-queue by publish { callsPerRequest: 0.001, dataFlows: [alert] }
        alert-queue -> pager-worker by consume-queue { consumerGroup: pager, dataFlows: [alert] }
        alert-queue -> alert-dlq by dead
        pager-worker -> pager by external-once { dataFlows: [alert] }
        engineer -> gateway by client-http { access: read, peakRps: 1000, dataFlows: [metric-point] }
        gateway -> query-svc by route { access: read, dataFlows: [metric-point] }
        query-svc -> query-cache by cache-read { dataFlows: [metric-point] }
        query-svc -> tsdb by kv-read { queryPattern: aggregate, cacheMissOf: query-cache, dataFlows: [metric-point] }
        rollup -> rollup-lock by acquire { peakRps: 1 }
        rollup -> tsdb by kv-read { queryPattern: range, peakRps: 50, dataFlows: [metric-point] }
        rollup -> tsdb by kv-write { peakRps: 50, conditionalWrite: true, dataFlows: [metric-point] }
        rollup -> cold-store by blob-write { peakRps: 5, requestBytes: 50000000, dataFlows: [metric-point] }
      `,
    },
    {
      id: 'store-rolls-up',
      title: 'The store rolls up by itself',
      about: 'Fewer parts: the time series store has built-in roll-ups and keeps them for a year, and rules are few enough to be read from their table. Take it if the store you have can do that.',
      from: 'reference',
      text: `
        remove rollup, rollup-lock, cold-store, rules-cache
        set tsdb { dataRetentionDays: 365, rationale: "time series layout with continuous roll-ups and TTL by level; write throughput partitioned by series" }
      `,
    },
    {
      id: 'continuous',
      title: 'Roll-ups are a third reader; alerts on a topic',
      about: 'A third group adds up while the points pass, so no job, no lock and no second reading. Wide rows in Cassandra hold both levels, and alerts travel on a topic of their own. Take it where stream processing is at home.',
      from: 'reference',
      text: `
        remove rollup, rollup-lock, cold-store, alert-queue -> alert-dlq
        cassandra tsdb "Wide rows" { instances: 12, shardKey: seriesAndDay, rationale: "column-family rows of one series and day, append-only with TTL; write throughput grows with each node" }
        worker roller "Roll-up" { instances: 16, perInstanceRps: 800, streamProcessing: { windowing: tumbling, windowBy: time, windowSizeSeconds: 300, timeSemantics: event-time, watermarkDelaySeconds: 30, allowedLatenessSeconds: 300, lateEventPolicy: update-result } }
        metric-stream -> roller by consume { poisonPolicy: skip-and-log, consumerGroup: roll-up, dataFlows: [metric-point] }
        roller -> tsdb by kv-write { callsPerRequest: 0.1, batchSize: 200, dataFlows: [metric-point] }
        kafka alert-queue "Alert topic" { partitionKey: ruleId, partitions: 6 }
        set alert-queue -> pager-worker { poisonPolicy: dead-letter }
        pager-worker -> alert-dlq by dead
      `,
    },
  ],
  mutants: [
    { what: 'The ingest writes to the store while the agent waits.', on: ['continuous'], text: 'ingest-svc -> tsdb by kv-write { batchSize: 200, dataFlows: [metric-point] }', fails: ['M1'] },
    { what: 'The ingest writes to the store while the agent waits, and the writer may grow as it likes.', on: ['reference', 'store-rolls-up'], text: 'ingest-svc -> tsdb by kv-write { batchSize: 200, dataFlows: [metric-point] }', fails: ['M1'], leavesOpen: ['M6', 'headroom'] },
    { what: 'Storing and alerting share one group.', on: ['reference', 'store-rolls-up'], text: 'set metric-stream -> alert-evaluator { consumerGroup: tsdb-writer }', fails: ['M2'] },
    { what: 'Rows in a relational table.', text: 'set tsdb { databaseKind: relational, dataModel: relational }', fails: ['M3'] },
    { what: 'Spread by host, of which there are few.', text: 'set tsdb { shardKeyCardinality: low }', fails: ['M3'] },
    { what: 'Nobody says what the store is spread by.', text: 'set tsdb { shardKeyCardinality: unset }', fails: [], leavesOpen: ['M3'] },
    { what: 'The evaluator calls the pager itself.', text: 'remove alert-queue, pager-worker\nalert-evaluator -> pager by external-once { callsPerRequest: 0.001, dataFlows: [alert] }', fails: ['M4'] },
    { what: 'Alerts that keep failing go nowhere.', on: ['reference', 'store-rolls-up'], text: 'remove alert-dlq', fails: ['M4', 'dead-letter-queues'] },
    { what: 'A bad alert blocks its partition.', on: ['continuous'], text: 'remove alert-dlq', fails: ['M4'] },
    { what: 'Three servers roll up, each for itself.', on: ['reference'], text: 'remove rollup-lock', fails: ['M5'] },
    { what: 'Nobody rolls up, and nobody says how long points stay.', on: ['reference'], text: 'remove rollup', fails: [], leavesOpen: ['M5'] },
    { what: 'The store keeps two weeks, and that is all.', on: ['store-rolls-up'], text: 'set tsdb { dataRetentionDays: 15 }', fails: ['M5'] },
    { what: 'Eight partitions for 100 MB a second.', text: 'set metric-stream { partitions: 8 }', fails: ['M6', 'no-errors'] },
    { what: 'Drawn for a tenth of the points.', text: 'set agents -> ingest-lb { peakRps: 500 }', fails: ['M6'] },
    { what: 'Four copies take all agents.', text: 'set ingest-svc { instances: 4, autoScaling: manual }', fails: ['M6', 'headroom', 'no-errors'] },
    { what: 'Each look at a dashboard asks the store.', text: 'remove query-cache', fails: ['B1'] },
    { what: 'A lock for correctness.', on: ['reference'], text: 'set rollup-lock { purpose: correctness }', fails: ['B2'] },
    { what: 'Nobody says what the lock is for.', on: ['reference'], text: 'set rollup-lock { purpose: unset }', fails: [], leavesOpen: ['B2'] },
    { what: 'A store without a reason.', text: 'set tsdb { rationale: unset }', fails: [], leavesOpen: ['database-reason'] },
    { what: 'One gateway for the dashboards.', text: 'set gateway { instances: 1, highAvailability: none }', fails: ['no-single-point'] },
  ],
};
