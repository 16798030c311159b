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
    runsPerDay: { type: 'number', min: 0, label: 'Runs per day', help: 'How often it runs on a usual day.', group: 'capacity', typical: 288 },
    instances: { type: 'integer', min: 0, label: 'Instances', help: 'How many servers could start it.', group: 'redundancy', key: true, typical: 3 },
    overlapPolicy: { type: 'enum', options: ['allow', 'forbid', 'replace'], label: 'Overlap policy', help: 'What happens if it is due while the last run still goes on.', group: 'behaviour', key: true, typical: 'forbid' },
    idempotent: { type: 'boolean', label: 'Idempotent', help: 'Running it twice does no harm.', group: 'consistency' },
    leaderElection: { type: 'boolean', label: 'Leader election', help: 'Only one of the servers starts it.', group: 'redundancy' },
    consistencyPattern: { type: 'enum', options: ['none', 'saga', 'two-phase-commit', 'outbox', 'try-confirm-cancel'], label: 'Consistency pattern', help: 'What keeps several stores right when a change stops halfway.', group: 'consistency' },
    missedRunPolicy: { type: 'enum', options: ['skip', 'run-once', 'catch-up'], label: 'Missed runs', help: 'What happens to runs that were due while it was down.', group: 'behaviour', typical: 'run-once' },
  }),
  detail: ['schedule', 'instances', 'overlapPolicy'],
  caveats: [
    { text: 'More than one server may start it. Elect a leader, take a lock, or make a second run harmless.' },
    { text: 'Decide what happens when a run outlasts the interval, and after downtime.' },
  ],
  products: [
    { name: 'Kubernetes CronJob', aliases: ['cron'], facts: ['May start twice or not at all in rare cases: make runs idempotent.'] },
    { name: 'Apache Airflow', aliases: ['airflow'], facts: ['Runs steps that depend on each other, and catches up on missed ones.'] },
    { name: 'Amazon EventBridge Scheduler', aliases: ['eventbridge'], facts: ['Starts at least once.'] },
  ],
  presets: [],
  searchWords: ['cron', 'timer', 'batch'],
});
