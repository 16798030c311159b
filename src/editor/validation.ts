import type { Diagram } from '#diagram/diagram.ts';
import type { Report } from '#rules/finding.ts';
import type { Editor } from './editor.ts';

/** How long after a change the rules run, in milliseconds: long enough for the next keystroke. */
const pause = 120;

type Validator = (diagram: Diagram, options: { readonly today: string }) => Report;

/**
 * Keeps the editor's report up to date: a moment after each change that can matter, never while a pointer gesture runs.
 * The rules are loaded with the first component. Returns what stops it.
 */
export function keepValidated(editor: Editor, loadValidator: () => Promise<Validator>, today: () => string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let validator: Promise<Validator> | undefined;
  let seen: Diagram | undefined;

  const run = async (): Promise<void> => {
    timer = undefined;
    const { diagram, gesturing } = editor.store.getState();
    if (gesturing || diagram === seen) return;
    const isEmpty = diagram.components.size + diagram.connections.size + diagram.suppressions.size === 0;
    if (isEmpty && !validator) return;
    validator ??= loadValidator();
    const validate = await validator;
    const latest = editor.store.getState();
    if (latest.gesturing || latest.diagram === seen) return;
    seen = latest.diagram;
    const report = validate(latest.diagram, { today: today() });
    if (report !== latest.report) editor.setReport(report);
  };

  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), pause);
  };

  schedule();
  const stop = editor.store.subscribe((state, before) => {
    if (state.diagram !== before.diagram || (before.gesturing && !state.gesturing)) schedule();
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
