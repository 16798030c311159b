import { createContext, use } from 'react';
import { sentenceCase } from '#catalog/wording.ts';
import type { Problem } from '#formats/json/problem.ts';

/** What is wrong with the draft, and whether all of it is shown: before that, only what was already looked at. */
export const DraftProblems = createContext<{ readonly problems: readonly Problem[]; readonly showsAll: boolean }>({ problems: [], showsAll: false });

/** The problems at a path; those inside it too, unless only its own are wanted. */
export function useProblemsAt(path: string, reach: 'own' | 'inside' = 'inside'): { readonly problems: readonly Problem[]; readonly showsAll: boolean } {
  const { problems, showsAll } = use(DraftProblems);
  return { problems: problems.filter((each) => each.path === path || (reach === 'inside' && each.path.startsWith(`${path}.`))), showsAll };
}

/** A problem as it is said beside the field at a path: without what the field says itself. What lies deeper keeps the rest of its path. */
export function besideField({ path: at, message }: Problem, path: string): string {
  const rest = at.slice(path.length + 1);
  const said = message.startsWith(`${at} `) ? [...(rest === '' ? [] : [rest]), message.slice(at.length + 1)].join(' ') : message;
  return rest === '' ? sentenceCase(said) : said;
}
