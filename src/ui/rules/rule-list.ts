import type { LintConfig, Preset, RuleSetting } from '#catalog/diagram-fields.ts';
import { optionLabel } from '#catalog/wording.ts';
import { ownConfig } from '#rules/configuration.ts';
import type { Rule } from '#rules/rule.ts';

/** Rules whose ids begin alike. */
export interface RuleGroup {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

export const groupOf = ({ id }: Rule): string => id.split('/')[0] ?? '';
export const nameOf = ({ id }: Rule): string => id.split('/')[1] ?? '';

/** The rules in which every word of the search occurs, and (if asked) only those that differ from the preset. */
export function found(rules: readonly Rule[], search: string, config: LintConfig, changedOnly: boolean): readonly Rule[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return rules.filter((rule) => (!changedOnly || isChanged(rule, config)) && words.every((word) => textOf(rule).includes(word)));
}

function textOf({ id, category, docs, messages }: Rule): string {
  const said = Object.values<{ readonly text: string }>(messages).map(({ text }) => text);
  return [id, id.replaceAll('-', ' '), category, docs.what, docs.why, docs.question, ...said].join('\n').toLowerCase();
}

/** The rules in their groups, in the order in which they come. */
export function grouped(rules: readonly Rule[]): readonly RuleGroup[] {
  return [...new Set(rules.map(groupOf))].map((id) => ({ id, title: optionLabel(id), rules: rules.filter((rule) => groupOf(rule) === id) }));
}

/** Whether the configuration says something about a rule beside its preset. */
export const isChanged = (rule: Rule, config: LintConfig): boolean => ownConfig(rule, config) !== undefined;

export const settingWords: Readonly<Record<RuleSetting, string>> = { off: 'Off', suggestion: 'Suggestion', warning: 'Warning', error: 'Error' };

/** What can be said about a rule, from nothing to the loudest. */
export const settings: readonly RuleSetting[] = ['off', 'suggestion', 'warning', 'error'];

export const settingOfText = (text: string): RuleSetting | undefined => settings.find((setting) => setting === text);

/** The presets, each with what it does. */
export const presets: readonly { readonly value: Preset; readonly label: string; readonly effect: string }[] = [
  { value: 'recommended', label: 'Recommended', effect: 'All errors and warnings, and every suggestion but a few of small weight.' },
  { value: 'strict', label: 'Strict', effect: 'Everything. Suggestions about the model and its capacity count as warnings.' },
  { value: 'interview-coach', label: 'Interview coach', effect: 'Everything, to practise with: suggestions are asked as questions, missing reasons are warnings.' },
  { value: 'off', label: 'Off', effect: 'Nothing but the rules that are turned on one by one.' },
];
