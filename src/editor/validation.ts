import type { Diagram } from '#diagram/diagram.ts';
import type { Report } from '#rules/finding.ts';
import type { Editor } from './editor.ts';

/** How long after a change the rules run, in milliseconds: long enough for the next keystroke. */
const pause = 120;

/** How long the rules may run in one go, in milliseconds: half a frame. */
const slice = 8;

type Stepper = (diagram: Diagram, options: { readonly today: string }) => Iterator<void, Report>;

interface Clock {
  /** ISO day. */
  today(): string;
  /** Milliseconds since some moment. */
  now(): number;
}

/**
 * Keeps the editor's report up to date: a moment after each change that can matter, never while a pointer gesture runs,
 * and never longer than half a frame without letting input through. The rules are loaded with the first component.
 * Returns what stops it.
 */
export function keepValidated(editor: Editor, loadStepper: () => Promise<Stepper>, clock: Clock): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stepper: Promise<Stepper> | undefined;
  let seen: Diagram | undefined;

  const start = async (): Promise<void> => {
    const { diagram, gesturing } = editor.store.getState();
    if (gesturing || diagram === seen) return;
    const isEmpty = diagram.components.size + diagram.connections.size + diagram.suppressions.size === 0;
    if (isEmpty && !stepper) return;
    stepper ??= loadStepper();
    const steps = await stepper;
    const latest = editor.store.getState();
    if (latest.gesturing || latest.diagram === seen) return;
    // A change that came while the rules were loading has its own turn.
    clearTimeout(timer);
    run(latest.diagram, steps(latest.diagram, { today: clock.today() }));
  };

  /** Takes steps until the slice is used up, then waits its turn. */
  const run = (diagram: Diagram, running: Iterator<void, Report>): void => {
    for (const end = clock.now() + slice; clock.now() < end; ) {
      const step = running.next();
      if (!step.done) continue;
      seen = diagram;
      editor.setReport(step.value);
      return;
    }
    editor.setChecking();
    timer = setTimeout(() => run(diagram, running));
  };

  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void start(), pause);
  };

  schedule();
  const stop = editor.store.subscribe((state, before) => {
    if (state.diagram !== before.diagram || (before.gesturing && !state.gesturing)) schedule();
    else if (state.gesturing && !before.gesturing) clearTimeout(timer);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
