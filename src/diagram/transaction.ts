import type { Diagram, Id } from './diagram.ts';
import { type Diff, diffOf, isEmptyDiff } from './diff.ts';

/** One step of history: what changed, in words and as data. */
export interface Transaction {
  /** What undo will take back, as a verb: "Add queue". */
  readonly label: string;
  readonly diff: Diff;
  /** Steps with the same gesture that follow each other become one. */
  readonly gesture?: string;
}

/** A change that can be made to this diagram, or null where it does not apply. Fresh ids come from outside. */
export type Command<Args = void> = (diagram: Diagram, args: Args) => Transaction | null;

/** Mints an id that no record has yet. */
export type FreshId = () => Id;

/** The step from one diagram to another; null where nothing changed. */
export function transaction(label: string, before: Diagram, after: Diagram, gesture?: string): Transaction | null {
  const diff = diffOf(before, after);
  if (isEmptyDiff(diff)) return null;
  return gesture === undefined ? { label, diff } : { label, diff, gesture };
}
