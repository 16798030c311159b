import { useEffect, useMemo, useState } from 'react';
import type { Attempt } from '#practice/attempt.ts';
import { type Debrief, debriefOf } from '#practice/debrief.ts';
import type { Session } from '#practice/interview/session.ts';
import type { Scenario } from '#practice/scenario.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { notify } from '#ui/parts/notify.ts';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { type Answered, judgeWhole, keepAttempt } from './keep-attempt.ts';

export interface Debriefing {
  /** About the diagram as it is now: what is mended after the reveal shows as met. */
  readonly debrief: Debrief;
  readonly answered: Answered | undefined;
  /** As it was at the reveal; undefined until it is kept. */
  readonly attempt: Attempt | undefined;
}

/** The debrief of an interview that was revealed. The attempt is kept once. */
export function useDebrief(scenario: Scenario, session: Session): Debriefing {
  const editor = useEditor();
  const openShelf = useShelf();
  const diagram = useEditorState((state) => state.diagram);
  const documentId = useEditorState((state) => state.documentId);
  const [attempt, setAttempt] = useState<Attempt>();
  const { report, graded, answered, told } = useMemo(() => judgeWhole(scenario, session, diagram), [scenario, session, diagram]);
  const debrief = useMemo(() => debriefOf(scenario, diagram, { report, named: diagram.practice?.named ?? [], told, grade: graded }), [scenario, diagram, report, told, graded]);

  useEffect(() => {
    let isGone = false;
    const atReveal = editor.store.getState().diagram;
    void openShelf()
      .then((shelf) => keepAttempt(shelf, documentId, scenario, session, atReveal))
      .then((kept) => isGone || setAttempt(kept))
      .catch(() => notify('This interview could not be kept in your history.', 'problem'));
    return () => {
      isGone = true;
    };
  }, [editor, openShelf, documentId, scenario, session]);

  return { debrief, answered, attempt };
}
