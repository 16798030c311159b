import type { Id } from '#diagram/diagram.ts';

/** Whether a requirement is met. "Cannot tell" says neither right nor wrong: somebody has to state something first. */
export type RequirementVerdict = 'met' | 'not-met' | 'cannot-tell';

/** From worst to best. */
export const verdictRank: Readonly<Record<RequirementVerdict, number>> = { 'not-met': 0, 'cannot-tell': 1, met: 2 };

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

/** Met if all are; what fails comes first, then what is open. */
export function all(parts: readonly Judgement[]): Judgement {
  const deciding = of(parts, 'not-met') ?? of(parts, 'cannot-tell') ?? parts;
  const shown = deciding === parts ? parts.filter(({ witness }) => witness.length > 0) : [];
  return joined(deciding[0]?.verdict ?? 'met', deciding, reasonsOf(shown.length > 0 ? shown : deciding).slice(0, mostReasons));
}

/** Met as soon as one is; that one is the proof. Of many ways that are not taken, the one that is nearest to what is drawn is told. */
export function any(parts: readonly Judgement[]): Judgement {
  const deciding = of(parts, 'met')?.slice(0, 1) ?? of(parts, 'cannot-tell') ?? parts;
  const reasons = reasonsOf(deciding);
  return joined(deciding[0]?.verdict ?? 'not-met', deciding, reasons.join(' ').length > mostLetters ? reasons.slice(0, 1) : reasons);
}

/** The opposite; what is open stays open. */
export const not = (part: Judgement): Judgement => (part.verdict === 'cannot-tell' ? part : { ...part, verdict: part.verdict === 'met' ? 'not-met' : 'met' });

function of(parts: readonly Judgement[], verdict: RequirementVerdict): readonly Judgement[] | undefined {
  const such = parts.filter((part) => part.verdict === verdict);
  return such.length > 0 ? such : undefined;
}

/** As much as one reads at a glance. */
const mostReasons = 3;
const mostLetters = 160;

/** Each reason once; what can be shown in the drawing first. */
const reasonsOf = (parts: readonly Judgement[]): readonly string[] => [...new Set(parts.toSorted((a, b) => Number(b.witness.length > 0) - Number(a.witness.length > 0)).map(({ reason }) => reason))];

const joined = (verdict: RequirementVerdict, parts: readonly Judgement[], reasons: readonly string[]): Judgement => ({
  verdict,
  reason: reasons.join(' '),
  witness: [...new Set(parts.flatMap(({ witness }) => witness))],
  fields: unique(parts.flatMap(({ fields }) => fields)),
});
