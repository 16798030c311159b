import type { Finding, Report, Severity } from '#rules/finding.ts';

/** What the panel shows of a report. */
export interface ProblemsView {
  readonly list: 'findings' | 'questions';
  readonly hidden: ReadonlySet<Severity>;
  readonly search: string;
}

export const severityOrder: readonly Severity[] = ['error', 'warning', 'suggestion'];

export const severityWords = (severity: Severity, count: number): string => (count === 1 ? severity : `${severity}s`);

/** The findings that the filters let through, in the order of the report. */
export function shownFindings(report: Report, { hidden, search }: ProblemsView): readonly Finding[] {
  const wanted = search.trim().toLowerCase();
  return report.findings.filter(({ severity, message, rule }) => !hidden.has(severity) && (wanted === '' || message.toLowerCase().includes(wanted) || rule.includes(wanted)));
}

/** Everything that a finding points at: what lights up on the canvas. */
export const recordsOf = ({ primary, witness, related }: Finding): readonly string[] => [...new Set([primary, ...witness, ...related.map(({ id }) => id)])];
