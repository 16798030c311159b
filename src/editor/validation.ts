import type { Diagram } from '#diagram/diagram.ts';
import type { Judged } from '#rules/drawing-alone.ts';
import type { Editor } from './editor.ts';
import { hearsStructure } from './quiet.ts';

/** How long after a change the rules run, in milliseconds: long enough for the next keystroke. */
const pause = 120;

/** How long the rules may run in one go, in milliseconds: half a frame. */
const slice = 8;

type Judge = (diagram: Diagram, options: { readonly today: string; readonly structure: boolean }) => Iterator<void, Judged>;

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
export function keepValidated(editor: Editor, loadJudge: () => Promise<Judge>, clock: Clock): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let judge: Promise<Judge> | undefined;
  let seen: { readonly diagram: Diagram; readonly structure: boolean } | undefined;

  const start = async (): Promise<void> => {
    const { diagram, gesturing } = editor.store.getState();
    if (gesturing || isSeen()) return;
    const isEmpty = diagram.components.size + diagram.connections.size + diagram.suppressions.size === 0;
    if (isEmpty && !judge) return;
    judge ??= loadJudge();
    const steps = await judge;
    const latest = editor.store.getState();
    if (latest.gesturing || isSeen()) return;
    // A change that came while the rules were loading has its own turn.
    clearTimeout(timer);
    const structure = hearsStructure(latest.hush);
    run({ diagram: latest.diagram, structure }, steps(latest.diagram, { today: clock.today(), structure }));
  };

  /** Whether all is known that may be shown. */
  const isSeen = (): boolean => {
    const { diagram, hush } = editor.store.getState();
    return diagram === seen?.diagram && (!hearsStructure(hush) || seen.structure);
  };

  /** Takes steps until the slice is used up, then waits its turn. */
  const run = (what: NonNullable<typeof seen>, running: Iterator<void, Judged>): void => {
    for (const end = clock.now() + slice; clock.now() < end; ) {
      const step = running.next();
      if (!step.done) continue;
      seen = what;
      editor.setReport(step.value.report, step.value.structure);
      return;
    }
    editor.setChecking();
    timer = setTimeout(() => run(what, running));
  };

  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void start(), pause);
  };

  schedule();
  const stop = editor.store.subscribe((state, before) => {
    if (state.diagram !== before.diagram || state.hush !== before.hush || (before.gesturing && !state.gesturing)) schedule();
    else if (state.gesturing && !before.gesturing) clearTimeout(timer);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
