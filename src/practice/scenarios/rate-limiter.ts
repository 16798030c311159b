import { tenTimesTheWrites } from '../curveballs/ten-times-the-writes.ts';
import type { Condition } from '../facts/condition.ts';
import type { Selector } from '../facts/selector.ts';
import type { Fact } from '../facts.ts';
import type { Scenario } from '../scenario.ts';

const counters = { kind: 'distributed-cache', where: [['useCase', '=', 'rate-limit-counters']] } as const satisfies Selector;
const entrance: Selector = { kind: ['api-gateway', 'load-balancer', 'service'] };

/** Somebody in front asks a limiter of its own. */
const asks = (...where: readonly Condition[]): Fact => ({ fact: 'connection', from: entrance, to: { kind: 'service' }, carries: 'request-counter', where });

/** Somebody in front counts by itself. */
const counts = (to: Selector, ...where: readonly Condition[]): Fact => ({ fact: 'connection', from: entrance, to, carries: 'request-counter', where });

/** Nobody waits for long, and who gets no answer goes on. */
const bearable = (call: (...where: readonly Condition[]) => Fact): Fact => ({
  fact: 'all',
  of: [
    { fact: 'any', of: [call(['timeoutMs', '<=', 50], ['critical', '=', false]), call(['timeoutMs', '<=', 50], ['fallback', 'stated', true])] },
    { fact: 'not', of: call(['critical', '=', true], ['fallback', 'stated', false]) },
  ],
});

/** A limit for every client, counted by many servers, that must never be the reason for an outage. */
export const rateLimiter: Scenario = {
  id: 'rate-limiter',
  title: 'Rate limiter',
  knownFrom: 'Stripe, Cloudflare',
  type: 'infrastructure',
  difficulty: 'easy',
  topics: ['caching', 'scaling', 'consistency'],
  brief: 'Our API is open to the world. Design what keeps any one client from using more than its share, wherever its calls arrive.',
  functional: [
    { id: 'limit', text: 'Limit calls by client and by route.' },
    { id: 'rules', text: 'Limits are rules that we change while it runs.' },
    { id: 'refuse', text: 'A call too many gets 429 and is told when to come back.' },
  ],
  nonFunctional: [
    { id: 'load', text: '100,000 requests/s.' },
    { id: 'fast', text: 'It adds less than 10 ms to a call; after 20 ms nobody waits for it.' },
    { id: 'roughly', text: 'A few calls too many may slip through.' },
    { id: 'open', text: 'If the limiter is down, calls pass, unless we say otherwise.' },
    { id: 'prompt', text: 'A changed rule takes effect within 10 s.' },
  ],
  settings: { interviewType: 'infrastructure', availabilityTarget: 0.999, latencyTargetP99Ms: 300 },
  entities: [
    { id: 'request-counter', name: 'Request counter', alsoCalled: ['counter', 'token bucket', 'bucket', 'window', 'quota', 'rate limit check'], about: 'How often a client has called in this window.', classification: 'internal', mutability: 'mutable', consistencyNeed: 'eventual', lossTolerant: true },
    { id: 'limit-rule', name: 'Limit rule', alsoCalled: ['rule', 'limit', 'policy', 'rate limit rule', 'configuration'], about: 'Who may call which route how often.', classification: 'internal', mutability: 'mutable', consistencyNeed: 'eventual' },
    { id: 'api-call', name: 'API call', alsoCalled: ['request', 'api request', 'call', 'http request'], about: 'The call that is counted, and let through or not.', classification: 'internal', mutability: 'append-only', consistencyNeed: 'eventual' },
  ],
  phases: {
    requirements: ['Asks by what a caller is counted (key, user, address), and whether one call too many does harm.', 'Asks what should happen while the limiter is down: open or closed.'],
    entities: ['Keeps the counter, which may be lost, apart from the rule, which may not.'],
    api: ['Answers 429 with Retry-After, and tells callers what they have left in headers.'],
    'high-level-design': ['Counts in one place for all gateways, before a call costs anything.', 'Keeps the rules off the path of the calls.'],
    'deep-dives': ['Compares fixed window, sliding window and token bucket, and counts in one atomic step.', 'Does the sum: 100,000 calls on so many shards, and one client that is a tenth of them.'],
  },
  checks: [
    { id: 'M1', title: 'All limiters count in one shared cache that is there for counters.', mandatory: true, topics: ['caching', 'consistency'], fact: { fact: 'kept-in', entity: 'request-counter', in: counters } },
    {
      id: 'M2',
      title: 'A limiter that is down or slow stops no call: nobody waits longer than 50 ms, and everybody knows how to go on without it.',
      mandatory: true,
      topics: ['scaling'],
      fact: {
        fact: 'any',
        of: [bearable(asks), { fact: 'all', of: [{ fact: 'not', of: asks() }, bearable((...where) => counts({ kind: 'distributed-cache' }, ...where))] }],
      },
    },
    {
      id: 'M3',
      title: 'Calls are counted before they get to the services that do the work.',
      mandatory: true,
      topics: ['scaling'],
      fact: { fact: 'any', of: [{ fact: 'before', entity: 'api-call', first: 'request-counter' }, { fact: 'through', to: { kind: 'service' }, gate: { kind: 'api-gateway', where: [['rateLimiting', '>=', 'per-ip']] } }] },
    },
    {
      id: 'M4',
      title: 'Rules are kept in a store, and a change reaches the limiters by itself within seconds.',
      mandatory: true,
      topics: ['consistency'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: ['core-database', 'blob-storage'] }, where: [['access', '!=', 'read']], carries: 'limit-rule' },
          {
            fact: 'any',
            of: [
              { fact: 'leads-to', of: [{ kind: 'core-database' }, { kind: 'stream' }, { kind: ['service', 'distributed-cache'] }], carries: 'limit-rule' },
              { fact: 'leads-to', of: [{ kind: 'core-database' }, { kind: ['stream', 'queue'] }, { kind: ['service', 'worker'] }, { kind: 'distributed-cache' }], carries: 'limit-rule' },
              { fact: 'leads-to', of: [{ kind: ['core-database', 'blob-storage'] }, { kind: 'worker' }, { kind: 'distributed-cache' }], carries: 'limit-rule' },
              { fact: 'leads-to', of: [{ kind: 'service' }, { kind: 'stream' }, { kind: 'service' }], carries: 'limit-rule' },
              { fact: 'connection', from: { kind: 'service' }, to: { kind: 'distributed-cache', where: [['useCase', '=', 'pub-sub']] }, carries: 'limit-rule' },
              { fact: 'connection', from: { kind: ['service', 'api-gateway'] }, to: { kind: 'distributed-cache', where: [['ttlSeconds', '<=', 10]] }, where: [['access', '!=', 'write']], carries: 'limit-rule' },
            ],
          },
        ],
      },
    },
    { id: 'M5', title: 'It is drawn for 100,000 requests/s, and nothing is used above 80 %.', mandatory: true, topics: ['scaling'], fact: { fact: 'all', of: [{ fact: 'load', atLeast: 100_000 }, { fact: 'utilisation', below: 0.8 }] } },
    { id: 'B1', title: 'The counters are spread over shards, and each shard has a copy.', mandatory: false, topics: ['scaling'], fact: { fact: 'has', of: { kind: 'distributed-cache', where: [...counters.where, ['sharding', '!=', 'none'], ['replicas', '>', 0]] } } },
    { id: 'B2', title: 'It is said that losing the counters hurts nobody.', mandatory: false, topics: ['durability'], fact: { fact: 'has', of: { kind: 'distributed-cache', where: [...counters.where, ['ephemeralData', '=', true]] } } },
  ],
  hints: [
    'Ten gateways, each of which counts for itself, allow 100 calls a minute. How many can one client make?',
    'The counters have just gone away. What does the next caller see, and after how long?',
    'One shared counter for client and window, changed in one atomic step, that expires with its window. No answer in time means yes.',
    'The gateway asks a limiter and waits 20 ms at most. The limiter counts in a Redis cluster. Captured changes of the rules table reach every limiter over a stream.',
  ],
  mistakes: [
    { text: 'Each server counts in its own memory: the limit grows with the number of servers, and is forgotten at every release.', when: { fact: 'has', of: { kind: 'service', where: [['sessionState', '=', 'in-memory']] } }, shown: 'remove counter-cache\nset limiter-svc { stateless: false, sessionState: in-memory }' },
    {
      text: 'Reading the counter, deciding, then writing it: two calls at the same moment read the same number and both pass.',
      when: { fact: 'all', of: [counts({ kind: 'distributed-cache' }, ['access', '=', 'read']), counts({ kind: 'distributed-cache' }, ['access', '=', 'write'])] },
      shown: 'remove limiter-svc -> counter-cache\nlimiter-svc -> counter-cache by cache-read { dataFlows: [request-counter] }\nlimiter-svc -> counter-cache by cache-write { dataFlows: [request-counter] }',
    },
    { text: 'Counting in the database: the limiter becomes the heaviest load that it has.', when: counts({ kind: 'core-database' }, ['access', '!=', 'read']), shown: 'limiter-svc -> rules-db by kv-write { dataFlows: [request-counter] }' },
    { text: 'No call passes while the limiter is down: what should protect from outages makes one.', when: asks(['critical', '=', true], ['fallback', 'stated', false]), shown: 'set gateway -> limiter-svc { critical: true, fallback: unset }' },
    { text: 'One key counts for all clients together; every call in the world ends on one shard.', when: { fact: 'has', of: { kind: 'distributed-cache', where: [...counters.where, ['hottestKeyShare', '>=', 0.9]] } }, shown: 'set counter-cache { hottestKeyShare: 1 }' },
  ],
  curveballs: [
    {
      ...tenTimesTheWrites({
        writesPerSecond: 20_000,
        debrief: 'Every call is counted, so the limiter feels it first, and all of it: more gateways, more limiters, more shards of the counters. What does not grow is the rules. Counting in batches near the gateway is the next step, at the price of a limit that is a little less exact.',
      }),
      answer: 'set gateway { instances: 24 }\nset limiter-svc { instances: 100 }\nset counter-cache { instances: 9 }\nset backend-svc { instances: 420, maxInstances: 600 }\nset rules-svc { maxInstances: 4 }',
    },
    {
      id: 'one-client-is-half',
      title: 'One client is half of it',
      says: 'One customer has just turned its nightly job on, and half of all calls carry its key. All other customers should notice nothing. Where does it hurt, and what do you do?',
      checks: [
        { id: 'hot-client-known', title: 'The share of the busiest key is stated.', topics: ['scaling'], fact: { fact: 'has', of: { kind: 'distributed-cache', where: [...counters.where, ['hottestKeyShare', '>=', 0.5]] } } },
        { id: 'hot-client-eased', title: 'Something takes the heat off a busy key.', topics: ['caching', 'scaling'], fact: { fact: 'has', of: { kind: 'distributed-cache', where: [...counters.where, ['hotKeyMitigation', '!=', 'none']] } } },
      ],
      debrief: 'A key lives on one shard, so 50,000 counts a second meet one server, however many there are. A good answer refuses that client near the edge once it is over its limit (the gateway remembers “no” until the window ends), or splits its counter into several keys that are added up.',
      answer: 'set counter-cache { hottestKeyShare: 0.5, hotKeyMitigation: local-cache }',
    },
  ],
  pitch:
    'Every call meets a gateway, and the gateway asks a limiter before anything costs money. Limiters hold nothing: they count in one Redis cluster, one key for client, route and window, changed by one atomic script, gone when the window is over. The gateway waits 20 milliseconds and lets the call pass if there is no answer, so the limiter can never be the outage. Rules live in a table; captured changes go to every limiter, which keeps the last ones it has seen. Losing a shard loses a minute of counting, no more.',
  designs: [
    {
      id: 'reference',
      title: 'A limiter service, Redis counters, pushed rules',
      about: 'The gateway asks, the limiter counts, and a stream tells every limiter of new rules.',
      text: `
        partner-client api-user "API user"
        internal-client admin "Admin"
        gateway gateway "Gateway" { instances: 8, authentication: api-key }
        service limiter-svc "Limiter service" { instances: 32, perInstanceRps: 5000, serviceTimeMs: 2 }
        redis-ephemeral counter-cache "Counter cache" { useCase: rate-limit-counters, instances: 6 }
        service rules-svc "Rules service" { instances: 2 }
        dynamodb rules-db "Rules database" { shardKey: clientId, shardCount: 2, rationale: "key lookup per client; small items, high availability, change stream for config push" }
        kafka rule-stream "Rule stream" { partitionKey: clientId, cleanupPolicy: compact-delete }
        service backend-svc "Backend service" { instances: 150, description: "stands for the protected services" }

        api-user -> gateway by client-http { access: read-write, peakRps: 100000, readFraction: 0.8, dataFlows: [api-call] }
        admin -> gateway by client-http { access: write, peakRps: 5, dataFlows: [limit-rule] }
        gateway -> limiter-svc by call { access: read-write, timeoutMs: 20, critical: false, fallback: "fail open", dataFlows: [request-counter] }
        limiter-svc -> counter-cache by cache-write { access: read-write, timeoutMs: 10, dataFlows: [request-counter] }
        limiter-svc -> rules-db by kv-read { trigger: all, callsPerRequest: 0.001, timeoutMs: 15, critical: false, fallback: "last known rules", dataFlows: [limit-rule] }
        gateway -> backend-svc by route { access: read-write, callsPerRequest: 0.95, dataFlows: [api-call] }
        gateway -> rules-svc by route { access: write, callsPerRequest: 0.00025, dataFlows: [limit-rule] }
        rules-svc -> rules-db by kv-write { conditionalWrite: true, dataFlows: [limit-rule] }
        rules-db -> rule-stream by cdc { dataFlows: [limit-rule] }
        rule-stream -> limiter-svc by broadcast { consumerGroup: limiter-config, dataFlows: [limit-rule] }
      `,
    },
    {
      id: 'gateway-counts',
      title: 'The gateway counts by itself',
      about: 'No limiter service and no stream: a plug-in of the gateway counts in Redis, and asks for the rules, which a cache keeps for five seconds. One hop less; take it while the gateway has such a plug-in.',
      from: 'reference',
      text: `
        remove limiter-svc, rule-stream
        gateway -> counter-cache by cache-write { access: read-write, timeoutMs: 10, critical: false, fallback: "fail open", dataFlows: [request-counter] }
        redis-cache rules-cache "Rules cache" { ttlSeconds: 5, hitRatio: 0.99 }
        service rules-svc "Rules service" { instances: 4 }
        set gateway -> rules-svc { access: read-write, callsPerRequest: 0.001 }
        rules-svc -> rules-cache by cache-read { dataFlows: [limit-rule] }
        rules-svc -> rules-db by kv-read { cacheMissOf: rules-cache, dataFlows: [limit-rule] }
      `,
    },
    {
      id: 'postgres-worker',
      title: 'Postgres for the rules, and a worker that spreads them',
      about: 'A few thousand rules fit any database, so this takes the one that the team knows. A worker follows its changes and refreshes a cache of rules, which every limiter asks now and then. Take it where nobody wants to run Kafka for five changes a second.',
      from: 'reference',
      text: `
        remove rule-stream, limiter-svc -> rules-db
        postgres rules-db "Rules database" { rationale: "Rules for client, route and plan are joined and changed together in one transaction; a few thousand rows never need a second shard", changeDataCapture: true }
        redis-cache rules-cache "Rules cache" { ttlSeconds: 600 }
        worker rule-publisher "Rule publisher" { instances: 2, perInstanceRps: 100 }
        rules-db -> rule-publisher by cdc { dataFlows: [limit-rule] }
        rule-publisher -> rules-cache by cache-write { dataFlows: [limit-rule] }
        limiter-svc -> rules-cache by cache-read { trigger: all, callsPerRequest: 0.001, timeoutMs: 10, critical: false, fallback: "last known rules", dataFlows: [limit-rule] }
        set rules-svc -> rules-db { protocol: sql }
      `,
    },
  ],
  mutants: [
    { what: 'Every limiter counts in its own memory.', on: ['reference', 'postgres-worker'], text: 'remove counter-cache\nset limiter-svc { stateless: false, sessionState: in-memory }', fails: ['M1', 'B1', 'B2'] },
    { what: 'Counting in the table of the rules.', on: ['reference'], text: 'remove counter-cache\nlimiter-svc -> rules-db by kv-write { dataFlows: [request-counter] }', fails: ['M1', 'B1', 'B2'] },
    { what: 'Counting in Postgres.', on: ['postgres-worker'], text: 'remove counter-cache\nlimiter-svc -> rules-db by db-write { dataFlows: [request-counter] }', fails: ['M1', 'M5', 'B1', 'B2', 'headroom', 'no-errors'] },
    { what: 'A cache of something else holds the counters.', text: 'set counter-cache { useCase: session-store }', fails: ['M1', 'B1', 'B2'] },
    { what: 'Nobody says what the cache is for.', text: 'set counter-cache { useCase: unset }', fails: [], leavesOpen: ['M1', 'B1', 'B2'] },
    { what: 'Nothing passes while the limiter is down.', on: ['reference', 'postgres-worker'], text: 'set gateway -> limiter-svc { critical: true, fallback: unset }', fails: ['M2'] },
    { what: 'Nothing passes while the counters are down.', on: ['gateway-counts'], text: 'set gateway -> counter-cache { critical: true, fallback: unset }', fails: ['M2'] },
    { what: 'Two seconds of patience with the limiter.', on: ['reference', 'postgres-worker'], text: 'set gateway -> limiter-svc { timeoutMs: 2000 }', fails: ['M2'] },
    { what: 'Two seconds of patience with the counters.', on: ['gateway-counts'], text: 'set gateway -> counter-cache { timeoutMs: 2000 }', fails: ['M2'] },
    { what: 'Nobody says how long the gateway waits.', on: ['reference', 'postgres-worker'], text: 'set gateway -> limiter-svc { timeoutMs: unset }', fails: [], leavesOpen: ['M2'] },
    { what: 'Only the services themselves ask, when the call is there already.', on: ['reference', 'postgres-worker'], text: 'set gateway { rateLimiting: none }\nremove gateway -> limiter-svc\nbackend-svc -> limiter-svc by call { access: read-write, timeoutMs: 20, critical: false, fallback: "fail open", dataFlows: [request-counter] }', fails: ['M3'] },
    { what: 'Only the services themselves count.', on: ['gateway-counts'], text: 'set gateway { rateLimiting: none }\nremove gateway -> counter-cache\nbackend-svc -> counter-cache by cache-write { access: read-write, timeoutMs: 10, critical: false, fallback: "fail open", dataFlows: [request-counter] }', fails: ['M3'] },
    { what: 'New rules wait for the next release.', on: ['reference'], text: 'remove rule-stream', fails: ['M4'] },
    { what: 'Nobody refreshes the rules.', on: ['postgres-worker'], text: 'remove rule-publisher', fails: ['M4', 'no-errors'] },
    { what: 'Rules are kept for an hour.', on: ['gateway-counts'], text: 'set rules-cache { ttlSeconds: 3600 }', fails: ['M4'] },
    { what: 'Rules are never stored.', on: ['reference', 'postgres-worker'], text: 'remove rules-svc -> rules-db', fails: ['M4'] },
    { what: 'Drawn for a tenth of the calls.', text: 'set api-user -> gateway { peakRps: 10000 }', fails: ['M5'] },
    { what: 'Nobody says how many calls there are.', text: 'set api-user -> gateway { peakRps: unset }', fails: [], leavesOpen: ['M5', 'headroom'] },
    { what: 'Too few gateways.', text: 'set gateway { instances: 6 }', fails: ['M5', 'headroom'] },
    { what: 'As many gateways as calls, and not one more.', text: 'set gateway { instances: 5 }', fails: ['M5', 'headroom', 'no-errors'] },
    { what: 'One Redis for all counters.', text: 'set counter-cache { sharding: none }', fails: ['B1'] },
    { what: 'A lost shard has no copy.', text: 'set counter-cache { replicas: 0 }', fails: ['B1'] },
    { what: 'Counters that must never be lost.', text: 'set counter-cache { ephemeralData: false }', fails: ['B2'] },
    { what: 'A database without a reason.', text: 'set rules-db { rationale: unset }', fails: [], leavesOpen: ['database-reason'] },
    { what: 'One rules service.', text: 'set rules-svc { instances: 1 }', fails: ['no-single-point'] },
  ],
};
