import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';

export const queue = defineKind({
  id: 'queue',
  label: 'Queue',
  family: 'messaging',
  summary: 'Holds work until a consumer has done it: flattens bursts and spreads jobs over workers.',
  silhouette: 'slotted-pipe',
  traits: ['broker'],
  section: 'building-block',
  entries: [
    {
      id: 'queue',
      label: 'Queue',
      shortcut: '6',
      glyph: ['M3.5 8h4v8h-4z', 'M10 8h4v8h-4z', 'M16.5 8h4v8h-4z'],
    },
  ],
  properties: properties({
    ...common,
    purpose: {
      type: 'enum',
      options: ['buffer-bursts', 'distribute-work', 'decouple', 'delay'],
      label: 'Purpose',
      help: 'Why a queue stands here.',
      group: 'behaviour',
      typical: 'distribute-work',
    },
    ordering: {
      type: 'enum',
      options: ['none', 'fifo-per-group', 'fifo-global'],
      label: 'Ordering',
      help: 'Which messages keep their order.',
      group: 'delivery',
      key: true,
      typical: 'none',
    },
    maxDeliveryAttempts: {
      type: 'integer',
      min: 1,
      word: 'unlimited',
      label: 'Max delivery attempts',
      help: 'Tries before the queue gives up on a message.',
      group: 'delivery',
      key: true,
      typical: 5,
    },
  }),
  detail: ['technology', 'ordering', 'isDeadLetterQueue'],
  caveats: [
    { text: 'A queue flattens bursts but creates no capacity: if work arrives faster than it is done on average, it only delays the failure.' },
  ],
  products: [{ name: 'Amazon SQS', aliases: ['sqs'], facts: ['Hides a message for 30 s while one consumer works on it.'] }],
  presets: [],
  searchWords: ['message queue', 'task queue', 'jobs'],
});
