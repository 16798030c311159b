import type { Diagram } from '#diagram/diagram.ts';
import { isBroker, isStore } from '#graph/roles.ts';
import { commonChecks } from './common-checks.ts';
import { componentsOf, type Judging, judging } from './facts/judging.ts';
import { type Fact, judgeFact } from './facts.ts';
import { type Judgement, notMet } from './judgement.ts';
import type { Check, Mistake, Scenario, Topic } from './scenario.ts';

/** A check with what the judge says. */
export interface GradedCheck extends Judgement {
  readonly id: string;
  readonly title: string;
  readonly mandatory: boolean;
  readonly topics: readonly Topic[];
}

/** What the judge says about a design. */
export interface Grade {
  readonly scenario: string;
  /** Every mandatory check is met. */
  readonly complete: boolean;
  readonly checks: readonly GradedCheck[];
}

/** The scenario's own checks, mandatory ones first, then those that every scenario has. */
export const checksOf = ({ checks }: Scenario): readonly Check[] => [...checks.filter(({ mandatory }) => mandatory), ...commonChecks, ...checks.filter(({ mandatory }) => !mandatory)];

/** What judges a design may look at; an entity is recognised by its id, its name or the learner's own word. */
export const contextOf = ({ entities }: Scenario, diagram: Diagram): Judging => judging(diagram, entities, diagram.practice?.standsFor);

/** Judges a design. Names and positions mean nothing, except those of entities. */
export function grade(scenario: Scenario, diagram: Diagram, checks = checksOf(scenario)): Grade {
  const graded = gradeIn(contextOf(scenario, diagram), checks);
  return { scenario: scenario.id, complete: graded.every(({ mandatory, verdict }) => !mandatory || verdict === 'met'), checks: graded };
}

/** What the judge says about each of these checks. */
export function gradeIn(context: Judging, checks: readonly Check[]): readonly GradedCheck[] {
  const judge = judgeIn(context);
  return checks.map(({ fact, topics = [], ...check }) => ({ ...check, topics, ...judge(fact) }));
}

/** The typical mistakes that were certainly made here. */
export function mistakesMade(scenario: Scenario, diagram: Diagram): readonly Mistake[] {
  const judge = judgeIn(contextOf(scenario, diagram));
  return scenario.mistakes.filter(({ when }) => when && judge(when).verdict === 'met');
}

/** Judges facts of one design. What nothing shows and nothing only speaks against holds as soon as work gets to something that keeps data: on a page with less, nothing could be wrong. */
function judgeIn(context: Judging): (fact: Fact) => Judgement {
  const isBegun = componentsOf(context).some((component) => isStore(component) || isBroker(component));
  return (fact) => {
    const judgement = judgeFact(fact, context);
    return isBegun || judgement.verdict !== 'met' || judgement.witness.length > 0 ? judgement : notMet('So little is drawn that nothing could break this yet.');
  };
}
