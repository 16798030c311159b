import { withNotebook } from '../notebook.ts';
import { type Command, transaction } from '../transaction.ts';

/** Ticks a requirement of the scenario as captured, or takes the tick away. Null outside practice. */
export const captureRequirement: Command<{ readonly requirement: string; readonly captured: boolean }> = (diagram, { requirement, captured }) => {
  const next = withNotebook(diagram, (notebook) => {
    const others = (notebook.captured ?? []).filter((id) => id !== requirement);
    return { ...notebook, captured: captured ? [...others, requirement] : others };
  });
  return next && transaction(captured ? 'Capture requirement' : 'Untick requirement', diagram, next);
};
