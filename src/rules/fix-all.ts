import { applyDiff } from '#diagram/diff.ts';
import type { Diagram } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import type { Finding, Report } from './finding.ts';
import { safeFixOf } from './fixes.ts';
import { rules } from './rules.ts';
import { createValidator, type RunOptions } from './validate.ts';

/** A safe fix that was applied, and the finding that it ended. */
export interface AppliedFix {
  readonly finding: Finding;
  readonly title: string;
}

export interface FixedDiagram {
  readonly diagram: Diagram;
  readonly applied: readonly AppliedFix[];
}

const mostRounds = 10;

const order: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

/**
 * The diagram with every safe fix applied, in the order of the rules, until none is left; at most ten rounds.
 * Accepted findings stay. A fix that would not end its finding, or would bring an error, is left out; none is tried twice.
 */
export function fixAll(diagram: Diagram, freshId: FreshId, options: RunOptions = {}): FixedDiagram {
  const judge = createValidator();
  const tried = new Set<string>();
  const applied: AppliedFix[] = [];
  let now = diagram;
  let report = judge(now, options);
  for (let round = 0; round < mostRounds; round++) {
    const open = report.findings.filter((finding) => !tried.has(caseOf(finding))).sort((a, b) => (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0));
    const before = applied.length;
    for (const { key, messageId } of open) {
      // An earlier fix of this round may have ended it, or changed what it says.
      const finding = report.findings.find((each) => each.key === key && each.messageId === messageId);
      const fix = finding && safeFixOf(finding, now);
      if (!finding || !fix) continue;
      tried.add(caseOf(finding));
      const step = fix.apply(now, freshId);
      if (!step) continue;
      const after = applyDiff(now, step.diff);
      const said = judge(after, options);
      if (!isBetter(report, said, finding)) continue;
      [now, report] = [after, said];
      applied.push({ finding, title: fix.title });
    }
    if (applied.length === before) break;
  }
  return { diagram: now, applied };
}

const caseOf = ({ key, messageId }: Finding): string => `${key} ${messageId}`;

/** Whether a finding has ended and no error has come. */
function isBetter(before: Report, after: Report, ended: Finding): boolean {
  const errors = new Set(before.findings.filter(({ severity }) => severity === 'error').map(({ key }) => key));
  return after.findings.every((finding) => caseOf(finding) !== caseOf(ended) && (finding.severity !== 'error' || errors.has(finding.key)));
}
