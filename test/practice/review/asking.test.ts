import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { askCard, type CheckMaterial } from '#practice/review/asking.ts';
import { cardOfCheck, cardOfRule } from '#practice/review/card.ts';
import { rules } from '#rules/rules.ts';

const material: CheckMaterial = {
  scenario: { id: 'shortener', title: 'URL shortener' },
  checks: ['fast', 'unique', 'counted', 'safe', 'cheap', 'small'].map((id) => ({ id, title: `It is ${id}.`, topics: ['caching'] })),
  mutants: [
    { what: 'the cache is gone', fails: ['fast', 'cheap'], diagram: sketch('service api') },
    { what: 'the cache is never read', fails: ['fast'], leavesOpen: ['small'], diagram: sketch('service other') },
  ],
};

test('a check is asked with a design that fails it; exactly it is right, and no other that is unmet or open is among the options', () => {
  for (const [turn, unmet] of [[0, ['small']], [1, ['cheap']], [2, ['small']]] as const) {
    const asked = askCard({ id: cardOfCheck('shortener', 'fast'), reviews: turn }, turn, material);
    expect(asked?.options.filter(({ isRight }) => isRight).map(({ label }) => label)).toEqual(['It is fast.']);
    expect(asked?.options).toHaveLength(4);
    for (const id of unmet) expect(asked?.options.map(({ label }) => label)).not.toContain(`It is ${id}.`);
    expect(asked?.diagram).toBe(material.mutants[turn === 1 ? 0 : 1]?.diagram);
    expect(asked?.topics).toEqual(['caching']);
  }
});

test.each([
  ['a check without a design that fails it', cardOfCheck('shortener', 'unique'), material],
  ['a check that is not there', cardOfCheck('shortener', 'other'), material],
  ['a check of another scenario', cardOfCheck('chat', 'fast'), material],
  ['a check without its scenario', cardOfCheck('shortener', 'fast'), undefined],
  ['a rule that is not there', cardOfRule('queue/none-such'), undefined],
])('%s cannot be asked', (_, id, given) => {
  expect(askCard({ id, reviews: 0 }, 1, given)).toBeUndefined();
});

test('a card of every rule can be asked, at every review', () => {
  const silent = rules.filter(({ id }) => [0, 1, 2, 3].some((reviews) => askCard({ id: cardOfRule(id), reviews }, 1)?.rules.includes(id) !== true));
  expect(silent.map(({ id }) => id)).toEqual([]);
});
