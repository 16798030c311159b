import { beginPractice } from '#diagram/commands/begin-practice.ts';
import { type Diagram, emptyDiagram } from '#diagram/diagram.ts';
import { applyDiff } from '#diagram/diff.ts';
import type { Editor } from '#editor/editor.ts';
import { type InterviewSettings, startSession } from '#practice/interview/session.ts';
import type { Scenario } from '#practice/scenario.ts';
import type { PracticeShelf } from '#practice/shelf.ts';

/** Where an interview is held: on a fresh diagram, or on the one that is open. */
export type Ground = 'fresh' | 'open-diagram';

/** Begins an interview now, and shows it. The session is written down before anything else can happen. */
export async function startInterview(editor: Editor, openShelf: () => Promise<PracticeShelf | undefined>, scenario: Scenario, settings: InterviewSettings, ground: Ground = 'fresh'): Promise<void> {
  const { diagram, drill } = editor.store.getState();
  if (ground === 'fresh') editor.open(prepared({ ...emptyDiagram, title: scenario.title }, scenario));
  // A repair is no document; an interview must have one.
  else if (drill) editor.open(prepared(diagram, scenario));
  else editor.dispatch(beginPractice(diagram, { scenario: scenario.id, settings: scenario.settings }));
  const session = startSession(scenario.id, settings, Date.now());
  editor.select([]);
  editor.setInterview(session);
  editor.showPractice(undefined);
  const { documentId } = editor.store.getState();
  const shelf = await openShelf();
  // What has happened since is newer.
  const { interview, documentId: shown } = editor.store.getState();
  await shelf?.saveSession(documentId, shown === documentId && interview ? interview : session);
}

/** The diagram as one that answers a scenario; there is nothing to undo in it. */
function prepared(diagram: Diagram, { id, settings }: Scenario): Diagram {
  const step = beginPractice(diagram, { scenario: id, settings });
  return step ? applyDiff(diagram, step.diff) : diagram;
}

/** The share of the deep dives after which a surprise comes: neither at once nor too late to answer. */
export const drawSurprise = (): number => 0.1 + Math.random() * 0.5;

/** One of these by lot; undefined where there is none. */
export const anyOf = <T>(items: readonly T[]): T | undefined => items[Math.floor(Math.random() * items.length)];
