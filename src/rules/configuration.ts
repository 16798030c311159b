import type { LintConfig, RuleSetting } from '#catalog/diagram-fields.ts';
import type { Severity } from './finding.ts';
import type { Rule } from './rule.ts';

/** From weak to strong. */
export const severities: readonly Severity[] = ['suggestion', 'warning', 'error'];

export const severityRank = (severity: Severity): number => severities.indexOf(severity);

/** Whether a rule runs at all under a configuration. */
export function isOn(rule: Rule, config: LintConfig): boolean {
  return config.preset !== 'off' ? settingOf(rule, config) !== 'off' : settingOf(rule, config) !== undefined && settingOf(rule, config) !== 'off';
}

/** Whether a rule is off, or says nothing because the preset leaves it out. */
export const isLeftOut = (rule: Rule, config: LintConfig): boolean => !isOn(rule, config) || reportedSeverity(rule, rule.severity, config) === undefined;

/** The severity under which a variant is reported; undefined where the configuration leaves it out. */
export function reportedSeverity(rule: Rule, variant: Severity, config: LintConfig): Severity | undefined {
  const setting = settingOf(rule, config);
  if (setting === 'off') return undefined;
  if (setting !== undefined) return shifted(variant, rule.severity, setting);
  if (rule.recommended === false && variant === 'suggestion' && (config.preset ?? 'recommended') === 'recommended') return undefined;
  const group = rule.id.split('/')[0];
  if (variant === 'suggestion' && config.preset === 'strict' && (group === 'model' || group === 'capacity')) return 'warning';
  if (variant === 'suggestion' && config.preset === 'interview-coach' && group === 'rationale') return 'warning';
  return variant;
}

/** A lower setting caps every variant; a higher one lifts them all by as much as it lifts the rule. */
function shifted(variant: Severity, usual: Severity, setting: Severity): Severity {
  const lift = severityRank(setting) - severityRank(usual);
  const rank = lift > 0 ? Math.min(severityRank(variant) + lift, severities.length - 1) : Math.min(severityRank(variant), severityRank(setting));
  return severities[rank] ?? variant;
}

function settingOf({ id }: Rule, { rules = {} }: LintConfig): RuleSetting | undefined {
  const setting = Object.hasOwn(rules, id) ? rules[id] : undefined;
  return typeof setting === 'string' ? setting : setting?.[0];
}

/** The value of a rule's option: configured, else its default. Throws for a name that the rule does not declare. */
export function optionOf(rule: Rule, { rules = {} }: LintConfig, name: string): number {
  const declared = rule.options?.[name];
  if (!declared) throw new Error(`${rule.id} declares no option ${name}.`);
  const setting = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined;
  const value = typeof setting === 'object' ? setting[1][name] : undefined;
  return typeof value === 'number' ? value : declared.default;
}
