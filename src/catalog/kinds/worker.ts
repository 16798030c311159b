import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';
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
    ...streamProcessing,
    idempotent: { type: 'boolean', label: 'Idempotent', help: 'Safe to run a message twice.', group: 'consistency', key: true, typical: true },
    ackMode: { type: 'enum', options: ['after-processing', 'before-processing'], label: 'Ack mode', help: 'When the message is acknowledged.', group: 'delivery', typical: 'after-processing' },
    processingP99Seconds: { type: 'number', min: 0, unit: 's', label: 'Processing time, p99', help: 'Slow job time; compare visibility timeout.', group: 'capacity' },
    batchSize: { type: 'integer', min: 0, label: 'Batch size', help: 'Messages per fetch.', group: 'capacity' },
    extendsVisibility: { type: 'boolean', label: 'Extends visibility', help: 'Long jobs renew the message lease while working.', group: 'delivery' },
    leaderElection: { type: 'boolean', label: 'Leader election', help: 'Only one copy is active.', group: 'redundancy' },
    consistencyPattern: { type: 'enum', options: ['none', 'saga', 'two-phase-commit', 'outbox', 'try-confirm-cancel'], label: 'Consistency pattern', help: 'How multi-store changes stay correct.', group: 'consistency' },
  }),
  detail: ['technology', 'instances', 'idempotent'],
  caveats: [
    { text: 'Expect every message twice, and make the second time harmless.' },
    { text: 'Acknowledge after the work, or a crash loses it.' },
    { text: 'Ask for more time while a long job runs, or somebody else starts it too.', source: 'AWS, SQS visibility timeout' },
  ],
  products: [
    { name: 'AWS Lambda', aliases: ['lambda'] },
    { name: 'Apache Flink', aliases: ['flink', 'stream processor'], facts: ['Late events are dropped unless you allow lateness.'] },
    { name: 'Apache Spark', aliases: ['spark'] },
  ],
  presets: [],
  searchWords: ['consumer', 'background job', 'processor'],
});
