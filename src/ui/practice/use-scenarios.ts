import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Scenario } from '#practice/scenario.ts';
import { scenarioOf, scenarios } from '#practice/scenarios.ts';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { ownChanges, ownScenarios } from './own-shelf.ts';

const none: readonly Scenario[] = [];

/** The user's own scenarios, once they have been read; what cannot be read any more is left out. Undefined before. */
export function useOwnScenarios(): readonly Scenario[] | undefined {
  const openShelf = useShelf();
  const [own, setOwn] = useState<readonly Scenario[]>();
  const changes = useStore(ownChanges);
  useEffect(() => {
    let isGone = false;
    void openShelf()
      .then(ownScenarios)
      .catch(() => none)
      .then((read) => isGone || setOwn(read));
    return () => {
      isGone = true;
    };
  }, [openShelf, changes]);
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
