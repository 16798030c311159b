import { afterAll, describe, expect, test, vi } from 'vitest';
import { rules } from '#rules/rules.ts';
import { flaws } from '#practice/flaws/flaws.ts';
import { complaint, endOf, type Outcome, run } from './mutation/run.ts';

vi.setConfig({ testTimeout: 120_000 });

const known = new Set(rules.map(({ id }) => id));
const accusing = new Set<string>();
let mutants = 0;

const used = (outcomes: readonly Outcome[]): ReadonlySet<string> => new Set(outcomes.flatMap(({ findings, questions }) => [...findings, ...questions]));

describe.each(flaws.map((flaw) => [flaw.name, flaw] as const))('%s', (_, flaw) => {
  const { guards, mayRaise = [], survivesWhere = [] } = flaw;

  test('raises the rules that guard it and no others, or survives for a reason that holds', () => {
    const outcomes = run(flaw);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.flatMap((outcome) => complaint(flaw, outcome) ?? [])).toEqual([]);
    mutants += outcomes.length;
    for (const outcome of outcomes) if (endOf(flaw, outcome) === 'finding') for (const rule of outcome.findings) if (guards.includes(rule)) accusing.add(rule);
    const heard = used(outcomes);
    expect([...guards, ...mayRaise].filter((rule) => !heard.has(rule) || !known.has(rule)), 'rules that it names without need').toEqual([]);
    expect(survivesWhere.filter(({ because }) => !outcomes.some(({ mayRest }) => mayRest === because)).map(({ because }) => because), 'reasons that nothing needs').toEqual([]);
  });
});

test('flaws differ by name', () => {
  expect(new Set(flaws.map(({ name }) => name)).size).toBe(flaws.length);
});

afterAll(() => {
  expect(mutants, 'mutants over all references').toBeGreaterThanOrEqual(4000);
  expect([...known].filter((rule) => !accusing.has(rule)), 'rules that no mutant raises').toEqual([]);
});
