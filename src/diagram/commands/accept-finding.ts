import type { Id, Suppression } from '../diagram.ts';
import { putRecord } from '../edits.ts';
import { type Command, transaction } from '../transaction.ts';

export interface Acceptance {
  /** A rule's id, or its group as in `queue/*`. */
  readonly rule: string;
  /** A record, `diagram`, or a boundary for everything in it. */
  readonly on: Id;
  readonly reason: string;
  /** ISO day. */
  readonly date?: string;
  /** ISO day after which the finding comes back. */
  readonly until?: string;
}

/** Accepts findings of a rule, or of its group, on a record, with the reason. It takes the place of an earlier one of the same. Null for a blank reason. */
export const acceptFinding: Command<Acceptance> = (diagram, { rule, on, reason, date, until }) => {
  if (reason.trim() === '') return null;
  const id = `${rule}@${on}`;
  const acceptance = { id, rule, on, reason: reason.trim(), ...(date === undefined ? {} : { date }), ...(until === undefined ? {} : { until }) };
  return transaction('Accept finding', diagram, putRecord(diagram, 'suppressions', acceptance));
};

/** Words an acceptance anew, and says until when it holds; without `until` it holds for good. Null for a blank reason. */
export const editAcceptance: Command<{ readonly id: Id; readonly reason: string; readonly until?: string }> = (diagram, { id, reason, until }) => {
  const known = diagram.suppressions.get(id);
  if (!known || reason.trim() === '') return null;
  const { until: _, ...rest } = known;
  const edited: Suppression = { ...rest, reason: reason.trim(), ...(until === undefined ? {} : { until }) };
  return transaction('Edit acceptance', diagram, putRecord(diagram, 'suppressions', edited));
};

/** Takes an acceptance back. */
export const withdrawAcceptance: Command<{ readonly id: Id }> = (diagram, { id }) =>
  transaction('Withdraw acceptance', diagram, { ...diagram, suppressions: new Map([...diagram.suppressions].filter(([other]) => other !== id)) });
