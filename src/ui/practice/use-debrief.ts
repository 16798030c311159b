import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Attempt } from '#practice/attempt.ts';
import { type Debrief, debriefOf } from '#practice/debrief.ts';
import { grade } from '#practice/grade.ts';
import type { Session } from '#practice/interview/session.ts';
import type { Scenario } from '#practice/scenario.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { notify } from '#ui/parts/notify.ts';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { type Answered, judgeWhole, keepAttempt, revealedDesign } from './keep-attempt.ts';

export interface Debriefing {
  /** About the diagram as it is now: what is mended after the reveal shows as met. */
  readonly debrief: Debrief;
  /** About the diagram as it was at the reveal. */
  readonly atReveal: Debrief;
  readonly answered: Answered | undefined;
  /** As it was at the reveal; undefined until it is kept. */
  readonly attempt: Attempt | undefined;
}

/** The debrief of an interview that was revealed. The attempt is kept once. */
export function useDebrief(scenario: Scenario, session: Session): Debriefing {
  const editor = useEditor();
  const openShelf = useShelf();
  const diagram = useDeferredValue(useEditorState((state) => state.diagram));
  const report = useEditorState((state) => state.wholeReport);
  const documentId = useEditorState((state) => state.documentId);
  const [attempt, setAttempt] = useState<Attempt>();
  // What the score and the curveball rest on; judging each change of an answer again would take too long.
  const [atReveal] = useState(() => {
    const revealed = revealedDesign(session) ?? editor.store.getState().diagram;
    const judged = judgeWhole(scenario, session, revealed);
    return { diagram: revealed, debrief: debriefOf(scenario, revealed, { report: judged.report, named: revealed.practice?.named ?? [], told: judged.told, grade: judged.graded }), ...judged };
  });
  const { answered, told } = atReveal;
  const graded = useMemo(() => grade(scenario, diagram), [scenario, diagram]);
  const debrief = useMemo(() => debriefOf(scenario, diagram, { report, named: diagram.practice?.named ?? [], told, grade: graded }), [scenario, diagram, report, told, graded]);

  useEffect(() => {
    let isGone = false;
    void keepAttempt(openShelf, documentId, scenario, session, atReveal.diagram, atReveal)
      .then((kept) => isGone || setAttempt(kept))
      .catch(() => notify('This interview could not be kept in your history.', 'problem'));
    return () => {
      isGone = true;
    };
  }, [openShelf, documentId, scenario, session, atReveal]);

  return { debrief, atReveal: atReveal.debrief, answered, attempt };
}
