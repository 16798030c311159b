import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import type { Finding } from './finding.ts';
import { fixesOf } from './fixes.ts';
import type { Fix, Rule } from './rule.ts';
import { validate } from './validate.ts';

/** An example of a rule as a diagram, with what the rule says about it. */
export interface JudgedExample {
  readonly diagram: Diagram;
  /** Undefined where the rule has no objection: in the good one, and in the bad one where options allow it. */
  readonly finding: Finding | undefined;
}

/** An example of a rule, judged under these options of it, whatever the configuration leaves out. */
export function judgedExample(rule: Rule, which: 'bad' | 'good', options: Readonly<Record<string, unknown>> = {}): JudgedExample {
  const diagram = sketch(rule.examples[which]);
  const judged: Diagram = { ...diagram, settings: { ...diagram.settings, lintConfig: { preset: 'strict', rules: { [rule.id]: [rule.severity, options] } } } };
  return { diagram, finding: validate(judged).findings.find((each) => each.rule === rule.id) };
}

/** The ways out that a rule offers for its bad example: fixes are made for a finding, so there is no list without one. */
export function exampleFixes(rule: Rule): readonly Fix[] {
  const { diagram, finding } = judgedExample(rule, 'bad');
  return finding ? fixesOf(finding, diagram) : [];
}
