import type { Diagram } from '#diagram/diagram.ts';
import { readDiagram } from '#formats/json/read.ts';
import { type Attempt, attemptOf } from '#practice/attempt.ts';
import { dealt } from '#practice/deal-curveball.ts';
import { type CurveballAnswer, gradeAnswer } from '#practice/grade-answer.ts';
import { type Grade, grade } from '#practice/grade.ts';
import { namedWeaknesses } from '#practice/interview/named-weaknesses.ts';
import { progressOf } from '#practice/interview/progress.ts';
import type { Session } from '#practice/interview/session.ts';
import { cardOfCheck, cardOfRule } from '#practice/review/card.ts';
import { missed } from '#practice/review/deck.ts';
import type { Curveball, Scenario } from '#practice/scenario.ts';
import { createJudge, type Judged } from '#rules/drawing-alone.ts';
import { today } from '#ui/parts/today.ts';
import { cardName, changeDeck, type OpenShelf } from './cards.ts';

/** How a curveball was answered. */
export interface Answered {
  readonly curveball: Curveball;
  readonly answer: CurveballAnswer;
}

/** Everything that is judged of a design, at once. */
export interface WholeJudgement extends Judged {
  readonly graded: Grade;
  readonly answered: Answered | undefined;
  /** Keys of the findings that were shown before the reveal: those of the structure. */
  readonly told: ReadonlySet<string>;
}

/** Judges a design by the rules, by the scenario's checks, and by the curveball that was dealt. */
export function judgeWhole(scenario: Scenario, session: Session, diagram: Diagram): WholeJudgement {
  const { report, structure } = judgeAll(diagram);
  return { report, structure, graded: grade(scenario, diagram), answered: answeredIn(scenario, session, diagram), told: new Set(structure?.findings.map(({ key }) => key)) };
}

/** The attempt that this interview was: the one that is kept already, else one that is made of the diagram and what is judged of it, and kept. What was missed in it is due tomorrow. */
export async function keepAttempt(openShelf: OpenShelf, documentId: string, scenario: Scenario, session: Session, diagram: Diagram, { report, graded, answered, told }: WholeJudgement): Promise<Attempt> {
  const shelf = await openShelf();
  const id = `${documentId}-${session[0].at}`;
  const known = (await shelf?.attempts())?.find((each) => each.id === id);
  if (known) return known;
  const named = diagram.practice?.named ?? [];
  const attempt = attemptOf({
    id,
    scenario,
    session,
    now: Date.now(),
    checks: graded.checks.map((check) => ({ id: check.id, title: check.title, mandatory: check.mandatory, verdict: check.verdict, topics: [...check.topics] })),
    report,
    named,
    told,
    ...(answered ? { curveball: { id: answered.curveball.id, met: answered.answer.met, minimal: answered.answer.needless.length === 0, broken: answered.answer.broken.map((check) => check.id) } } : {}),
  });
  if (!shelf) return attempt;
  await shelf.saveAttempts([attempt]);
  const unmet = graded.checks.filter(({ mandatory, verdict }) => mandatory && verdict !== 'met').map((check) => cardOfCheck(scenario.id, check.id));
  const unnamed = namedWeaknesses(named, report, told).missed.map(({ rule }) => cardOfRule(rule));
  const askable = [...new Set([...unnamed, ...unmet])].filter((id) => cardName(id) !== undefined);
  await changeDeck(openShelf, (deck) => missed(deck, askable, Date.now()));
  return attempt;
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
  const { design } = session.find((event) => event.type === 'curveball-answered') ?? {};
  return { curveball, answer: gradeAnswer(scenario, curveball, dealt(before.value, curveball), designThen(design) ?? diagram) };
}

/** A diagram that was written down with an event; undefined where none was, or it cannot be read any more. */
function designThen(design: string | undefined): Diagram | undefined {
  const read = design === undefined ? undefined : readDiagram(design);
  return read?.ok ? read.value : undefined;
}

/** The design that was revealed; undefined for an interview of before it was written down. */
export const revealedDesign = (session: Session): Diagram | undefined => designThen(session.find((event) => event.type === 'revealed')?.design);
