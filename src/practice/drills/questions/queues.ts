import { type Question, right, wrong } from './question.ts';

/** Work that waits: retries, dead letters, order, pressure. */
export const queueQuestions: readonly Question[] = [
  {
    id: 'message-that-always-fails',
    topics: ['queues'],
    asks: 'One message in a thousand can never be processed. How often may the queue deliver it?',
    sketch: `service api
queue jobs { ? }
worker mailer
queue failed "Failed jobs" { isDeadLetterQueue: true, dlqAlarm: true }
api -> jobs -> mailer
jobs -> failed { interaction: dead-letter }`,
    rules: ['queue/unlimited-redelivery', 'queue/no-retry'],
    options: [
      wrong('Until it works', 'maxDeliveryAttempts: unlimited'),
      wrong('Once', 'maxDeliveryAttempts: 1'),
      right('Five times, then it is parked', 'maxDeliveryAttempts: 5', 'Short troubles pass within five tries; what is left is a bug, and waits for a person.'),
    ],
  },
  {
    id: 'place-for-failed-messages',
    topics: ['queues'],
    asks: 'What else does this queue of mails need?',
    sketch: `service api
queue jobs
worker mailer
api -> jobs -> mailer
?`,
    rules: ['queue/missing-dead-letter-queue', 'queue/dead-letter-queue-unwatched'],
    options: [
      wrong('Nothing: what fails is tried again', ''),
      wrong('A dead-letter queue', 'queue failed "Failed jobs" { isDeadLetterQueue: true }\njobs -> failed { interaction: dead-letter }'),
      right('A dead-letter queue with an alarm', 'queue failed "Failed jobs" { isDeadLetterQueue: true, dlqAlarm: true }\njobs -> failed { interaction: dead-letter }', 'Failures are put aside, and somebody hears of them before they expire.'),
    ],
  },
  {
    id: 'dead-letters-of-a-fifo-queue',
    topics: ['queues'],
    asks: 'Orders come through an SQS FIFO queue. Which dead-letter queue may it use?',
    sketch: `service api
queue orders { technology: "Amazon SQS", ordering: fifo-per-group, partitionKey: orderId, poisonMessagePolicy: dead-letter }
worker billing
queue failed "Failed orders" { isDeadLetterQueue: true, dlqAlarm: true, ? }
api -> orders -> billing
orders -> failed { interaction: dead-letter }`,
    rules: ['queue/dead-letter-type-mismatch'],
    options: [wrong('A standard queue', 'ordering: none'), right('A FIFO queue', 'ordering: fifo-per-group, partitionKey: orderId', 'SQS wants both of the same type.')],
  },
  {
    id: 'how-long-dead-letters-live',
    topics: ['queues'],
    asks: 'SQS keeps these messages for four days, counted from their first arrival. How long must the dead-letter queue keep them?',
    sketch: `service api
queue jobs { technology: "Amazon SQS", retentionSeconds: 345600 }
worker mailer
queue failed "Failed jobs" { isDeadLetterQueue: true, dlqAlarm: true, ? }
api -> jobs -> mailer
jobs -> failed { interaction: dead-letter }`,
    rules: ['queue/dead-letter-retention-too-short'],
    options: [
      wrong('A day', 'retentionSeconds: 86400'),
      wrong('Four days too', 'retentionSeconds: 345600'),
      right('Two weeks', 'retentionSeconds: 1209600', 'A message that arrives there on its last day still has ten days left.'),
    ],
  },
  {
    id: 'visibility-timeout',
    topics: ['queues'],
    asks: 'Rendering takes up to 90 seconds. For how long does the queue hide a message that is being worked on?',
    sketch: `service api
queue jobs { ? }
worker renderer { processingP99Seconds: 90, extendsVisibility: false }
api -> jobs -> renderer`,
    rules: ['queue/visibility-timeout-too-short'],
    options: [
      wrong('30 seconds', 'visibilityTimeoutSeconds: 30'),
      wrong('60 seconds', 'visibilityTimeoutSeconds: 60'),
      right('Nine minutes', 'visibilityTimeoutSeconds: 540', 'Six times what the work takes: a slow one is not given to a second worker.'),
    ],
  },
  {
    id: 'queue-that-fills',
    topics: ['queues', 'scaling'],
    asks: 'Jobs arrive faster than they are done. What should happen?',
    sketch: `service api
queue jobs { ? }
worker mailer
api -> jobs -> mailer`,
    rules: ['queue/no-backpressure'],
    options: [
      wrong('Nothing, a queue is patient', 'backpressure: none'),
      right('More consumers start', 'backpressure: scale-consumers', 'The backlog itself calls for help.'),
      right('Producers are slowed down', 'backpressure: throttle-producer', 'Who asks for work feels that there is too much of it.'),
      right('New jobs are refused', 'backpressure: reject-producer', 'A clear no at once is better than a yes that comes too late.'),
    ],
  },
  {
    id: 'order-and-parallel-work',
    topics: ['queues'],
    asks: 'Events of one order must stay in order, and eight partitions share the work. What does the queue promise?',
    sketch: `service api
queue orders { partitions: 8, ? }
worker billing { instances: 4 }
api -> orders -> billing`,
    rules: ['queue/global-fifo-with-partitions', 'queue/fifo-broken-by-parallel-consumers', 'queue/fifo-group-without-key'],
    options: [
      wrong('One order for all messages', 'ordering: fifo-global'),
      wrong('Order for each group, without a key', 'ordering: fifo-per-group, partitionKey: ""'),
      right('Order for each order id', 'ordering: fifo-per-group, partitionKey: orderId', 'Those that belong together stay in order, and all others run beside each other.'),
    ],
  },
  {
    id: 'wait-for-a-worker',
    topics: ['queues'],
    asks: 'Users want an answer within half a second. What does checkout do after it has queued the payment?',
    sketch: `settings { latencyTargetP99Ms: 500 }
client web
service checkout
queue payments
worker charger
web -> checkout
checkout -> payments { ? }
payments -> charger`,
    rules: ['queue/synchronous-wait'],
    options: [
      wrong('It waits until the payment is made', 'awaitsResult: true'),
      right('It says "we are on it" and tells the result later', 'awaitsResult: false', 'How long the queue is no longer shows in the answer.'),
    ],
  },
  {
    id: 'large-messages',
    topics: ['queues', 'large-files'],
    asks: 'Scans of 3 MiB must reach a worker through a queue that takes 1 MiB. How?',
    sketch: `service api
queue scans { maxMessageBytes: 1048576 }
worker reader
?
scans -> reader`,
    open: 'api -> scans',
    rules: ['queue/message-too-large'],
    options: [
      wrong('Each scan is one message', 'api -> scans { requestBytes: 3145728 }'),
      right('The scan lies in a bucket, the message says where', 'blob-storage files\napi -> files { access: write, requestBytes: 3145728 }\napi -> scans { requestBytes: 400 }\nreader -> files { access: read }', 'A claim check: queues carry news, buckets carry weight.'),
    ],
  },
];
