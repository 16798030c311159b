import { z } from 'zod';
import { newCard, rated, type Recall, type ReviewCard, reviewCardSchema, subjectOf } from './card.ts';

/** All cards, each id once; as it is kept. */
export const deckSchema = z.array(reviewCardSchema).readonly().refine((cards) => new Set(cards.map(({ id }) => id)).size === cards.length, 'must have each card once');
export type Deck = readonly ReviewCard[];

/** A day as the user lives it: the moment, and the next midnight, in milliseconds since 1970. */
export interface Day {
  readonly now: number;
  readonly ends: number;
}

const dayLength = 86_400_000;

/** The deck after these were missed: new cards for what is new, a lapse for what was known. All of them come back tomorrow. Ids that are none are left out. */
export const missed = (deck: Deck, ids: readonly string[], now: number): Deck => ids.filter((id) => subjectOf(id)).reduce((next, id) => put(next, rated(cardIn(next, id) ?? newCard(id, now), 'again', now)), deck);

/** The deck with cards to learn that nobody has missed yet. What is there already stays as it is. */
export const introduced = (deck: Deck, ids: readonly string[], now: number): Deck => ids.filter((id) => subjectOf(id)).reduce((next, id) => (cardIn(next, id) ? next : put(next, newCard(id, now))), deck);

/** An answer, and how long it took. */
export interface Answer {
  readonly isRight: boolean;
  readonly seconds: number;
}

/** The deck after an answer; without a card of this id as it was. */
export function answered(deck: Deck, id: string, answer: Answer, now: number): Deck {
  const card = cardIn(deck, id);
  return card ? put(deck, rated(card, recallOf(card, answer), now)) : deck;
}

/** How well an answer shows that it was known: wrong is "again", right is easy in half the usual time, and hard in twice of it. */
export function recallOf({ id }: Pick<ReviewCard, 'id'>, { isRight, seconds }: Answer): Recall {
  if (!isRight) return 'again';
  const usual = usualSeconds(id);
  if (seconds <= usual / 2) return 'easy';
  return seconds >= usual * 2 ? 'hard' : 'good';
}

/** How long a card takes, reading the reason included: a check shows a whole design. */
export const usualSeconds = (id: string): number => (subjectOf(id)?.kind === 'check' ? 75 : 40);

/** The cards that are due before this day ends, the most overdue first; new ones last. */
export const dueAt = (deck: Deck, { ends }: Day): Deck => deck.filter(({ due }) => due < ends).sort((a, b) => Number(isNew(a)) - Number(isNew(b)) || a.due - b.due || (a.id < b.id ? -1 : 1));

/** The cards that become due on the day after. */
export const dueTomorrow = (deck: Deck, { ends }: Day): Deck => dueAt(deck, { now: ends, ends: ends + dayLength }).filter(({ due }) => due >= ends);

/** What to do on a day. */
export interface DailySet {
  readonly cards: Deck;
  /** How long it takes, by estimate. */
  readonly seconds: number;
  /** Cards that are due and did not fit in. */
  readonly waiting: number;
}

/** The cards for about ten minutes: due ones, the most overdue first, then a few new ones. The first card always fits. */
export function dailySet(deck: Deck, day: Day, { minutes = 10, mostNew = 5 }: { readonly minutes?: number; readonly mostNew?: number } = {}): DailySet {
  const due = dueAt(deck, day);
  const cards: ReviewCard[] = [];
  let seconds = 0;
  let fresh = metToday(deck, day);
  for (const card of due) {
    if (isNew(card) && fresh >= mostNew) continue;
    if (cards.length > 0 && seconds + usualSeconds(card.id) > minutes * 60) continue;
    if (isNew(card)) fresh += 1;
    cards.push(card);
    seconds += usualSeconds(card.id);
  }
  return { cards, seconds, waiting: due.length - cards.length };
}

const isNew = ({ reviews }: ReviewCard): boolean => reviews === 0;

/** What was seen for the first time today, missed in an interview or asked. */
const metToday = (deck: Deck, { ends }: Day): number => deck.filter(({ reviews, lastReview }) => reviews === 1 && lastReview !== undefined && lastReview >= ends - dayLength).length;

const cardIn = (deck: Deck, id: string): ReviewCard | undefined => deck.find((card) => card.id === id);

const put = (deck: Deck, card: ReviewCard): Deck => (cardIn(deck, card.id) ? deck.map((each) => (each.id === card.id ? card : each)) : [...deck, card]);
