import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';
import { sources } from '../sources.ts';
import { streamProcessing } from '../stream-processing.ts';

export const worker = defineKind({
  id: 'worker',
  label: 'Worker',
  family: 'compute',
  summary: 'Code that takes jobs from a queue or stream, at its own pace.',
  silhouette: 'gear-card',
  traits: ['compute'],
  section: 'supporting',
  entries: [
    {
      id: 'worker',
      label: 'Worker',
      shortcut: 'w',
      glyph: ['M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z', 'M12 4v3', 'M12 17v3', 'M4 12h3', 'M17 12h3', 'M6.3 6.3l2.2 2.2', 'M15.5 15.5l2.2 2.2', 'M6.3 17.7l2.2-2.2', 'M15.5 8.5l2.2-2.2'],
    },
  ],
  properties: properties({
    ...common,
    instances: { ...common.instances, key: true },
    idempotent: { type: 'boolean', label: 'Idempotent', help: 'Doing a message twice does no harm.', group: 'consistency', key: true, typical: true },
    ackMode: { type: 'enum', options: ['after-processing', 'before-processing'], label: 'Acknowledges', help: 'When it tells the broker that a message is done. Before the work, a crash loses it.', group: 'delivery', typical: 'after-processing' },
    processingP99Seconds: { type: 'number', min: 0, unit: 's', label: 'Processing time, p99', help: 'How long a slow job takes. The visibility timeout must be longer.', group: 'capacity' },
    batchSize: { type: 'integer', min: 0, label: 'Batch size', help: 'How many messages it fetches at once.', group: 'capacity' },
    extendsVisibility: { type: 'boolean', label: 'Extends visibility', help: 'A long job asks for more time while it runs.', group: 'delivery' },
    leaderElection: { type: 'boolean', label: 'Leader election', help: 'Only one copy works at a time.', group: 'redundancy' },
    consistencyPattern: { type: 'enum', options: ['none', 'saga', 'two-phase-commit', 'outbox', 'try-confirm-cancel'], label: 'Consistency pattern', help: 'What keeps several stores right when a change stops halfway.', group: 'consistency' },
    streamProcessing,
  }),
  detail: ['technology', 'instances', 'idempotent'],
  caveats: [
    { text: 'Expect every message twice, and make the second time harmless.' },
    { text: 'Acknowledge after the work, or a crash loses it.' },
    { text: 'Ask for more time while a long job runs, or somebody else starts it too.', source: sources.sqsMessages },
  ],
  products: [
    { name: 'AWS Lambda', aliases: ['lambda', 'functions', 'serverless'], facts: ['The platform starts and picks the copies.'] },
    { name: 'Apache Flink', aliases: ['flink', 'stream processor'], facts: ['Drops late events unless you allow lateness.'] },
    { name: 'Apache Spark', aliases: ['spark'], facts: ['Works through batches, large or small.'] },
  ],
  presets: [],
  searchWords: ['consumer', 'background job', 'processor'],
});
