import { exactlyOnce } from '../curveballs/exactly-once.ts';
import type { Fact } from '../facts.ts';
import type { Scenario } from '../scenario.ts';

/** Nobody does a run twice: the rules see what decides who fires, or each writer of a run holds a lock or claims it. */
const onlyOneFires: Fact = {
  fact: 'any',
  of: [
    { fact: 'silent', rules: ['scheduled-job/duplicate-execution'] },
    { fact: 'guarded', entity: 'job-run', by: { kind: 'distributed-lock', where: [['ttlMs', '>', 0]] } },
  ],
};

/** A clock that survives its servers, and starts nothing twice. */
export const distributedCronJobScheduler: Scenario = {
  id: 'distributed-cron-job-scheduler',
  title: 'Distributed cron / job scheduler',
  knownFrom: 'Airflow',
  type: 'infrastructure',
  difficulty: 'medium',
  topics: ['locks', 'queues', 'idempotency', 'consistency', 'durability'],
  brief: 'Teams register jobs with a time or a cron line. Your system starts each run when it is due, and one executor does it, once.',
  functional: [
    { id: 'define', text: 'Create and change jobs, with a cron line or for one time only.' },
    { id: 'fire', text: 'Start a run within 2 s of the time it is due.' },
    { id: 'retry', text: 'Try a run again when it fails.' },
    { id: 'history', text: 'See the history of runs.' },
  ],
  nonFunctional: [
    { id: 'runs', text: '500 runs/s at peak.' },
    { id: 'length', text: 'A run takes up to 60 s.' },
    { id: 'survives', text: 'Scheduling goes on when one of its servers dies.' },
    { id: 'once', text: 'Each run starts at least once, and its effect shows once.' },
    { id: 'api', text: '200 API calls/s.' },
  ],
  settings: { interviewType: 'infrastructure', availabilityTarget: 0.999, latencyTargetP99Ms: 500 },
  entities: [
    { id: 'job-definition', name: 'Job definition', alsoCalled: ['job', 'schedule', 'cron job', 'task', 'task definition', 'cron entry'], about: 'What should run, when, and whose it is.', classification: 'internal', mutability: 'mutable', consistencyNeed: 'read-your-writes' },
    { id: 'job-run', name: 'Job run', alsoCalled: ['run', 'execution', 'job execution', 'task run', 'job instance', 'attempt'], about: 'One start of a job at one due time, and how far it is.', classification: 'internal', mutability: 'mutable', consistencyNeed: 'strong' },
  ],
  phases: {
    requirements: ['Asks how late a run may start, and how long one can take.', 'Says “at least once, with an effect that shows once” instead of promising exactly once.'],
    entities: ['Keeps the job (what and when) apart from the run (this due time, this state).'],
    api: ['Creates with POST /jobs { cron, target }, and reads GET /jobs/{id}/runs page by page.'],
    'high-level-design': ['Splits finding what is due from doing it, with a queue between the two.'],
    'deep-dives': ['Names what decides when three schedulers see the same due job.', 'Compares how long a message is hidden with the slowest run.', 'Walks through an executor that dies after the effect and before it says so.'],
  },
  checks: [
    {
      id: 'M1',
      title: 'Several servers watch the clock, and only one of them fires each run.',
      mandatory: true,
      topics: ['locks', 'durability'],
      fact: {
        fact: 'all',
        of: [
          {
            fact: 'any',
            of: [
              { fact: 'has', of: { kind: 'scheduled-job', where: [['instances', '>=', 2]] } },
              { fact: 'has', of: { kind: 'scheduled-job', where: [['instances', 'stated', false], ['highAvailability', '=', 'managed']] } },
            ],
          },
          onlyOneFires,
        ],
      },
    },
    { id: 'M2', title: 'A queue stands between those who find due runs and those who do them.', mandatory: true, topics: ['queues'], fact: { fact: 'leads-to', of: [{ kind: ['scheduled-job', 'service', 'worker', 'core-database'] }, { kind: ['queue', 'stream'] }, { kind: ['worker', 'service'] }], carries: 'job-run' } },
    { id: 'M3', title: 'A message stays hidden for longer than the slowest run takes.', mandatory: true, topics: ['queues', 'idempotency'], fact: { fact: 'silent', rules: ['queue/visibility-timeout-too-short'] } },
    { id: 'M4', title: 'A run is claimed and finished by conditional writes.', mandatory: true, topics: ['idempotency', 'consistency'], fact: { fact: 'conditional', entity: 'job-run' } },
    {
      id: 'M5',
      title: 'Who holds a lock loses it when dead, and renews it while at work.',
      mandatory: true,
      topics: ['locks'],
      fact: {
        fact: 'any',
        of: [
          { fact: 'has', of: { kind: 'distributed-lock', where: [['ttlMs', '>', 0], ['renewal', '=', 'heartbeat']] } },
          { fact: 'all', of: [{ fact: 'not', of: { fact: 'has', of: { kind: 'distributed-lock' } } }, onlyOneFires] },
        ],
      },
    },
    { id: 'M6', title: 'The store is NoSQL, or a property of it says why not.', mandatory: true, topics: ['consistency'], fact: { fact: 'silent', rules: ['rationale/infrastructure-design-default'] } },
    { id: 'B1', title: 'The lock hands out fencing tokens that a consensus store numbers.', mandatory: false, topics: ['locks'], fact: { fact: 'any', of: (['etcd', 'zookeeper', 'consul'] as const).map((mechanism) => ({ fact: 'has', of: { kind: 'distributed-lock', where: [['fencingToken', '=', true], ['mechanism', '=', mechanism]] } })) } },
    {
      id: 'B2',
      title: 'A run is written down before its message leaves.',
      mandatory: false,
      topics: ['consistency', 'queues'],
      fact: {
        fact: 'any',
        of: [
          { fact: 'connection', from: { kind: ['scheduled-job', 'service', 'worker'] }, to: { kind: ['queue', 'stream'] }, where: [['outbox', '=', true]], carries: 'job-run' },
          { fact: 'connection', from: { kind: 'core-database' }, to: { kind: ['queue', 'stream'] }, where: [['interaction', '=', 'change-data-capture']], carries: 'job-run' },
          { fact: 'connection', from: { kind: 'scheduled-job' }, to: { kind: 'core-database' }, where: [['access', '!=', 'read'], ['conditionalWrite', '=', true]], carries: 'job-run' },
        ],
      },
    },
  ],
  hints: [
    'It strikes twelve on three schedulers at once. Which of them fires?',
    'A message is hidden for thirty seconds, and the run takes fifty. What does the second executor see?',
    'Give each run a lock or a leader whose lease runs out, let a conditional write claim it, and hand it over through a queue.',
    'A lock from etcd, renewed by heartbeats, whose revision is the fencing token; a run item in DynamoDB that goes from pending to queued, running and done by condition only; SQS hides a message for 600 s and has a dead-letter queue.',
  ],
  mistakes: [
    { text: 'A single cron server: when it is down, nothing runs at all.', when: { fact: 'has', of: { kind: 'scheduled-job', where: [['instances', '<=', 1]] } }, shown: 'set scheduler { instances: 1 }' },
    { text: 'Every scheduler fires: nothing decides which of them may.', when: { fact: 'not', of: onlyOneFires }, shown: 'remove run-lock\nset scheduler -> jobs-db { conditionalWrite: false }' },
    { text: 'The lock never runs out: a scheduler that dies with it stops the job for good.', when: { fact: 'has', of: { kind: 'distributed-lock', where: [['ttlMs', '=', 'none']] } }, shown: 'set run-lock { ttlMs: none }' },
    {
      text: 'Doing a run twice does harm: messages come again, and nothing recognises the second time.',
      when: { fact: 'any', of: [{ fact: 'has', of: { kind: ['worker', 'scheduled-job'], where: [['idempotent', '=', false]] } }, { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: 'external-system' }, where: [['idempotencyKey', '=', false]] }] },
      shown: 'set executor { idempotent: false }',
    },
    { text: 'Reading the whole table every second to find the few jobs that are due.', when: { fact: 'connection', from: { kind: ['scheduled-job', 'service', 'worker'] }, to: { kind: 'core-database' }, where: [['queryPattern', '=', 'scan']] }, shown: 'set scheduler -> jobs-db { queryPattern: scan }' },
    { text: 'Partitions by ranges of the due time: all that is due now lies on one of them.', when: { fact: 'not', of: { fact: 'silent', rules: ['database/monotonic-shard-key'] } }, shown: 'set jobs-db { partitioning: range, shardKey: dueTime }' },
  ],
  curveballs: [
    {
      id: 'everything-at-midnight',
      title: 'Everything at midnight',
      says: 'Most teams wrote “0 0 * * *”. At midnight 5,000 runs become due in each second, ten times what we spoke of. Which part is full first?',
      checks: [
        { id: 'midnight-drawn', title: 'Runs are claimed and finished 5,000 times a second, and the store carries it.', topics: ['scaling'], fact: { fact: 'entity-load', entity: 'job-run', atLeast: 10_000, below: 0.8 } },
        { id: 'midnight-no-bottleneck', title: 'The queue is emptied as fast as it fills, and neither a partition nor the lock is in the way.', topics: ['scaling', 'queues'], fact: { fact: 'silent', rules: ['capacity/overloaded-component', 'capacity/queue-drain-below-arrival', 'capacity/stream-partition-throughput', 'capacity/hot-partition', 'capacity/lock-contention'] } },
      ],
      debrief: 'A good answer counts: 5,000 claims and 5,000 results a second are 10,000 writes, so the table needs more partitions, and one scheduler no longer finds all that is due alone. Executors may lag only if the brief lets them; a random delay of some seconds, offered to teams that do not care, is the cheapest answer of all.',
      answer: `
        set jobs-db { shardCount: 20, hottestKeyShare: 0.001 }
        set run-lock { lockOpsPerSecond: 20000, busiestKeyShare: 0.00001 }
        set c7, scheduler -> run-queue { peakRps: 5000 }
        set executor { instances: 300, maxInstances: 400 }
        set job-api { maxInstances: 6 }
      `,
    },
    {
      id: 'two-hours',
      title: 'Runs of two hours',
      says: 'The data team moves in, and its runs take up to two hours. What of your design still believes that a run lasts a minute?',
      checks: [
        { id: 'two-hours-drawn', title: 'Executors work for up to two hours on one run.', topics: ['queues'], fact: { fact: 'has', of: { kind: 'worker', where: [['processingP99Seconds', '>=', 7200]] } } },
        { id: 'two-hours-hidden', title: 'A message stays hidden for as long, or the executor asks for more time.', topics: ['queues', 'idempotency'], fact: { fact: 'silent', rules: ['queue/visibility-timeout-too-short'] } },
      ],
      debrief: 'A good answer does not simply hide messages for four hours: then a dead executor is noticed after four hours, too. Executors ask for more time while they live, the lease on the run is renewed likewise, and short runs get a queue of their own so that they never wait behind long ones.',
      answer: `
        queue long-queue "Queue of long runs" { visibilityTimeoutSeconds: 600 }
        dlq long-dlq "DLQ of long runs"
        worker long-executor "Executor of long runs" { instances: 40, processingP99Seconds: 7200, extendsVisibility: true }
        scheduler -> long-queue by publish { outbox: true, peakRps: 5, dataFlows: [job-run] }
        long-queue -> long-executor by consume-queue { dataFlows: [job-run] }
        long-queue -> long-dlq by dead
        long-executor -> run-lock by acquire
        long-executor -> jobs-db by kv-write { conditionalWrite: true, dataFlows: [job-run] }
        long-executor -> job-target by external-once { dataFlows: [job-run] }
      `,
    },
    {
      ...exactlyOnce({
        entity: 'job-definition',
        says: 'A team pressed “create” twice because the page was slow, and its customers now get each invoice twice. Whatever is tried again, by people or by machines, must count once. Show me each place where a second try arrives.',
        alsoChecks: [
          { id: 'exactly-once-runs', title: 'A run that is delivered twice does no harm.', topics: ['idempotency'], fact: { fact: 'repeatable', entity: 'job-run' } },
          { id: 'exactly-once-targets', title: 'The target of a job recognises a second try of the same run.', topics: ['idempotency'], fact: { fact: 'keyed', entity: 'job-run', to: { kind: 'external-system' } } },
        ],
      }),
      answer: 'set job-owner -> gateway { idempotencyKey: true }',
    },
  ],
  pitch:
    'I split finding from doing. A few schedulers look every second for what is due; a lock for each run, with a lease that runs out and is renewed, decides who fires, and a conditional write moves the run from pending to queued before its message leaves. Executors take it from a queue that hides the message ten times longer than a run lasts, and claim it by another condition, so a second delivery changes nothing. What keeps failing is set aside, and the table of runs is the history.',
  designs: [
    {
      id: 'reference',
      title: 'A lock for each run, DynamoDB, a queue',
      about: 'A lease from etcd decides who fires, conditional writes in DynamoDB claim the run, and a queue spreads the work over the executors.',
      text: `
        internal-client job-owner "Job owner"
        gateway gateway "Gateway" { instances: 2 }
        service job-api "Job API" { instances: 3 }
        dynamodb jobs-db "Jobs database" { shardKey: jobId, shardCount: 4, rationale: "key lookup and conditional writes per run; partition by job id scales horizontally, TTL removes old runs" }
        job scheduler "Scheduler" { schedule: "every second", runsPerDay: 86400, instances: 3 }
        etcd-lock run-lock "Run lock" { ttlMs: 10000, maxHoldMs: 4000, lockKeyPattern: "run:{jobId}:{dueAt}" }
        queue run-queue "Run queue" { visibilityTimeoutSeconds: 600 }
        dlq run-dlq "Run DLQ"
        worker executor "Executor" { instances: 40, perInstanceRps: 25, processingP99Seconds: 60 }
        external job-target "Job target"

        job-owner -> gateway by client-http { access: read-write, peakRps: 200, readFraction: 0.5, dataFlows: [job-definition] }
        gateway -> job-api by route { access: read-write, dataFlows: [job-definition] }
        job-api -> jobs-db by kv-read { dataFlows: [job-definition] }
        job-api -> jobs-db by kv-write { conditionalWrite: true, dataFlows: [job-definition] }
        scheduler -> run-lock by acquire { peakRps: 10 }
        scheduler -> jobs-db by kv-read { queryPattern: range, peakRps: 10, dataFlows: [job-definition, job-run] }
        scheduler -> jobs-db by kv-write { conditionalWrite: true, peakRps: 500, dataFlows: [job-run] }
        scheduler -> run-queue by publish { outbox: true, peakRps: 500, dataFlows: [job-run] }
        run-queue -> executor by consume-queue { consumerGroup: executors, dataFlows: [job-run] }
        run-queue -> run-dlq by dead
        executor -> run-lock by acquire
        executor -> jobs-db by kv-write { conditionalWrite: true, dataFlows: [job-run] }
        executor -> job-target by external-once { dataFlows: [job-run] }
      `,
    },
    {
      id: 'leader-delay-queue',
      title: 'An elected leader and delayed messages, no lock',
      about: 'Fewer parts: one elected scheduler looks a minute ahead and sends each run with a delay, so the queue keeps the second. Conditional claims keep a late leader harmless. Take it when runs are known a minute before they are due.',
      from: 'reference',
      text: `
        remove run-lock
        set scheduler { schedule: "every minute", runsPerDay: 1440, leaderElection: true }
        set run-queue { purpose: delay, delaySupport: true }
      `,
    },
    {
      id: 'postgres-leases',
      title: 'Postgres for jobs, runs and leases',
      about: 'The database that keeps the runs also keeps the leases, as rows with an expiry. Take it at 500 runs/s, which one primary carries, when you would rather run one system than three.',
      from: 'reference',
      text: `
        postgres jobs-db "Jobs database" { rationale: "Claiming due runs row by row needs a transaction that skips what others have locked; an index on due time finds them, and one primary carries 1,100 writes/s" }
        distributed-lock run-lock "Lease table" { technology: PostgreSQL, mechanism: database-row, ttlMs: 10000, maxHoldMs: 4000, renewal: heartbeat, granularity: resource, lockKeyPattern: "run:{jobId}:{dueAt}", purpose: correctness, fencingToken: true, fencingTokenSource: "version of the lease row", ownerToken: true, deadlockPrevention: single-lock, acquireTimeoutMs: 2000, acquireRetry: backoff-jitter, persistence: fsync-always, highAvailability: active-passive, lockOpsPerSecond: 4000 }
        set job-api -> jobs-db, scheduler -> jobs-db, executor -> jobs-db { protocol: sql }
      `,
    },
  ],
  mutants: [
    { what: 'One server watches the clock.', text: 'set scheduler { instances: 1 }', fails: ['M1'] },
    { what: 'Nobody says how many servers watch the clock.', text: 'set scheduler { instances: unset }', fails: [], leavesOpen: ['M1'] },
    { what: 'All schedulers fire, and nothing claims a run.', on: ['reference'], text: 'remove run-lock\nset scheduler -> jobs-db { conditionalWrite: false }', fails: ['M1', 'M4', 'M5', 'B1'] },
    { what: 'All schedulers fire, and no row is locked.', on: ['postgres-leases'], text: 'remove run-lock\nset scheduler -> jobs-db { conditionalWrite: false }', fails: ['M1', 'M4', 'M5'] },
    { what: 'Nobody is elected, and nothing claims a run.', on: ['leader-delay-queue'], text: 'set scheduler { leaderElection: false }\nset scheduler -> jobs-db { conditionalWrite: false }', fails: ['M1', 'M4', 'M5'] },
    { what: 'The scheduler calls the executors itself.', text: 'remove run-queue, run-dlq\nscheduler -> executor by call { access: write, peakRps: 500, dataFlows: [job-run] }', fails: ['M2'] },
    { what: 'Messages come back before the run is over.', text: 'set run-queue { visibilityTimeoutSeconds: 30 }', fails: ['M3'] },
    { what: 'Nobody says how long a run takes.', text: 'set executor { processingP99Seconds: unset }', fails: [], leavesOpen: ['M3'] },
    { what: 'An executor finishes a run without looking at its state.', text: 'set executor -> jobs-db { conditionalWrite: false }', fails: ['M4'] },
    { what: 'The lock never runs out.', on: ['reference'], text: 'set run-lock { ttlMs: none }', fails: ['M5'] },
    { what: 'The row of a lease never runs out.', on: ['postgres-leases'], text: 'set run-lock { ttlMs: none }', fails: ['M5', 'no-errors'] },
    { what: 'Nobody renews the lock.', on: ['reference', 'postgres-leases'], text: 'set run-lock { renewal: none }', fails: ['M5'] },
    { what: 'A relational store that somebody likes.', text: 'postgres jobs-db { rationale: "The team likes it." }', fails: ['M6', 'database-reason'] },
    { what: 'A lock without fencing tokens.', on: ['reference'], text: 'set run-lock { fencingToken: false }', fails: ['B1'] },
    { what: 'The message leaves, and nobody has written the run down.', text: 'remove scheduler -> jobs-db\nscheduler -> jobs-db by kv-read { queryPattern: range, peakRps: 10, dataFlows: [job-definition, job-run] }\nset scheduler -> run-queue { outbox: false }', fails: ['B2'] },
    { what: 'Two executors for 500 runs a second.', text: 'set executor { instances: 2, autoScaling: manual }', fails: ['headroom'] },
    { what: 'A run that always fails goes nowhere.', text: 'remove run-dlq', fails: ['dead-letter-queues'] },
  ],
};
