import { afterAll, describe, expect, test, vi } from 'vitest';
import { rules } from '#rules/rules.ts';
import { operators } from './mutation/operators.ts';
import { complaint, endOf, type Outcome, run } from './mutation/run.ts';

vi.setConfig({ testTimeout: 120_000 });

const known = new Set(rules.map(({ id }) => id));
const accusing = new Set<string>();
let mutants = 0;

const used = (outcomes: readonly Outcome[]): ReadonlySet<string> => new Set(outcomes.flatMap(({ findings, questions }) => [...findings, ...questions]));

describe.each(operators.map((operator) => [operator.name, operator] as const))('%s', (_, operator) => {
  const { guards, mayRaise = [], survivesWhere = [] } = operator;

  test('raises the rules that guard it and no others, or survives for a reason that holds', () => {
    const outcomes = run(operator);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.flatMap((outcome) => complaint(operator, outcome) ?? [])).toEqual([]);
    mutants += outcomes.length;
    for (const outcome of outcomes) if (endOf(operator, outcome) === 'finding') for (const rule of outcome.findings) if (guards.includes(rule)) accusing.add(rule);
    const heard = used(outcomes);
    expect([...guards, ...mayRaise].filter((rule) => !heard.has(rule) || !known.has(rule)), 'rules that it names without need').toEqual([]);
    expect(survivesWhere.filter(({ because }) => !outcomes.some(({ mayRest }) => mayRest === because)).map(({ because }) => because), 'reasons that nothing needs').toEqual([]);
  });
});

test('operators differ by name', () => {
  expect(new Set(operators.map(({ name }) => name)).size).toBe(operators.length);
});

afterAll(() => {
  expect(mutants, 'mutants over all references').toBeGreaterThanOrEqual(4000);
  expect([...known].filter((rule) => !accusing.has(rule)), 'rules that no mutant raises').toEqual([]);
});
