import { describe, expect, test } from 'vitest';
import { kindOf } from '#catalog/kinds.ts';
import { propertyOf } from '#diagram/property-of.ts';
import { questions } from '#practice/drills/questions/questions.ts';
import { answerTo, ask, askAboutExamples, askAboutRule, askAgain, askSome, placeIn, resumeWhichOne, startWhichOne, whichOneRunSchema } from '#practice/drills/which-one.ts';
import { topicsOfRule } from '#practice/rule-topics.ts';
import { topics } from '#practice/scenario.ts';
import { rules } from '#rules/rules.ts';

const known = new Set(rules.map(({ id }) => id));

describe.each(questions.map((question) => [question.id, question] as const))('%s', (_, question) => {
  test('the engine finds right exactly what is declared as right, and a deciding rule says why the rest is wrong', () => {
    const { options } = ask(question, 1);
    const byId = new Map(options.map((option) => [option.id, option]));
    const judged = question.options.map(({ label }, index) => {
      const option = byId.get(`${question.id}/${index + 1}`);
      return [label, option?.isRight ? 'right' : (option?.finding?.rule ?? 'lost')];
    });
    expect(judged).toEqual(question.options.map(({ label, because }, index) => [label, because ? 'right' : question.rules.find((rule) => rule === judged[index]?.[1])]));
    expect(options.filter(({ isRight }) => isRight).length, 'right options').toBeGreaterThan(0);
    expect(options.filter(({ isRight }) => isRight).length, 'right options').toBeLessThan(options.length);
  });

  test('names rules and topics that exist, states what the catalog knows, and speaks in sentences', () => {
    expect(question.rules.filter((rule) => !known.has(rule))).toEqual([]);
    const heard = new Set(ask(question, 1).options.flatMap(({ finding }) => finding?.rule ?? []));
    expect(question.rules.some((rule) => heard.has(rule)), 'a deciding rule that speaks').toBe(true);
    expect(question.asks).toMatch(/\?$/);
    for (const { reason, diagram } of ask(question, 1).options) {
      expect(reason).toMatch(/\.$/);
      for (const { id, kind, properties } of diagram.components.values()) {
        expect(kindOf(kind)?.id, `${id} in ${question.id}`).toBe(kind);
        for (const [name, value] of Object.entries(properties)) expectStated(propertyOf(diagram, id, name), name, value);
      }
      for (const { id, properties } of diagram.connections.values()) for (const [name, value] of Object.entries(properties)) expectStated(propertyOf(diagram, id, name), name, value);
    }
  });
});

function expectStated(property: ReturnType<typeof propertyOf>, name: string, value: unknown): void {
  expect(property, name).toBeDefined();
  if (property?.type === 'enum') expect(property.options, name).toContain(String(value));
  if (property?.type === 'boolean') expect(typeof value, name).toBe('boolean');
  if (property?.type === 'list') expect(Array.isArray(value), name).toBe(true);
}

test('there are forty questions and more, with ids of their own, on every topic', () => {
  expect(questions.length).toBeGreaterThanOrEqual(40);
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  expect(topics.filter((topic) => questions.filter((question) => question.topics.includes(topic)).length < 3)).toEqual([]);
});

test('every rule can be asked, by its examples at least', () => {
  const unclear = rules.filter((rule) => {
    const { options } = askAboutExamples(rule, 5);
    return options.filter(({ isRight }) => isRight).length !== 1 || options.find(({ isRight }) => isRight)?.finding?.rule !== rule.id;
  });
  expect(unclear.map(({ id }) => id)).toEqual([]);
});

test('a seed shuffles, and the same seed shuffles the same', () => {
  const order = (seed: number): string => askSome({ count: 3, topics: ['locks'] }, seed).flatMap(({ options }) => options.map(({ id }) => id)).join(' ');
  expect(order(1)).toBe(order(1));
  expect(new Set([1, 2, 3, 4].map(order)).size).toBeGreaterThan(1);
  expect(askSome({ count: 3, topics: ['locks'] }, 1).every((asked) => asked.topics.includes('locks'))).toBe(true);
});

test('questions about a rule take turns, and any of them can be asked again', () => {
  const ids = [0, 1, 2, 3].map((turn) => askAboutRule('queue/missing-dead-letter-queue', turn, 1)?.id);
  expect(ids).toEqual(['place-for-failed-messages', 'examples:queue/missing-dead-letter-queue', 'place-for-failed-messages', 'examples:queue/missing-dead-letter-queue']);
  expect(ids.map((id) => askAgain(id ?? '', 1)?.id)).toEqual(ids);
  expect(askAboutRule('queue/no-such-rule', 0, 1)).toBeUndefined();
  expect(askAgain('no-such-question', 1)).toBeUndefined();
});

test('every rule with a topic names known ones, and every topic has rules', () => {
  const taught = new Set(rules.flatMap(({ id }) => topicsOfRule(id)));
  expect([...taught].sort()).toEqual([...topics].sort());
});

describe('a round under way', () => {
  const round = startWhichOne(['locks'], 'a round');
  const asked = askSome({ topics: ['locks'], count: 10 }, 'a round');
  const ids = round.questions;
  const answers = ids.slice(0, 2).map((question) => ({ question, option: `${question}/1` }));

  test('comes back from storage with its options in their places, without questions that are gone', () => {
    const run = whichOneRunSchema.parse(JSON.parse(JSON.stringify({ ...round, questions: [...ids, 'gone'] })));
    expect(resumeWhichOne(run).map(({ id, options }) => [id, options.map((option) => option.id)])).toEqual(asked.map(({ id, options }) => [id, options.map((option) => option.id)]));
  });

  test.each([
    ['at its beginning', {}, 0],
    ['at a question that was answered, and is still read', { answers, shown: ids[1] ?? '' }, 1],
    ['at the one after it', { answers, shown: ids[2] ?? '' }, 2],
    ['at the first without an answer, where the shown one is gone', { answers, shown: 'gone' }, 2],
  ])('goes on %s', (_, change, place) => {
    expect(placeIn({ ...round, ...change }, asked)).toBe(place);
  });

  test('knows what was answered, wherever the option stands', () => {
    expect(asked.map((question) => answerTo({ ...round, answers }, question)?.id)).toEqual(ids.map((id, index) => (index < 2 ? `${id}/1` : undefined)));
  });
});
