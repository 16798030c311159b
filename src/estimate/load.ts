import type { Part } from './capacity.ts';
import { certain, type Rate, total } from './rate.ts';

/** The part of a rate that meets a limit; undefined while it is not certain, or some of the rate may be reads or writes. */
export function loadOf(rate: Rate, part: Part): number | undefined {
  if (part === 'total') return certain(total(rate));
  return certain(rate.unclassified) === 0 ? certain(rate[part]) : undefined;
}
