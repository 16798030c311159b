import { properties, type ValuesOf } from './property.ts';

/** Settings of the whole diagram (A.0.4 but `entities`). */
export const settingsProperties = properties({
  interviewType: {
    type: 'enum',
    options: ['product', 'infrastructure'],
    label: 'Interview type',
    help: 'Product design or infrastructure design.',
    group: 'general',
  },
  availabilityTarget: { type: 'ratio', label: 'Availability target', help: 'Target of the main user paths.', group: 'redundancy', typical: 0.999 },
});

export const entityProperties = properties({
  lossTolerant: { type: 'boolean', label: 'Loss tolerant', help: 'Losing some of these is acceptable.', group: 'data' },
});

export const boundaryProperties = properties({
  boundaryType: {
    type: 'enum',
    options: ['region', 'availability-zone', 'vpc', 'subnet', 'trust-zone', 'account', 'team'],
    label: 'Type',
    help: 'What the frame stands for.',
    group: 'general',
  },
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
