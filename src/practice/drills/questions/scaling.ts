import { type Question, right, wrong } from './question.ts';

/** More copies, more shards, and what dies when one of them does. */
export const scalingQuestions: readonly Question[] = [
  {
    id: 'balancer-layer-for-paths',
    topics: ['scaling'],
    asks: 'Requests for /api and /img go to different services behind one balancer. Which layer?',
    sketch: `client web
load-balancer lb "Balancer" { contentRouting: [{ match: "/api", target: api }, { match: "/img", target: images }], ? }
service api
service images
web -> lb -> api
lb -> images`,
    rules: ['load-balancer/l4-with-content-routing'],
    options: [wrong('L4', 'layer: L4'), right('L7', 'layer: L7', 'It reads the request before it chooses, so it can see the path.')],
  },
  {
    id: 'balancer-layer-for-grpc',
    topics: ['scaling'],
    asks: 'A service calls three copies of another one over gRPC. Which layer balances the calls?',
    sketch: `service api
load-balancer lb "Balancer" { ? }
service rates { instances: 3 }
api -> lb { protocol: grpc }
lb -> rates { protocol: grpc }`,
    rules: ['load-balancer/grpc-on-l4'],
    options: [wrong('L4', 'layer: L4'), right('L7', 'layer: L7', 'It balances calls; L4 would balance the one connection that carries them all.')],
  },
  {
    id: 'sticky-and-scaling',
    topics: ['scaling'],
    asks: 'Copies of the shop come and go with the load. How do the sessions survive that?',
    sketch: `client web
?
web -> lb -> shop`,
    open: 'load-balancer lb "Balancer"\nservice shop { autoScaling: automatic }',
    rules: ['load-balancer/sticky-sessions-with-autoscaling'],
    options: [
      wrong('Each client sticks to the copy that remembers it', 'load-balancer lb "Balancer" { stickySessions: cookie }\nservice shop { sessionState: in-memory, autoScaling: automatic }'),
      right('They lie in a shared store, and any copy answers', 'load-balancer lb "Balancer" { stickySessions: none }\nservice shop { sessionState: external, autoScaling: automatic }', 'A copy that is scaled away takes nothing with it.'),
    ],
  },
  {
    id: 'shard-key',
    topics: ['scaling'],
    asks: 'User data is hashed over many shards. By which key?',
    sketch: `service api
core-database db "Users" { databaseKind: nosql, partitioning: hash, shardCount: 16, ? }
api -> db { access: read-write }`,
    rules: ['database/hot-partition', 'database/sharding-without-key'],
    options: [
      wrong('By country', 'shardKey: country, shardKeyCardinality: low'),
      wrong('By nothing in particular', 'shardKey: ""'),
      right('By user id', 'shardKey: userId, shardKeyCardinality: high', 'Many values, all of about the same weight: every shard gets its share.'),
    ],
  },
  {
    id: 'range-partitioning-key',
    topics: ['scaling'],
    asks: 'Sixteen shards hold ranges of a key, and rows are written all day. Which key?',
    sketch: `service api
core-database db "Orders" { partitioning: range, shardCount: 16, ? }
api -> db { access: write }`,
    rules: ['database/monotonic-shard-key'],
    options: [
      wrong('The time of creation', 'shardKey: created_at'),
      right('Tenant, then time of creation', 'shardKey: "(tenantId, created_at)"', 'Writes spread over the tenants, and the rows of one of them still lie in order of time.'),
    ],
  },
  {
    id: 'copies-behind-a-balancer',
    topics: ['scaling'],
    asks: 'What must be true of the service, so that this balancer is worth its place?',
    sketch: `client web
load-balancer lb "Balancer" { highAvailability: managed }
service api { ? }
web -> lb -> api`,
    rules: ['load-balancer/single-target'],
    options: [wrong('It runs once', 'instances: 1'), right('It runs several times', 'instances: 3', 'Load spreads, and two copies go on when the third one dies.')],
  },
  {
    id: 'who-watches-the-copies',
    topics: ['scaling'],
    asks: 'One of five copies dies at night. What makes the balancer leave it out?',
    sketch: `client web
load-balancer lb "Balancer" { ? }
service api { instances: 5 }
web -> lb -> api`,
    rules: ['load-balancer/no-health-check'],
    options: [
      wrong('Nothing: users try again', 'healthCheck: none'),
      right('It asks each copy over HTTP', 'healthCheck: http', 'A copy that no longer answers gets no more requests.'),
      right('It opens a connection to each copy', 'healthCheck: tcp', 'It sees that a copy is gone, though not that it is ill.'),
    ],
  },
  {
    id: 'timeouts-down-the-chain',
    topics: ['scaling'],
    asks: 'The page waits one second for the API. How long may the API wait for the orders service?',
    sketch: `client web
service api
service orders
web -> api { timeoutMs: 1000 }
api -> orders { access: read, ? }`,
    rules: ['connection/timeout-inversion', 'connection/no-timeout'],
    options: [
      wrong('As long as it takes', 'timeoutMs: 0'),
      wrong('Two seconds', 'timeoutMs: 2000'),
      right('Half a second', 'timeoutMs: 500', 'The API still has time to answer, and nobody works for a caller who has left.'),
    ],
  },
  {
    id: 'page-that-asks-a-hundred',
    topics: ['scaling'],
    asks: 'A feed needs a hundred posts from another service. How does it ask?',
    sketch: `client app
service feed
service posts
app -> feed { timeoutMs: 2000 }
feed -> posts { timeoutMs: 1000, access: read, ? }`,
    rules: ['connection/unbounded-sync-fan-out'],
    options: [
      wrong('One call for each post, however many there are', 'fanOutBound: unbounded'),
      right('One call for all hundred', 'callsPerRequest: 100, batchSize: 100', 'One call is as slow as one call; a hundred are as slow as the slowest of them.'),
    ],
  },
  {
    id: 'retries-in-three-layers',
    topics: ['scaling'],
    asks: 'Shop, cart and stock call each other in a row, and prices now and then fails. Who retries?',
    sketch: `service shop
service cart
service stock
service prices
?`,
    rules: ['connection/retry-amplification'],
    options: [
      wrong('Everybody, three times each', 'shop -> cart -> stock -> prices { access: read, timeoutMs: 100, maxAttempts: 3, retryBackoff: exponential, retryJitter: true }'),
      right('Only stock, which is next to it', 'shop -> cart -> stock { access: read, timeoutMs: 500 }\nstock -> prices { access: read, timeoutMs: 100, maxAttempts: 3, retryBackoff: exponential, retryJitter: true }', 'Three tries stay three tries; three layers would make 27 of them.'),
    ],
  },
];
