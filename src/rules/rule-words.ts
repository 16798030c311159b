import { kindOf } from '#catalog/kinds.ts';
import { inSentence } from '#catalog/wording.ts';
import type { Reach, Rule } from './rule.ts';

const reachWords: Readonly<Record<Reach, string>> = {
  record: 'and judges by what is stated there alone.',
  neighbours: 'with what it is connected to.',
  diagram: 'and follows the connections as far as they lead.',
};

/** How a rule detects, in a sentence: what it looks at, and how far. */
export function detection(rule: Rule): string {
  switch (rule.about) {
    case 'diagram':
      return 'It looks at the diagram as a whole.';
    case 'suppressed-record':
      return 'It runs after all other rules and looks at everything that carries an acceptance.';
    case 'connection':
      return `It looks at each connection, ${rule.reach === 'neighbours' ? 'with its two ends and what they are connected to.' : reachWords[rule.reach]}`;
    case 'component':
      return `It looks at each ${kindWords(rule.kinds)}, ${reachWords[rule.reach]}`;
    case 'record':
      return `It looks at each connection and each ${kindWords(rule.kinds)}, ${reachWords[rule.reach]}`;
  }
}

function kindWords(kinds: readonly string[] | undefined): string {
  const labels = (kinds ?? []).map((id) => inSentence(kindOf(id)?.label ?? id));
  if (labels.length === 0) return 'component';
  return labels.length === 1 ? labels.join('') : `${labels.slice(0, -1).join(', ')} or ${labels.at(-1)}`;
}

/** What a good answer to the question of a rule sounds like: the way out in the first person, and the reason. */
export const goodAnswer = ({ docs: { answer, fix, why } }: Rule): string => answer ?? `I would ${inSentence(fix)} ${why}`;
