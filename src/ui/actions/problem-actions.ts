import type { GroupBy } from '#editor/problems-view.ts';
import { offersFixes } from '#editor/quiet.ts';
import type { Action, ActionContext } from './action.ts';

/** Opens the finding after (or before) the open one in the order of the panel, and shows where it is. */
async function step({ editor }: ActionContext, by: 1 | -1): Promise<void> {
  const { shownFindings } = await import('#editor/problem-groups.ts');
  const { report, diagram, problems, openFinding } = editor.store.getState();
  const findings = shownFindings(report, diagram, problems);
  const index = findings.findIndex(({ key }) => key === openFinding);
  const next = findings[index === -1 ? (by === 1 ? 0 : findings.length - 1) : (index + by + findings.length) % findings.length];
  if (!next) return;
  if (problems.list !== 'findings') editor.showProblems({ list: 'findings' });
  editor.openFinding(next.key);
  const ids = [...new Set([next.primary, ...next.witness])];
  editor.highlight(ids);
  editor.view({ type: 'reveal', ids });
}

const hasFindings = ({ editor }: ActionContext): boolean => editor.store.getState().report.findings.length > 0;

export const nextFindingAction: Action = { id: 'next-finding', title: 'Next finding', section: 'Problems', shortcuts: ['F8'], isEnabled: hasFindings, run: (context) => step(context, 1) };
export const previousFindingAction: Action = { id: 'previous-finding', title: 'Previous finding', section: 'Problems', shortcuts: ['Shift+F8'], isEnabled: hasFindings, run: (context) => step(context, -1) };
export const browseRulesAction: Action = { id: 'browse-rules', title: 'Rules: browse and configure', section: 'Problems', run: ({ editor }) => editor.showRules({}) };

export const fixSafeOnesAction: Action = {
  id: 'fix-safe-ones',
  title: 'Fix all safe ones',
  section: 'Problems',
  // It would end also what the judge keeps to itself.
  isEnabled: (context) => {
    const state = context.editor.store.getState();
    return hasFindings(context) && state.hush === 'everything' && offersFixes(state);
  },
  run: async ({ editor }) => {
    const { fixSafeOnes } = await import('./safe-fixes.ts');
    await fixSafeOnes(editor);
  },
};

const groupings: readonly GroupBy[] = ['severity', 'component', 'category'];

export const groupActions: readonly Action[] = groupings.map((groupBy) => ({
  id: `group-by-${groupBy}`,
  title: `Group findings by ${groupBy}`,
  section: 'Problems',
  run: ({ editor }) => editor.showProblems({ list: 'findings', groupBy }),
}));

export const showFindingsAction: Action = { id: 'show-findings', title: 'Show the findings', section: 'Problems', run: ({ editor }) => editor.showProblems({ list: 'findings' }) };
export const showQuestionsAction: Action = { id: 'show-questions', title: 'Show what is not stated', section: 'Problems', run: ({ editor }) => editor.showProblems({ list: 'questions' }) };
export const showAcceptedAction: Action = { id: 'show-accepted', title: 'Show the accepted trade-offs', section: 'Problems', run: ({ editor }) => editor.showProblems({ list: 'accepted' }) };
