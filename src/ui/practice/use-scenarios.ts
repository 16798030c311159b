import { useEffect, useState } from 'react';
import type { Scenario } from '#practice/scenario.ts';
import { scenarioOf, scenarios } from '#practice/scenarios.ts';
import type { PracticeShelf } from '#practice/shelf.ts';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { ownChanges, ownScenarios, type UnreadScenario, unreadScenarios } from './own-shelf.ts';

const none: readonly Scenario[] = [];

/** The user's own scenarios, once they have been read; what cannot be read any more is left out. Undefined before. */
export const useOwnScenarios = (): readonly Scenario[] | undefined => useShelved(ownScenarios);

/** What was kept as a scenario and cannot be read any more. */
export const useUnreadScenarios = (): readonly UnreadScenario[] => useShelved(unreadScenarios) ?? [];

/** A list from the shelf, read again after each change; empty where nothing can be read, and undefined before. */
function useShelved<Item>(list: (shelf: PracticeShelf | undefined) => Promise<readonly Item[]>): readonly Item[] | undefined {
  const openShelf = useShelf();
  const [own, setOwn] = useState<readonly Item[]>();
  useEffect(() => {
    let isGone = false;
    const read = (): void =>
      void openShelf()
        .then(list)
        .catch(() => [])
        .then((found) => isGone || setOwn(found));
    read();
    const stop = ownChanges.subscribe(read);
    return () => {
      isGone = true;
      stop();
    };
  }, [openShelf, list]);
  return own;
}

/** Every scenario that can be practised here: those that Caveat brings, then the user's own. */
export const useScenarios = (): readonly Scenario[] => [...scenarios, ...(useOwnScenarios() ?? none)];

/** The scenario of this id, Caveat's or the user's own; undefined where this browser has none, and `isKnown` says whether that is certain. */
export function useScenario(id: string | undefined): { readonly scenario: Scenario | undefined; readonly isKnown: boolean } {
  const own = useOwnScenarios();
  const scenario = id === undefined ? undefined : (scenarioOf(id) ?? own?.find((each) => each.id === id));
  return { scenario, isKnown: scenario !== undefined || own !== undefined };
}
