import { createStore } from 'zustand/vanilla';
import { isObject } from '#formats/json/parse.ts';
import { writeScenario } from '#formats/scenario/write.ts';
import type { Scenario } from '#practice/scenario.ts';
import { scenarioSchema } from '#practice/scenario-schema.ts';
import { scenarioOf } from '#practice/scenarios.ts';
import type { PracticeShelf } from '#practice/shelf.ts';

/** Counts the changes of the user's own scenarios, so that whoever shows them reads them again. */
export const ownChanges = createStore<{ readonly count: number }>(() => ({ count: 0 }));

const changed = (): void => ownChanges.setState(({ count }) => ({ count: count + 1 }));

/** What was kept as a scenario and is none any more, as the text of a file. */
export interface UnreadScenario {
  readonly id: string;
  readonly text: string;
}

/** What was kept and cannot be read, as a newer Caveat asks for more: to be mended, never dropped. */
export const unreadScenarios = async (shelf: PracticeShelf | undefined): Promise<readonly UnreadScenario[]> =>
  [...((await shelf?.scenarios.all()) ?? [])].flatMap(([id, value]) => (isObject(value) && !scenarioSchema.safeParse(value).success ? [{ id, text: writeScenario(value) }] : []));

/** The user's own scenarios, but for what cannot be read any more. */
export const ownScenarios = async (shelf: PracticeShelf | undefined): Promise<readonly Scenario[]> =>
  [...((await shelf?.scenarios.all())?.values() ?? [])].flatMap((value) => scenarioSchema.safeParse(value).data ?? []);

/** Keeps a scenario in the place of the one that it was made of. */
export async function saveOwn(shelf: PracticeShelf, scenario: Scenario, original: string | undefined): Promise<void> {
  await shelf.scenarios.save(scenario.id, scenario);
  if (original !== undefined && original !== scenario.id) await shelf.scenarios.remove(original);
  changed();
}

export async function removeOwn(shelf: PracticeShelf, id: string): Promise<void> {
  await shelf.scenarios.remove(id);
  changed();
}

/** Keeps a scenario that came from elsewhere and takes nobody's place: another one with its id lets it have a new id. Returns it as it is kept. */
export async function takeIn(shelf: PracticeShelf, scenario: Scenario): Promise<Scenario> {
  const stored = await shelf.scenarios.all();
  const isThere = (id: string): boolean => JSON.stringify(stored.get(id)) === JSON.stringify({ ...scenario, id });
  const id = freeId(scenario.id, (each) => scenarioOf(each) !== undefined || (stored.has(each) && !isThere(each)));
  const kept = { ...scenario, id };
  await shelf.scenarios.save(id, kept);
  changed();
  return kept;
}

/** The id, or the first of `id-2`, `id-3`, ... that is not taken. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  let number = 2;
  while (isTaken(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}
