import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { rules } from '#rules/rules.ts';
import { validate } from '#rules/validate.ts';
import { tryFixes } from '../support/test-rule.ts';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('its bad example raises it, and every fix works', () => {
    const diagram = sketch(rule.examples.bad);
    const findings = validate(diagram).findings.filter((finding) => finding.rule === id);
    expect(findings).toHaveLength(1);
    for (const finding of findings) tryFixes(diagram, finding);
  });

  test('its good example raises neither it nor any error', () => {
    const { findings } = validate(sketch(rule.examples.good));
    expect(findings.filter((finding) => finding.rule === id || finding.severity === 'error')).toEqual([]);
  });

  test('its prose is for people', () => {
    const { what, why, fix, silentWhen, sources, question } = rule.docs;
    for (const sentence of [what, why, fix, ...silentWhen, ...sources]) expect(sentence).toMatch(/\.$/);
    expect(question).toMatch(/\?$/);
    for (const { text } of Object.values(rule.messages)) {
      expect(text).toMatch(/[.?]$|\)\.$/);
      expect(text).not.toMatch(/<|`|\*\*/);
    }
  });
});
