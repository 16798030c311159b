import { type Question, right, wrong } from './question.ts';

/** One at a time, also when somebody dies or sleeps. */
export const lockQuestions: readonly Question[] = [
  {
    id: 'lock-that-expires',
    topics: ['locks'],
    asks: 'The holder of a lock crashes. After how long is the lock free?',
    sketch: `service booking
distributed-lock seat "Seat lock" { ? }
core-database db
booking -> seat
booking -> db { access: write, conditionalWrite: true }`,
    rules: ['lock/no-expiry'],
    options: [wrong('When somebody releases it', 'ttlMs: none'), right('After 30 seconds', 'ttlMs: 30000', 'The dead release nothing: an expiry does it for them.')],
  },
  {
    id: 'lock-and-long-work',
    topics: ['locks'],
    asks: 'A report takes up to a minute, under a lock that expires after ten seconds. What is needed?',
    sketch: `service report
distributed-lock run "Run lock" { maxHoldMs: 60000, ? }
report -> run`,
    rules: ['lock/ttl-shorter-than-work'],
    options: [
      wrong('Luck', 'ttlMs: 10000, renewal: none'),
      right('A heartbeat that renews it', 'ttlMs: 10000, renewal: heartbeat', 'The lock lives as long as its holder does, and no longer.'),
      right('An expiry of two minutes', 'ttlMs: 120000, renewal: none', 'It outlives the work; after a crash others wait a little longer.'),
    ],
  },
  {
    id: 'sleeping-holder',
    topics: ['locks', 'consistency'],
    asks: 'The holder sleeps through the expiry of its lock, wakes up, and writes. What stops that write?',
    sketch: `service booking
distributed-lock seat "Seat lock" { purpose: correctness, mechanism: etcd, ttlMs: 30000 }
core-database db
booking -> seat
booking -> db { access: write, ? }`,
    rules: ['lock/missing-fencing-token'],
    options: [
      wrong('The lock', 'conditionalWrite: false'),
      right('A condition on the write: the token must be the newest', 'conditionalWrite: true', 'The store itself refuses a write that comes too late.'),
    ],
  },
  {
    id: 'servers-of-redlock',
    topics: ['locks'],
    asks: 'Redlock asks a majority of independent servers. How many are there?',
    sketch: `service booking
distributed-lock seat "Seat lock" { mechanism: redlock, ttlMs: 30000, ? }
booking -> seat`,
    rules: ['lock/redlock-too-few-instances'],
    options: [
      wrong('One', 'independentInstances: 1'),
      wrong('Two', 'independentInstances: 2'),
      right('Five', 'independentInstances: 5', 'Two may be down, and three are still a majority.'),
    ],
  },
  {
    id: 'token-that-grows',
    topics: ['locks'],
    asks: 'The write carries a fencing token. Which lock hands out numbers that only grow?',
    sketch: `service booking
distributed-lock seat "Seat lock" { ttlMs: 30000, independentInstances: 5, fencingToken: true, ? }
core-database db
booking -> seat
booking -> db { access: write, conditionalWrite: true }`,
    rules: ['lock/fencing-token-without-source'],
    options: [
      wrong('Redlock', 'mechanism: redlock'),
      right('ZooKeeper, with its zxid', 'mechanism: zookeeper, fencingTokenSource: zxid', 'Each change gets the next number, so the store can refuse an older one.'),
    ],
  },
  {
    id: 'one-lock-for-all',
    topics: ['locks', 'scaling'],
    asks: 'Twenty bookings a second hold the lock for 100 ms each. What does one lock stand for?',
    sketch: `service booking { instances: 4 }
distributed-lock seats "Seat locks" { ttlMs: 30000, acquireRps: 20, maxHoldMs: 100, ? }
booking -> seats`,
    rules: ['lock/coarse-granularity'],
    options: [
      wrong('All seats', 'granularity: global'),
      right('One seat', 'granularity: resource, lockKeyPattern: "seat:{seatId}"', 'Only those who want the same seat wait for each other.'),
    ],
  },
  {
    id: 'two-locks-at-once',
    topics: ['locks'],
    asks: 'A transfer takes a lock for each of its two accounts. What keeps two transfers from waiting for each other for ever?',
    sketch: `service transfer
?`,
    open: 'distributed-lock source { ttlMs: 30000 }\ndistributed-lock target { ttlMs: 30000 }\ntransfer -> source "1"\ntransfer -> target "2"',
    rules: ['lock/deadlock-risk'],
    options: [
      wrong('They rarely meet', 'distributed-lock source { ttlMs: 30000, deadlockPrevention: none }\ndistributed-lock target { ttlMs: 30000, deadlockPrevention: none }\ntransfer -> source\ntransfer -> target'),
      right('All take them in the same order', 'distributed-lock source { ttlMs: 30000, deadlockPrevention: ordered-acquisition }\ndistributed-lock target { ttlMs: 30000, deadlockPrevention: ordered-acquisition }\ntransfer -> source "1"\ntransfer -> target "2"', 'Who has the first one never waits for somebody who waits for it.'),
    ],
  },
  {
    id: 'hold-a-seat',
    topics: ['locks', 'consistency'],
    asks: 'Buyers get five minutes to pay for a seat. How is the seat held for them?',
    sketch: `service booking
core-database seats
?`,
    rules: ['lock/database-lock-held-too-long'],
    options: [
      wrong('A transaction stays open for five minutes', 'booking -> seats { access: write, lockHoldSeconds: 300 }'),
      right('A short transaction marks it "held until"', 'booking -> seats { access: write, lockHoldSeconds: 0.05, conditionalWrite: true }', 'The row is locked for a blink; the hold is data, and ends by itself.'),
    ],
  },
];
