import { Shuffle } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Attempt } from '#practice/attempt.ts';
import { Button } from '#ui/parts/Button.tsx';
import { isPhone } from '#ui/parts/is-phone.ts';
import panes from '#ui/parts/Panes.module.css';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { type AskedScenario, askedScenario } from './asked-scenario.ts';
import type { ChallengeSettings } from './challenge-link.ts';
import { attemptsAt, foundScenarios, type LibraryFilter, ownProgress } from './library-list.ts';
import { LibraryFilters } from './LibraryFilters.tsx';
import styles from './ScenarioLibrary.module.css';
import { ScenarioPage } from './ScenarioPage.tsx';
import { ScenarioRow } from './ScenarioRow.tsx';
import { anyOf } from './start-interview.ts';
import { useScenarios } from './use-scenarios.ts';

/** Every interview that can be held, with its page. Arrow keys walk the list, Enter opens. */
export default function ScenarioLibrary() {
  const scenarios = useScenarios();
  const attempts = useAttempts();
  const [filter, setFilter] = useState<LibraryFilter>({ search: '' });
  const { asked } = useStore(askedScenario);
  const [chosen, choose] = useState(asked?.scenario);
  const whole = useRef<HTMLDivElement>(null);
  const shown = foundScenarios(scenarios, attempts, filter);
  const scenario = shown.find(({ id }) => id === chosen) ?? shown[0];

  useEffect(
    () =>
      askedScenario.subscribe(({ asked: next }) => {
        setFilter({ search: '' });
        choose(next?.scenario);
      }),
    [],
  );

  const focusRow = (id: string | undefined): void => whole.current?.querySelector<HTMLElement>(`[data-scenario="${id}"]`)?.focus();
  const open = (id: string): void => {
    choose(id);
    // The button belongs to the page that is about to be shown.
    requestAnimationFrame(() => whole.current?.querySelector<HTMLElement>('[data-start]')?.focus());
  };
  const surprise = (): void => {
    const fresh = shown.filter(({ id }) => ownProgress(attemptsAt(attempts, id)) !== 'complete' && id !== scenario?.id);
    const from = fresh.length > 0 ? fresh : shown;
    const drawn = anyOf(from);
    if (drawn) open(drawn.id);
  };
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    if (!(event.target instanceof HTMLElement)) return;
    const isSearch = event.target.getAttribute('type') === 'search';
    const at = shown.findIndex(({ id }) => id === (event.target instanceof HTMLElement ? event.target.dataset['scenario'] : undefined));
    if (at === -1 && !isSearch) return;
    const next = event.key === 'Enter' ? (isSearch ? scenario : shown[at]) : shown[placeAfter(event.key, at, shown.length, isSearch) ?? -1];
    if (!next) return;
    event.preventDefault();
    if (event.key === 'Enter') open(next.id);
    else {
      focusRow(next.id);
      if (!isPhone()) choose(next.id);
    }
  };

  return (
    <div ref={whole} className={panes.panes} data-page={chosen !== undefined}>
      <div className={panes.list} onKeyDown={walk}>
        <LibraryFilters filter={filter} count={scenarios.length} onChange={setFilter} />
        <ul className={styles.scroller} aria-label="Interviews">
          {shown.map((each) => (
            <ScenarioRow key={each.id} scenario={each} attempts={attemptsAt(attempts, each.id)} isCurrent={each.id === scenario?.id} onChoose={() => choose(each.id)} />
          ))}
          {shown.length === 0 && <li className={styles.none}>No interview is like that. Take a filter away, or search for something else.</li>}
        </ul>
        <div className={styles.foot}>
          <Button look="quiet" disabled={shown.length === 0} onClick={surprise}>
            <Shuffle size={13} aria-hidden="true" /> Surprise me
          </Button>
        </div>
      </div>
      {scenario && (
        <ScenarioPage
          key={`${scenario.id} ${JSON.stringify(challengeAt(asked, scenario.id))}`}
          scenario={scenario}
          challenge={challengeAt(asked, scenario.id)}
          attempts={attemptsAt(attempts, scenario.id)}
          onBack={() => choose(undefined)}
        />
      )}
    </div>
  );
}

const challengeAt = (asked: AskedScenario | undefined, id: string): ChallengeSettings | undefined => (asked?.scenario === id ? asked.challenge : undefined);

/** The user's own attempts, the earliest first; none until they have been read. */
function useAttempts(): readonly Attempt[] {
  const openShelf = useShelf();
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  useEffect(() => {
    void openShelf()
      .then((shelf) => shelf?.attempts())
      .then((read) => setAttempts(read ?? []))
      .catch(() => undefined);
  }, [openShelf]);
  return attempts;
}

/** Where a key leads in the list; from the search field only downwards. */
function placeAfter(key: string, index: number, count: number, isSearch: boolean): number | undefined {
  if (key === 'ArrowDown') return Math.min(index + 1, count - 1);
  if (isSearch) return undefined;
  if (key === 'ArrowUp') return Math.max(index - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
