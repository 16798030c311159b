import { memoByIdentity } from '#base/memo.ts';
import { mutantOf } from '#practice/design-notation.ts';
import { checksOf } from '#practice/grade.ts';
import { subjectOf } from '#practice/review/card.ts';
import type { CheckMaterial } from '#practice/review/asking.ts';
import type { Scenario } from '#practice/scenario.ts';
import { scenarioOf } from '#practice/scenarios.ts';

/** What a card about a check is asked with; undefined for other cards. */
export function materialOf(card: string): CheckMaterial | undefined {
  const subject = subjectOf(card);
  const scenario = subject?.kind === 'check' ? scenarioOf(subject.scenario) : undefined;
  return scenario && drawn(scenario);
}

const drawn = memoByIdentity((scenario: Scenario): CheckMaterial => ({
  scenario,
  checks: checksOf(scenario),
  mutants: scenario.mutants.flatMap((mutant) => {
    const design = mutant.on?.[0] ?? scenario.designs[0]?.id;
    return design === undefined ? [] : [{ ...mutant, diagram: mutantOf(scenario, mutant, design) }];
  }),
}));
