import type { LintConfig, RuleConfig, RuleSetting } from '#catalog/diagram-fields.ts';
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

/** The severity that the configuration itself gives a rule; undefined where it leaves that to the preset. */
export function settingOf(rule: Rule, config: LintConfig): RuleSetting | undefined {
  const own = ownConfig(rule, config);
  const setting = typeof own === 'string' ? own : own?.[0];
  return setting === 'default' ? undefined : setting;
}

/** What the configuration says about a rule beside its preset. */
export const ownConfig = ({ id }: Rule, { rules = {} }: LintConfig): RuleConfig | undefined => (Object.hasOwn(rules, id) ? rules[id] : undefined);

/** How a rule is reported as a whole: as its usual variant is. */
export const severityUnder = (rule: Rule, config: LintConfig): RuleSetting => (isOn(rule, config) ? (reportedSeverity(rule, rule.severity, config) ?? 'off') : 'off');

/** The value of a rule's option: configured, else its default. Throws for a name that the rule does not declare. */
export function optionOf(rule: Rule, config: LintConfig, name: string): number {
  const declared = rule.options?.[name];
  if (!declared) throw new Error(`${rule.id} declares no option ${name}.`);
  const own = ownConfig(rule, config);
  const value = typeof own === 'object' ? own[1][name] : undefined;
  return typeof value === 'number' ? value : declared.default;
}

/** Whether a coach keeps a finding of this severity to itself until it is asked: what is wrong is for the candidate to see. */
export const isHeldBack = ({ preset }: LintConfig, severity: Severity): boolean => preset === 'interview-coach' && severity === 'error';
