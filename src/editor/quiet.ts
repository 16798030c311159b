import type { Hush } from '#practice/interview/phases.ts';
import type { Difficulty } from '#practice/scenario.ts';
import type { Report } from '#rules/finding.ts';

/** Whether what follows from the drawing alone is shown apart from the rest. */
export const hearsStructure = (hush: Hush): boolean => hush === 'structure' || hush === 'properties';

/** What may be shown of what the rules say; what the user has accepted is known to the user anyway. */
export function audible(hush: Hush, report: Report, structure: Report | undefined): Report {
  if (hush === 'everything') return report;
  const silent: Report = { findings: [], accepted: report.accepted, questions: [] };
  const drawn = hearsStructure(hush) ? (structure ?? silent) : silent;
  return hush === 'properties' ? { ...drawn, questions: report.questions } : drawn;
}

/** Whether ways out are offered with what is found: not in a repair that is more than easy, where finding them is the task. */
export const offersFixes = ({ drill }: { readonly drill: { readonly task: { readonly recipe: { readonly difficulty: Difficulty } } } | undefined }): boolean => drill === undefined || drill.task.recipe.difficulty === 'easy';

/** Why the judge says nothing, in a sentence; undefined where it would speak. */
export const quietNotes: Readonly<Record<Hush, string | undefined>> = {
  nothing: 'The interviewer keeps quiet until you draw the design.',
  structure: 'Nothing to object to in the structure. Only that is judged until the deep dives.',
  properties: 'The structure holds. What you have stated is judged at the reveal: name its weaknesses before.',
  everything: undefined,
};
