import { flawName } from '#practice/drills/flaw-names.ts';
import { checksOf } from '#practice/grade.ts';
import { cardOfRule, reviewCardSchema, subjectOf } from '#practice/review/card.ts';
import { type Deck, missed } from '#practice/review/deck.ts';
import { scenarioOf } from '#practice/scenarios.ts';
import type { PracticeShelf } from '#practice/shelf.ts';
import { ruleOf } from '#rules/fixes.ts';

/** Opens what this browser keeps of practice. */
export type OpenShelf = () => Promise<PracticeShelf | undefined>;

/** All cards that are kept and can be read; none where storage is forbidden. */
export async function readDeck(openShelf: OpenShelf): Promise<Deck> {
  const shelf = await openShelf();
  return shelf ? [...(await shelf.cards.all()).values()].flatMap((value) => reviewCardSchema.safeParse(value).data ?? []) : [];
}

let latest: Promise<unknown> = Promise.resolve();

/** Changes the deck and keeps what has changed, one change after the other. Returns the deck as it is then. */
export function changeDeck(openShelf: OpenShelf, change: (deck: Deck) => Deck): Promise<Deck> {
  const changed = latest.then(async () => {
    const before = await readDeck(openShelf);
    const after = change(before);
    const shelf = await openShelf();
    await Promise.all(after.filter((card) => !before.includes(card)).map((card) => shelf?.cards.save(card.id, card)));
    return after;
  });
  latest = changed.catch(() => undefined);
  return changed;
}

/** These rules were not known: they come back in the review, from tomorrow on. */
export const missRules = (openShelf: OpenShelf, rules: Iterable<string>): Promise<Deck> => changeDeck(openShelf, (deck) => missed(deck, [...new Set(rules)].map(cardOfRule), Date.now()));

/** What a card asks for, in a few words; undefined where its rule or its check is gone, or no design is there to ask with. */
export function cardName(card: string): string | undefined {
  const subject = subjectOf(card);
  if (subject?.kind === 'rule') {
    const rule = ruleOf(subject.rule);
    return rule && flawName(rule);
  }
  const scenario = subject && scenarioOf(subject.scenario);
  if (!scenario?.mutants.some(({ fails }) => fails.includes(subject?.check ?? ''))) return undefined;
  const check = checksOf(scenario).find(({ id }) => id === subject?.check);
  return check && `${scenario.title}: ${check.title}`;
}
