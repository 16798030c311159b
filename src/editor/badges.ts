import { memoByIdentity } from '#base/memo.ts';
import type { Id } from '#diagram/diagram.ts';
import type { Report, Severity } from '#rules/finding.ts';

/** How many open findings a record has, and the worst of them. */
export interface Badge {
  readonly severity: Severity;
  readonly count: number;
}

/** Badges by record, from the findings whose primary it is. */
export const badgesOf: (report: Report) => ReadonlyMap<Id, Badge> = memoByIdentity((report) => {
  const badges = new Map<Id, Badge>();
  for (const { primary, severity } of report.findings) {
    const known = badges.get(primary);
    // Findings come worst first, so the first one seen names the severity.
    badges.set(primary, { severity: known?.severity ?? severity, count: (known?.count ?? 0) + 1 });
  }
  return badges;
});
