import { createContext, use } from 'react';
import type { Problem } from '#formats/json/problem.ts';

/** What is wrong with the draft, and whether all of it is shown: before that, only what was already looked at. */
export const DraftProblems = createContext<{ readonly problems: readonly Problem[]; readonly showsAll: boolean }>({ problems: [], showsAll: false });

/** The problems at a path; those inside it too, unless only its own are wanted. */
export function useProblemsAt(path: string, reach: 'own' | 'inside' = 'inside'): { readonly problems: readonly Problem[]; readonly showsAll: boolean } {
  const { problems, showsAll } = use(DraftProblems);
  return { problems: problems.filter((each) => each.path === path || (reach === 'inside' && each.path.startsWith(`${path}.`))), showsAll };
}
