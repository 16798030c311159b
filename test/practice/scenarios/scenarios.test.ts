import { describe, expect, test } from 'vitest';
import type { Diagram } from '#diagram/diagram.ts';
import { checksOf, grade } from '#practice/grade.ts';
import { designOf, mutantOf } from '#practice/design-notation.ts';
import type { Scenario } from '#practice/scenario.ts';
import { scenarios } from '#practice/scenarios.ts';
import { validate } from '#rules/validate.ts';
import { references } from '../../support/references.ts';

/** Ids of the checks with this verdict. */
const withVerdict = (scenario: Scenario, diagram: Diagram, verdict: string): readonly string[] =>
  grade(scenario, diagram)
    .checks.filter((check) => check.verdict === verdict)
    .map(({ id }) => id);

describe.each(scenarios.map((scenario) => ({ id: scenario.id, scenario })))('$id', ({ scenario }) => {
  const ids = checksOf(scenario).map(({ id }) => id);

  test.each(scenario.designs.map(({ id }) => id))('%s is accepted: complete, with every bonus that it claims, and the rules are silent', (design) => {
    const diagram = designOf(scenario, design);
    const graded = grade(scenario, diagram);
    expect(graded.checks.filter(({ mandatory, verdict }) => mandatory && verdict !== 'met').map(({ id, reason, fields }) => ({ id, reason, fields }))).toEqual([]);
    expect(validate(diagram).findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  test('its reference is the one of the specification and meets the bonus checks too', () => {
    const diagram = designOf(scenario, 'reference');
    expect(withVerdict(scenario, diagram, 'met')).toEqual(ids);
  });

  test('it brings two further designs, eight mutants and hints in steps', () => {
    expect(scenario.designs.length).toBeGreaterThanOrEqual(3);
    expect(scenario.mutants.length).toBeGreaterThanOrEqual(8);
    expect(scenario.hints.length).toBe(4);
    expect(scenario.curveballs.length).toBeGreaterThanOrEqual(2);
  });

  test('every check of its own has a mutant that fails it', () => {
    const failing = new Set(scenario.mutants.flatMap(({ fails }) => fails));
    expect(scenario.checks.map(({ id }) => id).filter((id) => !failing.has(id))).toEqual([]);
  });

  test('no mistake is made by an accepted design', () => {});
});
