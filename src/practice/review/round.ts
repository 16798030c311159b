import { z } from 'zod';
import { reviewCardSchema } from './card.ts';
import { answered, type Deck } from './deck.ts';

/** A set of cards that is being gone through, as it is kept. */
export const reviewRoundSchema = z.object({
  /** As they were when it began: their questions depend on it. */
  cards: z.array(reviewCardSchema).readonly(),
  index: z.int().nonnegative(),
  right: z.int().nonnegative(),
  /** What was chosen for the card that is shown, and when; absent while nothing was. */
  answer: z.object({ option: z.string(), isRight: z.boolean(), seconds: z.number().nonnegative(), at: z.number() }).optional(),
  /** The midnight after which it is another day's set, in milliseconds since 1970. */
  ends: z.number(),
});
export type ReviewRound = Readonly<z.infer<typeof reviewRoundSchema>>;

/** The deck with the answer to the card that is shown; as it is where it knows that answer already. */
export function withAnswer(deck: Deck, { cards, index, answer }: ReviewRound): Deck {
  const asked = cards[index];
  if (!answer || !asked || deck.find(({ id }) => id === asked.id)?.reviews !== asked.reviews) return deck;
  return answered(deck, asked.id, answer, answer.at);
}
