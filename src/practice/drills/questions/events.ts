import { type Question, right, wrong } from './question.ts';

/** What happened, and who hears of it. */
export const eventQuestions: readonly Question[] = [
  {
    id: 'row-and-event',
    topics: ['events', 'consistency'],
    asks: 'An order is stored, and others hear of it. How do both happen, or neither?',
    sketch: `entity order "Order" {}
service shop
core-database db
stream events
worker reader
shop -> db { access: write, dataFlows: [order] }
events -> reader
?`,
    rules: ['database/dual-write-to-broker'],
    options: [
      wrong('The shop stores it, then publishes', 'shop -> events { dataFlows: [order] }'),
      right('The events come from the log of the database', 'db -> events { dataFlows: [order] }', 'What is stored is published, sooner or later; there is nothing in between to fail.'),
      right('The shop stores the event beside the row: an outbox', 'shop -> events { dataFlows: [order], outbox: true }', 'One transaction holds both, and a relay publishes what it finds.'),
    ],
  },
  {
    id: 'name-the-groups',
    topics: ['events', 'streams'],
    asks: 'Billing and email both need every event. What does the stream have to know?',
    sketch: `service api
stream events
worker billing
worker email
api -> events
?`,
    rules: ['stream/missing-consumer-group'],
    options: [
      wrong('Nothing: both listen', 'events -> billing\nevents -> email'),
      right('That they are different groups', 'events -> billing { consumerGroup: billing }\nevents -> email { consumerGroup: email }', 'Those with one name share the events; those with two names each get all.'),
    ],
  },
  {
    id: 'event-that-nobody-can-read',
    topics: ['events', 'streams'],
    asks: 'One event in a partition cannot be read. What does the reader do with it?',
    sketch: `service api
stream events
worker reader
queue failed "Failed events" { isDeadLetterQueue: true, dlqAlarm: true }
api -> events
?`,
    rules: ['stream/poison-event-blocks-partition'],
    options: [
      wrong('That will show', 'events -> reader'),
      right('It parks it and goes on', 'events -> reader { poisonPolicy: dead-letter }\nreader -> failed', 'All events behind it are read, and a person looks at the one.'),
    ],
  },
  {
    id: 'services-that-call-each-other',
    topics: ['events'],
    asks: 'Orders asks inventory for stock, and inventory tells orders when it changes. How?',
    sketch: `service orders
service inventory
orders -> inventory
?`,
    rules: ['topology/synchronous-cycle'],
    options: [
      wrong('By calling back', 'inventory -> orders'),
      right('By an event', 'stream changes\ninventory -> changes -> orders', 'Nobody waits for somebody who waits for them.'),
    ],
  },
];
