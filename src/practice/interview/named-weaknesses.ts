import type { Naming } from '#diagram/diagram.ts';
import type { Finding, Report } from '#rules/finding.ts';

/** What was named before the judge spoke, held against what the judge found. */
export interface NamedWeaknesses {
  /** Errors and warnings that were named. */
  readonly named: readonly Finding[];
  /** Errors and warnings that were not. */
  readonly missed: readonly Finding[];
  /** Names for what is no weakness here. A suggestion, an accepted finding or an open question is none that counts, but no wrong name either. */
  readonly wrong: readonly Naming[];
}

/** Whether a naming means this finding: the same rule, on its record or one that plays a part; a naming without a record means all of the rule. */
export const means = ({ rule, on }: Naming, { rule: found, primary, related }: Pick<Finding, 'rule' | 'primary' | 'related'>): boolean =>
  rule === found && (on === undefined || on === primary || related.some(({ id }) => id === on));

/** Whether the judge has said aloud what a naming would say: it comes too late. `shown` is the report as the user sees it. */
export const isTold = (naming: Naming, shown: Report): boolean => shown.findings.some((finding) => means(naming, finding));

/** Compares what was named with the report at the reveal. What the judge had already `told` is nothing to be named any more. */
export function namedWeaknesses(namings: readonly Naming[], { findings, accepted, questions }: Report, told: ReadonlySet<string> = new Set()): NamedWeaknesses {
  const counted = findings.filter(({ key, severity }) => severity !== 'suggestion' && !told.has(key));
  const isNamed = (finding: Finding): boolean => namings.some((naming) => means(naming, finding));
  return {
    named: counted.filter(isNamed),
    missed: counted.filter((finding) => !isNamed(finding)),
    wrong: namings.filter((naming) => ![...findings, ...accepted, ...questions.map((question) => ({ ...question, related: [] }))].some((found) => means(naming, found))),
  };
}

/** "6 of 9 named before the reveal." */
export function namedText({ named, missed }: NamedWeaknesses): string {
  const all = named.length + missed.length;
  return all === 0 ? 'There was no weakness to name.' : `${named.length} of ${all} named before the reveal.`;
}
