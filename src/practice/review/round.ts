import { z } from 'zod';
import { reviewCardSchema } from './card.ts';

/** A set of cards that is being gone through, as it is kept. */
export const reviewRoundSchema = z.object({
  /** As they were when it began: their questions depend on it. */
  cards: z.array(reviewCardSchema).readonly(),
  index: z.int().nonnegative(),
  right: z.int().nonnegative(),
  /** The option that was chosen for the card that is shown; absent while there is none. */
  answer: z.string().optional(),
  /** The midnight after which it is another day's set, in milliseconds since 1970. */
  ends: z.number(),
});
export type ReviewRound = Readonly<z.infer<typeof reviewRoundSchema>>;
