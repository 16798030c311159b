import { describe, expect } from 'vitest';
import { choosePreset, resetRules, setRuleOption, setRuleSeverity } from '#diagram/commands/configure-rules.ts';
import { sketch } from '#diagram/sketch.ts';
import { testCommand } from '../../support/test-command.ts';

const rule = 'queue/no-consumer';
const plain = sketch('queue jobs\nsettings { availabilityTarget: 0.99 }');
const strict = sketch('queue jobs\nsettings { lintConfig: { preset: strict } }');
const off = sketch('queue jobs\nsettings { lintConfig: { preset: strict, rules: { queue/no-consumer: off, queue/no-retry: error } } }');
const tuned = sketch('queue jobs\nsettings { lintConfig: { rules: { queue/no-consumer: [warning, { most: 3 }] } } }');
const tunedOnly = sketch('queue jobs\nsettings { lintConfig: { rules: { queue/no-consumer: [default, { most: 3 }] } } }');

describe('presets', () => {
  testCommand([
    { when: 'one is chosen', before: plain, step: (d) => choosePreset(d, { preset: 'strict' }), then: (d) => expect(d.settings).toEqual({ availabilityTarget: 0.99, lintConfig: { preset: 'strict' } }), label: 'Choose preset' },
    { when: 'the recommended one leaves nothing in the file', before: strict, step: (d) => choosePreset(d, { preset: 'recommended' }), then: (d) => expect(d.settings).toEqual({}) },
    { when: 'the rules keep what was said about them', before: off, step: (d) => choosePreset(d, { preset: 'recommended' }), then: (d) => expect(d.settings.lintConfig).toEqual({ rules: { [rule]: 'off', 'queue/no-retry': 'error' } }) },
    { when: 'it was chosen already', before: strict, step: (d) => choosePreset(d, { preset: 'strict' }), then: null },
  ]);
});

describe('a severity', () => {
  testCommand([
    { when: 'of its own', before: plain, step: (d) => setRuleSeverity(d, { rule, severity: 'off' }), then: (d) => expect(d.settings.lintConfig).toEqual({ rules: { [rule]: 'off' } }), label: 'Change severity of rule' },
    { when: 'options stay', before: tuned, step: (d) => setRuleSeverity(d, { rule, severity: 'error' }), then: (d) => expect(d.settings.lintConfig?.rules).toEqual({ [rule]: ['error', { most: 3 }] }) },
    { when: 'back to the preset, with options', before: tuned, step: (d) => setRuleSeverity(d, { rule, severity: undefined }), then: (d) => expect(d.settings.lintConfig?.rules).toEqual({ [rule]: ['default', { most: 3 }] }) },
    { when: 'back to the preset, alone', before: off, step: (d) => setRuleSeverity(d, { rule, severity: undefined }), then: (d) => expect(d.settings.lintConfig).toEqual({ preset: 'strict', rules: { 'queue/no-retry': 'error' } }) },
    { when: 'that it has already', before: off, step: (d) => setRuleSeverity(d, { rule, severity: 'off' }), then: null },
  ]);
});

describe('an option', () => {
  testCommand([
    { when: 'the severity stays the preset\'s', before: plain, step: (d) => setRuleOption(d, { rule, option: 'most', value: 3 }), then: (d) => expect(d.settings.lintConfig).toEqual({ rules: { [rule]: ['default', { most: 3 }] } }), label: 'Change option of rule' },
    { when: 'beside a severity', before: off, step: (d) => setRuleOption(d, { rule, option: 'most', value: 3 }), then: (d) => expect(d.settings.lintConfig?.rules?.[rule]).toEqual(['off', { most: 3 }]) },
    { when: 'back to its default, with a severity', before: tuned, step: (d) => setRuleOption(d, { rule, option: 'most', value: undefined }), then: (d) => expect(d.settings.lintConfig?.rules).toEqual({ [rule]: 'warning' }) },
    { when: 'back to its default, alone', before: tunedOnly, step: (d) => setRuleOption(d, { rule, option: 'most', value: undefined }), then: (d) => expect(d.settings).toEqual({}) },
    { when: 'of a rule called like a method', before: plain, step: (d) => setRuleOption(d, { rule: 'constructor', option: 'most', value: 3 }), then: (d) => expect(d.settings.lintConfig?.rules).toEqual({ constructor: ['default', { most: 3 }] }) },
  ]);
});

describe('reset', () => {
  testCommand([
    { when: 'one rule', before: off, step: (d) => resetRules(d, { rule }), then: (d) => expect(d.settings.lintConfig).toEqual({ preset: 'strict', rules: { 'queue/no-retry': 'error' } }), label: 'Reset rule' },
    { when: 'all rules, the preset stays', before: off, step: (d) => resetRules(d, {}), then: (d) => expect(d.settings.lintConfig).toEqual({ preset: 'strict' }), label: 'Reset rules' },
    { when: 'nothing differs', before: strict, step: (d) => resetRules(d, {}), then: null },
  ]);
});
