import { exactlyOnce } from '../curveballs/exactly-once.ts';
import { tenTimesTheWrites } from '../curveballs/ten-times-the-writes.ts';
import type { Fact } from '../facts.ts';
import type { Scenario } from '../scenario.ts';

/** Bids of one auction go through one queue or partition, and no client waits for their turn. */
const oneByOne: Fact = {
  fact: 'all',
  of: [
    { fact: 'not-into', entity: 'bid', kind: 'core-database', awaited: true },
    {
      fact: 'any',
      of: [
        { fact: 'leads-to', of: [{ kind: 'queue', where: [['ordering', '=', 'fifo-per-group'], ['partitionKey', 'stated', true]] }, { kind: ['worker', 'service'] }, { kind: 'core-database' }], carries: 'bid' },
        { fact: 'leads-to', of: [{ kind: 'stream', where: [['partitionKey', 'stated', true]] }, { kind: ['worker', 'service'] }, { kind: 'core-database' }], carries: 'bid' },
      ],
    },
  ],
};

/** Many hands, one price, and a last second in which everybody bids. */
export const onlineAuction: Scenario = {
  id: 'online-auction',
  title: 'Online auction',
  knownFrom: 'eBay',
  type: 'product',
  difficulty: 'medium',
  topics: ['locks', 'consistency', 'push', 'events', 'caching'],
  brief: 'Auctions that end at a set time. Everybody sees the highest bid at once, and whoever is outbid hears of it.',
  functional: [
    { id: 'view', text: 'See an auction.' },
    { id: 'bid', text: 'Bid more than the highest bid so far.' },
    { id: 'live', text: 'See new bids live.' },
    { id: 'close', text: 'Close when the time is over.' },
    { id: 'outbid', text: 'Tell people that they were outbid.' },
  ],
  nonFunctional: [
    { id: 'load', text: '12,000 requests/s, of which 1,800 are bids.' },
    { id: 'rush', text: 'A single auction may get 9 bids/s in its last seconds.' },
    { id: 'order', text: 'The bids of one auction have one order that nobody disputes.' },
    { id: 'watchers', text: '200,000 people watch live.' },
    { id: 'fresh', text: 'A new bid is seen within a second.' },
  ],
  settings: { interviewType: 'product', availabilityTarget: 0.999, latencyTargetP99Ms: 500 },
  entities: [
    { id: 'auction', name: 'Auction', alsoCalled: ['item', 'lot', 'listing', 'auction page'], about: 'What is sold, until when, and its price so far.', classification: 'public', mutability: 'mutable', consistencyNeed: 'eventual' },
    { id: 'bid', name: 'Bid', alsoCalled: ['offer', 'bidding', 'highest bid', 'bid history'], about: 'Who offered how much, and when.', classification: 'personal', mutability: 'append-only', consistencyNeed: 'strong' },
  ],
  phases: {
    requirements: ['Asks how many bid on the same auction at the same time: the busiest one decides, not the sum.', 'Asks whether a bid in the last second moves the end.'],
    entities: ['Keeps every bid as a row of its own: the highest one follows from them, never the other way round.'],
    api: ['Answers POST /auctions/{id}/bids with 201, or 409 and the price to beat.', 'Opens one connection for each watcher, on which prices only come down.'],
    'high-level-design': ['Gives looking and bidding ways of their own.', 'Lets the live price follow from written bids, never from those that are only on their way.'],
    'deep-dives': ['Plays two equal bids in the same millisecond: which is first, and what does the other bidder see?', 'Says whose clock ends an auction, and what a bid that arrives at that moment becomes.', 'Says how a watcher on one server hears of a bid that another server took.'],
  },
  checks: [
    {
      id: 'M1',
      title: 'The bids of one auction are taken one after the other: by a short lock for each auction, a queue or partition for each, or serializable transactions.',
      mandatory: true,
      topics: ['locks', 'consistency'],
      fact: {
        fact: 'any',
        of: [
          { fact: 'guarded', entity: 'bid', by: { kind: 'distributed-lock', where: [['ttlMs', '>', 0], ['granularity', '=', 'resource']] }, lockRequired: true },
          oneByOne,
          { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: 'core-database', where: [['isolationLevel', '=', 'serializable']] }, where: [['access', '!=', 'read'], ['transactional', '=', true]], carries: 'bid' },
        ],
      },
    },
    { id: 'M2', title: 'A bid is written only if it is higher than the highest.', mandatory: true, topics: ['consistency'], fact: { fact: 'conditional', entity: 'bid' } },
    {
      id: 'M3',
      title: 'Every bid is kept: bids are only added, and go into a database.',
      mandatory: true,
      topics: ['durability'],
      fact: { fact: 'all', of: [{ fact: 'entity', entity: 'bid', where: [['mutability', '=', 'append-only']] }, { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: 'core-database' }, where: [['access', '!=', 'read']], carries: 'bid' }] },
    },
    { id: 'M4', title: 'New bids are pushed to whoever watches.', mandatory: true, topics: ['push'], fact: { fact: 'push', entity: 'bid' } },
    { id: 'M5', title: 'No auction is closed twice: where a job closes, one copy of it runs.', mandatory: true, topics: ['locks'], fact: { fact: 'silent', rules: ['scheduled-job/duplicate-execution'] } },
    { id: 'M6', title: 'Where there is a lock, auctions do not wait for each other, and bidders do not queue up.', mandatory: true, topics: ['locks', 'scaling'], fact: { fact: 'silent', rules: ['lock/coarse-granularity', 'capacity/lock-contention'] } },
    {
      id: 'B1',
      title: 'A cache answers eight of ten looks at an auction, and forgets within a minute.',
      mandatory: false,
      topics: ['caching'],
      fact: { fact: 'all', of: [{ fact: 'cached', entity: 'auction', hitRatio: 0.8 }, { fact: 'has', of: { kind: ['distributed-cache', 'cdn'], where: [['ttlSeconds', '>', 0], ['ttlSeconds', '<=', 60]] } }] },
    },
    { id: 'B2', title: 'Live prices and mails read one stream, each at its own pace.', mandatory: false, topics: ['events'], fact: { fact: 'groups', of: { kind: 'stream' }, atLeast: 2 } },
  ],
  hints: [
    'Two bids of the same height arrive in the same millisecond. Who decides which was first?',
    'Keep the bids, not only the highest: the winner must be able to prove it.',
    'A short lock for each auction, or one line in which the bids of an auction stand; and the write itself compares with the highest.',
    'The bid service locks auction:{id} for 50 ms at most and writes on the condition that the bid is higher. Captured changes, keyed by auction, feed WebSocket servers behind an L4 balancer, and the mails.',
  ],
  mistakes: [
    { text: 'Overwriting the highest bid: when somebody disputes the result, there is nothing to show.', when: { fact: 'entity', entity: 'bid', where: [['mutability', '=', 'mutable']] }, shown: 'set entity bid { mutability: mutable }' },
    { text: 'Holding one lock for as long as the auction runs: whoever holds it dies, and nobody can bid.', when: { fact: 'has', of: { kind: 'distributed-lock', where: [['maxHoldMs', '>=', 60_000]] } }, shown: 'set auction-lock { maxHoldMs: 3600000, ttlMs: 7200000 }' },
    { text: 'Each server closes auctions by its own timer: three servers, three winners’ mails.', when: { fact: 'not', of: { fact: 'silent', rules: ['scheduled-job/duplicate-execution'] } }, shown: 'remove auction-closer -> auction-lock' },
    {
      text: 'Browsers ask for the price again and again: 200,000 watchers at once a second are the largest load of all.',
      when: { fact: 'all', of: [{ fact: 'not', of: { fact: 'push', entity: 'bid' } }, { fact: 'connection', from: { kind: 'client' }, to: { kind: 'service' }, where: [['protocol', '=', 'http'], ['access', '=', 'read']], carries: 'bid' }] },
      shown: 'set bidder -> live-lb, live-lb -> live-svc { protocol: http, serverPush: false }',
    },
    {
      text: 'Comparing a new bid with the price in the cache: it is old, and a lower bid wins.',
      when: { fact: 'all', of: [{ fact: 'connection', from: { kind: 'service' }, to: { kind: 'distributed-cache' }, where: [['access', '!=', 'write']], carries: 'bid' }, { fact: 'not', of: { fact: 'silent', rules: ['cache/strong-data-from-cache'] } }] },
      shown: 'bid-svc -> auction-cache by cache-read { dataFlows: [bid] }\nset bid-svc -> bids-db { conditionalWrite: false }',
    },
  ],
  curveballs: [
    {
      id: 'one-painting',
      title: 'One painting, all bidders',
      says: 'Television shows one painting, and all 1,800 bids a second go to its auction. Locks and retries melt. How do the bids line up now, and what does a bidder see meanwhile?',
      checks: [{ id: 'painting-in-line', title: 'The bids of an auction wait in one line and are taken by one reader; no bidder holds a call open for it.', topics: ['queues', 'locks'], fact: oneByOne }],
      debrief: 'A lock makes everybody knock at the same door; a line lets one reader take many bids at once and throw away all but the highest. The price: the answer is “received”, and whether it won comes over the live connection a moment later.',
      answer: `
        remove bid-svc -> bids-db, bid-svc -> auction-lock
        kafka bid-line "Bid line" { partitionKey: auctionId }
        worker bid-taker "Bid taker" { instances: 12, perInstanceRps: 500 }
        dlq bid-line-dlq "Bid line DLQ"
        bid-svc -> bid-line by publish { dataFlows: [bid] }
        bid-line -> bid-taker by consume { consumerGroup: bid-taker, dataFlows: [bid] }
        bid-taker -> bids-db by db-write { transactional: true, conditionalWrite: true, dataFlows: [bid] }
        bid-taker -> auction-lock by acquire
        bid-taker -> bid-line-dlq by dead
      `,
    },
    {
      ...exactlyOnce({ entity: 'bid', title: 'Bid once', says: 'A bidder on a train pressed once, and the phone sent it three times: each time higher than the last. From now on one press is one bid. Show me where a second try is recognised.' }),
      answer: 'set bidder -> gateway, gateway -> bid-svc { idempotencyKey: true }',
    },
    {
      ...tenTimesTheWrites({ writesPerSecond: 1800, debrief: 'The database is the first to be full, and bids spread well by auction. The second trap is the broadcast: a live server that hears of every bid of all auctions is full however many there are, so watchers of one auction belong on the same server.' }),
      answer: `
        set bid-svc { instances: 30, maxInstances: 40 }
        set auction-svc { maxInstances: 20 }
        set gateway { instances: 6 }
        set auction-lock { acquireRps: 18000, busiestKeyShare: 0.0005, lockOpsPerSecond: 40000 }
        dynamodb bids-db { shardKey: auctionId, shardCount: 32, hottestKeyShare: 0.001, rationale: "Conditional writes per auction keep bids in order, and partitions by auction take ten times the bids" }
        set auction-svc -> bids-db, bid-svc -> bids-db, auction-closer -> bids-db { protocol: nosql-api }
        set bids-db -> bid-events { requestBytes: 500 }
        set bid-events -> live-svc { deliveryMode: group }
        lb-l7 live-lb { websocketSupport: true, persistentConnections: true, idleTimeoutSeconds: 3600, algorithm: consistent-hash, hashKey: auctionId }
        set live-svc { maxInstances: 20 }
        set outbid-mailer { instances: 45, perInstanceRps: 600, maxInstances: 48 }
      `,
    },
  ],
  pitch:
    'The busiest auction sets the problem, not the total: its bids need one order. I take a lock for that auction, for 50 ms at most, and write the bid only if it beats the highest, so a failing lock costs time and never a wrong winner. Every bid is a row of its own. Looking is apart: pages come from a cache that is seconds old. Captured changes, keyed by auction, go to the live servers, which push to 200,000 watchers, and to the worker that mails the outbid. A job that runs once closes what is over.',
  designs: [
    {
      id: 'reference',
      title: 'A lock for each auction, Postgres, captured changes',
      about: 'The lock orders the bids of an auction, the condition has the last word, and a stream tells watchers and mails.',
      text: `
        web-client bidder "Bidder"
        gateway gateway "Gateway"
        service auction-svc "Auction service" { instances: 17 }
        redis-cache auction-cache "Auction cache" { ttlSeconds: 5, useCase: speed-expensive-queries }
        service bid-svc "Bid service" { instances: 4 }
        redlock auction-lock "Auction lock" { ttlMs: 5000, maxHoldMs: 50, lockKeyPattern: "auction:{auctionId}", acquireRps: 1800, busiestKeyShare: 0.005 }
        postgres bids-db "Bids database" { rationale: "ACID transaction with a conditional update (new amount > current highest) keeps bids consistent" }
        kafka bid-events "Bid events" { partitionKey: auctionId, partitions: 48 }
        lb-l4 live-lb "Live load balancer"
        ws-service live-svc "Live service" { instances: 12, perInstanceRps: 5000 }
        worker outbid-mailer "Outbid mailer" { instances: 8, perInstanceRps: 500 }
        external email-provider "Email provider"
        dlq bid-dlq "Bid DLQ"
        job auction-closer "Auction closer" { schedule: "* * * * *", runsPerDay: 1440, instances: 3 }

        bidder -> gateway by client-http { access: read-write, peakRps: 12000, readFraction: 0.85, dataFlows: [auction, bid] }
        gateway -> auction-svc by route { access: read, dataFlows: [auction] }
        auction-svc -> auction-cache by cache-read { dataFlows: [auction] }
        auction-svc -> bids-db by db-read { cacheMissOf: auction-cache, dataFlows: [auction] }
        gateway -> bid-svc by route { access: write, dataFlows: [bid] }
        bid-svc -> auction-lock by acquire
        bid-svc -> bids-db by db-write { transactional: true, conditionalWrite: true, dataFlows: [bid] }
        bids-db -> bid-events by cdc { dataFlows: [bid] }
        bid-events -> live-svc by broadcast { consumerGroup: live, dataFlows: [bid] }
        bidder -> live-lb by ws { access: read, peakRps: 500, concurrentConnections: 200000, dataFlows: [bid] }
        live-lb -> live-svc by ws { access: read, concurrentConnections: 200000, dataFlows: [bid] }
        bid-events -> outbid-mailer by consume { consumerGroup: outbid-mail, dataFlows: [bid] }
        outbid-mailer -> email-provider by external-once { callsPerRequest: 0.2 }
        outbid-mailer -> bid-dlq by dead
        auction-closer -> auction-lock by acquire { peakRps: 20 }
        auction-closer -> bids-db by db-write { transactional: true, conditionalWrite: true, peakRps: 20, dataFlows: [auction, bid] }
      `,
    },
    {
      id: 'bids-in-line',
      title: 'One line of bids for each auction',
      about: 'Bids wait in a FIFO queue, grouped by auction, and one reader at a time takes them: no lock at all. The bidder sees “received” first and the result a moment later, live. Take it where single auctions are stormed.',
      from: 'reference',
      text: `
        remove auction-lock, bid-svc -> bids-db
        set auction-closer { leaderElection: true }
        queue bid-line "Bid line" { ordering: fifo-per-group, partitionKey: auctionId, deduplicationWindowSeconds: 300 }
        worker bid-taker "Bid taker" { instances: 8, perInstanceRps: 500 }
        dlq bid-line-dlq "Bid line DLQ" { ordering: fifo-per-group, partitionKey: auctionId, deduplicationWindowSeconds: 300 }
        bid-svc -> bid-line by publish { dataFlows: [bid] }
        bid-line -> bid-taker by consume-queue { dataFlows: [bid] }
        bid-line -> bid-line-dlq by dead
        bid-taker -> bids-db by db-write { transactional: true, conditionalWrite: true, dataFlows: [bid] }
      `,
    },
    {
      id: 'serializable',
      title: 'The database decides, and nothing has to close',
      about: 'Serializable transactions order the bids, and “is it over?” is a condition of the same write, so there is neither lock nor job. Prices go down by server-sent events. The least that works; at nine bids a second on one auction it works well.',
      from: 'reference',
      text: `
        remove auction-lock, auction-closer
        set bids-db { isolationLevel: serializable, rationale: "Serializable ACID transactions compare each bid with the highest and with the end time, which keeps bids in one order" }
        set bidder -> live-lb, live-lb -> live-svc { protocol: sse }
        lb-l7 live-lb { persistentConnections: true, idleTimeoutSeconds: 350 }
      `,
    },
    {
      id: 'dynamodb-etcd',
      title: 'DynamoDB, and a lock that numbers its holders',
      about: 'Each bid is an item under its auction, written in a transaction with a condition on the highest; the revision of the lock tells late holders from fresh ones. Take it for very many auctions at once.',
      from: 'reference',
      text: `
        etcd-lock auction-lock { ttlMs: 5000, maxHoldMs: 50, lockKeyPattern: "auction:{auctionId}", acquireRps: 1800, busiestKeyShare: 0.005 }
        dynamodb bids-db "Bids table" { shardKey: auctionId, shardCount: 8, hottestKeyShare: 0.005, rationale: "A transaction with a condition on the highest bid keeps one auction consistent; partitions by auction spread the rest" }
        set auction-svc -> bids-db, bid-svc -> bids-db, auction-closer -> bids-db { protocol: nosql-api }
      `,
    },
  ],
  mutants: [
    { what: 'Nobody takes the lock to bid.', on: ['reference'], text: 'remove bid-svc -> auction-lock', fails: ['M1'] },
    { what: 'Nobody takes the lock to bid, and nobody says how transactions are kept apart.', on: ['dynamodb-etcd'], text: 'remove bid-svc -> auction-lock', fails: [], leavesOpen: ['M1'] },
    { what: 'One lock for all auctions.', on: ['reference'], text: 'set auction-lock { granularity: global }', fails: ['M1', 'M6'] },
    { what: 'One lock for all auctions, and nobody says how transactions are kept apart.', on: ['dynamodb-etcd'], text: 'set auction-lock { granularity: global }', fails: ['M6'], leavesOpen: ['M1'] },
    { what: 'The bids stand in no order.', on: ['bids-in-line'], text: 'set bid-line, bid-line-dlq { ordering: none }', fails: ['M1'] },
    { what: 'Nobody says whether the line keeps its order.', on: ['bids-in-line'], text: 'set bid-line { ordering: unset }', fails: [], leavesOpen: ['M1'] },
    { what: 'Transactions that overlook each other.', on: ['serializable'], text: 'set bids-db { isolationLevel: read-committed }', fails: ['M1'] },
    { what: 'Nobody says how transactions are kept apart.', on: ['serializable'], text: 'set bids-db { isolationLevel: unset }', fails: [], leavesOpen: ['M1'] },
    { what: 'A bid is written whatever the highest is.', on: ['reference', 'serializable', 'dynamodb-etcd'], text: 'set bid-svc -> bids-db { conditionalWrite: false }', fails: ['M2'] },
    { what: 'The taker writes a bid whatever the highest is.', on: ['bids-in-line'], text: 'set bid-taker -> bids-db { conditionalWrite: false }', fails: ['M2'] },
    { what: 'Only the highest bid is kept.', text: 'set entity bid { mutability: mutable }', fails: ['M3'] },
    { what: 'Nobody says what becomes of old bids.', text: 'set entity bid { mutability: unset }', fails: [], leavesOpen: ['M3'] },
    { what: 'Browsers poll for prices.', text: 'set bidder -> live-lb, live-lb -> live-svc { protocol: http, serverPush: false }', fails: ['M4'] },
    { what: 'Each server closes on its own.', on: ['reference'], text: 'remove auction-closer -> auction-lock\nset auction-closer { leaderElection: false, idempotent: false }', fails: ['M1', 'M5', 'no-errors'] },
    { what: 'Each server closes on its own, and nobody says how transactions are kept apart.', on: ['dynamodb-etcd'], text: 'remove auction-closer -> auction-lock\nset auction-closer { leaderElection: false, idempotent: false }', fails: ['M5', 'no-errors'], leavesOpen: ['M1'] },
    { what: 'Each server closes, and no leader is elected.', on: ['bids-in-line'], text: 'set auction-closer { leaderElection: false, idempotent: false }', fails: ['M5', 'no-errors'] },
    { what: 'Bidders hold the lock for a second.', on: ['reference', 'dynamodb-etcd'], text: 'set auction-lock { maxHoldMs: 1000 }', fails: ['M6', 'no-errors'] },
    { what: 'Pages come from the database.', on: ['reference', 'bids-in-line', 'serializable'], text: 'remove auction-cache\nset bids-db { perInstanceReadRps: 50000 }', fails: ['B1'] },
    { what: 'Pages are an hour old.', text: 'set auction-cache { ttlSeconds: 3600 }', fails: ['B1'] },
    { what: 'Nobody hears of being outbid.', text: 'remove outbid-mailer', fails: ['B2'] },
    { what: 'One server for all pages.', text: 'set auction-svc { instances: 2, autoScaling: manual }', fails: ['headroom', 'no-errors'] },
    { what: 'A database without a reason.', text: 'set bids-db { rationale: unset }', fails: [], leavesOpen: ['database-reason'] },
    { what: 'A single gateway.', text: 'set gateway { instances: 1, highAvailability: none }', fails: ['no-single-point'] },
  ],
};
