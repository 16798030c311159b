import { properties, type ValuesOf } from './property.ts';

/** Settings of the whole diagram. */
export const settingsProperties = properties({
  interviewType: { type: 'enum', options: ['product', 'infrastructure'], label: 'Interview type', help: 'What is asked of you: a product, where relational is the usual start, or infrastructure, where NoSQL is.', group: 'general' },
  dailyActiveUsers: { type: 'integer', min: 0, label: 'Daily active users', help: 'How many people use it on a usual day. Every estimate starts here.', group: 'general' },
  peakToAverageRatio: { type: 'number', min: 0, label: 'Peak to average ratio', help: 'How much busier the busiest time is than the day as a whole. An assumption: say so.', group: 'capacity', typical: 3 },
  availabilityTarget: { type: 'ratio', label: 'Availability target', help: 'How much of the time the main paths of your users must work.', group: 'redundancy', typical: 0.999 },
  latencyTargetP99Ms: { type: 'number', min: 0, unit: 'ms', label: 'Latency target, p99', help: 'What 99 of 100 requests that somebody waits for must stay below.', group: 'capacity', typical: 500 },
  retentionDays: { type: 'integer', min: 0, unit: 'days', label: 'Storage horizon', help: 'How far ahead storage is estimated.', group: 'capacity', typical: 365 },
  fragment: { type: 'boolean', label: 'Fragment', help: 'Choose yes if this is a part of a system, and what starts it is drawn elsewhere.', group: 'general', typical: false },
});

/** Fields of a data entity but its name. */
export const entityProperties = properties({
  classification: { type: 'enum', options: ['public', 'internal', 'personal', 'financial', 'secret'], label: 'Classification', help: 'How much harm it does in the wrong hands.', group: 'security' },
  mutability: { type: 'enum', options: ['immutable', 'append-only', 'mutable'], label: 'Mutability', help: 'Whether it may change after it was written.', group: 'data' },
  consistencyNeed: { type: 'enum', options: ['strong', 'read-your-writes', 'eventual'], label: 'Consistency need', help: 'How fresh a read of it must be.', group: 'consistency' },
  lossTolerant: { type: 'boolean', label: 'Loss is acceptable', help: 'Choose yes if some of these may get lost.', group: 'delivery' },
  averageBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Average size', help: 'How large one record is on average.', group: 'capacity' },
  recordsPerDay: { type: 'number', min: 0, label: 'Records per day', help: 'How many are added on a usual day.', group: 'capacity' },
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

/** Severity of a rule in the diagram's own configuration. */
export type RuleSetting = 'off' | 'suggestion' | 'warning' | 'error';

/** What a diagram says about one rule: its severity, alone or with options; `default` where only the options differ from the preset. */
export type RuleConfig = RuleSetting | readonly [RuleSetting | 'default', Readonly<Record<string, unknown>>];

export type Preset = 'recommended' | 'strict' | 'interview-coach' | 'off';

export interface LintConfig {
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, RuleConfig>>;
}

export type Settings = ValuesOf<typeof settingsProperties> & { readonly lintConfig?: LintConfig };
export type EntityFields = ValuesOf<typeof entityProperties>;
export type BoundaryProperties = ValuesOf<typeof boundaryProperties>;
export type NoteProperties = ValuesOf<typeof noteProperties>;
