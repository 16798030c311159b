import { describe, expect, test } from 'vitest';
import { exampleFixes, judgedExample } from '#rules/rule-example.ts';
import { detection, goodAnswer } from '#rules/rule-words.ts';
import type { Rule } from '#rules/rule.ts';
import { rules } from '#rules/rules.ts';

const byId = (id: string): Rule => {
  const rule = rules.find((each) => each.id === id);
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return rule;
};

test.each(rules.map((rule) => [rule.id, rule] as const))('%s is told in full sentences', (_, rule) => {
  expect(detection(rule)).toMatch(/^It [^{}]+\.$/);
  expect(goodAnswer(rule)).toMatch(/^(I would [^A-Z].*|“.*)[.”]$/);
});

describe('examples', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s objects to the bad one only', (_, rule) => {
    expect(judgedExample(rule, 'bad').finding?.rule).toBe(rule.id);
    expect(judgedExample(rule, 'good').finding).toBeUndefined();
  });

  test('are judged under the options', () => {
    const rule = byId('connection/deep-synchronous-chain');
    expect(judgedExample(rule, 'bad', { maxHops: 100 }).finding).toBeUndefined();
  });

  test('show the ways out', () => {
    expect(exampleFixes(byId('queue/missing-dead-letter-queue')).map(({ title }) => title)).toEqual(['Add a dead-letter queue']);
  });
});
