import { type Question, right, wrong } from './question.ts';

/** What may be seen, and what must change together. */
export const consistencyQuestions: readonly Question[] = [
  {
    id: 'see-my-own-change',
    topics: ['consistency'],
    asks: 'A user saves the profile and the page reloads. From where is it read?',
    sketch: `service profile
core-database db { replicationMode: single-leader-async, ? }
profile -> db { access: read, consistencyRequirement: read-your-writes }`,
    rules: ['database/stale-replica-read'],
    options: [
      wrong('From a replica', 'readPreference: replica'),
      wrong('From whatever is nearest', 'readPreference: nearest'),
      right('From the leader', 'readPreference: primary', 'It has the write; replicas follow a moment later.'),
    ],
  },
  {
    id: 'quorums-that-overlap',
    topics: ['consistency'],
    asks: 'Three copies without a leader, and reads must see the latest write. How many answer a read, how many confirm a write?',
    sketch: `service api
core-database db { replicationMode: leaderless, consistencyModel: strong, replicationFactor: 3, ? }
api -> db { access: read-write }`,
    rules: ['database/quorum-not-overlapping'],
    options: [
      wrong('One and one', 'readQuorum: 1, writeQuorum: 1'),
      wrong('One and two', 'readQuorum: 1, writeQuorum: 2'),
      right('Two and two', 'readQuorum: 2, writeQuorum: 2', 'Any two of three share one copy with any other two.'),
      right('One and three', 'readQuorum: 1, writeQuorum: 3', 'Every copy has every write; reads are quick, but one dead copy stops the writing.'),
    ],
  },
  {
    id: 'store-for-transactions',
    topics: ['consistency'],
    asks: 'A payment changes several rows, all of them or none. Which database takes it?',
    sketch: `service payment
core-database db { ? }
payment -> db { access: write, transactional: true }`,
    rules: ['database/eventual-consistency-for-transactional-data'],
    options: [
      wrong('A NoSQL store with eventual consistency', 'databaseKind: nosql, dataModel: key-value, consistencyModel: eventual, transactions: none'),
      right('A relational one with strong consistency', 'databaseKind: relational, dataModel: relational, consistencyModel: strong, transactions: multi-item', 'Transactions over several rows are what it was made for.'),
      right('A NoSQL store with transactions over several items', 'databaseKind: nosql, dataModel: document, consistencyModel: strong, transactions: multi-item', 'The word does not decide: what it guarantees does.'),
    ],
  },
  {
    id: 'order-and-payment-together',
    topics: ['consistency'],
    asks: 'Checkout changes orders and payments, which are different databases, as one unit. How?',
    sketch: `service checkout { ? }
core-database orders
core-database payments
checkout -> orders { access: write, transactional: true }
checkout -> payments { access: write, transactional: true }`,
    rules: ['database/cross-store-transaction'],
    options: [
      wrong('One after the other', 'consistencyPattern: none'),
      right('As a saga', 'consistencyPattern: saga', 'Each step can be taken back, so that a failure half way ends somewhere sound.'),
      right('With two-phase commit', 'consistencyPattern: two-phase-commit', 'Both say that they can before either does; it costs waiting while one is down.'),
    ],
  },
  {
    id: 'conflicts-of-two-leaders',
    topics: ['consistency'],
    asks: 'Two regions accept changes of the same balance. What happens when both do at once?',
    sketch: `service wallet
core-database balances { replicationMode: multi-leader, ? }
wallet -> balances { access: write }`,
    rules: ['database/conflicting-writes-unresolved'],
    options: [
      wrong('Nobody has decided', 'conflictResolution: none'),
      right('Balances are counters that merge', 'conflictResolution: crdt', 'Both changes count, in whatever order they arrive.'),
      right('The application puts them together', 'conflictResolution: application', 'It knows what a change of a balance means.'),
    ],
  },
  {
    id: 'two-copies-one-seat',
    topics: ['consistency', 'locks'],
    asks: 'Three copies of the service may sell the same seat at once. What makes one of them lose?',
    sketch: `service booking { instances: 3 }
core-database seats { consistencyModel: strong, transactions: single-item }
booking -> seats { access: read-write, transactional: true, ? }`,
    rules: ['lock/missing-for-contended-resource'],
    options: [
      wrong('It reads first whether the seat is free', 'conditionalWrite: false'),
      right('It writes only if the seat is still free', 'conditionalWrite: true', 'Check and write are one step, and the second one fails.'),
    ],
  },
  {
    id: 'isolation-for-long-transactions',
    topics: ['consistency'],
    asks: 'A transaction of ten seconds reads seats, thinks, and writes them. Which isolation keeps another one from writing in between?',
    sketch: `service booking { instances: 3 }
core-database seats { consistencyModel: strong, transactions: multi-item, ? }
booking -> seats { access: read-write, transactional: true, lockHoldSeconds: 10 }`,
    rules: ['lock/missing-for-contended-resource'],
    options: [
      wrong('Read committed', 'isolationLevel: read-committed'),
      right('Repeatable read', 'isolationLevel: repeatable-read', 'What it has read stays as it was, or the commit fails.'),
      right('Serializable', 'isolationLevel: serializable', 'The outcome is as if one had come after the other.'),
    ],
  },
  {
    id: 'transaction-over-shards',
    topics: ['consistency', 'scaling'],
    asks: 'Transfers touch two accounts on different shards. What must the database offer?',
    sketch: `service bank
core-database accounts { shardCount: 8, shardKey: accountId, ? }
bank -> accounts { access: write, transactional: true, spansPartitions: true }`,
    rules: ['database/cross-partition-transaction'],
    options: [
      wrong('Transactions on one item', 'transactions: single-item'),
      right('Transactions over several partitions', 'transactions: multi-partition', 'Both shards agree before either changes.'),
    ],
  },
  {
    id: 'write-to-another-region',
    topics: ['consistency', 'scaling'],
    asks: 'Users in Europe write, and a copy must exist in the US. Where do their writes go?',
    sketch: `client web
service api
core-database db "Database"
core-database copy "Copy"
boundary us "US" { boundaryType: region } [copy]
?
web -> api`,
    open: 'boundary eu "Europe" { boundaryType: region } [api, db]',
    rules: ['topology/cross-region-synchronous-write'],
    options: [
      wrong('To both, and users wait for both', 'boundary eu "Europe" { boundaryType: region } [api, db]\napi -> db { access: write }\napi -> copy { access: write }'),
      right('To Europe; the copy follows', 'boundary eu "Europe" { boundaryType: region } [api, db]\napi -> db { access: write }\ndb -> copy { interaction: replicate, synchrony: async }', 'No user waits for the ocean, and the copy is a moment behind.'),
    ],
  },
];
