import type { Severity } from '#rules/finding.ts';

/** By what the Problems panel gathers findings. */
export type GroupBy = 'severity' | 'component' | 'category';

/** What the Problems panel shows of a report. It belongs to the editor, so that stepping through the findings follows it. */
export interface ProblemsView {
  readonly list: 'findings' | 'questions' | 'accepted';
  readonly hidden: ReadonlySet<Severity>;
  readonly search: string;
  readonly groupBy: GroupBy;
  /** Ids of folded groups. */
  readonly folded: ReadonlySet<string>;
}

export const usualProblemsView: ProblemsView = { list: 'findings', hidden: new Set(), search: '', groupBy: 'severity', folded: new Set() };
