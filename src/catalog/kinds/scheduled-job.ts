import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';

export const scheduledJob = defineKind({
  id: 'scheduled-job',
  label: 'Scheduled job',
  family: 'compute',
  summary: 'Work that the clock starts: nightly closes, reminders, clean-ups.',
  silhouette: 'clock-card',
  traits: ['compute', 'entry'],
  section: 'supporting',
  entries: [
    {
      id: 'scheduled-job',
      label: 'Scheduled job',
      shortcut: 'j',
      glyph: ['M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z', 'M12 7.5V12l3 2'],
    },
  ],
  properties: properties({
    ...common,
    schedule: { type: 'text', label: 'Schedule', help: 'When it runs, in cron form.', group: 'general', typical: '*/5 * * * *' },
    runsPerDay: { type: 'number', min: 0, label: 'Runs per day', help: 'For load estimates.', group: 'capacity', typical: 288 },
    instances: { type: 'integer', min: 0, label: 'Instances', help: 'Servers that may fire it.', group: 'redundancy', key: true, typical: 3 },
    overlapPolicy: { type: 'enum', options: ['allow', 'forbid', 'replace'], label: 'Overlap policy', help: 'New run while the old one runs.', group: 'delivery', key: true, typical: 'forbid' },
    idempotent: { type: 'boolean', label: 'Idempotent', help: 'Running twice is harmless.', group: 'consistency' },
    leaderElection: { type: 'boolean', label: 'Leader election', help: 'Only one server fires it.', group: 'redundancy' },
    consistencyPattern: { type: 'enum', options: ['none', 'saga', 'two-phase-commit', 'outbox', 'try-confirm-cancel'], label: 'Consistency pattern', help: 'How multi-store changes stay correct.', group: 'consistency' },
    missedRunPolicy: { type: 'enum', options: ['skip', 'run-once', 'catch-up'], label: 'Missed run policy', help: 'After downtime.', group: 'delivery', typical: 'run-once' },
  }),
  detail: ['schedule', 'instances', 'overlapPolicy'],
  caveats: [
    { text: 'More than one server may fire it. Elect a leader, take a lock, or make it harmless to run twice.' },
    { text: 'Decide what happens when a run takes longer than the interval, and after downtime.' },
  ],
  products: [
    { name: 'Kubernetes CronJob', aliases: ['cron'] },
    { name: 'Apache Airflow', aliases: ['airflow'] },
    { name: 'Amazon EventBridge Scheduler', aliases: ['eventbridge'] },
  ],
  presets: [],
  searchWords: ['cron', 'timer', 'batch'],
});
