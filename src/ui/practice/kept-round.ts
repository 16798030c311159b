import type { z } from 'zod';
import { type DrillRun, drillRunSchema } from '#practice/drills/drill-run.ts';
import { type ReviewRound, reviewRoundSchema } from '#practice/review/round.ts';
import type { OpenShelf } from './cards.ts';

/** What survives the closing of its page. One of a sort is kept, the one that was changed last, whatever tab it is in. */
export interface KeptRound<T> {
  /** Undefined where none is kept, or none that can be read any more. */
  load(openShelf: OpenShelf): Promise<T | undefined>;
  /** Undefined: none is under way any more. Settles when it is kept, or cannot be; it never fails. */
  keep(openShelf: OpenShelf, round: T | undefined): Promise<void>;
}

/** The drill that is under way. */
export const keptDrill: KeptRound<DrillRun> = keptAs('drill', drillRunSchema);

/** The set of the review that is under way. */
export const keptReview: KeptRound<ReviewRound> = keptAs('review', reviewRoundSchema);

// A drill that cannot be kept goes on as long as its page is open: nothing to trouble anybody with.
function keptAs<T>(id: string, schema: z.ZodType<T>): KeptRound<T> {
  return {
    load: async (openShelf) => schema.safeParse(await openShelf().then((shelf) => shelf?.rounds.load(id)).catch(() => undefined)).data,
    keep: (openShelf, round) => openShelf().then((shelf) => (round ? shelf?.rounds.save(id, round) : shelf?.rounds.remove(id))).catch(() => undefined),
  };
}
