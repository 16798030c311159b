import { deleteMyData } from '../curveballs/delete-my-data.ts';
import type { Fact } from '../facts.ts';
import type { Scenario } from '../scenario.ts';

const worker = { kind: ['worker', 'service'] } as const;
const channelQueue = { kind: 'queue', where: [['isDeadLetterQueue', '!=', true]] } as const;
const taken = [['interaction', '=', 'consume']] as const;

const toProvider = { fact: 'connection', from: worker, to: { kind: 'external-system' }, carries: 'notification' } as const satisfies Fact;

/** A queue, a stream or a group of consumers of its own for each of so many channels. */
const ways = (atLeast: number): Fact => ({
  fact: 'any',
  of: [
    { fact: 'connection', from: channelQueue, to: worker, where: taken, carries: 'notification', atLeast },
    { fact: 'connection', from: { kind: 'stream' }, to: worker, where: taken, carries: 'notification', atLeast },
    { fact: 'all', of: [{ fact: 'groups', of: { kind: 'stream' }, atLeast }, { ...toProvider, atLeast }] },
  ],
});

/** One request, three ways to reach a person, none of which may hold up the others. */
export const notificationSystem: Scenario = {
  id: 'notification-system',
  title: 'Notification system',
  knownFrom: 'Amazon SNS, OneSignal',
  type: 'infrastructure',
  difficulty: 'medium',
  topics: ['queues', 'idempotency', 'durability', 'caching', 'scaling'],
  brief: 'Other teams ask you to notify people. You look up what each person wants, and send it by push, e-mail or SMS through outside providers.',
  functional: [
    { id: 'request', text: 'Other services ask for a notification.' },
    { id: 'preferences', text: 'People choose what they get, and on which channel.' },
    { id: 'channels', text: 'It goes out by push, e-mail or SMS.' },
    { id: 'retries', text: 'What fails is tried again.' },
    { id: 'receipts', text: 'One can see later what was sent.' },
  ],
  nonFunctional: [
    { id: 'load', text: '5,000 requests/s at peak.' },
    { id: 'limits', text: 'Providers take 10,000 pushes, 3,000 mails and 500 SMS a second, no more.' },
    { id: 'once', text: 'Nobody sees the same notification twice.' },
    { id: 'isolation', text: 'When one channel is down, the others are not late.' },
    { id: 'kept', text: 'A request that was accepted is not lost.' },
  ],
  settings: { interviewType: 'infrastructure', availabilityTarget: 0.999, latencyTargetP99Ms: 300 },
  entities: [
    { id: 'notification', name: 'Notification', alsoCalled: ['message', 'notification request', 'alert', 'notice'], about: 'Who is told what, and on which channel.', classification: 'personal', mutability: 'append-only', consistencyNeed: 'eventual' },
    { id: 'preference', name: 'Preference', alsoCalled: ['user preference', 'setting', 'notification setting', 'opt-in', 'subscription'], about: 'What a person wants to get, and how.', classification: 'personal', mutability: 'mutable', consistencyNeed: 'eventual' },
    { id: 'receipt', name: 'Receipt', alsoCalled: ['delivery receipt', 'delivery status', 'delivery log', 'notification log'], about: 'What was sent when, and what became of it.', classification: 'internal', mutability: 'append-only', consistencyNeed: 'eventual' },
  ],
  phases: {
    requirements: ['Asks what each provider accepts per second, and what happens to the rest.', 'Says what the caller is promised: accepted, not delivered.'],
    entities: ['Keeps the wish to notify apart from the proof that it was sent.'],
    api: ['Answers POST /notifications with 202 and an id; the caller brings a key, so that a second try is recognised.'],
    'high-level-design': ['Draws a way of its own for each channel, from the queue to the provider.'],
    'deep-dives': ['Lets one provider fail for an hour and tells where its messages wait, and who is late.', 'Says when preferences are looked at, and how stale they may be.'],
  },
  checks: [
    { id: 'M1', title: 'Each channel has a queue and workers of its own, three at least.', mandatory: true, topics: ['queues'], fact: ways(3) },
    { id: 'M2', title: 'On each channel, what keeps failing is parked.', mandatory: true, topics: ['queues', 'durability'], fact: { fact: 'silent', rules: ['queue/missing-dead-letter-queue', 'queue/unlimited-redelivery', 'stream/poison-event-blocks-partition'] } },
    { id: 'M3', title: 'Each call to a provider carries a key, so that a second try is not a second message.', mandatory: true, topics: ['idempotency'], fact: { fact: 'keyed', entity: 'notification', from: worker, to: { kind: 'external-system' } } },
    { id: 'M4', title: 'No provider gets more than it accepts.', mandatory: true, topics: ['scaling'], fact: { fact: 'within-limits', entity: 'notification' } },
    { id: 'M5', title: 'Who asks for a notification waits for no provider.', mandatory: true, topics: ['queues'], fact: { fact: 'all', of: [{ fact: 'off-path', of: { kind: 'external-system' }, carries: 'notification' }, { fact: 'async', entity: 'notification' }] } },
    { id: 'M6', title: 'Before it goes out, preferences are looked up, mostly in a cache.', mandatory: true, topics: ['caching'], fact: { fact: 'cached', entity: 'preference', hitRatio: 0.8, handling: 'notification' } },
    { id: 'B1', title: 'Receipts are kept, and only ever added.', mandatory: false, topics: ['durability'], fact: { fact: 'all', of: [{ fact: 'entity', entity: 'receipt', where: [['mutability', '!=', 'mutable']] }, { fact: 'kept-in', entity: 'receipt', in: { kind: ['core-database', 'blob-storage', 'search-database'] } }] } },
    { id: 'B2', title: 'Each queue has an answer to more than its workers can do.', mandatory: false, topics: ['queues', 'scaling'], fact: { fact: 'all', of: [{ fact: 'not', of: { fact: 'has', of: { kind: 'queue', where: [['isDeadLetterQueue', '!=', true], ['backpressure', '=', 'none']] } } }, { fact: 'silent', rules: ['queue/no-backpressure', 'capacity/queue-drain-below-arrival'] }] } },
  ],
  hints: [
    'The SMS provider does not answer for an hour. Whose e-mail is late because of it?',
    'What does the team that asks wait for, and what is it told?',
    'A queue for each channel, workers that keep to the provider’s limit, and a place for what keeps failing.',
    'The API looks up preferences in a cache and publishes to the queue of the channel. Workers send with a key and add a receipt.',
  ],
  mistakes: [
    { text: 'One queue for all channels: while SMS is stuck, mails and pushes wait behind it.', when: { fact: 'all', of: [ways(1), { fact: 'not', of: ways(2) }, { fact: 'has', of: { kind: 'external-system', where: [['rateLimitRps', '>', 0]] }, atLeast: 2 }] }, shown: 'remove email-queue, sms-queue\npush-queue -> email-worker by consume-queue { consumerGroup: push, dataFlows: [notification] }\npush-queue -> sms-worker by consume-queue { consumerGroup: push, dataFlows: [notification] }' },
    { text: 'Calling the provider while the caller waits: its bad day becomes everybody’s.', when: { fact: 'not', of: { fact: 'off-path', of: { kind: 'external-system' }, carries: 'notification' } }, shown: 'notify-api -> sms-provider by external-once { callsPerRequest: 0.05, dataFlows: [notification] }' },
    { text: 'Trying again without a key: the phone buzzes twice.', when: { ...toProvider, where: [['idempotencyKey', '=', false]] }, shown: 'set sms-worker -> sms-provider { idempotencyKey: false }' },
    { text: 'Nobody looks at the preferences before sending; who has opted out gets it all the same.', when: { fact: 'not', of: { fact: 'cached', entity: 'preference', hitRatio: 0, handling: 'notification' } }, shown: 'remove notify-api -> prefs-cache, notify-api -> prefs-db' },
    { text: 'Channels compete for the messages of one queue as if it were a topic: each gets what another one needed.', when: { fact: 'not', of: { fact: 'silent', rules: ['queue/fan-out-needs-stream'] } }, shown: 'remove email-queue\npush-queue -> email-worker by consume-queue { consumerGroup: email, dataFlows: [notification] }' },
  ],
  curveballs: [
    {
      id: 'login-codes',
      title: 'Login codes in ten seconds',
      says: 'Login codes now come through you as well. Marketing has just queued two million mails, and a code must still be out within ten seconds.',
      checks: [
        { id: 'login-codes-lane', title: 'What is urgent has a queue of its own with a deadline of ten seconds, beside those of the channels.', topics: ['queues'], fact: { fact: 'all', of: [{ fact: 'connection', from: channelQueue, to: worker, where: taken, carries: 'notification', atLeast: 4 }, { fact: 'connection', from: { kind: 'queue', where: [['maxAgeSlaSeconds', '<=', 10]] }, to: worker, where: taken, carries: 'notification' }] } },
      ],
      debrief: 'Priorities inside one queue help little once two million messages are in flight. A good answer gives the urgent ones a queue and workers of their own, states the deadline, and leaves a part of the provider’s limit free for them.',
      answer: `
        queue urgent-queue "Urgent queue" { maxAgeSlaSeconds: 10 }
        worker urgent-worker "Urgent worker" { instances: 6, perInstanceRps: 150 }
        notify-api -> urgent-queue by publish { callsPerRequest: 0.02, dataFlows: [notification] }
        urgent-queue -> urgent-worker by consume-queue { consumerGroup: urgent, dataFlows: [notification] }
        urgent-queue -> notify-dlq by dead
        urgent-worker -> sms-provider by external-once { dataFlows: [notification] }
        urgent-worker -> receipts-db by kv-write { dataFlows: [receipt] }
      `,
    },
    {
      id: 'sent-twice',
      title: 'The same push, twice',
      says: 'A photo of a phone goes round: the same push, twice. Each team swears that it asked once. Show me every place where a second try arrives, and what stops it there.',
      checks: [
        { id: 'sent-twice-asked', title: 'A team that asks twice is recognised.', topics: ['idempotency'], fact: { fact: 'keyed', entity: 'notification', to: { kind: ['service', 'queue', 'stream'] }, from: { kind: ['external-system', 'client', 'service'] } } },
        { id: 'sent-twice-receipt', title: 'The receipt is written once for each key, so that a second delivery is seen.', topics: ['idempotency'], fact: { fact: 'conditional', entity: 'receipt' } },
        { id: 'sent-twice-taken', title: 'A message that arrives twice does no harm.', topics: ['idempotency', 'queues'], fact: { fact: 'repeatable', entity: 'notification' } },
      ],
      debrief: 'The key must be made by whoever wants the notification, and travel with it: through the API, the queue, the provider, and into the receipt. A key made by the worker is a new one at each try.',
      answer: `
        set product-services -> gateway, notify-api -> push-queue, notify-api -> email-queue, notify-api -> sms-queue { idempotencyKey: true }
        set push-worker -> receipts-db, email-worker -> receipts-db, sms-worker -> receipts-db { conditionalWrite: true }
      `,
    },
    {
      ...deleteMyData({ entities: ['preference', 'receipt'], says: 'Somebody leaves and wants to be forgotten within 30 days: what they chose, and each line that says what you sent them. Where is all that?' }),
      answer: 'set receipts-db { dataRetentionDays: 30 }',
    },
  ],
  pitch:
    'Whoever asks gets a quick “accepted”: the API looks up preferences in a cache and puts the message into the queue of its channel. From there each channel is on its own, with workers sized for its provider’s limit, so a dead SMS gateway fills one queue and delays nobody else. Workers send with a key that came with the request, so a second try is not a second message, and add a receipt to a store made for appending. What fails five times is parked, and somebody is told.',
  designs: [
    {
      id: 'reference',
      title: 'A queue for each channel, preferences from a cache',
      about: 'The API decides the channel and answers at once; each channel has its queue, its workers and its limit.',
      text: `
        external product-services "Product services"
        mobile-client user "User"
        gateway gateway "Gateway"
        service notify-api "Notify API" { instances: 10 }
        service prefs-svc "Prefs service" { instances: 2 }
        redis-cache prefs-cache "Prefs cache" { hitRatio: 0.95 }
        dynamodb prefs-db "Prefs database" { shardKey: userId, shardCount: 2, rationale: "key lookup per user at low latency and high availability; flexible schema per channel" }
        queue push-queue "Push queue"
        queue email-queue "Email queue"
        queue sms-queue "SMS queue"
        dlq notify-dlq "Notify DLQ"
        worker push-worker "Push worker" { instances: 20, perInstanceRps: 300 }
        worker email-worker "Email worker" { instances: 10, perInstanceRps: 250 }
        worker sms-worker "SMS worker" { instances: 4, perInstanceRps: 150 }
        external push-provider "Push provider" { rateLimitRps: 10000 }
        external email-provider "Email provider" { rateLimitRps: 3000 }
        external sms-provider "SMS provider" { rateLimitRps: 500 }
        cassandra receipts-db "Receipts database" { instances: 6, shardKey: userId, rationale: "append-only time series per user, write throughput scales horizontally, TTL" }

        product-services -> gateway by client-http { access: write, peakRps: 5000, dataFlows: [notification] }
        user -> gateway by client-http { access: read-write, peakRps: 500, readFraction: 0.8, dataFlows: [preference] }
        gateway -> notify-api by route { access: write, callsPerRequest: 0.98, dataFlows: [notification] }
        gateway -> prefs-svc by route { access: read, dataFlows: [preference] }
        gateway -> prefs-svc by route { access: write, callsPerRequest: 0.02, dataFlows: [preference] }
        prefs-svc -> prefs-db by kv-read { dataFlows: [preference] }
        prefs-svc -> prefs-db by kv-write { dataFlows: [preference] }
        prefs-svc -> prefs-cache by invalidate { dataFlows: [preference] }
        notify-api -> prefs-cache by cache-read { trigger: writes, dataFlows: [preference] }
        notify-api -> prefs-db by kv-read { trigger: writes, cacheMissOf: prefs-cache, dataFlows: [preference] }
        notify-api -> push-queue by publish { callsPerRequest: 0.7, dataFlows: [notification] }
        notify-api -> email-queue by publish { callsPerRequest: 0.25, dataFlows: [notification] }
        notify-api -> sms-queue by publish { callsPerRequest: 0.05, dataFlows: [notification] }
        push-queue -> push-worker by consume-queue { consumerGroup: push, dataFlows: [notification] }
        email-queue -> email-worker by consume-queue { consumerGroup: email, dataFlows: [notification] }
        sms-queue -> sms-worker by consume-queue { consumerGroup: sms, dataFlows: [notification] }
        push-queue -> notify-dlq by dead
        email-queue -> notify-dlq by dead
        sms-queue -> notify-dlq by dead
        push-worker -> push-provider by external-once { dataFlows: [notification] }
        email-worker -> email-provider by external-once { dataFlows: [notification] }
        sms-worker -> sms-provider by external-once { dataFlows: [notification] }
        push-worker -> receipts-db by kv-write { dataFlows: [receipt] }
        email-worker -> receipts-db by kv-write { dataFlows: [receipt] }
        sms-worker -> receipts-db by kv-write { dataFlows: [receipt] }
      `,
    },
    {
      id: 'decide-later',
      title: 'Accept first, decide later',
      about: 'The API only appends to a stream; a router looks up preferences when it is about to send. Take it where requests must be accepted even while preferences are down.',
      from: 'reference',
      text: `
        remove notify-api -> prefs-cache, notify-api -> prefs-db, notify-api -> push-queue, notify-api -> email-queue, notify-api -> sms-queue
        kafka request-stream "Requests" { partitionKey: userId }
        worker router "Router" { instances: 12, maxInstances: 24, perInstanceRps: 800, serviceTimeMs: 5 }
        notify-api -> request-stream by publish { dataFlows: [notification] }
        request-stream -> router by consume { consumerGroup: router, dataFlows: [notification] }
        router -> prefs-cache by cache-read { trigger: all, dataFlows: [preference] }
        router -> prefs-db by kv-read { trigger: all, cacheMissOf: prefs-cache, dataFlows: [preference] }
        router -> push-queue by publish { callsPerRequest: 0.7, dataFlows: [notification] }
        router -> email-queue by publish { callsPerRequest: 0.25, dataFlows: [notification] }
        router -> sms-queue by publish { callsPerRequest: 0.05, dataFlows: [notification] }
        router -> notify-dlq by dead
      `,
    },
    {
      id: 'one-service',
      title: 'One service, one kind of store',
      about: 'Fewer parts: one service takes requests and preferences, and receipts go to a DynamoDB table as well. Take it while one team owns it all.',
      from: 'reference',
      text: `
        remove prefs-svc
        set notify-api { instances: 12 }
        gateway -> notify-api by route { access: read, dataFlows: [preference] }
        set c3 { callsPerRequest: 1, dataFlows: [notification, preference] }
        set notify-api -> prefs-cache, notify-api -> prefs-db { trigger: all }
        notify-api -> prefs-db by kv-write { callsPerRequest: 0.02, dataFlows: [preference] }
        notify-api -> prefs-cache by invalidate { dataFlows: [preference] }
        dynamodb receipts-db "Receipts table" { shardKey: userId, shardCount: 12, rationale: "append-only rows found by user and partitioned by user, with a TTL; one kind of store less to run" }
      `,
    },
    {
      id: 'ask-preferences',
      title: 'Preferences belong to their service; a topic for each channel',
      about: 'Only the preference service touches its cache and table, and others ask it. Topics keep the messages for a replay. Take it where several teams need preferences and Kafka is there already.',
      from: 'reference',
      text: `
        remove notify-api -> prefs-cache, notify-api -> prefs-db, prefs-svc -> prefs-db
        set prefs-svc { instances: 10 }
        notify-api -> prefs-svc by call { access: read, trigger: writes, timeoutMs: 1000, dataFlows: [preference] }
        prefs-svc -> prefs-cache by cache-read { dataFlows: [preference] }
        prefs-svc -> prefs-db by kv-read { cacheMissOf: prefs-cache, dataFlows: [preference] }
        prefs-svc -> prefs-db by kv-write { dataFlows: [preference] }
        kafka push-queue "Push topic" { partitionKey: userId }
        kafka email-queue "Mail topic" { partitionKey: userId }
        kafka sms-queue "SMS topic" { partitionKey: userId }
        remove push-queue -> notify-dlq, email-queue -> notify-dlq, sms-queue -> notify-dlq
        set push-queue -> push-worker, email-queue -> email-worker, sms-queue -> sms-worker { poisonPolicy: dead-letter }
        push-worker -> notify-dlq by dead
        email-worker -> notify-dlq by dead
        sms-worker -> notify-dlq by dead
      `,
    },
  ],
  mutants: [
    { what: 'Mails and SMS share a queue.', text: 'remove sms-queue, sms-worker\nemail-worker -> sms-provider by external-once { callsPerRequest: 0.2, dataFlows: [notification] }', fails: ['M1'] },
    { what: 'Pushes that keep failing go nowhere.', on: ['reference', 'decide-later', 'one-service'], text: 'remove push-queue -> notify-dlq', fails: ['M2', 'dead-letter-queues'] },
    { what: 'A bad push blocks its partition.', on: ['ask-preferences'], text: 'remove push-worker -> notify-dlq', fails: ['M2'] },
    { what: 'SMS go out without a key.', text: 'set sms-worker -> sms-provider { idempotencyKey: false }', fails: ['M3'] },
    { what: 'Nobody says whether mails carry a key.', text: 'set email-worker -> email-provider { idempotencyKey: unset }', fails: [], leavesOpen: ['M3'] },
    { what: 'More SMS than the provider takes.', text: 'set sms-provider { rateLimitRps: 100 }\nset sms-worker { autoScaling: manual }', fails: ['M4', 'no-errors'] },
    { what: 'SMS workers that may grow past the limit.', text: 'set sms-provider { rateLimitRps: 100 }', fails: [], leavesOpen: ['M4'] },
    { what: 'Nobody says what the push provider takes.', text: 'set push-provider { rateLimitRps: unset }', fails: [], leavesOpen: ['M4'] },
    { what: 'The API sends urgent SMS itself.', text: 'notify-api -> sms-provider by external-once { callsPerRequest: 0.01, dataFlows: [notification] }', fails: ['M5'] },
    { what: 'Each request asks the table for preferences.', text: 'remove prefs-cache\nset prefs-db { shardCount: 8 }', fails: ['M6'] },
    { what: 'Preferences are hardly ever in the cache.', text: 'set prefs-cache { hitRatio: 0.3 }\nset prefs-db { shardCount: 8 }', fails: ['M6'] },
    { what: 'Nobody says how often the cache answers.', text: 'set prefs-cache { hitRatio: unset }', fails: [], leavesOpen: ['M6', 'headroom'] },
    { what: 'Nobody looks at preferences.', on: ['reference'], text: 'remove notify-api -> prefs-cache, notify-api -> prefs-db', fails: ['M6'] },
    { what: 'Receipts are overwritten.', text: 'set entity receipt { mutability: mutable }', fails: ['B1'] },
    { what: 'Nothing gives way when pushes pile up.', on: ['reference', 'decide-later', 'one-service'], text: 'set push-queue { backpressure: none }', fails: ['B2'] },
    { what: 'One mail worker for a thousand mails a second.', text: 'set email-worker { instances: 1, autoScaling: manual }', fails: ['headroom'] },
    { what: 'A database without a reason.', text: 'set receipts-db { rationale: unset }', fails: [], leavesOpen: ['database-reason'] },
    { what: 'One gateway for all.', text: 'set gateway { instances: 1, highAvailability: none }', fails: ['no-single-point'] },
  ],
};
