import { type Question, right, wrong } from './question.ts';

/** What is still there after something has died. */
export const durabilityQuestions: readonly Question[] = [
  {
    id: 'worker-acknowledges',
    topics: ['durability', 'queues'],
    asks: 'When does the worker tell the queue that a message is done?',
    sketch: `service api
queue jobs
worker mailer { idempotent: true, ? }
queue failed "Failed jobs" { isDeadLetterQueue: true, dlqAlarm: true }
api -> jobs -> mailer
jobs -> failed { interaction: dead-letter }`,
    rules: ['worker/acknowledges-before-processing'],
    options: [
      wrong('As soon as it has taken it', 'ackMode: before-processing'),
      right('After the work', 'ackMode: after-processing', 'If it dies in between, the message comes back to another worker.'),
    ],
  },
  {
    id: 'queue-of-orders-on-disk',
    topics: ['durability', 'queues'],
    asks: 'No order may get lost. What does the queue do with them?',
    sketch: `entity order "Order" { lossTolerant: false }
service api
queue orders { ? }
worker billing
api -> orders { dataFlows: [order] }
orders -> billing`,
    rules: ['queue/not-durable'],
    options: [
      wrong('It keeps them in memory', 'durable: false'),
      right('It writes them to disk, on three nodes', 'durable: true, replicas: 2', 'A node may die at any time; the orders are on the other two.'),
    ],
  },
  {
    id: 'replicas-or-backup',
    topics: ['durability'],
    asks: 'Somebody runs DELETE without WHERE. What brings the data back?',
    sketch: `service api
core-database db { replicas: 2, ? }
api -> db { access: read-write }`,
    rules: ['database/no-backup'],
    options: [
      wrong('The two replicas', 'backup: none'),
      right('The snapshot of last night', 'backup: snapshot', 'All but the changes of today are saved.'),
      right('The log, up to the second before', 'backup: point-in-time', 'You choose the moment to which you return.'),
    ],
  },
  {
    id: 'database-that-fails-over',
    topics: ['durability', 'scaling'],
    asks: 'The host of the database dies. What lets users go on?',
    sketch: `client web
service api
core-database db { ? }
web -> api -> db`,
    rules: ['database/no-redundancy'],
    options: [
      wrong('The backup of last night', 'replicas: 0, backup: snapshot'),
      right('A replica that takes over', 'replicas: 2', 'Seconds instead of the hours that a restore takes.'),
    ],
  },
  {
    id: 'files-on-one-device',
    topics: ['durability', 'large-files'],
    asks: 'Where does the bucket keep the photos that nobody has elsewhere?',
    sketch: `service api
blob-storage photos { ? }
api -> photos`,
    rules: ['blob-storage/weak-redundancy'],
    options: [
      wrong('On one device', 'redundancy: single-device'),
      right('In several zones', 'redundancy: multi-zone', 'A fire in one building takes no photo with it.'),
    ],
  },
];
