import { chance } from '#base/chance.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { askAboutRule, type AskedQuestion } from '../drills/which-one.ts';
import type { Check, Mutant, Scenario } from '../scenario.ts';
import { cardOfCheck, type ReviewCard, subjectOf } from './card.ts';

/** What is needed to ask about the checks of a scenario: all its checks, also the common ones, and designs of it that fail some. */
export interface CheckMaterial {
  readonly scenario: Pick<Scenario, 'id' | 'title'>;
  readonly checks: readonly Pick<Check, 'id' | 'title' | 'topics'>[];
  readonly mutants: readonly (Pick<Mutant, 'what' | 'fails' | 'leavesOpen'> & { readonly diagram: Diagram })[];
}

const mostOptions = 4;

/** The question of a card, another one at each review as far as there are several. Undefined where its rule, its check or a design that fails it is not there. */
export function askCard(card: Pick<ReviewCard, 'id' | 'reviews'>, seed: number | string, material?: CheckMaterial): AskedQuestion | undefined {
  const subject = subjectOf(card.id);
  if (subject?.kind === 'rule') return askAboutRule(subject.rule, card.reviews, seed);
  return subject && material?.scenario.id === subject.scenario ? askAboutCheck(material, subject.check, card.reviews, seed) : undefined;
}

/** Shows a design in which a check is not met, and asks for that check among others of the scenario that are. */
export function askAboutCheck({ scenario, checks, mutants }: CheckMaterial, check: string, turn: number, seed: number | string): AskedQuestion | undefined {
  const asked = checks.find(({ id }) => id === check);
  const failing = mutants.filter(({ fails }) => fails.includes(check)).sort((a, b) => a.fails.length - b.fails.length);
  const mutant = failing[turn % Math.max(failing.length, 1)];
  if (!asked || !mutant) return undefined;
  const unmet = new Set([...mutant.fails, ...(mutant.leavesOpen ?? [])]);
  const { shuffle } = chance(seed);
  const others = shuffle(checks.filter(({ id }) => !unmet.has(id))).slice(0, mostOptions - 1);
  const options = shuffle([asked, ...others]).map(({ id, title }) => ({
    id: `${scenario.id}/${id}`,
    label: title,
    diagram: mutant.diagram,
    isRight: id === check,
    reason: id === check ? `No longer met. ${ended(mutant.what)}` : 'This requirement is still met.',
    finding: undefined,
  }));
  return {
    id: cardOfCheck(scenario.id, check),
    topics: asked.topics ?? [],
    rules: [],
    text: `${scenario.title}: one thing is wrong with this design. Which requirement does it not meet?`,
    diagram: mutant.diagram,
    options,
  };
}

const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
