import type { Diagram } from '#diagram/diagram.ts';
import { type Diff, isEmptyDiff } from '#diagram/diff.ts';
import type { Transaction } from '#diagram/transaction.ts';
import type { Editor } from '#editor/editor.ts';
import { notify } from '#ui/parts/notify.ts';
import { today } from '#ui/parts/today.ts';

export interface SafeFixesRequest {
  readonly diagram: Diagram;
  readonly today: string;
}

/** What all safe fixes together do. */
export interface SafeFixes {
  readonly diff: Diff;
  /** Of each fix, in the order in which they were made. */
  readonly titles: readonly string[];
}

interface Job {
  readonly diagram: Diagram;
  /** Undefined where another diagram was asked for before it was done. */
  readonly answer: Promise<SafeFixes | undefined>;
  stop(): void;
}

let job: Job | undefined;

/** All safe fixes of a diagram, worked out beside the page; once for each diagram. A diagram that is asked for later takes its place. */
function safeFixesOf(diagram: Diagram): Job['answer'] {
  if (job?.diagram === diagram) return job.answer;
  job?.stop();
  const worker = new Worker(new URL('./safe-fixes.worker.ts', import.meta.url), { type: 'module' });
  let stop = (): void => undefined;
  const answer = new Promise<SafeFixes | undefined>((resolve) => {
    const end = (fixes: SafeFixes | undefined): void => {
      worker.terminate();
      resolve(fixes);
    };
    worker.addEventListener('error', () => end(undefined));
    worker.addEventListener('message', ({ data }: MessageEvent<SafeFixes>) => end(data));
    stop = () => end(undefined);
  });
  const request: SafeFixesRequest = { diagram, today: today() };
  worker.postMessage(request, []);
  job = { diagram, answer, stop };
  return answer;
}

/** All safe fixes of a diagram as one step; null where none can be made. */
export async function safeFixesStep(diagram: Diagram): Promise<Transaction | null> {
  const fixes = await safeFixesOf(diagram);
  return fixes ? stepOf(fixes) : null;
}

const stepOf = ({ diff, titles }: SafeFixes): Transaction | null => (isEmptyDiff(diff) ? null : { label: `Fix ${counted(titles)}`, diff });

/** Makes all safe fixes as one step, and says what was done, with a way back. */
export async function fixSafeOnes(editor: Editor): Promise<void> {
  const { diagram } = editor.store.getState();
  const fixes = await safeFixesOf(diagram);
  if (editor.store.getState().diagram !== diagram) {
    notify('The diagram changed meanwhile, so nothing was fixed. Try again.');
    return;
  }
  const step = fixes ? stepOf(fixes) : null;
  if (!fixes || !editor.dispatch(step)) {
    notify('Nothing can be fixed without a choice of yours.');
    return;
  }
  notify(`Fixed ${counted(fixes.titles)}: ${summary(fixes.titles)}.`, 'plain', {
    label: 'Undo',
    run: () => {
      if (editor.store.getState().history.done.at(-1) === step) editor.undo();
      else notify('Other changes came after it. Undo takes them back one by one.');
    },
  });
}

const counted = (titles: readonly string[]): string => (titles.length === 1 ? '1 finding' : `${titles.length} findings`);

const mostNamed = 3;

/** What was done, the same thing once: "Add jitter (4 times), Expire after 30 s". */
function summary(titles: readonly string[]): string {
  const times = new Map<string, number>();
  for (const title of titles) times.set(title, (times.get(title) ?? 0) + 1);
  const parts = [...times].map(([title, count]) => (count > 1 ? `${title} (${count} times)` : title));
  return parts.length > mostNamed ? `${parts.slice(0, mostNamed).join(', ')} and ${parts.length - mostNamed} more` : parts.join(', ');
}
