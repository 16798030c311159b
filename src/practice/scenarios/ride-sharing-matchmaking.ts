import { exactlyOnce } from '../curveballs/exactly-once.ts';
import { tenTimesTheWrites } from '../curveballs/ten-times-the-writes.ts';
import type { Scenario } from '../scenario.ts';

/** A flood of positions that nobody keeps, and a driver who must not be promised twice. */
export const rideSharingMatchmaking: Scenario = {
  id: 'ride-sharing-matchmaking',
  title: 'Ride-sharing matchmaking (Uber)',
  knownFrom: 'Uber',
  type: 'product',
  difficulty: 'hard',
  topics: ['locks', 'push', 'queues', 'consistency', 'scaling'],
  brief: 'Bring riders and drivers together: somebody asks for a ride, one driver close by is offered it, and both see how it goes on.',
  functional: [
    { id: 'positions', text: 'Drivers send their position all the time.' },
    { id: 'request', text: 'A rider asks for a ride.' },
    { id: 'offer', text: 'One driver close by is offered the ride, and may accept.' },
    { id: 'status', text: 'Rider and driver see the status.' },
  ],
  nonFunctional: [
    { id: 'drivers', text: '500,000 drivers are connected; each sends its position every 5 s, which makes 100,000 writes/s.' },
    { id: 'requests', text: '600 ride requests/s and 2,400 looks at the status/s at peak.' },
    { id: 'fast', text: 'A match within a minute, usually within seconds.' },
    { id: 'once', text: 'A driver is never offered two rides at once.' },
    { id: 'stale', text: 'A position may get lost, and after 30 s it is worth nothing.' },
  ],
  settings: { interviewType: 'product', availabilityTarget: 0.999, latencyTargetP99Ms: 500 },
  entities: [
    { id: 'driver-location', name: 'Driver location', alsoCalled: ['location', 'position', 'driver position', 'gps', 'gps position', 'location update', 'coordinates'], about: 'Where a driver is right now.', classification: 'personal', mutability: 'mutable', consistencyNeed: 'eventual', lossTolerant: true },
    { id: 'ride-request', name: 'Ride request', alsoCalled: ['request', 'trip request', 'match request', 'matching request'], about: 'That somebody wants to be driven from here to there.', classification: 'personal', mutability: 'append-only', consistencyNeed: 'eventual' },
    { id: 'ride', name: 'Ride', alsoCalled: ['trip', 'match', 'assignment', 'ride offer', 'offer', 'booking'], about: 'Which driver takes which rider, and how far they are.', classification: 'personal', mutability: 'mutable', consistencyNeed: 'strong' },
  ],
  phases: {
    requirements: ['Multiplies at once: 500,000 drivers, one position in 5 s, so 100,000 writes a second that nobody needs tomorrow.', 'Asks for how long a driver may think about an offer: that is how long the promise must hold.'],
    entities: ['Keeps the position, which may get lost, apart from the ride, which may not.'],
    api: ['Lets drivers keep one connection open, up for positions and down for offers.', 'Answers POST /rides at once with 202 and an id, and lets the rider follow the status.'],
    'high-level-design': ['Draws two halves: positions into memory, requests through a queue to matchers.', 'Says how an offer finds the one server that holds the driver’s connection.'],
    'deep-dives': ['Plays it through: two matchers see the same driver nearest; which of the two waits, and which takes the next one?', 'Says what frees a driver whose phone died with an offer on it.', 'Says what becomes of a request for which no driver is near.'],
  },
  checks: [
    { id: 'M1', title: 'A lock for each driver, that runs out, guards the assignment.', mandatory: true, topics: ['locks'], fact: { fact: 'guarded', entity: 'ride', by: { kind: 'distributed-lock', where: [['ttlMs', '>', 0], ['granularity', '=', 'resource']] }, lockRequired: true } },
    { id: 'M2', title: 'The ride is written under a condition, even with the lock.', mandatory: true, topics: ['consistency'], fact: { fact: 'conditional', entity: 'ride' } },
    {
      id: 'M3',
      title: 'Positions live in memory and never reach a core database.',
      mandatory: true,
      topics: ['scaling'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'not-into', entity: 'driver-location', kind: 'core-database' },
          { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: ['distributed-cache', 'search-database'] }, where: [['access', '!=', 'read']], carries: 'driver-location' },
        ],
      },
    },
    {
      id: 'M4',
      title: 'Who is near is asked of an index made for places.',
      mandatory: true,
      topics: ['search'],
      fact: {
        fact: 'any',
        of: [
          { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: 'distributed-cache', where: [['useCase', '=', 'geo-index']] }, where: [['access', '!=', 'write']], carries: 'driver-location' },
          { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: ['search-database', 'core-database'] }, where: [['access', '!=', 'write'], ['queryPattern', '=', 'geospatial']], carries: 'driver-location' },
        ],
      },
    },
    { id: 'M5', title: 'A request waits in a queue or stream until a matcher takes it; the rider’s call does not.', mandatory: true, topics: ['queues'], fact: { fact: 'async', entity: 'ride-request' } },
    {
      id: 'M6',
      title: 'Offers are pushed over connections that stay open, and find the server that holds them.',
      mandatory: true,
      topics: ['push'],
      fact: { fact: 'all', of: [{ fact: 'push', entity: 'ride' }, { fact: 'silent', rules: ['load-balancer/websocket-on-l7', 'service/push-without-routing'] }] },
    },
    { id: 'B1', title: 'The lock is gone within a minute, and a matcher that finds it taken tries the next driver instead of waiting.', mandatory: false, topics: ['locks'], fact: { fact: 'has', of: { kind: 'distributed-lock', where: [['ttlMs', '>', 0], ['ttlMs', '<=', 60_000], ['acquireRetry', '=', 'none']] } } },
    { id: 'B2', title: 'It is said what gives way when requests come faster than matches.', mandatory: false, topics: ['queues'], fact: { fact: 'connection', from: { kind: 'queue', where: [['backpressure', '!=', 'none']] }, to: { kind: ['worker', 'service'] }, where: [['interaction', '=', 'consume']], carries: 'ride-request' } },
  ],
  hints: [
    'Multiply drivers by how often they report. Which store takes 100,000 writes a second that are worthless half a minute later?',
    'Two matchers pick the same driver in the same second. What stops the slower one?',
    'Positions in memory, in an index for places, where they expire. Requests in a queue. A short lock for each driver.',
    'Drivers hold a WebSocket through an L4 balancer to a gateway that writes positions to Redis. A matcher takes a request, asks for the nearest, locks driver:{id} for 15 s, and inserts the ride under a condition. Captured changes go to every gateway copy, and the one with the driver pushes.',
  ],
  mistakes: [
    { text: 'Positions in the relational database: 100,000 updates a second of rows that nobody will ever read again.', when: { fact: 'not', of: { fact: 'not-into', entity: 'driver-location', kind: 'core-database' } }, shown: 'driver-gateway -> rides-db by db-write { dataFlows: [driver-location] }' },
    {
      text: 'Drivers ask every few seconds whether there is a ride: half a million phones ask for nothing, and offers come late.',
      when: { fact: 'all', of: [{ fact: 'not', of: { fact: 'push', entity: 'ride' } }, { fact: 'connection', from: { kind: 'client' }, to: { kind: 'service' }, where: [['protocol', '=', 'http']], carries: 'driver-location' }] },
      shown: 'set driver-app -> driver-lb, driver-lb -> driver-gateway { protocol: http, serverPush: false }',
    },
    { text: 'Locking the ride instead of the driver: two rides, two locks, one driver.' },
    { text: 'A lock without expiry: a driver whose phone dies during an offer gets no ride any more.', when: { fact: 'has', of: { kind: 'distributed-lock', where: [['ttlMs', '=', 'none']] } }, shown: 'set driver-lock { ttlMs: none }' },
    { text: 'Matching while the rider’s call waits: the search for a driver takes longer than any timeout.', when: { fact: 'not', of: { fact: 'off-path', of: { kind: 'distributed-lock' } } }, shown: 'ride-svc -> driver-lock by acquire' },
    { text: 'Many WebSocket servers, and nobody knows which of them holds the driver.', when: { fact: 'not', of: { fact: 'silent', rules: ['service/push-without-routing'] } }, shown: 'remove dispatch-stream -> driver-gateway' },
  ],
  curveballs: [
    {
      ...exactlyOnce({ entity: 'ride', title: 'Tapped twice', says: 'In a tunnel the app shows a spinner, so people tap again: two drivers come for one rider. From now on one wish is one ride, whatever is tried again.' }),
      answer: 'set rider-app -> gateway, gateway -> ride-svc { idempotencyKey: true }',
    },
    {
      id: 'lock-lies',
      title: 'The lock forgets',
      says: 'Last night the lock service failed over, and for a moment two matchers held the same driver. Nobody noticed until both riders did. What in your design refuses the slower one?',
      checks: [
        { id: 'lock-fenced', title: 'The lock hands out a number that only grows, so that a late holder is recognised.', topics: ['locks'], fact: { fact: 'guarded', entity: 'ride', by: { kind: 'distributed-lock', where: [['fencingToken', '=', true]] }, lockRequired: true } },
        { id: 'lock-checked', title: 'The write of the ride is refused to whoever comes late.', topics: ['consistency'], fact: { fact: 'conditional', entity: 'ride' } },
      ],
      debrief: 'A lock with an expiry is a promise with a date, not a proof. The unique index on a driver’s active ride already keeps the data right; a fencing token from a consensus store also says which of two holders is the late one, before an offer goes out.',
      answer: 'etcd-lock driver-lock { ttlMs: 15000, maxHoldMs: 5000, lockKeyPattern: "driver:{driverId}", acquireTimeoutMs: 50, acquireRetry: none }',
    },
    {
      ...tenTimesTheWrites({ writesPerSecond: 100_600, buffered: 'ride-request', title: 'Ten times the city', says: 'The founders bought a rival: ten times the positions, ten times the requests. Looks at the status stay as they are. Where does it burst first?', debrief: 'The flood itself is easy: more gateway copies, more shards of positions. The trap is the stream that each copy reads: with ten times the copies and ten times the rides it is a hundred times the messages. A good answer sees that, and lets an offer go to the one copy that holds the driver.' }),
      answer: `
        remove dispatch-stream
        matcher -> driver-gateway by call "routing" { access: write, trigger: all, dataFlows: [ride] }
        set driver-gateway { instances: 500, maxInstances: 600 }
        set geo-cache { instances: 20 }
        set ride-svc { instances: 14, maxInstances: 20 }
        set matcher { instances: 80, maxInstances: 100 }
        set driver-lock { lockOpsPerSecond: 40000 }
        dynamodb rides-db { shardKey: driverId, shardCount: 16, hottestKeyShare: 0.001, rationale: "A conditional put per driver keeps assignment whole while partitions by driver take ten times the writes" }
        set ride-svc -> rides-db, matcher -> rides-db { protocol: nosql-api }
      `,
    },
  ],
  pitch:
    'There are two kinds of data here. Positions are a flood that is worthless after half a minute: they go over open connections into an index in memory and expire. Rides are few and must be right. A request gets an answer at once and waits in a queue; a matcher takes it, asks who is near, and takes a short lock on one driver, or the next one if that is taken. The insert of the ride is conditional, so even a failing lock never assigns a driver twice. Changes of a ride go to the gateway copies, and the one with the driver’s connection pushes the offer.',
  designs: [
    {
      id: 'reference',
      title: 'Positions in Redis, requests in a queue, offers from captured changes',
      about: 'A WebSocket up and down for each driver, a lock of 15 s for each offer, and a stream that every gateway copy reads.',
      text: `
        mobile-client rider-app "Rider app"
        mobile-client driver-app "Driver app"
        gateway gateway "Gateway"
        service ride-svc "Ride service" { instances: 6 }
        lb-l4 driver-lb "Driver load balancer"
        ws-service driver-gateway "Driver gateway" { instances: 50, perInstanceRps: 4000, maxConnectionsPerInstance: 20000 }
        redis-ephemeral geo-cache "Geo cache" { useCase: geo-index, ttlSeconds: 30, instances: 6 }
        queue match-queue "Match queue"
        dlq match-dlq "Match DLQ"
        worker matcher "Matcher" { instances: 8, perInstanceRps: 200 }
        redlock driver-lock "Driver lock" { ttlMs: 15000, maxHoldMs: 5000, lockKeyPattern: "driver:{driverId}", acquireTimeoutMs: 50, acquireRetry: none }
        postgres rides-db "Rides database" { rationale: "ACID transaction assigns one driver to one ride; unique constraint on the active ride of a driver protects integrity" }
        kafka dispatch-stream "Dispatch stream" { partitionKey: driverId, partitions: 64 }

        rider-app -> gateway by client-http { access: read-write, peakRps: 3000, readFraction: 0.8, dataFlows: [ride, ride-request] }
        gateway -> ride-svc by route { access: read-write, dataFlows: [ride, ride-request] }
        ride-svc -> rides-db by db-read { dataFlows: [ride] }
        ride-svc -> match-queue by publish { dataFlows: [ride-request] }
        match-queue -> matcher by consume-queue { consumerGroup: matcher, dataFlows: [ride-request] }
        match-queue -> match-dlq by dead
        matcher -> geo-cache by cache-read { trigger: all, callsPerRequest: 2, dataFlows: [driver-location] }
        matcher -> driver-lock by acquire { callsPerRequest: 2 }
        matcher -> rides-db by db-write { transactional: true, conditionalWrite: true, dataFlows: [ride] }
        driver-app -> driver-lb by ws { access: write, peakRps: 100000, concurrentConnections: 500000, dataFlows: [driver-location] }
        driver-lb -> driver-gateway by ws { access: write, concurrentConnections: 500000, dataFlows: [driver-location] }
        driver-gateway -> geo-cache by cache-write { dataFlows: [driver-location], lossTolerant: true }
        rides-db -> dispatch-stream by cdc { dataFlows: [ride] }
        dispatch-stream -> driver-gateway by broadcast { consumerGroup: dispatch, trigger: all, dataFlows: [ride] }
      `,
    },
    {
      id: 'direct-offers',
      title: 'The matcher calls the gateway copy that holds the driver',
      about: 'No stream: each gateway copy writes into Redis which drivers it holds, and the matcher calls that copy with the offer. Fewer parts and faster; take it if a lost offer may simply run out with its lock.',
      from: 'reference',
      text: `
        remove dispatch-stream
        matcher -> driver-gateway by call "routing" { access: write, trigger: all, dataFlows: [ride] }
      `,
    },
    {
      id: 'dynamodb-etcd',
      title: 'DynamoDB, a lock from etcd, requests in a stream by city',
      about: 'Requests are partitioned by city, so one matcher sees a neighbourhood as a whole and can match in small batches. Rides are rows with a condition; the revision of the lock fences late matchers. Take it for many cities.',
      from: 'reference',
      text: `
        remove match-queue
        kafka request-stream "Request stream" { partitionKey: cityCell, partitions: 64 }
        ride-svc -> request-stream by publish { dataFlows: [ride-request] }
        request-stream -> matcher by consume { consumerGroup: matcher, dataFlows: [ride-request] }
        matcher -> match-dlq by dead
        etcd-lock driver-lock { ttlMs: 15000, maxHoldMs: 5000, lockKeyPattern: "driver:{driverId}", acquireTimeoutMs: 50, acquireRetry: none }
        dynamodb rides-db "Rides table" { shardKey: driverId, shardCount: 4, rationale: "Rides are found by key; a conditional put on the driver's active ride refuses a second one, and partitions by driver scale with the fleet" }
        set ride-svc -> rides-db, matcher -> rides-db { protocol: nosql-api }
      `,
    },
    {
      id: 'posts-and-sse',
      title: 'Positions by HTTP, offers by server-sent events',
      about: 'Positions are plain POSTs; only offers need a connection that stays open, and that one runs downwards only. Ordinary HTTP all the way, so an L7 balancer will do. Take it where networks dislike WebSockets.',
      from: 'reference',
      text: `
        lb-l7 driver-lb { idleTimeoutSeconds: 350, persistentConnections: true }
        remove driver-app -> driver-lb, driver-lb -> driver-gateway
        driver-app -> driver-lb by client-http { access: write, peakRps: 100000, dataFlows: [driver-location] }
        driver-lb -> driver-gateway by route { access: write, dataFlows: [driver-location] }
        driver-app -> driver-lb by client-http { access: read, protocol: sse, serverPush: true, heartbeatSeconds: 30, peakRps: 500, concurrentConnections: 500000, dataFlows: [ride] }
        driver-lb -> driver-gateway by route { access: read, protocol: sse, serverPush: true, heartbeatSeconds: 30, concurrentConnections: 500000, dataFlows: [ride] }
      `,
    },
  ],
  mutants: [
    { what: 'Nobody takes the lock.', text: 'remove matcher -> driver-lock', fails: ['M1', 'B1'] },
    { what: 'The lock never runs out.', on: ['reference', 'direct-offers', 'posts-and-sse'], text: 'set driver-lock { ttlMs: none }', fails: ['M1', 'B1', 'no-errors'] },
    { what: 'The lease never runs out.', on: ['dynamodb-etcd'], text: 'set driver-lock { ttlMs: none }', fails: ['M1', 'B1'] },
    { what: 'One lock for the whole city.', text: 'set driver-lock { granularity: global }', fails: ['M1'] },
    { what: 'Nobody says what one lock covers.', text: 'set driver-lock { granularity: unset }', fails: [], leavesOpen: ['M1'] },
    { what: 'The ride is written blindly.', text: 'set matcher -> rides-db { conditionalWrite: false }', fails: ['M2'] },
    { what: 'Positions go into the rides database too.', text: 'driver-gateway -> rides-db by db-write { dataFlows: [driver-location] }\nset rides-db { perInstanceWriteRps: 400000 }', fails: ['M3'] },
    { what: 'A cache without an index for places.', text: 'set geo-cache { useCase: presence }', fails: ['M4'] },
    { what: 'Nobody says what the cache is good at.', text: 'set geo-cache { useCase: unset }', fails: [], leavesOpen: ['M4'] },
    { what: 'Matching inside the request.', on: ['reference', 'posts-and-sse'], text: 'remove matcher, match-queue, match-dlq\nset ride-svc { instances: 12 }\nride-svc -> geo-cache by cache-read { trigger: writes, dataFlows: [driver-location] }\nride-svc -> driver-lock by acquire\nride-svc -> rides-db by db-write { transactional: true, conditionalWrite: true, dataFlows: [ride] }', fails: ['M5', 'B2'] },
    { what: 'Drivers poll.', on: ['reference', 'direct-offers', 'dynamodb-etcd'], text: 'set driver-app -> driver-lb, driver-lb -> driver-gateway { protocol: http, serverPush: false }', fails: ['M6'] },
    { what: 'A balancer that knows nothing of WebSockets.', on: ['reference', 'direct-offers', 'dynamodb-etcd'], text: 'set driver-lb { layer: L7, persistentConnections: false, idleTimeoutSeconds: unset }', fails: ['M6'] },
    { what: 'No copy hears of an offer made elsewhere.', on: ['reference', 'dynamodb-etcd', 'posts-and-sse'], text: 'remove dispatch-stream', fails: ['M6'] },
    { what: 'A matcher waits for a driver who is taken.', text: 'set driver-lock { acquireRetry: backoff-jitter }', fails: ['B1'] },
    { what: 'Nothing gives way when requests pile up.', on: ['reference', 'direct-offers', 'posts-and-sse'], text: 'set match-queue { backpressure: none }', fails: ['B2'] },
    { what: 'A poisonous request is tried for ever.', on: ['reference', 'direct-offers', 'posts-and-sse'], text: 'remove match-dlq', fails: ['dead-letter-queues'] },
    { what: 'Ten servers for half a million drivers.', text: 'set driver-gateway { instances: 10, autoScaling: manual }', fails: ['no-errors', 'headroom'] },
    { what: 'Two servers for all riders.', text: 'set ride-svc { instances: 2, autoScaling: manual }', fails: ['headroom', 'no-errors'] },
    { what: 'A database without a reason.', text: 'set rides-db { rationale: unset }', fails: [], leavesOpen: ['database-reason'] },
    { what: 'A single gateway.', text: 'set gateway { instances: 1, highAvailability: none }', fails: ['no-single-point'] },
  ],
};
