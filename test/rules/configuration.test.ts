import { expect, test } from 'vitest';
import type { LintConfig } from '#catalog/diagram-fields.ts';
import { optionOf, severityUnder } from '#rules/configuration.ts';
import { ruleOf } from '#rules/fixes.ts';

test.each<{ readonly id: string; readonly config: LintConfig; readonly severity: string }>([
  { id: 'queue/no-consumer', config: {}, severity: 'error' },
  { id: 'queue/no-consumer', config: { preset: 'off' }, severity: 'off' },
  { id: 'queue/no-consumer', config: { preset: 'off', rules: { 'queue/no-consumer': 'error' } }, severity: 'error' },
  { id: 'queue/no-consumer', config: { preset: 'off', rules: { 'queue/no-consumer': ['default', { most: 3 }] } }, severity: 'off' },
  { id: 'queue/no-consumer', config: { rules: { 'queue/no-consumer': ['default', { most: 3 }] } }, severity: 'error' },
  { id: 'model/duplicate-name', config: {}, severity: 'off' },
  { id: 'model/duplicate-name', config: { preset: 'strict' }, severity: 'warning' },
  { id: 'model/duplicate-name', config: { preset: 'strict', rules: { 'model/duplicate-name': ['default', {}] } }, severity: 'warning' },
])('$id is $severity under $config', ({ id, config, severity }) => {
  const rule = ruleOf(id);
  expect(rule && severityUnder(rule, config)).toBe(severity);
});

test('an option counts beside the severity of the preset', () => {
  const rule = ruleOf('connection/deep-synchronous-chain');
  expect(rule && optionOf(rule, { rules: { [rule.id]: ['default', { maxHops: 9 }] } }, 'maxHops')).toBe(9);
  expect(rule && optionOf(rule, {}, 'maxHops')).toBe(6);
});
