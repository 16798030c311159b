import { useEffect, useMemo, useState } from 'react';
import type { Diagram } from '#diagram/diagram.ts';
import { readDiagram } from '#formats/json/read.ts';
import { type Attempt, attemptOf } from '#practice/attempt.ts';
import { dealt } from '#practice/deal-curveball.ts';
import { type Debrief, debriefOf } from '#practice/debrief.ts';
import { type CurveballAnswer, gradeAnswer } from '#practice/grade-answer.ts';
import { type GradedCheck, grade } from '#practice/grade.ts';
import { namedWeaknesses } from '#practice/interview/named-weaknesses.ts';
import { progressOf } from '#practice/interview/progress.ts';
import type { Session } from '#practice/interview/session.ts';
import { cardOfCheck, cardOfRule, reviewCardSchema } from '#practice/review/card.ts';
import { missed } from '#practice/review/deck.ts';
import type { Curveball, Scenario } from '#practice/scenario.ts';
import type { PracticeShelf } from '#practice/shelf.ts';
import { createJudge, type Judged } from '#rules/drawing-alone.ts';
import { useEditorState } from '#ui/parts/editor-context.tsx';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { today } from '#ui/parts/today.ts';

/** How a curveball was answered. */
export interface Answered {
  readonly curveball: Curveball;
  readonly answer: CurveballAnswer;
}

export interface Debriefing {
  /** About the diagram as it is now: what is mended after the reveal shows as met. */
  readonly debrief: Debrief;
  readonly answered: Answered | undefined;
  /** As it was at the reveal; undefined until it is kept. */
  readonly attempt: Attempt | undefined;
}

/** The debrief of an interview that was revealed. The attempt is kept once, and what was missed in it is due tomorrow. */
export function useDebrief(scenario: Scenario, session: Session): Debriefing {
  const diagram = useEditorState((state) => state.diagram);
  const documentId = useEditorState((state) => state.documentId);
  const openShelf = useShelf();
  const [attempt, setAttempt] = useState<Attempt>();
  const { report, structure } = useMemo(() => judgeAll(diagram), [diagram]);
  const told = useMemo(() => new Set(structure?.findings.map(({ key }) => key)), [structure]);
  const graded = useMemo(() => grade(scenario, diagram), [scenario, diagram]);
  const debrief = useMemo(() => debriefOf(scenario, diagram, { report, named: diagram.practice?.named ?? [], told, grade: graded }), [scenario, diagram, report, told, graded]);
  const answered = useMemo(() => answeredIn(scenario, session, diagram), [scenario, session, diagram]);

  useEffect(() => {
    let isGone = false;
    const id = `${documentId}-${session[0].at}`;
    const namings = diagram.practice?.named ?? [];
    const fresh = attemptOf({
      id,
      scenario,
      session,
      now: Date.now(),
      checks: graded.checks.map((check) => ({ id: check.id, title: check.title, mandatory: check.mandatory, verdict: check.verdict, topics: [...check.topics] })),
      report,
      named: namings,
      told,
      ...(answered ? { curveball: { id: answered.curveball.id, met: answered.answer.met, minimal: answered.answer.needless.length === 0, broken: answered.answer.broken.map((check) => check.id) } } : {}),
    });
    void openShelf()
      .then(async (shelf) => {
        const known = (await shelf?.attempts())?.find((each) => each.id === id);
        if (known || isGone) return known;
        await shelf?.saveAttempts([fresh]);
        if (shelf) await keepMissed(shelf, scenario, graded.checks, namedWeaknesses(namings, report, told).missed.map(({ rule }) => rule));
        return fresh;
      })
      .catch(() => fresh)
      .then((kept) => isGone || setAttempt(kept));
    return () => {
      isGone = true;
    };
    // The attempt is made of the diagram at the reveal: later edits do not make another one.
  }, [openShelf, documentId, scenario, session]);

  return { debrief, answered, attempt };
}

/** All that the rules say, and what they say about the drawing alone. */
function judgeAll(diagram: Diagram): Judged {
  const running = createJudge()(diagram, { today: today(), structure: true });
  for (;;) {
    const step = running.next();
    if (step.done) return step.value;
  }
}

function answeredIn(scenario: Scenario, session: Session, diagram: Diagram): Answered | undefined {
  const { curveball: dealtOne } = progressOf(session, session.at(-1)?.at ?? 0);
  const curveball = scenario.curveballs.find(({ id }) => id === dealtOne?.id);
  const before = dealtOne && readDiagram(dealtOne.before);
  if (!curveball || !before?.ok) return undefined;
  return { curveball, answer: gradeAnswer(scenario, curveball, dealt(before.value, curveball), diagram) };
}

/** Makes cards of what was missed: they are due tomorrow. */
async function keepMissed(shelf: PracticeShelf, scenario: Scenario, checks: readonly GradedCheck[], rules: readonly string[]): Promise<void> {
  const unmet = checks.filter(({ mandatory, verdict }) => mandatory && verdict !== 'met').map(({ id }) => cardOfCheck(scenario.id, id));
  const deck = [...(await shelf.cards.all()).values()].flatMap((value) => reviewCardSchema.safeParse(value).data ?? []);
  const ids = [...new Set([...rules.map(cardOfRule), ...unmet])];
  const next = missed(deck, ids, Date.now());
  await Promise.all(next.filter(({ id }) => ids.includes(id)).map((card) => shelf.cards.save(card.id, card)));
}
