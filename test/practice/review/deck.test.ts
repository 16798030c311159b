import { describe, expect, test } from 'vitest';
import { cardOfCheck, cardOfRule, knownStill, type ReviewCard, subjectOf } from '#practice/review/card.ts';
import { answered, dailySet, type Day, type Deck, deckSchema, dueAt, dueTomorrow, introduced, missed, recallOf, usualSeconds } from '#practice/review/deck.ts';

const hour = 3_600_000;
const dayLength = 24 * hour;
/** Day by day: 8 in the evening of day 0 is `at(0, 20)`. */
const at = (day: number, hours: number): number => 1_800_000_000_000 - (1_800_000_000_000 % dayLength) + day * dayLength + hours * hour;
const onDay = (day: number, hours = 8): Day => ({ now: at(day, hours), ends: at(day + 1, 0) });
const ids = (deck: Deck): string[] => deck.map(({ id }) => id);
const rule = cardOfRule('queue/no-retry');
const check = cardOfCheck('url-shortener', 'reads-from-cache');
const single = (deck: Deck): ReviewCard => {
  const [card] = deck;
  if (!card) throw new Error('The deck is empty.');
  return card;
};

test.each([
  [rule, { kind: 'rule', rule: 'queue/no-retry' }],
  [check, { kind: 'check', scenario: 'url-shortener', check: 'reads-from-cache' }],
  ['rule:queue', undefined],
  ['else:a/b', undefined],
])('%s is about %o', (id, subject) => {
  expect(subjectOf(id)).toEqual(subject);
});

test.each([8, 13, 20, 23])('what is missed at %d o’clock is not due today, and due tomorrow from the morning on', (hours) => {
  const deck = missed([], [rule, check, 'nonsense'], at(0, hours));
  expect(ids(deck)).toEqual([rule, check]);
  expect(dueAt(deck, onDay(0, hours))).toEqual([]);
  expect(ids(dueTomorrow(deck, onDay(0, hours))).sort()).toEqual([check, rule].sort());
  expect(ids(dueAt(deck, onDay(1))).sort()).toEqual([check, rule].sort());
});

test('right answers move a card further and further away, a miss brings it back at once', () => {
  let deck = missed([], [rule], at(0, 20));
  const gaps: number[] = [];
  for (let turn = 0; turn < 4; turn++) {
    const { due } = single(deck);
    deck = answered(deck, rule, { isRight: true, seconds: 40 }, due);
    gaps.push(single(deck).scheduledDays);
  }
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  expect(new Set(gaps).size).toBe(4);
  const lapsed = single(missed(deck, [rule], single(deck).due));
  expect(lapsed.lapses).toBeGreaterThan(single(deck).lapses);
  expect(lapsed.scheduledDays).toBeLessThan(gaps.at(-1) ?? 0);
  expect(lapsed.stability).toBeLessThan(single(deck).stability);
});

test('better answers wait longer', () => {
  const known = single(answered(missed([], [rule], at(0, 9)), rule, { isRight: true, seconds: 40 }, at(1, 9)));
  const waits = [{ isRight: false, seconds: 5 }, { isRight: true, seconds: 200 }, { isRight: true, seconds: 40 }, { isRight: true, seconds: 5 }].map((answer) => single(answered([known], rule, answer, known.due)).scheduledDays);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits[0]).toBeLessThan(waits[3] ?? 0);
});

test.each([
  [rule, true, 20, 'easy'],
  [rule, true, 21, 'good'],
  [rule, true, 79, 'good'],
  [rule, true, 80, 'hard'],
  [check, true, 37, 'easy'],
  [check, true, 80, 'good'],
  [check, false, 1, 'again'],
] as const)('%s, right: %s, %d s is %s', (id, isRight, seconds, recall) => {
  expect(recallOf({ id }, { isRight, seconds })).toBe(recall);
});

test('the same answers give the same deck, and a deck comes back from storage', () => {
  const play = (): Deck => answered(missed(introduced([], [check], at(0, 8)), [rule], at(0, 9)), rule, { isRight: true, seconds: 30 }, at(1, 9));
  expect(play()).toEqual(play());
  expect(deckSchema.parse(JSON.parse(JSON.stringify(play())))).toEqual(play());
  expect(deckSchema.safeParse([...play(), ...play()]).success).toBe(false);
  expect(deckSchema.safeParse([{ ...single(play()), id: 'nonsense' }]).success).toBe(false);
});

test('an answer to a card that is not there changes nothing, and what is there is not introduced again', () => {
  const deck = missed([], [rule], at(0, 9));
  expect(answered(deck, check, { isRight: true, seconds: 1 }, at(1, 9))).toBe(deck);
  expect(introduced(deck, [rule], at(3, 9))).toEqual(deck);
});

test('memory fades', () => {
  const card = single(answered(missed([], [rule], at(0, 9)), rule, { isRight: true, seconds: 40 }, at(1, 9)));
  const [soon, later] = [knownStill(card, at(2, 9)), knownStill(card, at(30, 9))];
  expect(soon).toBeGreaterThan(later);
  expect(knownStill(single(introduced([], [check], at(0, 9))), at(1, 9))).toBe(0);
});

describe('the daily set', () => {
  const rulesNamed = (count: number, from = 0): string[] => Array.from({ length: count }, (_, index) => cardOfRule(`queue/flaw-${String(from + index).padStart(2, '0')}`));

  test('takes about ten minutes, the most overdue first, and says how many wait', () => {
    const late = missed([], rulesNamed(12, 20), at(0, 9));
    const deck = missed(late, rulesNamed(12), at(2, 9));
    const { cards, seconds, waiting } = dailySet(deck, onDay(5));
    expect(seconds).toBeLessThanOrEqual(600);
    expect(seconds).toBeGreaterThan(600 - usualSeconds(rule));
    expect(ids(cards).slice(0, 12)).toEqual(rulesNamed(12, 20));
    expect(cards.length + waiting).toBe(24);
  });

  test('has few new cards, after those that are due, and none where enough was new today', () => {
    const deck = introduced(missed([], rulesNamed(2), at(0, 9)), rulesNamed(9, 40), at(0, 10));
    expect(ids(dailySet(deck, onDay(3)).cards)).toEqual([...rulesNamed(2), ...rulesNamed(5, 40)]);
    const busy = missed(deck, rulesNamed(5, 60), at(3, 7));
    expect(ids(dailySet(busy, onDay(3)).cards)).toEqual(rulesNamed(2));
    expect(ids(dailySet(deck, onDay(3), { mostNew: 1 }).cards)).toEqual([...rulesNamed(2), ...rulesNamed(1, 40)]);
  });

  test('always has a first card, and none where nothing is due', () => {
    expect(dailySet(missed([], [check], at(0, 9)), onDay(1), { minutes: 0.5 }).cards).toHaveLength(1);
    expect(dailySet(missed([], [check], at(0, 9)), onDay(0))).toEqual({ cards: [], seconds: 0, waiting: 0 });
  });
});
