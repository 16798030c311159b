import { tenTimesTheWrites } from '../curveballs/ten-times-the-writes.ts';
import type { Fact } from '../facts.ts';
import type { Scenario } from '../scenario.ts';

const code = { kind: ['service', 'worker'] } as const;
const others = { kind: 'external-system' } as const;
const transactional = { kind: 'core-database', where: [['transactions', '>=', 'multi-item']] } as const;
const workQueue = { kind: 'queue', where: [['isDeadLetterQueue', '!=', true]] } as const;

const webhooksApart: Fact = {
  fact: 'any',
  of: [
    { fact: 'leads-to', of: [workQueue, code, others], carries: 'webhook-event' },
    { fact: 'leads-to', of: [{ kind: 'stream' }, code, others], carries: 'webhook-event' },
  ],
};

/** Money moves once, also when nobody knows whether it has moved. */
export const paymentSystem: Scenario = {
  id: 'payment-system',
  title: 'Payment system',
  knownFrom: 'Stripe, Adyen',
  type: 'product',
  difficulty: 'hard',
  topics: ['idempotency', 'consistency', 'events', 'queues', 'durability', 'locks'],
  brief: 'Merchants charge cards through you. The card network says yes, no, or nothing at all; the books must be right in every case, and the merchant must hear of it.',
  functional: [
    { id: 'create', text: 'A merchant creates a payment.' },
    { id: 'authorise', text: 'The card network authorises it.' },
    { id: 'ledger', text: 'Each movement is entered in the ledger.' },
    { id: 'webhooks', text: 'Merchants are told by webhook what became of it.' },
    { id: 'reconcile', text: 'The books are compared with what the network settled.' },
  ],
  nonFunctional: [
    { id: 'load', text: '3,000 requests/s, 1,200 of them new payments.' },
    { id: 'once', text: 'No card is ever charged twice.' },
    { id: 'balanced', text: 'The ledger always balances.' },
    { id: 'available', text: 'Up 99.95 % of the time.' },
    { id: 'slow-network', text: 'The card network may take 2 s to answer.' },
    { id: 'audit', text: 'Everything can be audited for 7 years.' },
  ],
  settings: { interviewType: 'product', availabilityTarget: 0.9995, latencyTargetP99Ms: 4000 },
  entities: [
    { id: 'payment', name: 'Payment', alsoCalled: ['charge', 'payment intent', 'transaction', 'transfer'], about: 'What is charged, and how far it has come.', classification: 'financial', mutability: 'mutable', consistencyNeed: 'strong' },
    { id: 'ledger-entry', name: 'Ledger entry', alsoCalled: ['entry', 'ledger', 'journal entry', 'booking', 'balance change'], about: 'One side of a movement of money.', classification: 'financial', mutability: 'append-only', consistencyNeed: 'strong' },
    { id: 'webhook-event', name: 'Webhook event', alsoCalled: ['webhook', 'event', 'callback', 'notification', 'merchant notification'], about: 'What a merchant is told.', classification: 'internal', mutability: 'append-only', consistencyNeed: 'eventual' },
  ],
  phases: {
    requirements: ['Asks what happens when the network does not answer: charged, not charged, or nobody knows.', 'Says that the books may lag by seconds, but never disagree.'],
    entities: ['Keeps the payment, which changes, apart from the entries of the ledger, which never do.', 'Writes down the states of a payment, “nobody knows” among them.'],
    api: ['Creates with POST /payments and an idempotency key, and answers a second try with the first answer.'],
    'high-level-design': ['Draws the network, the ledger and the merchants’ endpoints outside each other’s way.'],
    'deep-dives': ['Goes through a crash after each single step, and says who repairs it.', 'Explains how reconciliation finds what the rest has missed.'],
  },
  checks: [
    { id: 'M1', title: 'Payments live in a store with transactions, and the reason given for it names such a property.', mandatory: true, topics: ['consistency'], fact: { fact: 'all', of: [{ fact: 'kept-in', entity: 'payment', in: transactional }, { fact: 'why', of: { kind: 'core-database' } }] } },
    { id: 'M2', title: 'One key goes all the way: from the merchant to you, and from you to the network.', mandatory: true, topics: ['idempotency'], fact: { fact: 'all', of: [{ fact: 'keyed', entity: 'payment', from: { kind: 'client' }, to: { kind: ['service', 'queue', 'stream'] } }, { fact: 'keyed', entity: 'payment', from: code, to: others }] } },
    { id: 'M3', title: 'Each write of a payment checks first what state it is in.', mandatory: true, topics: ['consistency', 'idempotency'], fact: { fact: 'conditional', entity: 'payment' } },
    {
      id: 'M4',
      title: 'A crash between two steps leaves nothing half done: who calls the network says how it recovers, and no change is written twice.',
      mandatory: true,
      topics: ['consistency', 'events'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'connection', from: { kind: ['service', 'worker'], where: [['consistencyPattern', '!=', 'none'], ['consistencyPattern', '!=', 'two-phase-commit']] }, to: others, where: [['access', '!=', 'read']], carries: 'payment' },
          { fact: 'silent', rules: ['database/cross-store-transaction', 'database/dual-write-to-broker'] },
        ],
      },
    },
    {
      id: 'M5',
      title: 'Ledger entries are only added, and follow the payment by events or in its own transaction.',
      mandatory: true,
      topics: ['events', 'durability'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'entity', entity: 'ledger-entry', where: [['mutability', '!=', 'mutable']] },
          { fact: 'kept-in', entity: 'ledger-entry', in: transactional },
          { fact: 'any', of: [{ fact: 'together', entities: ['payment', 'ledger-entry'], oneTransaction: true }, { fact: 'all', of: [{ fact: 'leads-to', of: [{ kind: ['stream', 'queue'] }, code, { kind: 'core-database' }] }, { fact: 'not-into', entity: 'ledger-entry', kind: 'core-database', awaited: true }] }] },
        ],
      },
    },
    { id: 'M6', title: 'Webhooks have a queue of their own, and nobody waits for a merchant’s endpoint.', mandatory: true, topics: ['queues'], fact: { fact: 'all', of: [webhooksApart, { fact: 'off-path', of: others, carries: 'webhook-event' }, { fact: 'silent', rules: ['queue/missing-dead-letter-queue', 'stream/poison-event-blocks-partition'] }] } },
    { id: 'M7', title: 'A job compares the books with the network, and runs once.', mandatory: true, topics: ['locks'], fact: { fact: 'all', of: [{ fact: 'connection', from: { kind: 'scheduled-job' }, to: { kind: 'core-database' }, carries: 'ledger-entry' }, { fact: 'silent', rules: ['scheduled-job/duplicate-execution', 'scheduled-job/overlapping-runs'] }] } },
    { id: 'B1', title: 'Payments are changed under serializable isolation.', mandatory: false, topics: ['consistency'], fact: { fact: 'kept-in', entity: 'payment', in: { kind: 'core-database', where: [['isolationLevel', '=', 'serializable']] } } },
  ],
  hints: [
    'The call to the network times out. Was the card charged?',
    'If you cannot know it now, how and when do you find out?',
    'A payment moves through states, pending among them; one key goes from the merchant to the network; and a job asks the network about the rest.',
    'Postgres with serializable isolation, its captured changes in a stream. One group writes the ledger, once for each payment; another one fills a queue of webhooks with 15 attempts.',
  ],
  mistakes: [
    { text: 'Calling the network again without a key: the card is charged twice.', when: { fact: 'connection', from: code, to: others, where: [['idempotencyKey', '=', false]], carries: 'payment' }, shown: 'set payment-svc -> card-network { idempotencyKey: false }' },
    { text: 'The webhook goes out while the payment waits: a merchant’s slow server stops your sales.', when: { fact: 'not', of: { fact: 'off-path', of: others, carries: 'webhook-event' } }, shown: 'payment-svc -> merchant-endpoint by external-once { protocol: webhook, dataFlows: [webhook-event] }' },
    { text: 'The balance is one number that is overwritten: nobody can say how it came about.', when: { fact: 'entity', entity: 'ledger-entry', where: [['mutability', '=', 'mutable']] }, shown: 'set entity ledger-entry { mutability: mutable }' },
    { text: 'Two-phase commit with the card network, which has never agreed to take part.', when: { fact: 'connection', from: { kind: ['service', 'worker'], where: [['consistencyPattern', '=', 'two-phase-commit']] }, to: others, carries: 'payment' }, shown: 'set payment-svc { consistencyPattern: two-phase-commit }' },
    { text: 'Balances that are right eventually: until then, money is spent twice.', when: { fact: 'any', of: ['payment', 'ledger-entry'].map((entity): Fact => ({ fact: 'connection', from: { kind: ['service', 'worker', 'scheduled-job'] }, to: { kind: 'core-database', where: [['consistencyModel', '=', 'eventual']] }, carries: entity })) }, shown: 'set ledger-db { consistencyModel: eventual }' },
  ],
  curveballs: [
    {
      ...tenTimesTheWrites({ writesPerSecond: 1200, says: 'A marketplace signs with you, and on the first Friday of the sales twelve thousand payments arrive each second. Nobody looks up more than before. Where does it break?' }),
      answer: `
        set payment-svc { instances: 40, maxInstances: 60 }
        set payments-db { partitioning: hash, shardKey: paymentId, shardKeyCardinality: high, shardCount: 12 }
        set payment-events { partitions: 192 }
        set payments-db -> payment-events { requestBytes: 2000 }
        set ledger-writer, webhook-router { instances: 80 }
        set ledger-db { partitioning: hash, shardKey: paymentId, shardKeyCardinality: high, shardCount: 8 }
        set webhook-sender { instances: 200 }
      `,
    },
    {
      id: 'network-silent',
      title: 'The network goes silent',
      says: 'For twenty minutes on a Saturday the card network answers nothing. Merchants keep selling. What do you tell them, and what do you do at minute twenty-one?',
      checks: [{ id: 'network-silent-fallback', title: 'The call to the network says what becomes of a payment without an answer.', topics: ['durability'], fact: { fact: 'connection', from: code, to: others, where: [['circuitBreaker', '=', true], ['fallback', 'stated', true]], carries: 'payment' } }],
      debrief: '“Declined” would be a lie, and so would “paid”. A good answer has a state for “nobody knows yet”, says so to the merchant, asks the network again under the same key, and lets reconciliation settle what is left.',
      answer: 'set payment-svc -> card-network { fallback: "The payment stays pending and the merchant is told so; it is asked for again under the same key, and reconciliation settles the rest." }',
    },
    {
      id: 'auditor',
      title: 'The auditor',
      says: 'The auditor wants every entry of the last seven years, and proof that none was changed. The database team would like to delete after two. What do you show?',
      checks: [
        { id: 'auditor-kept', title: 'Entries are kept for seven years at least.', topics: ['durability'], fact: { fact: 'kept-in', entity: 'ledger-entry', in: { kind: 'core-database', where: [['dataRetentionDays', '>=', 2555], ['backup', '>=', 'snapshot']] } } },
        { id: 'auditor-unchanged', title: 'Each entry is written once, and only added.', topics: ['idempotency'], fact: { fact: 'all', of: [{ fact: 'conditional', entity: 'ledger-entry' }, { fact: 'entity', entity: 'ledger-entry', where: [['mutability', '!=', 'mutable']] }] } },
      ],
      debrief: 'Corrections are entries too: a wrong one is followed by its opposite, never overwritten. A good answer states how long entries stay, keeps each of them unique for its payment, and can recompute every balance from them.',
      answer: 'set ledger-db { dataRetentionDays: 2557 }',
    },
  ],
  pitch:
    'The hard part is the answer that never comes. So a payment has states, pending among them, in Postgres under serializable isolation, and each write checks the state before. One idempotency key goes from the merchant through me to the network, so anybody may try again. Captured changes drive the rest: one consumer enters the ledger, append-only and once for each payment, another one fills a queue of webhooks, which nobody waits for. At night one job compares the ledger with what the network settled, and finds what everything else has missed.',
  designs: [
    {
      id: 'reference',
      title: 'Payments and ledger apart, joined by events',
      about: 'The payment is decided in one database; captured changes carry it to the ledger and to the webhooks.',
      text: `
        partner-client merchant "Merchant"
        gateway gateway "Gateway" { authentication: api-key }
        service payment-svc "Payment service" { role: orchestrator, instances: 6, consistencyPattern: saga }
        postgres payments-db "Payments database" { isolationLevel: serializable, rationale: "ACID with serializable isolation and a unique idempotency key protects the integrity of money movements" }
        external card-network "Card network"
        kafka payment-events "Payment events" { partitionKey: paymentId, partitions: 48 }
        worker ledger-writer "Ledger writer" { instances: 8, perInstanceRps: 600 }
        postgres ledger-db "Ledger database" { rationale: "double-entry rows in one ACID transaction; constraint: entries of a payment sum to zero" }
        dlq events-dlq "Events DLQ"
        worker webhook-router "Webhook router" { instances: 8, perInstanceRps: 600 }
        queue webhook-queue "Webhook queue" { maxDeliveryAttempts: 15 }
        dlq webhook-dlq "Webhook DLQ"
        worker webhook-sender "Webhook sender" { instances: 30, perInstanceRps: 150 }
        external merchant-endpoint "Merchant endpoint"
        job reconciler "Reconciler" { schedule: "0 3 * * *", runsPerDay: 1, instances: 2 }
        etcd-lock reconcile-lock "Reconcile lock" { ttlMs: 60000, maxHoldMs: 20000, lockKeyPattern: "reconcile:{day}" }
        external settlement-source "Settlement source"

        merchant -> gateway by client-http { access: read-write, peakRps: 3000, readFraction: 0.6, dataFlows: [payment] }
        gateway -> payment-svc by route { access: read-write, idempotencyKey: true, dataFlows: [payment] }
        payment-svc -> payments-db by db-read { consistencyRequirement: strong, dataFlows: [payment] }
        payment-svc -> payments-db by db-write { callsPerRequest: 2, transactional: true, conditionalWrite: true, dataFlows: [payment] }
        payment-svc -> card-network by external-call { dataFlows: [payment] }
        payments-db -> payment-events by cdc { dataFlows: [payment] }
        payment-events -> ledger-writer by consume { consumerGroup: ledger, dataFlows: [payment] }
        ledger-writer -> ledger-db by db-write { transactional: true, conditionalWrite: true, dataFlows: [ledger-entry] }
        ledger-writer -> events-dlq by dead
        payment-events -> webhook-router by consume { consumerGroup: webhooks, dataFlows: [payment] }
        webhook-router -> webhook-queue by publish { dataFlows: [webhook-event] }
        webhook-router -> events-dlq by dead
        webhook-queue -> webhook-sender by consume-queue { consumerGroup: webhook-senders, dataFlows: [webhook-event] }
        webhook-queue -> webhook-dlq by dead
        webhook-sender -> merchant-endpoint by external-once { protocol: webhook, dataFlows: [webhook-event] }
        reconciler -> reconcile-lock by acquire { peakRps: 1 }
        reconciler -> settlement-source by external-once { access: read, peakRps: 1, dataFlows: [payment] }
        reconciler -> ledger-db by db-read { queryPattern: range, peakRps: 100, dataFlows: [ledger-entry] }
        reconciler -> ledger-db by db-write { peakRps: 20, transactional: true, conditionalWrite: true, dataFlows: [ledger-entry] }
      `,
    },
    {
      id: 'one-database',
      title: 'Payment and ledger in one transaction',
      about: 'Far fewer parts: the entries are written with the payment, so the books cannot disagree, and captured changes fill the queue of webhooks. Take it until one primary no longer carries the writes.',
      from: 'reference',
      text: `
        remove payment-events, ledger-writer, ledger-db, events-dlq, webhook-router
        set payments-db { rationale: "ACID: the payment and its entries are one serializable transaction, with a unique idempotency key; entries of a payment sum to zero" }
        set payment-svc -> payments-db { dataFlows: [payment, ledger-entry] }
        payments-db -> webhook-queue by cdc { dataFlows: [webhook-event] }
        reconciler -> payments-db by db-read { queryPattern: range, peakRps: 100, dataFlows: [ledger-entry] }
        reconciler -> payments-db by db-write { peakRps: 20, transactional: true, conditionalWrite: true, dataFlows: [ledger-entry] }
      `,
    },
    {
      id: 'dynamodb-leader',
      title: 'DynamoDB transactions, an elected reconciler',
      about: 'Payments and entries are found by key and spread by payment; transactions with conditions protect them. The reconciler elects a leader instead of taking a lock. Take it where the volume outgrows one primary.',
      from: 'reference',
      text: `
        dynamodb payments-db "Payments table" { isolationLevel: serializable, shardKey: paymentId, shardCount: 8, rationale: "serializable transactions with a condition on the state keep a payment whole; partitioning by payment spreads the writes" }
        dynamodb ledger-db "Ledger table" { shardKey: paymentId, shardCount: 4, rationale: "both sides of an entry in one transaction, unique for each payment; append-only and partitioned by payment" }
        set payment-svc -> payments-db, ledger-writer -> ledger-db, reconciler -> ledger-db { protocol: nosql-api }
        remove reconcile-lock
        set reconciler { leaderElection: true }
      `,
    },
    {
      id: 'authorise-later',
      title: 'Accept now, authorise from a queue',
      about: 'The merchant gets “pending” at once, and workers ask the network at its own pace; the webhook brings the answer. Take it where the slow network must never slow the merchant, as with transfers and payouts.',
      from: 'reference',
      text: `
        remove payment-svc -> card-network
        set payment-svc { consistencyPattern: unset }
        set payment-svc -> payments-db { callsPerRequest: 1 }
        queue authorise-queue "To be authorised"
        dlq authorise-dlq "Authorise DLQ"
        worker authoriser "Authoriser" { instances: 200, maxInstances: 300, perInstanceRps: 8, serviceTimeMs: 1500, consistencyPattern: saga }
        payments-db -> authorise-queue by cdc { dataFlows: [payment] }
        authorise-queue -> authoriser by consume-queue { dataFlows: [payment] }
        authorise-queue -> authorise-dlq by dead
        authoriser -> card-network by external-call { dataFlows: [payment] }
        authoriser -> payments-db by db-write { transactional: true, conditionalWrite: true, dataFlows: [payment] }
      `,
    },
  ],
  mutants: [
    { what: 'Payments in a store without transactions.', on: ['reference', 'dynamodb-leader', 'authorise-later'], text: 'set payments-db { transactions: single-item }', fails: ['M1'] },
    { what: 'Payments and entries in a store without transactions.', on: ['one-database'], text: 'set payments-db { transactions: single-item }', fails: ['M1', 'M5'] },
    { what: 'Nobody says why this database.', text: 'set payments-db { rationale: unset }', fails: [], leavesOpen: ['M1', 'database-reason'] },
    { what: 'Merchants send no key.', text: 'set merchant -> gateway, gateway -> payment-svc { idempotencyKey: false }', fails: ['M2'] },
    { what: 'The network is called without a key.', on: ['reference', 'one-database', 'dynamodb-leader'], text: 'set payment-svc -> card-network { idempotencyKey: false }', fails: ['M2'] },
    { what: 'Nobody says whether merchants send a key.', text: 'set gateway -> payment-svc { idempotencyKey: unset }', fails: [], leavesOpen: ['M2'] },
    { what: 'The state of a payment is overwritten blindly.', text: 'set payment-svc -> payments-db { conditionalWrite: false }', fails: ['M3'] },
    { what: 'Nothing undoes half a payment.', on: ['reference', 'one-database', 'dynamodb-leader'], text: 'set payment-svc { consistencyPattern: none }', fails: ['M4'] },
    { what: 'Two-phase commit with the network.', on: ['authorise-later'], text: 'set authoriser { consistencyPattern: two-phase-commit }', fails: ['M4'] },
    { what: 'Events are published beside the write.', on: ['reference', 'dynamodb-leader', 'authorise-later'], text: 'remove payments-db -> payment-events\npayment-svc -> payment-events by publish { dataFlows: [payment] }', fails: ['M4'] },
    { what: 'Entries may be changed.', text: 'set entity ledger-entry { mutability: mutable }', fails: ['M5'] },
    { what: 'The service writes the second database itself.', on: ['reference', 'dynamodb-leader'], text: 'remove ledger-writer\npayment-svc -> ledger-db by db-write { transactional: true, conditionalWrite: true, dataFlows: [ledger-entry] }', fails: ['M5'] },
    { what: 'Payment and entry are written one after the other.', on: ['one-database'], text: 'set c4 { transactional: false }', fails: ['M5'] },
    { what: 'Webhooks go out while the merchant waits.', text: 'payment-svc -> merchant-endpoint by external-once { protocol: webhook, dataFlows: [webhook-event] }', fails: ['M6'] },
    { what: 'Webhooks that keep failing go nowhere.', text: 'remove webhook-dlq', fails: ['M6', 'dead-letter-queues'] },
    { what: 'Both servers reconcile.', on: ['reference', 'one-database', 'authorise-later'], text: 'remove reconcile-lock', fails: ['M7'] },
    { what: 'No leader among the reconcilers.', on: ['dynamodb-leader'], text: 'set reconciler { leaderElection: false }', fails: ['M7'] },
    { what: 'Nobody compares the books.', text: 'remove reconciler', fails: ['M7'] },
    { what: 'Reading what is committed is enough.', text: 'set payments-db { isolationLevel: read-committed }', fails: ['B1'] },
    { what: 'Nobody says how isolated changes are.', text: 'set payments-db { isolationLevel: unset }', fails: [], leavesOpen: ['B1'] },
    { what: 'Two copies take all merchants.', text: 'set payment-svc { instances: 2, autoScaling: manual }', fails: ['headroom', 'no-errors'] },
    { what: 'One gateway for all.', text: 'set gateway { instances: 1, highAvailability: none }', fails: ['no-single-point'] },
  ],
};
