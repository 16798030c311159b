import type { Check, Curveball } from '../scenario.ts';

/** What a scenario may say in its own words, and ask beside what such a curveball always asks. */
export interface OwnWords {
  readonly title?: string;
  readonly says?: string;
  readonly debrief?: string;
  readonly alsoChecks?: readonly Omit<Check, 'mandatory'>[];
}

/** The curveball with a scenario's own words in the place of the general ones. */
export const inOwnWords = (curveball: Curveball, { title, says, debrief, alsoChecks = [] }: OwnWords): Curveball => ({
  ...curveball,
  title: title ?? curveball.title,
  says: says ?? curveball.says,
  debrief: debrief ?? curveball.debrief,
  checks: [...curveball.checks, ...alsoChecks],
});

