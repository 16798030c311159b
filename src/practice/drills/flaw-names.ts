import { optionLabel } from '#catalog/wording.ts';
import type { Rule } from '#rules/rule.ts';
import { rules } from '#rules/rules.ts';

/** A flaw to choose from the list. */
export interface FlawName {
  readonly rule: string;
  /** "Missing dead letter queue". */
  readonly name: string;
  /** "Queue". */
  readonly group: string;
  /** What is wrong, in a sentence or two. */
  readonly about: string;
}

/** What a rule is called where people choose a flaw: its id is the accusation. */
export const flawName = ({ id }: Pick<Rule, 'id'>): string => optionLabel(id.split('/')[1] ?? id);

/** All flaws that can be named, in the order of the groups. */
export const flawNames: readonly FlawName[] = rules.map((rule) => ({ rule: rule.id, name: flawName(rule), group: optionLabel(rule.id.split('/')[0] ?? ''), about: rule.docs.what }));

const texts: ReadonlyMap<string, string> = new Map(rules.map(({ id, category, docs: { what, why, question } }) => [id, [id, id.replaceAll('-', ' '), category, what, why, question].join('\n').toLowerCase()]));

/** The flaws whose name or description has every word of the search; those with the words in their name first. */
export function searchFlaws(search: string): readonly FlawName[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const found = flawNames.filter(({ rule }) => words.every((word) => texts.get(rule)?.includes(word)));
  const isNamed = ({ rule }: FlawName): boolean => words.every((word) => rule.replaceAll('-', ' ').includes(word));
  return words.length === 0 ? found : [...found.filter(isNamed), ...found.filter((flaw) => !isNamed(flaw))];
}
