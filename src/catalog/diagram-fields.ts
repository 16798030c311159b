import { properties, type ValuesOf } from './property.ts';

/** Settings of the whole diagram (A.0.4 but `entities`). */
export const settingsProperties = properties({
  interviewType: { type: 'enum', options: ['product', 'infrastructure'], label: 'Interview type', help: 'Product design (relational is the usual default) or infrastructure design (NoSQL is).', group: 'general' },
  dailyActiveUsers: { type: 'integer', min: 0, label: 'Daily active users', help: 'For back-of-envelope estimates.', group: 'general' },
  peakToAverageRatio: { type: 'number', min: 0, label: 'Peak to average ratio', help: 'Peak rate divided by the daily average; an assumption.', group: 'capacity', typical: 3 },
  availabilityTarget: { type: 'ratio', label: 'Availability target', help: 'Target availability of the main user paths.', group: 'redundancy', typical: 0.999 },
  latencyTargetP99Ms: { type: 'number', min: 0, unit: 'ms', label: 'Latency target, p99', help: 'p99 target of synchronous user requests.', group: 'capacity', typical: 500 },
  retentionDays: { type: 'integer', min: 0, unit: 'days', label: 'Retention days', help: 'Horizon of storage estimates.', group: 'capacity', typical: 365 },
  fragment: { type: 'boolean', label: 'Fragment', help: 'Only a part of a system is drawn; nobody has to start it.', group: 'general', typical: false },
});

/** Fields of a data entity but its name (A.0.4). */
export const entityProperties = properties({
  classification: { type: 'enum', options: ['public', 'internal', 'personal', 'financial', 'secret'], label: 'Classification', help: 'Who may see it.', group: 'security' },
  mutability: { type: 'enum', options: ['immutable', 'append-only', 'mutable'], label: 'Mutability', help: 'Whether it changes once it is written.', group: 'data' },
  consistencyNeed: { type: 'enum', options: ['strong', 'read-your-writes', 'eventual'], label: 'Consistency need', help: 'How fresh a read must be.', group: 'consistency' },
  lossTolerant: { type: 'boolean', label: 'Loss tolerant', help: 'Losing some of these is acceptable.', group: 'delivery' },
  averageBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Average size', help: 'Mean size of one record.', group: 'capacity' },
  recordsPerDay: { type: 'number', min: 0, label: 'Records per day', help: 'New records each day.', group: 'capacity' },
  sourceOfTruth: { type: 'reference', to: 'component', label: 'Source of truth', help: 'The component that has the last word on it.', group: 'data' },
});

export const boundaryProperties = properties({
  boundaryType: { type: 'enum', options: ['region', 'availability-zone', 'vpc', 'subnet', 'trust-zone', 'account', 'team'], label: 'Type', help: 'What the frame stands for.', group: 'general' },
  public: { type: 'boolean', label: 'Public', help: 'It can be reached from the internet.', group: 'security' },
  interRegionRttMs: { type: 'number', min: 0, unit: 'ms', label: 'Round trip to other regions', help: 'Time to another region and back.', group: 'capacity' },
});

export const noteProperties = properties({
  noteType: {
    type: 'enum',
    options: ['note', 'requirement', 'assumption', 'question', 'decision'],
    label: 'Type',
    help: 'What the note records.',
    group: 'general',
  },
  attachedTo: {
    type: 'list',
    item: { type: 'reference', to: 'record' },
    label: 'Attached to',
    help: 'What the note is about.',
    group: 'general',
  },
});

/** Severity of a rule in the diagram's own configuration, alone or with options (C.3). */
export type RuleSetting = 'off' | 'suggestion' | 'warning' | 'error';

export interface LintConfig {
  readonly preset?: 'recommended' | 'strict' | 'interview-coach' | 'off';
  readonly rules?: Readonly<Record<string, RuleSetting | readonly [RuleSetting, Readonly<Record<string, unknown>>]>>;
}

export type Settings = ValuesOf<typeof settingsProperties> & { readonly lintConfig?: LintConfig };
export type EntityFields = ValuesOf<typeof entityProperties>;
export type BoundaryProperties = ValuesOf<typeof boundaryProperties>;
export type NoteProperties = ValuesOf<typeof noteProperties>;
