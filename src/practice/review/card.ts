import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import { z } from 'zod';

/** What a card asks for: a rule, or a check of a scenario. */
export type CardSubject = { readonly kind: 'rule'; readonly rule: string } | { readonly kind: 'check'; readonly scenario: string; readonly check: string };

/** A card of the review as it is kept. Times are milliseconds since 1970. */
export const reviewCardSchema = z.object({
  /** `rule:<rule id>` or `check:<scenario>/<check id>`. */
  id: z.string().regex(/^(rule|check):[^/\s]+\/\S+$/, 'must be rule:<rule id> or check:<scenario>/<check id>'),
  due: z.number(),
  /** Days after which nine of ten such things are still known. */
  stability: z.number().nonnegative(),
  /** From 1 to 10; 0 before the first answer. */
  difficulty: z.number().min(0).max(10),
  scheduledDays: z.number().nonnegative(),
  /** How often it was answered or missed. */
  reviews: z.number().int().nonnegative(),
  lapses: z.number().int().nonnegative(),
  /** As FSRS counts them: new, learning, review, relearning. */
  state: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  lastReview: z.number().optional(),
});
export type ReviewCard = Readonly<z.infer<typeof reviewCardSchema>>;

export const cardOfRule = (rule: string): string => `rule:${rule}`;

export const cardOfCheck = (scenario: string, check: string): string => `check:${scenario}/${check}`;

/** What a card is about; undefined for an id that is none. */
export function subjectOf(id: string): CardSubject | undefined {
  const [, kind, first, second] = /^(rule|check):([^/\s]+)\/(\S+)$/.exec(id) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return kind === 'rule' ? { kind, rule: `${first}/${second}` } : { kind: 'check', scenario: first, check: second };
}

/** How well something was known. */
export type Recall = 'again' | 'hard' | 'good' | 'easy';

const grades: Readonly<Record<Recall, Grade>> = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy };

/** Whole days and no chance: what is missed today comes back tomorrow, and the same answers give the same plan. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9, maximum_interval: 365 });

/** A card that nobody has been asked yet; due at once. */
export const newCard = (id: string, now: number): ReviewCard => kept(id, createEmptyCard(new Date(now)));

/** The card after an answer. */
export const rated = (card: ReviewCard, recall: Recall, now: number): ReviewCard => kept(card.id, scheduler.next(unpacked(card), new Date(now), grades[recall]).card);

/** How likely it is that the card is still known, from 0 to 1; 0 for one that was never asked. */
export const knownStill = (card: ReviewCard, now: number): number => (card.reviews === 0 ? 0 : scheduler.get_retrievability(unpacked(card), new Date(now), false));

const kept = (id: string, card: Card): ReviewCard => ({
  id,
  due: card.due.getTime(),
  stability: card.stability,
  difficulty: card.difficulty,
  scheduledDays: card.scheduled_days,
  reviews: card.reps,
  lapses: card.lapses,
  state: card.state,
  ...(card.last_review && { lastReview: card.last_review.getTime() }),
});

const unpacked = (card: ReviewCard): Card => ({
  due: new Date(card.due),
  stability: card.stability,
  difficulty: card.difficulty,
  elapsed_days: 0,
  scheduled_days: card.scheduledDays,
  learning_steps: 0,
  reps: card.reviews,
  lapses: card.lapses,
  state: card.state,
  ...(card.lastReview !== undefined && { last_review: new Date(card.lastReview) }),
});
