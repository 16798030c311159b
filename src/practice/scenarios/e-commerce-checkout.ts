import { exactlyOnce } from '../curveballs/exactly-once.ts';
import { tenTimesTheWrites } from '../curveballs/ten-times-the-writes.ts';
import type { Scenario } from '../scenario.ts';

/** Money, stock and orders that must agree, beside a catalogue that everybody reads. */
export const eCommerceCheckout: Scenario = {
  id: 'e-commerce-checkout',
  title: 'E-commerce checkout',
  knownFrom: 'Amazon',
  type: 'product',
  difficulty: 'medium',
  topics: ['consistency', 'idempotency', 'caching', 'locks', 'events', 'large-files'],
  brief: 'A shop with a catalogue, a cart and a checkout. Now and then an item is on sale for minutes, and everybody wants it at once.',
  functional: [
    { id: 'browse', text: 'Look at products and their images.' },
    { id: 'cart', text: 'Put things into a cart.' },
    { id: 'pay', text: 'Pay for the cart.' },
    { id: 'stock', text: 'Never sell what is not there: stock does not go below zero.' },
    { id: 'mail', text: 'Send a mail about the order.' },
    { id: 'warehouse', text: 'Hand the order over to the warehouse.' },
  ],
  nonFunctional: [
    { id: 'load', text: '10,000 requests/s, nine of ten only read.' },
    { id: 'checkouts', text: '750 checkouts/s during a flash sale.' },
    { id: 'images', text: '30,000 images/s, all over the world.' },
    { id: 'provider', text: 'The payment provider takes between 300 ms and 2 s.' },
    { id: 'strong', text: 'Stock and orders are always right; a cart shows at once what was put in.' },
    { id: 'available', text: 'Available 99.9 % of the time.' },
  ],
  settings: { interviewType: 'product', availabilityTarget: 0.999, latencyTargetP99Ms: 1000 },
  entities: [
    { id: 'product', name: 'Product', alsoCalled: ['item', 'article', 'catalog', 'catalogue', 'product detail'], about: 'What is sold, with its description and price.', classification: 'public', mutability: 'mutable', consistencyNeed: 'eventual' },
    { id: 'image', name: 'Image', alsoCalled: ['picture', 'photo', 'product image', 'media'], about: 'Pictures of products.', classification: 'public', mutability: 'immutable', consistencyNeed: 'eventual' },
    { id: 'cart', name: 'Cart', alsoCalled: ['basket', 'shopping cart', 'bag'], about: 'What somebody means to buy.', classification: 'personal', mutability: 'mutable', consistencyNeed: 'read-your-writes' },
    { id: 'order', name: 'Order', alsoCalled: ['purchase', 'checkout'], about: 'What somebody has bought, and how far it is on its way.', classification: 'financial', mutability: 'mutable', consistencyNeed: 'strong' },
    { id: 'stock', name: 'Stock', alsoCalled: ['inventory', 'quantity', 'stock level', 'availability'], about: 'How many of an item are left.', classification: 'internal', mutability: 'mutable', consistencyNeed: 'strong' },
    { id: 'payment', name: 'Payment', alsoCalled: ['charge', 'transaction', 'payment intent'], about: 'What is charged for an order.', classification: 'financial', mutability: 'append-only', consistencyNeed: 'strong' },
  ],
  phases: {
    requirements: ['Asks what may go wrong and what may not: a late mail is fine, a sold item that does not exist is not.', 'Asks how hard a flash sale hits a single item.'],
    entities: ['Keeps stock apart from product: one is read by all, the other is fought over.', 'Keeps order and payment apart: one is ours, the other is somebody else’s promise.'],
    api: ['Lets POST /orders carry an idempotency key that the browser makes once for each checkout.'],
    'high-level-design': ['Gives catalogue, cart and checkout ways of their own, and images none through the servers.', 'Draws the line: what happens before the shopper gets an answer, and what follows from events.'],
    'deep-dives': ['Walks through a crash after each step of the checkout, and says who repairs it.', 'Says why the slow provider is never called inside a database transaction.', 'Says what makes the last item go to one shopper only.'],
  },
  checks: [
    { id: 'M1', title: 'Order and stock change together: one transaction, or a saga that is declared.', mandatory: true, topics: ['consistency'], fact: { fact: 'together', entities: ['order', 'stock'] } },
    { id: 'M2', title: 'Two shoppers cannot take the same last item: a lock that expires or a condition guards the stock.', mandatory: true, topics: ['locks', 'consistency'], fact: { fact: 'guarded', entity: 'stock', by: { kind: 'distributed-lock', where: [['ttlMs', '>', 0]] } } },
    { id: 'M3', title: 'Images come over a CDN from blob storage, not through the servers.', mandatory: true, topics: ['large-files', 'caching'], fact: { fact: 'direct', entity: 'image', access: 'read' } },
    {
      id: 'M4',
      title: 'Each charge has an idempotency key, a timeout and a circuit breaker.',
      mandatory: true,
      topics: ['idempotency'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: 'external-system' }, where: [['idempotencyKey', '=', true], ['timeoutMs', '>', 0], ['circuitBreaker', '=', true]], carries: 'payment' },
          { fact: 'keyed', entity: 'payment', to: { kind: 'external-system' } },
        ],
      },
    },
    {
      id: 'M5',
      title: 'Warehouse and mail hear of an order later; the shopper waits for neither.',
      mandatory: true,
      topics: ['events'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'off-path', of: { kind: 'external-system' }, carries: 'order', butFor: 'payment' },
          {
            fact: 'any',
            of: [
              { fact: 'leads-to', of: [{ kind: ['queue', 'stream'] }, { kind: ['worker', 'service'] }, { kind: 'external-system' }], carries: 'order' },
              { fact: 'leads-to', of: [{ kind: ['queue', 'stream'] }, { kind: 'external-system' }], carries: 'order' },
              { fact: 'leads-to', of: [{ kind: 'core-database' }, { kind: ['worker', 'scheduled-job'] }, { kind: 'external-system' }], carries: 'order' },
            ],
          },
        ],
      },
    },
    { id: 'M6', title: 'A cache answers at least eight of ten looks at a product.', mandatory: true, topics: ['caching'], fact: { fact: 'cached', entity: 'product', hitRatio: 0.8 } },
    { id: 'B1', title: 'Whoever follows orders reads one stream, each at its own pace.', mandatory: false, topics: ['events'], fact: { fact: 'groups', of: { kind: 'stream' }, atLeast: 2 } },
    {
      id: 'B2',
      title: 'Only checkouts of items in demand take the lock, or none is needed.',
      mandatory: false,
      topics: ['locks'],
      fact: {
        fact: 'any',
        of: [
          { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: 'distributed-lock' }, where: [['interaction', '=', 'acquire-lock'], ['callsPerRequest', '<', 1]] },
          { fact: 'all', of: [{ fact: 'conditional', entity: 'stock' }, { fact: 'not', of: { fact: 'has', of: { kind: 'distributed-lock' } } }] },
        ],
      },
    },
  ],
  hints: [
    'Which steps of a checkout must all happen or none, and which may follow a minute later?',
    'The card was charged, and then your server died. What does the shopper have, and what do you have?',
    'Order and stock in one database transaction, a key on the charge, and all the rest from events.',
    'Lock only the items that everybody wants, and let the update of the stock refuse to go below zero. Captured changes of the orders feed a stream with one group for the warehouse and one for mails, each with a dead-letter queue.',
  ],
  mistakes: [
    { text: 'One transaction over the own database and the payment provider, without a saga: there is no such transaction.', when: { fact: 'not', of: { fact: 'silent', rules: ['database/cross-store-transaction'] } }, shown: 'set checkout-svc { consistencyPattern: none }\nset checkout-svc -> payment-provider { transactional: true }' },
    { text: 'Publishing the event beside the commit: one of the two gets lost one day, and a paid order never ships.', when: { fact: 'not', of: { fact: 'silent', rules: ['database/dual-write-to-broker'] } }, shown: 'remove orders-db -> order-events\ncheckout-svc -> order-events by publish { dataFlows: [order] }\nset checkout-svc { consistencyPattern: none }' },
    { text: 'Images through the servers that take the orders: the cheapest bytes use the dearest machines.', when: { fact: 'connection', from: { kind: 'client' }, to: { kind: ['api-gateway', 'load-balancer', 'service'] }, where: [['access', '!=', 'write']], carries: 'image' }, shown: 'set shopper -> gateway { dataFlows: [product, image, cart, order] }' },
    {
      text: 'Checking the stock in the cache: it says one is left for a minute after the last one was sold.',
      when: { fact: 'all', of: [{ fact: 'connection', from: { kind: 'service' }, to: { kind: 'distributed-cache' }, where: [['access', '!=', 'write']], carries: 'stock' }, { fact: 'not', of: { fact: 'silent', rules: ['cache/strong-data-from-cache'] } }] },
      shown: 'checkout-svc -> catalog-cache by cache-read { dataFlows: [stock] }\nset checkout-svc -> orders-db { conditionalWrite: false }',
    },
    { text: 'Trying the charge again without a key: some shoppers pay twice.', when: { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: 'external-system' }, where: [['maxAttempts', '>', 1], ['idempotencyKey', '=', false]], carries: 'payment' }, shown: 'set checkout-svc -> payment-provider { idempotencyKey: false }' },
  ],
  curveballs: [
    {
      id: 'provider-down',
      title: 'The provider is gone for an hour',
      says: 'The payment provider is down, and it will take an hour. Marketing does not want to stop the sale. What happens to the next checkout?',
      checks: [
        { id: 'provider-later', title: 'A charge can wait in a queue or stream; no shopper waits for the provider.', topics: ['queues'], fact: { fact: 'async', entity: 'payment' } },
        { id: 'provider-keyed', title: 'A charge that is tried again counts once.', topics: ['idempotency'], fact: { fact: 'keyed', entity: 'payment', to: { kind: 'external-system' } } },
      ],
      debrief: 'An order can be taken before it is paid, if stock is held and an unpaid order is let go after a while. The charge becomes a message that is written with the order and carries its key; the shopper sees “we are charging your card” instead of an error.',
      answer: `
        remove checkout-svc -> payment-provider
        kafka payment-events "Payments due" { partitionKey: orderId }
        worker charger "Charger" { instances: 7, perInstanceRps: 200 }
        orders-db -> payment-events by cdc { dataFlows: [payment] }
        set checkout-svc -> orders-db { dataFlows: [order, stock, payment] }
        payment-events -> charger by consume { consumerGroup: charger, dataFlows: [payment] }
        charger -> payment-provider by external-call { dataFlows: [payment] }
        charger -> orders-dlq by dead
      `,
    },
    {
      ...exactlyOnce({ entity: 'payment', outside: true, says: 'Support found shoppers who paid twice: the page hung, and they pressed “buy” again. From now on one checkout is one charge, whoever tries again.' }),
      answer: `
        set shopper -> gateway { idempotencyKey: true, dataFlows: [product, cart, order, payment] }
        set gateway -> checkout-svc { idempotencyKey: true, dataFlows: [order, payment] }
        set checkout-svc -> orders-db { dataFlows: [order, stock, payment] }
      `,
    },
    {
      ...tenTimesTheWrites({ writesPerSecond: 1000, title: 'Ten flash sales at once' }),
      answer: `
        set gateway { instances: 8 }
        set cart-svc { instances: 12, maxInstances: 20 }
        set cart-db { shardCount: 8, hottestKeyShare: 0.001 }
        set catalog-svc { maxInstances: 16 }
        set checkout-svc { instances: 14, maxInstances: 20 }
        dynamodb orders-db { shardKey: orderId, shardCount: 16, hottestKeyShare: 0.01, rationale: "One transaction over the order and conditional decrements of its items keeps integrity, and partitions take ten times the checkouts" }
        set checkout-svc -> orders-db { protocol: nosql-api }
        set fulfilment { instances: 24, maxInstances: 24, perInstanceRps: 600 }
        set orders-db -> order-events { requestBytes: 1000 }
        set mailer { instances: 24, maxInstances: 24, perInstanceRps: 600 }
      `,
    },
  ],
  pitch:
    'Most people only look, so the catalogue comes from a cache and images from a CDN, and neither touches the checkout. A checkout is decided in one place: one database transaction inserts the order and takes the stock, on the condition that enough is left. Items that everybody wants take a short lock first, so that shoppers queue outside the database. The charge has a key, a timeout and a breaker, and a saga undoes the order if it fails. Warehouse and mail follow from captured changes, each as a group of its own, so a slow partner delays nobody.',
  designs: [
    {
      id: 'reference',
      title: 'One transaction, a lock for items in demand, captured changes',
      about: 'Order and stock share a database, the saga covers the charge, and followers read a stream.',
      text: `
        web-client shopper "Shopper"
        cdn cdn "CDN"
        blob image-store "Image store" { clientAccess: via-cdn }
        gateway gateway "Gateway"
        service catalog-svc "Catalog service" { instances: 12 }
        redis-cache catalog-cache "Catalog cache"
        postgres catalog-db "Catalog database" { rationale: "joins between products, variants and prices; secondary indexes for category pages" }
        service cart-svc "Cart service" { instances: 5 }
        dynamodb cart-db "Cart database" { shardKey: userId, shardCount: 4, rationale: "one key lookup per cart, partition by user id scales horizontally" }
        service checkout-svc "Checkout service" { role: orchestrator, instances: 3, consistencyPattern: saga }
        redlock item-lock "Item lock" { ttlMs: 30000, maxHoldMs: 3000, lockKeyPattern: "sku:{skuId}" }
        postgres orders-db "Orders database" { rationale: "ACID transaction decrements stock and inserts the order together, which keeps integrity" }
        external payment-provider "Payment provider"
        kafka order-events "Order events" { partitionKey: orderId }
        worker fulfilment "Fulfilment" { instances: 7, perInstanceRps: 200 }
        worker mailer "Mailer" { instances: 7, perInstanceRps: 200 }
        external warehouse "Warehouse"
        external email-provider "Email provider"
        dlq orders-dlq "Orders DLQ"

        shopper -> cdn by cdn-read { peakRps: 30000, dataFlows: [image], cacheable: true }
        cdn -> image-store by origin { dataFlows: [image] }
        shopper -> gateway by client-http { access: read-write, peakRps: 10000, readFraction: 0.9, dataFlows: [product, cart, order] }
        gateway -> catalog-svc by route { access: read, callsPerRequest: 0.75, dataFlows: [product] }
        catalog-svc -> catalog-cache by cache-read { dataFlows: [product] }
        catalog-svc -> catalog-db by db-read { cacheMissOf: catalog-cache, dataFlows: [product] }
        gateway -> cart-svc by route { access: read-write, callsPerRequest: 0.25, dataFlows: [cart] }
        cart-svc -> cart-db by kv-read { consistencyRequirement: read-your-writes, dataFlows: [cart] }
        cart-svc -> cart-db by kv-write { dataFlows: [cart] }
        gateway -> checkout-svc by route { access: write, callsPerRequest: 0.75, dataFlows: [order] }
        checkout-svc -> item-lock by acquire { callsPerRequest: 0.1 }
        checkout-svc -> orders-db by db-write { transactional: true, conditionalWrite: true, dataFlows: [order, stock] }
        checkout-svc -> payment-provider by external-call { callsPerRequest: 0.9, dataFlows: [payment] }
        orders-db -> order-events by cdc { dataFlows: [order] }
        order-events -> fulfilment by consume { consumerGroup: fulfilment, dataFlows: [order] }
        fulfilment -> warehouse by external-once { dataFlows: [order] }
        fulfilment -> orders-dlq by dead
        order-events -> mailer by consume { consumerGroup: email, dataFlows: [order] }
        mailer -> email-provider by external-once { dataFlows: [order] }
        mailer -> orders-dlq by dead
      `,
    },
    {
      id: 'optimistic-queues',
      title: 'No lock, and a queue for each follower',
      about: 'The update takes stock only where enough is left, and whoever comes too late is told so. Captured changes fill a queue for the warehouse and one for mails. Fewer parts; take it unless single items are stormed.',
      from: 'reference',
      text: `
        remove item-lock, order-events, orders-dlq
        queue ship-queue "Shipping queue"
        queue mail-queue "Mail queue"
        dlq ship-dlq "Shipping DLQ"
        dlq mail-dlq "Mail DLQ"
        orders-db -> ship-queue by cdc { dataFlows: [order] }
        orders-db -> mail-queue by cdc { dataFlows: [order] }
        ship-queue -> fulfilment by consume-queue { dataFlows: [order] }
        mail-queue -> mailer by consume-queue { dataFlows: [order] }
        ship-queue -> ship-dlq by dead
        mail-queue -> mail-dlq by dead
      `,
    },
    {
      id: 'stock-apart',
      title: 'Stock in a service of its own, held together by a saga',
      about: 'Stock belongs to another team: the checkout asks it to take items under a condition, writes the order, charges, and puts the items back if a step fails. More to explain; take it where stock has other users too.',
      from: 'reference',
      text: `
        remove item-lock
        service stock-svc "Stock service" { instances: 3 }
        dynamodb stock-db "Stock table" { shardKey: skuId, shardCount: 4, hottestKeyShare: 0.2, hotKeyMitigation: write-sharding, rationale: "Key lookup per item with a conditional write that refuses to go below zero; partitions by item, and an item in demand is split into several counters" }
        checkout-svc -> stock-svc by call { access: write, idempotencyKey: true, dataFlows: [stock] }
        stock-svc -> stock-db by kv-write { conditionalWrite: true, timeoutMs: 300, dataFlows: [stock] }
        set checkout-svc -> orders-db { dataFlows: [order] }
      `,
    },
    {
      id: 'one-shop',
      title: 'One service and one Postgres',
      about: 'Catalogue, cart and checkout are modules of one service over one database; only images, cache and followers stand apart. The load fits, and one transaction covers everything. Take it for a first shop.',
      from: 'reference',
      text: `
        remove catalog-svc, cart-svc, catalog-db, cart-db, item-lock, gateway -> checkout-svc, checkout-svc -> orders-db
        service checkout-svc "Shop service" { role: orchestrator, instances: 18, consistencyPattern: saga }
        postgres orders-db "Shop database" { rationale: "One ACID transaction decrements stock and inserts the order; joins serve catalogue pages on a cache miss" }
        gateway -> checkout-svc by route { access: read-write, dataFlows: [product, cart, order] }
        checkout-svc -> orders-db by db-write { callsPerRequest: 0.75, transactional: true, conditionalWrite: true, dataFlows: [order, stock] }
        set orders-db -> order-events { callsPerRequest: 0.75 }
        checkout-svc -> catalog-cache by cache-read { callsPerRequest: 0.75, dataFlows: [product] }
        checkout-svc -> orders-db by db-read { callsPerRequest: 0.75, cacheMissOf: catalog-cache, dataFlows: [product] }
        checkout-svc -> orders-db by db-read { callsPerRequest: 0.25, consistencyRequirement: read-your-writes, dataFlows: [cart] }
        checkout-svc -> orders-db by db-write { callsPerRequest: 0.25, dataFlows: [cart] }
      `,
    },
  ],
  mutants: [
    { what: 'Order and stock without a transaction.', on: ['reference', 'optimistic-queues'], text: 'set checkout-svc -> orders-db { transactional: false }\nset checkout-svc { consistencyPattern: none }', fails: ['M1'] },
    { what: 'Two services, and nothing that holds them together.', on: ['stock-apart'], text: 'set checkout-svc, stock-svc { consistencyPattern: none }', fails: ['M1'] },
    { what: 'Nobody says what holds the two services together.', on: ['stock-apart'], text: 'set checkout-svc { consistencyPattern: unset }', fails: [], leavesOpen: ['M1'] },
    { what: 'Whoever writes last has the stock.', on: ['optimistic-queues'], text: 'set checkout-svc -> orders-db { conditionalWrite: false }', fails: ['M2', 'B2'] },
    { what: 'Neither lock nor condition.', on: ['reference'], text: 'remove item-lock\nset checkout-svc -> orders-db { conditionalWrite: false }', fails: ['M2', 'B2'] },
    { what: 'Whoever writes last has the stock of the table.', on: ['stock-apart'], text: 'set stock-svc -> stock-db { conditionalWrite: false }', fails: ['M2', 'B2'] },
    { what: 'The CDN fetches images from the servers.', text: 'remove image-store\ncdn -> gateway by origin { dataFlows: [image] }', fails: ['M3'] },
    { what: 'A second charge counts again.', text: 'set checkout-svc -> payment-provider { idempotencyKey: false }', fails: ['M4'] },
    { what: 'No breaker in front of the provider.', text: 'set checkout-svc -> payment-provider { circuitBreaker: false }', fails: ['M4'] },
    { what: 'Nobody says how long to wait for the provider.', text: 'set checkout-svc -> payment-provider { timeoutMs: unset }', fails: [], leavesOpen: ['M4'] },
    { what: 'The shopper waits for the warehouse.', text: 'remove fulfilment\ncheckout-svc -> warehouse by external-once { dataFlows: [order] }', fails: ['M5', 'B1'], on: ['reference', 'stock-apart'] },
    { what: 'The one shop calls the warehouse.', text: 'remove fulfilment\ncheckout-svc -> warehouse by external-once { dataFlows: [order] }', fails: ['M5'], on: ['optimistic-queues'] },
    { what: 'Nobody says what the warehouse is told.', text: 'set fulfilment -> warehouse { dataFlows: unset }\nremove mailer -> email-provider', fails: [], leavesOpen: ['M5'] },
    { what: 'Every second product is asked of the database.', text: 'set catalog-cache { hitRatio: 0.5 }', fails: ['M6'] },
    { what: 'Nobody says how often the cache knows.', text: 'set catalog-cache { hitRatio: unset }', fails: [], leavesOpen: ['M6'] },
    { what: 'Nobody sends mails.', text: 'remove mailer', on: ['reference', 'stock-apart', 'one-shop'], fails: ['B1'] },
    { what: 'Each checkout takes the lock.', text: 'set checkout-svc -> item-lock { callsPerRequest: 1 }', on: ['reference'], fails: ['B2'] },
    { what: 'A message that fails has nowhere to go.', text: 'remove ship-dlq', on: ['optimistic-queues'], fails: ['dead-letter-queues'] },
    { what: 'One server for the sale.', text: 'set checkout-svc { instances: 1, perInstanceRps: 400, autoScaling: manual }', fails: ['headroom', 'no-errors', 'no-single-point'] },
    { what: 'A database without a reason.', text: 'set orders-db { rationale: unset }', fails: [], leavesOpen: ['database-reason'] },
    { what: 'A single gateway.', text: 'set gateway { instances: 1, highAvailability: none }', fails: ['no-single-point'] },
  ],
};
