import type { Hush } from '#practice/interview/phases.ts';
import type { Report } from '#rules/finding.ts';

/** What may be shown of what the rules say; what the user has accepted is known to the user anyway. */
export function audible(hush: Hush, report: Report, structure: Report | undefined): Report {
  if (hush === 'everything') return report;
  const silent: Report = { findings: [], accepted: report.accepted, questions: [] };
  return hush === 'structure' ? (structure ?? silent) : silent;
}

/** Why the judge says nothing, in a sentence; undefined where it would speak. */
export const quietNotes: Readonly<Record<Hush, string | undefined>> = {
  nothing: 'The interviewer keeps quiet until you draw the design.',
  structure: 'Nothing to object to in the structure. What is stated is judged later.',
  everything: undefined,
};
