import { type Question, right, wrong } from './question.ts';

/** Logs of events: keys, copies, readers, windows. */
export const streamQuestions: readonly Question[] = [
  {
    id: 'two-groups-need-everything',
    topics: ['streams', 'events'],
    asks: 'Billing and email each need every order. Queue or stream?',
    sketch: `service api
? orders "Orders"
worker billing
worker email
api -> orders
orders -> billing { consumerGroup: billing }
orders -> email { consumerGroup: email }`,
    open: 'broker',
    rules: ['queue/fan-out-needs-stream'],
    options: [wrong('A queue', 'queue'), right('A stream', 'stream', 'Each group reads at its own pace, and nobody takes anything away from the others.')],
  },
  {
    id: 'read-it-again',
    topics: ['streams', 'events'],
    asks: 'After a bug, billing wants to read the last three days again. Queue or stream?',
    sketch: `service api
? orders "Orders"
worker billing
api -> orders
orders -> billing { replayRequired: true }`,
    open: 'broker',
    rules: ['queue/replay-expected'],
    options: [wrong('A queue', 'queue'), right('A stream', 'stream', 'It keeps what has been read; a reader only moves its bookmark back.')],
  },
  {
    id: 'producer-acknowledgement',
    topics: ['streams', 'durability'],
    asks: 'Orders must survive the loss of a broker. When does the producer take an event as written?',
    sketch: `entity order "Order" {}
service api
stream events { replicationFactor: 3, ? }
worker reader
api -> events { dataFlows: [order] }
events -> reader`,
    rules: ['stream/weak-acknowledgement'],
    options: [
      wrong('At once', 'producerAcks: "0", minInsyncReplicas: 2'),
      wrong('When the leader has it', 'producerAcks: "1", minInsyncReplicas: 2'),
      wrong('When all copies that are in sync have it, and one in sync is enough', 'producerAcks: all, minInsyncReplicas: 1'),
      right('When all copies that are in sync have it, and that is two at least', 'producerAcks: all, minInsyncReplicas: 2', 'Two of three have it, so one may die; and one may be down without stopping the writing.'),
    ],
  },
  {
    id: 'copies-of-an-event',
    topics: ['streams', 'durability'],
    asks: 'How many copies of each event does this stream keep?',
    sketch: `service api
stream events { ? }
worker reader
api -> events -> reader`,
    rules: ['stream/no-replication'],
    options: [wrong('One', 'replicationFactor: 1'), right('Three', 'replicationFactor: 3', 'One can be repaired while another one fails, and the events are still there.')],
  },
  {
    id: 'partition-key-for-clicks',
    topics: ['streams', 'scaling'],
    asks: 'Clicks on ads spread over twelve partitions. By which key?',
    sketch: `service api
stream clicks { partitions: 12, ? }
worker reader
api -> clicks -> reader`,
    rules: ['stream/hot-partition-key'],
    options: [
      wrong('By country', 'partitionKey: country'),
      wrong('By type of device, of which there are four', 'partitionKey: deviceType, partitionKeyCardinality: low'),
      right('By ad and a little salt', 'partitionKey: "adId + salt"', 'Many values, and a famous ad does not sit on one partition alone.'),
    ],
  },
  {
    id: 'key-for-a-ledger',
    topics: ['streams', 'consistency'],
    asks: 'Accounts are rebuilt from the events of this stream. Which key keeps that right?',
    sketch: `service accounts
stream ledger { partitions: 12, eventSourcing: true, retentionSeconds: unlimited, cleanupPolicy: delete, ? }
worker reader
accounts -> ledger -> reader`,
    rules: ['stream/no-partition-key'],
    options: [wrong('None, so that they spread evenly', 'partitionKey: ""'), right('The account', 'partitionKey: accountId', 'All events of an account lie in one partition, in the order in which they happened.')],
  },
  {
    id: 'how-long-a-ledger-lives',
    topics: ['streams', 'durability'],
    asks: 'This stream is the only record of the accounts. How long does it keep events?',
    sketch: `service accounts
stream ledger { eventSourcing: true, partitions: 12, partitionKey: accountId, ? }
worker reader
accounts -> ledger -> reader`,
    rules: ['stream/event-sourcing-loses-history'],
    options: [
      wrong('A week, like the others', 'retentionSeconds: 604800, cleanupPolicy: delete'),
      wrong('The last event of each key', 'retentionSeconds: unlimited, cleanupPolicy: compact'),
      right('For ever', 'retentionSeconds: unlimited, cleanupPolicy: delete', 'A balance is the sum of all that has happened: none of it may go.'),
    ],
  },
  {
    id: 'more-readers-than-partitions',
    topics: ['streams', 'scaling'],
    asks: 'A group reads twelve partitions. How many copies of the reader help?',
    sketch: `service api
stream events { partitions: 12 }
worker reader { ? }
api -> events -> reader`,
    rules: ['stream/consumers-exceed-partitions'],
    options: [
      wrong('Twenty, to be safe', 'instances: 20'),
      right('Twelve', 'instances: 12', 'One for each partition: more of them would stand idle.'),
      right('Four', 'instances: 4', 'Each takes three partitions, and there is room to grow to twelve.'),
    ],
  },
  {
    id: 'time-of-a-window',
    topics: ['streams'],
    asks: 'Phones report usage late, after a tunnel. By which time does billing count it?',
    sketch: `service api
stream usage
worker billing { streamProcessing: { windowing: tumbling, ? } }
api -> usage -> billing`,
    rules: ['stream/window-without-event-time', 'stream/window-without-lateness'],
    options: [
      wrong('By the time of arrival', 'timeSemantics: processing-time'),
      wrong('By the time of the event; what is late is dropped', 'timeSemantics: event-time, allowedLatenessSeconds: 0, lateEventPolicy: drop'),
      right('By the time of the event; what is late is collected apart', 'timeSemantics: event-time, allowedLatenessSeconds: 60, lateEventPolicy: side-output', 'It counts where it happened, and even the very late is not lost.'),
    ],
  },
  {
    id: 'weekend-outage',
    topics: ['streams', 'durability'],
    asks: 'A reader of orders breaks on Friday night. How long should the stream keep its events?',
    sketch: `entity order "Order" {}
service api
stream events { ? }
worker reader
api -> events { dataFlows: [order] }
events -> reader { dataFlows: [order] }`,
    rules: ['stream/retention-too-short'],
    options: [wrong('An hour', 'retentionSeconds: 3600'), right('A week', 'retentionSeconds: 604800', 'The reader is repaired on Monday and catches up.')],
  },
];
