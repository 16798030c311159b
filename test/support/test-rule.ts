import { describe, expect, test } from 'vitest';
import { applyDiff, invertDiff } from '#diagram/diff.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { writeDiagram } from '#formats/json/write.ts';
import type { Finding, Severity } from '#rules/finding.ts';
import { fixesOf } from '#rules/fixes.ts';
import type { Rule } from '#rules/rule.ts';
import { validate } from '#rules/validate.ts';

export interface FiringCase {
  /** What the case shows, in a few words. */
  readonly when: string;
  readonly sketch: string;
  readonly primary?: string;
  readonly severity?: Severity;
  readonly message?: string | RegExp;
  /** Ids that must be among the related records. */
  readonly related?: readonly string[];
  /** Titles of the fixes, in order. */
  readonly fixes?: readonly string[];
}

export interface QuietCase {
  readonly when: string;
  readonly sketch: string;
}

export interface RuleTable {
  readonly fires: readonly FiringCase[];
  readonly silent: readonly QuietCase[];
  /** The rule asks instead: these properties would decide. */
  readonly notStated?: readonly (QuietCase & { readonly fields: readonly string[] })[];
  readonly today?: string;
}

/** Ids for fixes, the same in every run. */
export function freshIds(): () => string {
  let next = 0;
  return () => `new${++next}`;
}

const findingsOf = (rule: string, diagram: Diagram, today?: string): Finding[] => validate(diagram, today === undefined ? {} : { today }).findings.filter((finding) => finding.rule === rule);

/** Tests a rule as a table of small diagrams; every fix of every firing case is tried as well. */
export function testRule(rule: Pick<Rule, 'id'>, { fires, silent, notStated = [], today }: RuleTable): void {
  describe(rule.id, () => {
    test.each(fires)('fires: $when', (given) => {
      const diagram = sketch(given.sketch);
      const [finding, ...others] = findingsOf(rule.id, diagram, today).filter(({ primary }) => given.primary === undefined || primary === given.primary);
      expect(finding, 'a finding').toBeDefined();
      if (!finding) return;
      expect(others, 'one finding only').toEqual([]);
      expect(finding.message).not.toMatch(/[{}]|undefined|NaN/);
      if (given.severity) expect(finding.severity).toBe(given.severity);
      if (given.message) expect(finding.message).toMatch(given.message);
      for (const id of given.related ?? []) expect(finding.related.map((each) => each.id)).toContain(id);
      if (given.fixes) expect(fixesOf(finding, diagram).map(({ title }) => title)).toEqual(given.fixes);
      tryFixes(diagram, finding);
    });

    test.each(silent)('silent: $when', (given) => {
      expect(findingsOf(rule.id, sketch(given.sketch), today)).toEqual([]);
    });

    test.each(notStated)('asks: $when', (given) => {
      const report = validate(sketch(given.sketch), today === undefined ? {} : { today });
      expect(report.findings.filter((finding) => finding.rule === rule.id)).toEqual([]);
      expect(report.questions.filter((question) => question.rule === rule.id).flatMap(({ fields }) => fields.map(({ property }) => property))).toEqual(given.fields);
    });
  });
}

/** Each fix ends its finding in one step, brings no new error, changes nothing when it is applied again, and can be undone. */
export function tryFixes(diagram: Diagram, finding: Finding): void {
  const errors = (of: Diagram): string[] => validate(of).findings.filter(({ severity }) => severity === 'error').map(({ key }) => key);
  for (const fix of fixesOf(finding, diagram)) {
    const step = fix.apply(diagram, freshIds());
    expect(step, `"${fix.title}" changes something`).not.toBeNull();
    if (!step) continue;
    const after = applyDiff(diagram, step.diff);
    const said = validate(after).findings.map(({ key, messageId }) => `${key} ${messageId}`);
    if (fix.completes !== false) expect(said, `"${fix.title}" ends the finding`).not.toContain(`${finding.key} ${finding.messageId}`);
    expect(errors(after).filter((key) => !errors(diagram).includes(key)), `"${fix.title}" brings no error`).toEqual([]);
    expect(JSON.parse(writeDiagram(applyDiff(after, invertDiff(step.diff))))).toEqual(JSON.parse(writeDiagram(diagram)));
  }
}
