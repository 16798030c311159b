import type { Day } from '#practice/review/deck.ts';

/** The day of this moment, as the clock of this computer has it. */
export function dayOf(now: number): Day {
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return { now, ends: midnight.getTime() };
}
