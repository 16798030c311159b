import type { Action, ActionContext } from './action.ts';

/** Opens the finding after (or before) the open one, and shows where it is. */
function step({ editor }: ActionContext, by: 1 | -1): void {
  const { report, openFinding } = editor.store.getState();
  const { findings } = report;
  const index = findings.findIndex(({ key }) => key === openFinding);
  const next = findings[index === -1 ? (by === 1 ? 0 : findings.length - 1) : (index + by + findings.length) % findings.length];
  if (!next) return;
  editor.openFinding(next.key);
  const ids = [...new Set([next.primary, ...next.witness])];
  editor.highlight(ids);
  editor.view({ type: 'reveal', ids });
}

const hasFindings = ({ editor }: ActionContext): boolean => editor.store.getState().report.findings.length > 0;

export const nextFindingAction: Action = { id: 'next-finding', title: 'Next finding', section: 'Problems', shortcuts: ['F8'], isEnabled: hasFindings, run: (context) => step(context, 1) };
export const previousFindingAction: Action = { id: 'previous-finding', title: 'Previous finding', section: 'Problems', shortcuts: ['Shift+F8'], isEnabled: hasFindings, run: (context) => step(context, -1) };
export const browseRulesAction: Action = { id: 'browse-rules', title: 'Rules: browse and configure', section: 'Problems', run: ({ editor }) => editor.showRules({}) };
