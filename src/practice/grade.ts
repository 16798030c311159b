import type { Diagram } from '#diagram/diagram.ts';
import { commonChecks } from './common-checks.ts';
import { judging } from './facts/judging.ts';
import { judgeFact } from './facts.ts';
import type { Judgement } from './judgement.ts';
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

/** Judges a design. Names and positions mean nothing, except that an entity is recognised by its id, its name or the learner's own word. */
export function grade(scenario: Scenario, diagram: Diagram, checks = checksOf(scenario)): Grade {
  const context = judging(diagram, scenario.entities, diagram.practice?.standsFor);
  const graded = checks.map(({ fact, topics = [], ...check }): GradedCheck => ({ ...check, topics, ...judgeFact(fact, context) }));
  return { scenario: scenario.id, complete: graded.every(({ mandatory, verdict }) => !mandatory || verdict === 'met'), checks: graded };
}

/** The typical mistakes that were certainly made here. */
export function mistakesMade(scenario: Scenario, diagram: Diagram): readonly Mistake[] {
  const context = judging(diagram, scenario.entities, diagram.practice?.standsFor);
  return scenario.mistakes.filter(({ when }) => when && judgeFact(when, context).verdict === 'met');
}
