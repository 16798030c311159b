import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { findingGroups, questionGroups } from '#editor/problem-groups.ts';
import { type ProblemsView, usualProblemsView } from '#editor/problems-view.ts';
import { validate } from '#rules/validate.ts';

const diagram = sketch('service api "Shop"\nqueue jobs "Jobs"\nqueue mails "Mails"\nworker mailer "Mailer"\ndistributed-lock seats "Seats" { lockImplementation: redis, ttlMs: 0 }\napi -> jobs -> mailer\napi -> mails -> mailer\napi -> seats');
const report = validate(diagram);
const groups = (view: Partial<ProblemsView>) => findingGroups(report, diagram, { ...usualProblemsView, ...view });
const rules = (view: Partial<ProblemsView>): readonly string[] => groups(view).flatMap(({ items }) => items.map(({ rule }) => rule));

describe('findings are gathered', () => {
  test.each(['severity', 'component', 'category'] as const)('by %s, each once', (groupBy) => {
    const keys = groups({ groupBy }).flatMap(({ items }) => items.map(({ key }) => key));
    expect(keys.toSorted()).toEqual(report.findings.map(({ key }) => key).toSorted());
    expect(new Set(groups({ groupBy }).map(({ id }) => id)).size).toBe(groups({ groupBy }).length);
  });

  test('by severity, worst first', () => {
    const titles = groups({}).map(({ title }) => title);
    expect(titles).toEqual(['Errors', 'Warnings', 'Suggestions'].filter((title) => titles.includes(title)));
  });

  test('by component, named as people named it', () => {
    const titles = groups({ groupBy: 'component' }).map(({ title }) => title);
    for (const name of ['Jobs', 'Mails']) expect(titles).toContain(name);
  });

  test('by category, in the order of the catalogue', () => {
    const order = ['Correctness', 'Durability', 'Availability', 'Performance', 'Security', 'Operability', 'Completeness', 'Rationale'];
    const titles = groups({ groupBy: 'category' }).map(({ title }) => title);
    expect(titles).toEqual(order.filter((title) => titles.includes(title)));
  });
});

describe('a search', () => {
  test.each([
    ['a rule', 'missing-dead', ['queue/missing-dead-letter-queue', 'queue/missing-dead-letter-queue']],
    ['a name and a rule, in any order', 'DEAD-letter mails', ['queue/missing-dead-letter-queue']],
    ['nothing', 'zebra', []],
  ])('for %s', (_, search, found) => {
    expect(rules({ search })).toEqual(found);
  });

  test('leaves out hidden severities', () => {
    expect(groups({ hidden: new Set(['error', 'warning', 'suggestion']) })).toEqual([]);
  });
});

test('questions are gathered by what they are about, and found by the property', () => {
  const all = questionGroups(report, diagram, { search: '' });
  expect(all.flatMap(({ items }) => items).length).toBe(report.questions.length);
  const [first] = report.questions;
  const found = questionGroups(report, diagram, { search: first?.rule ?? '' });
  expect(found.flatMap(({ items }) => items.map(({ rule }) => rule))).toContain(first?.rule);
});
