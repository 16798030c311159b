import type { Diagram } from '#diagram/diagram.ts';
import { changeWords } from '#rules/change-words.ts';
import type { Finding } from '#rules/finding.ts';
import { checksOfCurveball } from './deal-curveball.ts';
import { checksOf, contextOf, type GradedCheck, gradeIn } from './grade.ts';
import type { Check, Curveball, Scenario } from './scenario.ts';
import { type StepBack, stepsBack } from './steps-back.ts';
import { verdictRank } from './judgement.ts';

/** What the judge says about an answer to a curveball. */
export interface CurveballAnswer {
  /** Everything that it asks for is met. */
  readonly met: boolean;
  /** What it asks for, each with its proof. */
  readonly checks: readonly GradedCheck[];
  /** Other checks that were met before and are not any more. */
  readonly broken: readonly GradedCheck[];
  /** Errors that the answer brought. */
  readonly newErrors: readonly Finding[];
  /** Changes that could be taken back, all of them together, without making anything worse: "Adds queue Jobs". */
  readonly needless: readonly string[];
  /** Whether every change was looked at. */
  readonly lookedAtAll: boolean;
}

interface State {
  readonly checks: readonly GradedCheck[];
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

const mostSteps = 200;

/** Judges what was done between `before` (the curveball is dealt, nothing answered) and `after`. */
export function gradeAnswer(scenario: Scenario, curveball: Curveball, before: Diagram, after: Diagram): CurveballAnswer {
  const asked = checksOfCurveball(curveball);
  const usual = checksOf(scenario);
  const stateOf = (diagram: Diagram): State => judge(scenario, diagram, [...asked, ...usual]);
  const [old, now] = [stateOf(before), stateOf(after)];
  const checks = now.checks.slice(0, asked.length);
  const steps = stepsBack(before, after);
  return {
    met: checks.every(({ verdict }) => verdict === 'met'),
    checks,
    broken: now.checks.slice(asked.length).filter((check, index) => old.checks[asked.length + index]?.verdict === 'met' && check.verdict !== 'met'),
    newErrors: now.errors.filter(({ key }) => !old.errors.some((error) => error.key === key)),
    needless: needlessOf(after, now, steps.slice(0, mostSteps), stateOf),
    lookedAtAll: steps.length <= mostSteps,
  };
}

/** Takes back one change after the other, and keeps back what makes nothing worse. */
function needlessOf(after: Diagram, now: State, steps: readonly StepBack[], stateOf: (diagram: Diagram) => State): readonly string[] {
  let diagram = after;
  const words: string[] = [];
  for (const step of steps) {
    const without = step(diagram);
    if (without === diagram || isWorse(stateOf(without), now)) continue;
    words.push(changeWords(without, diagram)[0]?.text ?? 'A change');
    diagram = without;
  }
  return words;
}

const isWorse = (state: State, now: State): boolean =>
  state.checks.some(({ verdict }, index) => verdictRank[verdict] < verdictRank[now.checks[index]?.verdict ?? 'not-met']) || [...state.errors, ...state.warnings].some(({ key }) => ![...now.errors, ...now.warnings].some((known) => known.key === key));

function judge(scenario: Scenario, diagram: Diagram, checks: readonly Check[]): State {
  const context = contextOf(scenario, diagram);
  const { findings } = context.report();
  return { checks: gradeIn(context, checks), errors: findings.filter(({ severity }) => severity === 'error'), warnings: findings.filter(({ severity }) => severity === 'warning') };
}
