import type { Id } from '#diagram/diagram.ts';

/** Whether a requirement is met. "Cannot tell" says neither right nor wrong: somebody has to state something first. */
export type RequirementVerdict = 'met' | 'not-met' | 'cannot-tell';

/** A property that would decide. */
export interface DecidingField {
  readonly record: Id;
  readonly property: string;
}

/** What the judge says about a fact, with its proof. */
export interface Judgement {
  readonly verdict: RequirementVerdict;
  /** One sentence for the user, with the names of the own components. */
  readonly reason: string;
  /** Components and connections that show it, in the order of the path where it is one. */
  readonly witness: readonly Id[];
  /** What would decide; empty unless the verdict is "cannot tell". */
  readonly fields: readonly DecidingField[];
}

export const met = (reason: string, witness: Iterable<Id> = []): Judgement => ({ verdict: 'met', reason, witness: [...new Set(witness)], fields: [] });

export const notMet = (reason: string, witness: Iterable<Id> = []): Judgement => ({ verdict: 'not-met', reason, witness: [...new Set(witness)], fields: [] });

export const cannotTell = (reason: string, fields: readonly DecidingField[], witness: Iterable<Id> = fields.map(({ record }) => record)): Judgement => ({
  verdict: 'cannot-tell',
  reason,
  witness: [...new Set(witness)],
  fields: unique(fields),
});

const unique = (fields: readonly DecidingField[]): readonly DecidingField[] => [...new Map(fields.map((field) => [`${field.record} ${field.property}`, field])).values()];
