import type { LintConfig, Preset, RuleConfig, RuleSetting } from '#catalog/diagram-fields.ts';
import type { Diagram } from '../diagram.ts';
import { type Command, type Transaction, transaction } from '../transaction.ts';

/** Chooses which rules speak. The recommended preset is what a file without one means, so it is not written. */
export const choosePreset: Command<{ readonly preset: Preset }> = (diagram, { preset }) => {
  const { preset: _, ...others } = configOf(diagram);
  return configured('Choose preset', diagram, preset === 'recommended' ? others : { ...others, preset });
};

/** Gives a rule a severity of its own, or (undefined) the preset's again; its options stay. */
export const setRuleSeverity: Command<{ readonly rule: string; readonly severity: RuleSetting | undefined }> = (diagram, { rule, severity }) => {
  const options = optionsOf(diagram, rule);
  return withRule('Change severity of rule', diagram, rule, Object.keys(options).length > 0 ? [severity ?? 'default', options] : severity);
};

/** Sets an option of a rule, or (undefined) gives it its default again; the severity stays. */
export const setRuleOption: Command<{ readonly rule: string; readonly option: string; readonly value: number | undefined; readonly gesture?: string }> = (diagram, { rule, option, value, gesture }) => {
  const { [option]: _, ...others } = optionsOf(diagram, rule);
  const options = value === undefined ? others : { ...others, [option]: value };
  const own = ownOf(diagram, rule);
  const severity = (typeof own === 'string' ? own : own?.[0]) ?? 'default';
  const alone = severity === 'default' ? undefined : severity;
  return withRule('Change option of rule', diagram, rule, Object.keys(options).length > 0 ? [severity, options] : alone, gesture);
};

/** Takes back everything that differs from the preset, for one rule or for all. */
export const resetRules: Command<{ readonly rule?: string }> = (diagram, { rule }) => {
  if (rule !== undefined) return withRule('Reset rule', diagram, rule, undefined);
  const { rules: _, ...others } = configOf(diagram);
  return configured('Reset rules', diagram, others);
};

const configOf = (diagram: Diagram): LintConfig => diagram.settings.lintConfig ?? {};

function ownOf(diagram: Diagram, rule: string): RuleConfig | undefined {
  const { rules = {} } = configOf(diagram);
  return Object.hasOwn(rules, rule) ? rules[rule] : undefined;
}

function optionsOf(diagram: Diagram, rule: string): Readonly<Record<string, unknown>> {
  const own = ownOf(diagram, rule);
  return typeof own === 'object' ? own[1] : {};
}

function withRule(label: string, diagram: Diagram, rule: string, own: RuleConfig | undefined, gesture?: string): Transaction | null {
  const { rules = {}, ...others } = configOf(diagram);
  const kept = Object.entries(rules).filter(([id]) => id !== rule);
  const changed = Object.fromEntries(own === undefined ? kept : [...kept, [rule, own] as const].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return configured(label, diagram, Object.keys(changed).length > 0 ? { ...others, rules: changed } : others, gesture);
}

/** An empty configuration is none. */
function configured(label: string, diagram: Diagram, config: LintConfig, gesture?: string): Transaction | null {
  const { lintConfig: _, ...others } = diagram.settings;
  return transaction(label, diagram, { ...diagram, settings: Object.keys(config).length > 0 ? { ...others, lintConfig: config } : others }, gesture);
}
