import { deleteMyData } from '../curveballs/delete-my-data.ts';
import { tenTimesTheWrites } from '../curveballs/ten-times-the-writes.ts';
import type { Scenario } from '../scenario.ts';

/** Messages that find somebody on another server, or on no server at all. */
export const chat: Scenario = {
  id: 'chat',
  title: 'Chat',
  knownFrom: 'WhatsApp',
  type: 'product',
  difficulty: 'hard',
  topics: ['push', 'durability', 'streams', 'scaling', 'large-files'],
  brief: 'Design a messenger: people write to each other and in groups, on several devices, and find their messages when they come back.',
  functional: [
    { id: 'send', text: 'Send messages to one person or to a group.' },
    { id: 'devices', text: 'Get them on each of your devices.' },
    { id: 'offline', text: 'Get what came while you were away, and hear that something came.' },
    { id: 'presence', text: 'See who is online.' },
    { id: 'media', text: 'Send pictures and videos.' },
  ],
  nonFunctional: [
    { id: 'connections', text: '20 million people are connected at the same time.' },
    { id: 'load', text: '100,000 messages/s.' },
    { id: 'fast', text: 'Who is online has the message within 500 ms.' },
    { id: 'kept', text: 'A message that was accepted is never lost; it is kept until it is delivered, 30 days at most.' },
    { id: 'order', text: 'Messages of one conversation arrive in order.' },
  ],
  settings: { interviewType: 'product', availabilityTarget: 0.999, latencyTargetP99Ms: 500 },
  entities: [
    { id: 'message', name: 'Message', alsoCalled: ['chat message', 'text', 'conversation', 'inbox', 'group message'], about: 'What somebody writes, to whom, and its place in the conversation.', classification: 'personal', mutability: 'append-only', consistencyNeed: 'read-your-writes' },
    { id: 'presence', name: 'Presence', alsoCalled: ['online status', 'status', 'last seen', 'heartbeat'], about: 'Who is online, and since when.', classification: 'personal', mutability: 'mutable', consistencyNeed: 'eventual', lossTolerant: true },
    { id: 'media', name: 'Media', alsoCalled: ['attachment', 'image', 'picture', 'photo', 'video', 'file'], about: 'Pictures and videos that a message points to.', classification: 'personal', mutability: 'immutable', consistencyNeed: 'eventual' },
  ],
  phases: {
    requirements: ['Asks how large a group may be, how many devices one has, and how long undelivered messages are kept.', 'Says what may get lost (presence) and what may not (a message with one tick).'],
    entities: ['Thinks of an inbox for each recipient rather than one table of conversations.'],
    api: ['Numbers messages in the client, so that one sent twice is seen once.', 'Lets a device say “all after number 1,041” when it comes back.'],
    'high-level-design': ['Keeps the message before it answers, then tries to deliver it.', 'Says how the server of the sender finds the server of the recipient.'],
    'deep-dives': ['Follows one message to somebody online, somebody offline and a group of 200.', 'Does the sum of open connections, and says what happens when a server with 100,000 of them goes away.'],
  },
  checks: [
    {
      id: 'M1',
      title: 'Messages are pushed over connections that stay open, and the balancer in front lets them.',
      mandatory: true,
      topics: ['push'],
      fact: { fact: 'all', of: [{ fact: 'push', entity: 'message' }, { fact: 'silent', rules: ['load-balancer/websocket-on-l7', 'load-balancer/idle-timeout-*'] }] },
    },
    {
      id: 'M2',
      title: 'A message is kept for good before the sender hears “sent”.',
      mandatory: true,
      topics: ['durability'],
      fact: {
        fact: 'any',
        of: [
          { fact: 'stored', entity: 'message', in: { kind: ['core-database', 'blob-storage'] } },
          { fact: 'stored', entity: 'message', in: { kind: 'stream', where: [['producerAcks', '=', 'all'], ['replicationFactor', '>=', 3]] } },
          { fact: 'stored', entity: 'message', in: { kind: 'queue', where: [['durable', '=', true]] } },
        ],
      },
    },
    { id: 'M3', title: 'A message finds the server that holds the connection of its recipient.', mandatory: true, topics: ['push'], fact: { fact: 'silent', rules: ['service/push-without-routing'] } },
    {
      id: 'M4',
      title: 'Who is offline is told by the push service of the phone, and no sender waits for that.',
      mandatory: true,
      topics: ['push', 'streams'],
      fact: { fact: 'all', of: [{ fact: 'async', entity: 'message' }, { fact: 'leads-to', of: [{ kind: ['stream', 'queue'] }, { kind: ['worker', 'service'] }, { kind: 'external-system' }] }] },
    },
    { id: 'M5', title: 'Who is online is kept in memory only, and may be forgotten.', mandatory: true, topics: ['scaling'], fact: { fact: 'kept-in', entity: 'presence', in: { kind: 'distributed-cache', where: [['ephemeralData', '=', true]] } } },
    {
      id: 'M6',
      title: 'Pictures go straight to blob storage and come back over a CDN that asks for a signed link.',
      mandatory: true,
      topics: ['large-files'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'direct', entity: 'media', access: 'write' },
          { fact: 'direct', entity: 'media', access: 'read' },
          { fact: 'any', of: [{ fact: 'has', of: { kind: 'cdn', where: [['signedUrls', '=', true]] } }, { fact: 'direct', entity: 'media', access: 'read', where: [['authorization', '=', 'presigned-url']] }] },
        ],
      },
    },
    { id: 'M7', title: '20 million open connections find room.', mandatory: true, topics: ['scaling'], fact: { fact: 'open-connections', atLeast: 20_000_000 } },
    { id: 'B1', title: 'A key keeps the messages of a conversation in order.', mandatory: false, topics: ['streams'], fact: { fact: 'any', of: [{ fact: 'has', of: { kind: 'stream', where: [['partitionKey', 'stated', true]] } }, { fact: 'has', of: { kind: 'queue', where: [['ordering', '=', 'fifo-per-group'], ['partitionKey', 'stated', true]] } }] } },
  ],
  hints: [
    'Anna and Ben are connected to different servers. Anna presses “send”. How does the server of Ben learn of it?',
    'Ben’s phone is in a tunnel. Where is the message now, and who tells him when he is back?',
    'An inbox for each recipient that is written first; a channel between the servers for who is online; a worker that wakes up phones.',
    'An L4 balancer spreads the connections over 300 chat servers. Each message goes to the Cassandra inbox of its recipient, then over Redis pub/sub to the server that holds the connection. Captured changes run through a stream to a worker that calls the push service.',
  ],
  mistakes: [
    { text: 'Messages live in pub/sub alone: who is not connected at that moment never sees them.', when: { fact: 'not', of: { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: ['core-database', 'blob-storage'] }, where: [['access', '!=', 'read']], carries: 'message' } }, shown: 'remove messages-db' },
    { text: 'Phones ask for news every few seconds: 20 million of them, mostly for nothing.', when: { fact: 'connection', from: { kind: 'client' }, to: { kind: 'service' }, where: [['protocol', '=', 'http'], ['access', '!=', 'write'], ['serverPush', '!=', true]], carries: 'message' }, shown: 'set phone -> chat-lb { protocol: http, serverPush: unset, concurrentConnections: unset }\nset chat-lb -> chat-svc { protocol: http, serverPush: unset, concurrentConnections: unset }' },
    { text: 'Every server hears every message, and throws nearly all of them away.', when: { fact: 'connection', from: { kind: ['stream', 'queue'] }, to: { kind: 'service' }, where: [['deliveryMode', '=', 'broadcast']], carries: 'message' }, shown: 'remove routing\nmessage-stream -> chat-svc by broadcast { dataFlows: [message] }' },
    { text: 'Who is online is written to the database, with every heartbeat of every phone.', when: { fact: 'connection', from: { kind: 'service' }, to: { kind: 'core-database' }, where: [['access', '!=', 'read']], carries: 'presence' }, shown: 'chat-svc -> messages-db by kv-write { dataFlows: [presence] }' },
    { text: 'A balancer that closes quiet connections after 60 seconds, or sooner than the phones ping: everybody connects again and again.', when: { fact: 'not', of: { fact: 'silent', rules: ['load-balancer/websocket-on-l7', 'load-balancer/idle-timeout-*'] } }, shown: 'lb-l7 chat-lb "Chat load balancer" { websocketSupport: true, idleTimeoutSeconds: 20 }' },
  ],
  curveballs: [
    {
      ...tenTimesTheWrites({
        writesPerSecond: 100_000,
        debrief: 'A million messages a second are a million writes of inboxes, so the database is the first that is full, and the channel between the servers the next. Both only need more shards, because everything is keyed by the recipient already. The stream must have as many partitions as the notifier has copies.',
      }),
      answer: 'set messages-db { instances: 480 }\nset media-db { shardCount: 32, hottestKeyShare: 0.001 }\nset routing { instances: 24 }\nset presence-cache { instances: 24 }\nset chat-svc { instances: 2200, maxInstances: 2400 }\nset message-stream { partitions: 1024 }\nset messages-db -> message-stream { requestBytes: 1000 }\nset push-notifier { instances: 900, maxInstances: 1000 }\nset media-svc { instances: 50, maxInstances: 60 }',
    },
    {
      ...deleteMyData({
        entities: ['message', 'media'],
        debrief: 'Messages need no long life here: once they are delivered, or after 30 days, they may go, so rows that expire answer most of it. What is left are pictures (a lifecycle on the bucket, and a CDN that forgets within a day), the log behind the inboxes, and the devices of others, which no server can reach.',
      }),
      answer: 'set messages-db { dataRetentionDays: 30 }\nset media-store { lifecyclePolicy: tier-and-expire }',
    },
    {
      id: 'channel-of-100000',
      title: 'A channel with 100,000 readers',
      says: 'The football club wants a channel: one writes, 100,000 read. What happens in your design when somebody scores?',
      checks: [
        {
          id: 'channel-fan-out',
          title: 'A worker copies such a message to its readers; the writer does not wait.',
          topics: ['queues', 'streams'],
          fact: { fact: 'leads-to', of: [{ kind: ['stream', 'queue'] }, { kind: 'worker' }, { kind: 'core-database' }], carries: 'message' },
        },
      ],
      debrief: 'Copying to every inbox before the tick makes the writer wait for 100,000 writes. A good answer stores the message once and lets workers copy it, or does not copy at all: readers of large channels ask the channel, as with celebrities in a news feed.',
      answer: 'worker fan-out "Fan-out worker" { instances: 100, perInstanceRps: 2000, serviceTimeMs: 5 }\nmessage-stream -> fan-out by consume { consumerGroup: fan-out, dataFlows: [message] }\ndynamodb channels-db "Channel inboxes" { shardKey: recipientId, shardCount: 400, rationale: "One key lookup for each reader; rows expire by TTL after a day" }\nfan-out -> channels-db by kv-write { dataFlows: [message] }\nchat-svc -> channels-db by kv-read { queryPattern: range, trigger: reads, dataFlows: [message] }\nfan-out -> push-dlq by dead',
    },
  ],
  pitch:
    'A phone keeps one connection to one of 300 chat servers. A message is first written to the inbox of each recipient, then the sender sees one tick; from then on it cannot get lost. If the recipient is online, a channel in Redis carries it to the server that holds the connection. If not, captured changes of the inbox run through a stream to a worker that wakes up the phone, which asks for all after the last number it has. Presence lives in memory and may be forgotten. Pictures go straight to blob storage; messages only point to them.',
  designs: [
    {
      id: 'reference',
      title: 'WebSockets, Cassandra inboxes, Redis between the servers',
      about: 'Chat servers write the inbox, tell each other by pub/sub who is online, and captured changes wake up phones.',
      text: `
        mobile-client phone "Phone"
        lb-l4 chat-lb "Chat load balancer"
        ws-service chat-svc "Chat service" { instances: 300, maxConnectionsPerInstance: 100000 }
        redis-ephemeral routing "Routing" { useCase: pub-sub, instances: 12 }
        redis-ephemeral presence-cache "Presence cache" { useCase: presence, instances: 6 }
        cassandra messages-db "Messages database" { instances: 60, shardKey: recipientId, changeDataCapture: true, rationale: "append-only inbox per recipient: wide rows, write throughput scales horizontally, tunable quorum" }
        kafka message-stream "Message stream" { partitionKey: recipientId, partitions: 128 }
        worker push-notifier "Push notifier" { instances: 100, perInstanceRps: 2000, serviceTimeMs: 5 }
        external push-provider "Push provider"
        dlq push-dlq "Push DLQ"
        gateway gateway "Gateway"
        service media-svc "Media service" { instances: 8 }
        dynamodb media-db "Media database" { shardKey: mediaId, shardCount: 4, rationale: "one key lookup per attachment, partition by media id, TTL deletes expired ones" }
        blob media-store "Media store" { metadataStore: media-db }
        cdn media-cdn "Media CDN" { contentTypes: [images, video, downloads], personalizedPolicy: edge-compute, signedUrls: true, hitRatio: 0.6 }

        phone -> chat-lb by ws { access: read-write, peakRps: 150000, readFraction: 0.33, concurrentConnections: 20000000, dataFlows: [message, presence] }
        chat-lb -> chat-svc by ws { access: read-write, concurrentConnections: 20000000, dataFlows: [message, presence] }
        chat-svc -> messages-db by kv-write { dataFlows: [message] }
        chat-svc -> messages-db by kv-read { queryPattern: range, dataFlows: [message] }
        chat-svc -> routing by cache-write { access: read-write, trigger: writes, lossTolerant: true, dataFlows: [message] }
        chat-svc -> presence-cache by cache-write { callsPerRequest: 0.2, trigger: all, lossTolerant: true, dataFlows: [presence] }
        messages-db -> message-stream by cdc { dataFlows: [message] }
        message-stream -> push-notifier by consume { consumerGroup: push, dataFlows: [message] }
        push-notifier -> presence-cache by cache-read { trigger: all, dataFlows: [presence] }
        push-notifier -> push-provider by external-once { callsPerRequest: 0.1, dataFlows: [message] }
        push-notifier -> push-dlq by dead
        phone -> gateway by client-http { access: read-write, peakRps: 5000, readFraction: 0.6, dataFlows: [media] }
        gateway -> media-svc by route { access: read-write, dataFlows: [media] }
        media-svc -> media-db by kv-read { dataFlows: [media] }
        media-svc -> media-db by kv-write { dataFlows: [media] }
        media-svc -> media-store by blob-read { callsPerRequest: 0.1, critical: false, dataFlows: [media] }
        phone -> media-store by upload { peakRps: 2000, requestBytes: 500000, dataFlows: [media] }
        phone -> media-cdn by cdn-read { peakRps: 10000, dataFlows: [media] }
        media-cdn -> media-store by origin { dataFlows: [media] }
      `,
    },
    {
      id: 'dynamodb-queue',
      title: 'DynamoDB inboxes and a push queue',
      about: 'No Kafka and no cluster of one’s own: a managed table holds the inboxes and lets them expire after 30 days, and its changes fall into a queue that one kind of worker empties. Take it while waking up phones is all that follows a message.',
      from: 'reference',
      text: `
        remove message-stream
        dynamodb messages-db "Messages table" { rationale: "A device asks for one recipient's messages after a number: partition key and sort key; items expire by TTL, and partitions grow with the writes", shardKey: recipientId, shardCount: 200 }
        queue push-queue "Push queue"
        messages-db -> push-queue by cdc { dataFlows: [message] }
        push-queue -> push-notifier by consume-queue { dataFlows: [message] }
        push-queue -> push-dlq by dead
        remove push-notifier -> push-dlq
      `,
    },
    {
      id: 'log-first',
      title: 'Send by HTTP, listen by SSE, the log first',
      about: 'Sending is an ordinary call that ends in a replicated log; one group writes inboxes, one delivers, one wakes up phones. A hash of the user sends a listener to the server that reads its partition, so nobody needs pub/sub. Take it where proxies on the way spoil WebSockets, or more will follow each message.',
      from: 'reference',
      text: `
        remove routing, phone -> chat-lb, chat-lb -> chat-svc, chat-svc -> messages-db, messages-db -> message-stream
        lb-l7 chat-lb "Chat load balancer" { algorithm: consistent-hash, hashKey: userId, idleTimeoutSeconds: 350 }
        kafka message-stream "Message stream" { partitionKey: recipientId, partitions: 600 }
        service send-svc "Send service" { instances: 200 }
        worker inbox-writer "Inbox writer" { instances: 100, perInstanceRps: 2000, serviceTimeMs: 5 }
        phone -> chat-lb by client-http { access: read, protocol: sse, serverPush: true, heartbeatSeconds: 30, peakRps: 50000, concurrentConnections: 20000000, dataFlows: [message, presence] }
        chat-lb -> chat-svc by route { access: read, protocol: sse, serverPush: true, heartbeatSeconds: 30, concurrentConnections: 20000000, dataFlows: [message, presence] }
        gateway send-gateway "Send gateway" { instances: 12 }
        phone -> send-gateway by client-http { access: write, peakRps: 100000, dataFlows: [message] }
        send-gateway -> send-svc by route { access: write, dataFlows: [message] }
        send-svc -> message-stream by publish { requestBytes: 1000, dataFlows: [message] }
        message-stream -> chat-svc by consume { consumerGroup: delivery, poisonPolicy: skip-and-log, dataFlows: [message] }
        message-stream -> inbox-writer by consume { consumerGroup: inbox, dataFlows: [message] }
        inbox-writer -> messages-db by kv-write { dataFlows: [message] }
        inbox-writer -> push-dlq by dead
        chat-svc -> messages-db by kv-read { queryPattern: range, trigger: reads, dataFlows: [message] }
      `,
    },
  ],
  mutants: [
    { what: 'Phones ask again and again.', on: ['reference', 'dynamodb-queue'], text: 'set phone -> chat-lb { protocol: http, serverPush: unset, concurrentConnections: unset }\nset chat-lb -> chat-svc { protocol: http, serverPush: unset, concurrentConnections: unset }', fails: ['M1', 'M7'] },
    { what: 'Listening is asking again and again.', on: ['log-first'], text: 'set phone -> chat-lb { protocol: http, serverPush: unset, concurrentConnections: unset }\nset chat-lb -> chat-svc { protocol: http, serverPush: unset, concurrentConnections: unset }', fails: ['M1', 'M7'] },
    { what: 'The balancer cuts quiet connections.', text: 'lb-l7 chat-lb "Chat load balancer" { algorithm: consistent-hash, hashKey: userId, websocketSupport: true, idleTimeoutSeconds: 20 }', fails: ['M1'] },
    { what: 'Nobody says over what the phones are connected.', text: 'set phone -> chat-lb { protocol: unset }', fails: [], leavesOpen: ['M1', 'M7'] },
    { what: 'Messages live in pub/sub alone.', on: ['reference'], text: 'remove messages-db', fails: ['M2', 'M4', 'B1'] },
    { what: 'Nothing keeps messages.', on: ['dynamodb-queue'], text: 'remove messages-db', fails: ['M2', 'M4'] },
    { what: 'The tick comes before the inbox.', on: ['reference', 'dynamodb-queue'], text: 'remove chat-svc -> messages-db\nchat-svc -> messages-db by kv-write { critical: false, dataFlows: [message] }\nchat-svc -> messages-db by kv-read { queryPattern: range, dataFlows: [message] }', fails: ['M2'] },
    { what: 'The log waits for one copy only.', on: ['log-first'], text: 'set message-stream { producerAcks: 1 }', fails: ['M2'] },
    { what: 'No server knows of the others.', on: ['reference', 'dynamodb-queue'], text: 'remove routing, presence-cache', fails: ['M3', 'M5'] },
    { what: 'The chat service wakes up phones itself.', text: 'remove push-notifier\nchat-svc -> push-provider by external-once { callsPerRequest: 0.1, dataFlows: [message] }', fails: ['M4'] },
    { what: 'Nobody wakes up phones.', text: 'remove push-provider', fails: ['M4'] },
    { what: 'Who is online goes to the database.', text: 'remove presence-cache\nchat-svc -> messages-db by kv-write { callsPerRequest: 0.2, trigger: all, dataFlows: [presence] }', fails: ['M5'] },
    { what: 'Presence that must outlive a restart.', text: 'set presence-cache { ephemeralData: false }', fails: ['M5'] },
    { what: 'Pictures pass through the service.', text: 'remove phone -> media-store\nmedia-svc -> media-store by blob-write { dataFlows: [media] }', fails: ['M6'] },
    { what: 'Whoever knows the address sees the picture.', text: 'set media-cdn { signedUrls: false }\nset phone -> media-cdn { authorization: none }', fails: ['M6'] },
    { what: 'No CDN.', text: 'remove media-cdn', fails: ['M6'] },
    { what: 'Nobody says who may see a picture.', text: 'set media-cdn { signedUrls: unset }', fails: [], leavesOpen: ['M6'] },
    { what: 'Too few chat servers.', text: 'set chat-svc { instances: 150, autoScaling: manual }', fails: ['M7', 'headroom', 'no-errors'] },
    { what: 'Drawn for a million connections.', text: 'set phone -> chat-lb { concurrentConnections: 1000000 }\nset chat-lb -> chat-svc { concurrentConnections: 1000000 }', fails: ['M7'] },
    { what: 'A queue in any order in the place of the stream.', on: ['reference'], text: 'queue message-stream "Message queue"\nmessage-stream -> push-dlq by dead', fails: ['B1'] },
    { what: 'Nobody says what keeps messages in order.', on: ['reference', 'log-first'], text: 'set message-stream { partitionKey: unset }', fails: [], leavesOpen: ['B1'] },
    { what: 'Failed pushes go nowhere.', on: ['dynamodb-queue'], text: 'remove push-dlq', fails: ['dead-letter-queues'] },
    { what: 'One media service.', text: 'set media-svc { instances: 1 }', fails: ['no-single-point'], leavesOpen: ['headroom'] },
    { what: 'A database without a reason.', text: 'set messages-db { rationale: unset }', fails: [], leavesOpen: ['database-reason'] },
  ],
};
