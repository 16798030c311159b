import { describe, expect, test } from 'vitest';
import { newCard } from '#practice/review/card.ts';
import { answered } from '#practice/review/deck.ts';
import { type ReviewRound, withAnswer } from '#practice/review/round.ts';

const now = Date.UTC(2026, 3, 1, 12);
const deck = ['rule:a/one', 'rule:a/two'].map((id) => newCard(id, now));
const answer = { option: 'rule:a/one/1', isRight: true, seconds: 20, at: now + 5000 };
const round: ReviewRound = { cards: deck, index: 0, right: 1, answer, ends: now + 1e7 };

describe('an answer', () => {
  const after = answered(deck, 'rule:a/one', answer, answer.at);
  test('gets into the deck', () => expect(withAnswer(deck, round)).toEqual(after));
  test('gets into it once', () => expect(withAnswer(withAnswer(deck, round), round)).toEqual(after));
  test.each([
    ['nothing was chosen yet', { ...round, answer: undefined }, deck],
    ['the set is over', { ...round, index: 2 }, deck],
    ['its card is gone', round, deck.slice(1)],
  ])('changes nothing where %s', (_, given, kept) => expect(withAnswer(kept, given)).toBe(kept));
});
