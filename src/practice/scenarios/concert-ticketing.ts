import { deleteMyData } from '../curveballs/delete-my-data.ts';
import { exactlyOnce } from '../curveballs/exactly-once.ts';
import type { Scenario } from '../scenario.ts';

/** Seats that are sold once, on the busiest minute of the year. */
export const concertTicketing: Scenario = {
  id: 'concert-ticketing',
  title: 'Concert ticketing',
  knownFrom: 'Ticketmaster',
  type: 'product',
  difficulty: 'medium',
  topics: ['locks', 'consistency', 'search', 'caching', 'events', 'idempotency'],
  brief: 'Sell seats for concerts. Fans look around, search, hold a seat while they pay, and get their ticket by mail.',
  functional: [
    { id: 'view', text: 'See an event and its seat map.' },
    { id: 'search', text: 'Search for events.' },
    { id: 'hold', text: 'Hold a seat for up to ten minutes while paying.' },
    { id: 'confirm', text: 'Confirm the seat, or let it go.' },
    { id: 'ticket', text: 'Get the ticket by mail.' },
  ],
  nonFunctional: [
    { id: 'load', text: '20,000 requests/s when a popular sale starts, nine of ten only look.' },
    { id: 'reservations', text: '2,000 reservations/s.' },
    { id: 'once', text: 'No seat is ever sold twice.' },
    { id: 'fast-search', text: 'Search answers within 500 ms, p99.' },
    { id: 'browsing', text: 'Looking around works 99.9 % of the time, even while booking is down.' },
  ],
  settings: { interviewType: 'product', availabilityTarget: 0.999, latencyTargetP99Ms: 800 },
  entities: [
    { id: 'event', name: 'Event', alsoCalled: ['concert', 'show', 'event page'], about: 'What is played, when, where, and its seat map.', classification: 'public', mutability: 'mutable', consistencyNeed: 'eventual' },
    { id: 'media', name: 'Media', alsoCalled: ['image', 'poster', 'picture'], about: 'Posters and pictures of the hall.', classification: 'public', mutability: 'immutable', consistencyNeed: 'eventual' },
    { id: 'booking', name: 'Booking', alsoCalled: ['reservation', 'seat', 'ticket', 'seat reservation', 'hold', 'seat hold', 'order'], about: 'Who holds or owns which seat.', classification: 'personal', mutability: 'mutable', consistencyNeed: 'strong' },
    { id: 'payment', name: 'Payment', alsoCalled: ['charge', 'transaction'], about: 'What is charged for a booking.', classification: 'financial', mutability: 'append-only', consistencyNeed: 'strong' },
  ],
  phases: {
    requirements: ['Asks how busy the start of a sale is, and how much of it only looks.', 'Says that no seat may be sold twice, and that looking around may lag a little.'],
    entities: ['Keeps what everybody reads (event) apart from what is fought over (booking).'],
    api: ['Reserves with POST /events/{id}/seats/{seat}/holds, and pays with an idempotency key.'],
    'high-level-design': ['Gives searching, looking and booking ways of their own, so that one can fail alone.'],
    'deep-dives': ['Says when exactly the seat is decided, and what happens if the lock runs out while somebody pays.'],
  },
  checks: [
    { id: 'M1', title: 'A lock that expires guards the reservation of a seat.', mandatory: true, topics: ['locks'], fact: { fact: 'guarded', entity: 'booking', by: { kind: 'distributed-lock', where: [['ttlMs', '>', 0]] }, lockRequired: true } },
    { id: 'M2', title: 'The write of a booking turns a second buyer away, even if the lock fails.', mandatory: true, topics: ['consistency'], fact: { fact: 'conditional', entity: 'booking' } },
    {
      id: 'M3',
      title: 'Search is answered by a search database, not by the primary.',
      mandatory: true,
      topics: ['search'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'connection', from: { kind: 'service' }, to: { kind: 'search-database' }, where: [['access', '!=', 'write']], carries: 'event' },
          { fact: 'not-from', entity: 'event', kind: 'core-database', where: [['queryPattern', '=', 'full-text']] },
        ],
      },
    },
    { id: 'M4', title: 'The search database follows the database of record.', mandatory: true, topics: ['search', 'events'], fact: { fact: 'fed-by', target: { kind: 'search-database' }, source: { kind: 'core-database' } } },
    { id: 'M5', title: 'Bookings live in a store with transactions over several items.', mandatory: true, topics: ['consistency'], fact: { fact: 'kept-in', entity: 'booking', in: { kind: 'core-database', where: [['transactions', '>=', 'multi-item']] } } },
    { id: 'M6', title: 'A payment that is tried again charges once.', mandatory: true, topics: ['idempotency'], fact: { fact: 'keyed', entity: 'payment', to: { kind: 'external-system' } } },
    { id: 'B1', title: 'A cache answers most looks at an event.', mandatory: false, topics: ['caching'], fact: { fact: 'cached', entity: 'event', hitRatio: 0.8 } },
    { id: 'B2', title: 'The mail with the ticket waits in a queue or stream, not the buyer.', mandatory: false, topics: ['events'], fact: { fact: 'async', entity: 'booking' } },
    { id: 'B3', title: 'The lock is for one seat of one event.', mandatory: false, topics: ['locks'], fact: { fact: 'has', of: { kind: 'distributed-lock', where: [['granularity', '=', 'resource'], ['lockKeyPattern', 'stated', true]] } } },
  ],
  hints: [
    'Two fans press “buy” for the same seat. Who could both believe they have it, and at which moment is that decided?',
    'Paying takes minutes. Can a row in the database stay locked for so long?',
    'One lock for each seat, that runs out by itself; and a unique constraint that has the last word.',
    'The booking service takes the lock seat:{event}:{seat} for ten minutes, writes to Postgres with a condition, and captured changes feed search and mail. Event pages come from a cache.',
  ],
  mistakes: [
    { text: 'A row stays locked while the fan looks for a credit card; everybody else waits.', when: { fact: 'not', of: { fact: 'silent', rules: ['lock/database-lock-held-too-long'] } }, shown: 'set booking-svc -> tickets-db { lockHoldSeconds: 300 }' },
    { text: 'The lock never runs out: a fan who closes the tab keeps the seat for ever.', when: { fact: 'has', of: { kind: 'distributed-lock', where: [['ttlMs', '=', 'none']] } }, shown: 'set seat-lock { ttlMs: none }' },
    { text: 'One lock for the whole event sells one seat at a time.', when: { fact: 'has', of: { kind: 'distributed-lock', where: [['granularity', '=', 'global']] } }, shown: 'set seat-lock { granularity: global }' },
    { text: 'Search by LIKE on the database that sells the seats.', when: { fact: 'not', of: { fact: 'not-from', entity: 'event', kind: 'core-database', where: [['queryPattern', '=', 'full-text']] } }, shown: 'set event-svc -> tickets-db { queryPattern: full-text }' },
    { text: 'Writing the database and the search index one after the other: one day they disagree.', when: { fact: 'not', of: { fact: 'silent', rules: ['*/dual-write*'] } }, shown: 'event-svc -> tickets-db by db-write { dataFlows: [event] }\nevent-svc -> search-db by search-write { dataFlows: [event] }' },
    { text: 'Trusting the lock alone: when it runs out early, a seat is sold twice.', when: { fact: 'all', of: [{ fact: 'has', of: { kind: 'distributed-lock' } }, { fact: 'not', of: { fact: 'conditional', entity: 'booking' } }] }, shown: 'set booking-svc -> tickets-db { conditionalWrite: false }' },
    { text: 'Sending the mail while the buyer waits for the answer.', when: { fact: 'connection', from: { kind: 'service' }, to: { kind: 'external-system' }, where: [['interaction', '=', 'request']], carries: 'booking' }, shown: 'booking-svc -> email-provider by external-once { dataFlows: [booking] }' },
  ],
  curveballs: [
    {
      ...exactlyOnce({ entity: 'payment', outside: true, says: 'Some fans were charged twice: the page hung while they paid, and they pressed the button again. From now on one hold is one charge, whoever tries again.' }),
      answer: `
        set fans -> gateway { idempotencyKey: true, dataFlows: [event, booking, payment] }
        set gateway -> booking-svc { idempotencyKey: true, dataFlows: [booking, payment] }
        set booking-svc -> tickets-db { dataFlows: [booking, payment] }
      `,
    },
    {
      ...deleteMyData({ entities: ['booking'], says: 'A fan asks you to forget every concert that she has been to. How long does it take until nothing of it is left?' }),
      answer: 'set tickets-db { dataRetentionDays: 30 }',
    },
  ],
  pitch:
    'Looking and buying have nothing to do with each other, so they get different ways: event pages come from a cache, search from its own index, both fed by captured changes of the one database of record. A seat is decided in one place: a lock for each seat, ten minutes long, keeps fans from fighting, and a conditional write has the last word if the lock fails. Payment carries an idempotency key, and the mail waits in a stream.',
  designs: [
    {
      id: 'reference',
      title: 'A lock for each seat, Postgres, captured changes',
      about: 'The lock holds the seat while the fan pays, the unique constraint has the last word, and captured changes feed search and mail.',
      text: `
        web-client fans "Fans"
        cdn cdn "CDN"
        blob media-store "Media store" { clientAccess: via-cdn }
        gateway gateway "Gateway"
        service search-svc "Search service" { instances: 12 }
        service event-svc "Event service" { instances: 18 }
        service booking-svc "Booking service" { role: orchestrator, instances: 4, consistencyPattern: saga }
        search search-db "Search database" { instances: 12 }
        redis-cache event-cache "Event cache" { hitRatio: 0.95 }
        redlock seat-lock "Seat lock" { ttlMs: 600000, maxHoldMs: 300000, lockKeyPattern: "seat:{eventId}:{seatId}" }
        postgres tickets-db "Tickets database" { rationale: "ACID transactions and a unique constraint on (event, seat) prevent double booking" }
        external payment-provider "Payment provider"
        kafka change-stream "Change stream" { partitionKey: eventId }
        worker indexer "Indexer" { instances: 8, perInstanceRps: 500 }
        worker notifier "Notifier" { instances: 8, perInstanceRps: 500 }
        external email-provider "Email provider"
        dlq events-dlq "Events DLQ"

        fans -> cdn by cdn-read { peakRps: 20000, dataFlows: [media], cacheable: true }
        cdn -> media-store by origin { dataFlows: [media] }
        fans -> gateway by client-http { access: read-write, peakRps: 20000, readFraction: 0.9, dataFlows: [event, booking] }
        gateway -> search-svc by route { access: read, callsPerRequest: 0.4, dataFlows: [event] }
        gateway -> event-svc by route { access: read, callsPerRequest: 0.6, dataFlows: [event] }
        gateway -> booking-svc by route { access: write, dataFlows: [booking] }
        search-svc -> search-db by search-read { dataFlows: [event] }
        event-svc -> event-cache by cache-read { dataFlows: [event] }
        event-svc -> tickets-db by db-read { cacheMissOf: event-cache, dataFlows: [event] }
        booking-svc -> seat-lock by acquire
        booking-svc -> tickets-db by db-write { transactional: true, conditionalWrite: true, dataFlows: [booking] }
        booking-svc -> payment-provider by external-call { callsPerRequest: 0.5, dataFlows: [payment] }
        tickets-db -> change-stream by cdc { dataFlows: [event, booking] }
        change-stream -> indexer by consume { consumerGroup: search-indexer, dataFlows: [event] }
        indexer -> search-db by search-write { dataFlows: [event] }
        indexer -> events-dlq by dead
        change-stream -> notifier by consume { consumerGroup: notifications, dataFlows: [booking] }
        notifier -> email-provider by external-once { callsPerRequest: 0.25 }
        notifier -> events-dlq by dead
      `,
    },
    {
      id: 'dynamodb-etcd',
      title: 'DynamoDB with conditions, etcd for the seats',
      about: 'Seats are found by key and written under a condition, so partitions spread the sale. The lock comes from a consensus store whose revision fences late writers. Take it where the sale outgrows one primary.',
      from: 'reference',
      text: `
        dynamodb tickets-db "Tickets table" { rationale: "Seats are found by key; transactions with a condition on the seat keep a booking whole, and partitioning by event and seat spreads a busy sale", shardKey: eventSeat, shardCount: 8 }
        etcd-lock seat-lock "Seat lock" { ttlMs: 600000, maxHoldMs: 300000, lockKeyPattern: "seat:{eventId}:{seatId}" }
        set event-svc -> tickets-db { protocol: nosql-api }
        set booking-svc -> tickets-db { protocol: nosql-api }
      `,
    },
    {
      id: 'one-shop-queues',
      title: 'One shop service, an outbox and queues',
      about: 'Fewer parts: one service shows and searches events, and an outbox beside the booking feeds a queue for each follower. Take it while one team owns it all.',
      from: 'reference',
      text: `
        remove search-svc, change-stream, events-dlq
        service event-svc "Shop service" { instances: 30 }
        set gateway -> event-svc { callsPerRequest: 1 }
        event-svc -> search-db by search-read { callsPerRequest: 0.4, dataFlows: [event] }
        set event-svc -> event-cache { callsPerRequest: 0.6 }
        queue index-queue "Index queue"
        queue mail-queue "Mail queue"
        dlq index-dlq "Index DLQ"
        dlq mail-dlq "Mail DLQ"
        tickets-db -> index-queue by cdc { dataFlows: [event] }
        tickets-db -> mail-queue by cdc { dataFlows: [booking] }
        index-queue -> indexer by consume-queue { dataFlows: [event] }
        mail-queue -> notifier by consume-queue { dataFlows: [booking] }
        index-queue -> index-dlq by dead
        mail-queue -> mail-dlq by dead
      `,
    },
  ],
  mutants: [
    { what: 'Nobody takes the lock.', text: 'remove booking-svc -> seat-lock', fails: ['M1', 'B3'] },
    { what: 'The lock never runs out.', on: ['reference', 'one-shop-queues'], text: 'set seat-lock { ttlMs: none }', fails: ['M1', 'no-errors'] },
    { what: 'The lock of a lease never runs out.', on: ['dynamodb-etcd'], text: 'set seat-lock { ttlMs: none }', fails: ['M1'] },
    { what: 'Nobody says whether the lock runs out.', text: 'set seat-lock { ttlMs: unset }', fails: [], leavesOpen: ['M1'] },
    { what: 'The booking is written blindly.', text: 'set booking-svc -> tickets-db { conditionalWrite: false }', fails: ['M2'] },
    { what: 'Search asks the primary.', on: ['reference', 'dynamodb-etcd'], text: 'remove search-svc -> search-db\nsearch-svc -> tickets-db by db-read { queryPattern: full-text, cacheMissOf: event-cache, dataFlows: [event] }', fails: ['M3'] },
    { what: 'The index is never fed.', text: 'remove indexer -> search-db', fails: ['M4'] },
    { what: 'The service writes the database and the index.', text: 'remove indexer\nevent-svc -> tickets-db by db-write { dataFlows: [event], conditionalWrite: true }\nevent-svc -> search-db by search-write { dataFlows: [event] }', fails: ['M4'] },
    { what: 'Bookings in a store without transactions.', text: 'set tickets-db { transactions: single-item }', fails: ['M5'] },
    { what: 'Paying without an idempotency key.', text: 'set booking-svc -> payment-provider { idempotencyKey: false }', fails: ['M6'] },
    { what: 'No cache in front of the events.', text: 'remove event-cache\nset tickets-db { perInstanceReadRps: 50000 }', fails: ['B1'] },
    { what: 'The buyer waits for the mail.', text: 'remove notifier\nbooking-svc -> email-provider by external-once { dataFlows: [booking] }', fails: ['B2'] },
    { what: 'One lock for all seats.', text: 'set seat-lock { granularity: global }', fails: ['B3'] },
    { what: 'Two servers for the sale.', text: 'set event-svc { instances: 2, autoScaling: manual }', fails: ['headroom', 'no-errors'] },
    { what: 'A database without a reason.', text: 'set tickets-db { rationale: unset }', fails: [], leavesOpen: ['database-reason'] },
    { what: 'One gateway for all.', text: 'set gateway { instances: 1, highAvailability: none, perInstanceRps: 80000, concurrencyPerInstance: 4000 }', fails: ['no-single-point'] },
  ],
};
