import type { Id } from '../diagram.ts';
import { putRecord } from '../edits.ts';
import { type Command, transaction } from '../transaction.ts';

export interface Acceptance {
  readonly rule: string;
  readonly on: Id;
  readonly reason: string;
  /** ISO day. */
  readonly date?: string;
}

/** Accepts a finding of a rule on a record, with the reason. Null for a blank one. */
export const acceptFinding: Command<Acceptance> = (diagram, { rule, on, reason, date }) => {
  if (reason.trim() === '') return null;
  const id = `${rule}@${on}`;
  return transaction('Accept finding', diagram, putRecord(diagram, 'suppressions', { id, rule, on, reason: reason.trim(), ...(date === undefined ? {} : { date }) }));
};

/** Takes an acceptance back. */
export const withdrawAcceptance: Command<{ readonly id: Id }> = (diagram, { id }) =>
  transaction('Withdraw acceptance', diagram, { ...diagram, suppressions: new Map([...diagram.suppressions].filter(([other]) => other !== id)) });
