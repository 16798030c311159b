import type { Diagram, Suppression } from '#diagram/diagram.ts';
import { covers, isOver, names } from './acceptance.ts';
import { isOn } from './configuration.ts';
import type { Finding, Report } from './finding.ts';
import { rules } from './rules.ts';

/** One accepted trade-off, and what it is worth now. */
export interface LedgerEntry {
  readonly suppression: Suppression;
  /** The findings that it speaks of, whether it still holds or not. */
  readonly covered: readonly Finding[];
  /** It holds; its day has passed; its rules are switched off; or nothing is left that it would hold back. */
  readonly state: 'holds' | 'ended' | 'off' | 'stale';
}

/** Every acceptance of the diagram. Those that need attention come first, the others in the order of the file. */
export function ledgerOf(diagram: Diagram, report: Report, today: string | undefined): readonly LedgerEntry[] {
  // A report may be one edit old: what was open then may be accepted by now.
  const all = [...report.accepted, ...report.findings];
  const entries = [...diagram.suppressions.values()].map((suppression): LedgerEntry => {
    const covered = all.filter((finding) => covers(diagram, suppression, finding));
    return { suppression, covered, state: stateOf(diagram, suppression, covered, today) };
  });
  return entries.sort((a, b) => Number(needsNothing(a)) - Number(needsNothing(b)));
}

const needsNothing = ({ state }: LedgerEntry): boolean => state === 'holds' || state === 'off';

function stateOf(diagram: Diagram, suppression: Suppression, covered: readonly Finding[], today: string | undefined): LedgerEntry['state'] {
  if (isOver(suppression, today)) return 'ended';
  if (covered.length > 0) return 'holds';
  const named = rules.filter(({ id }) => names(suppression, id));
  return named.length > 0 && named.every((rule) => !isOn(rule, diagram.settings.lintConfig ?? {})) ? 'off' : 'stale';
}
