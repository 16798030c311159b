import { optionLabel } from '#catalog/wording.ts';
import type { Attempt } from '#practice/attempt.ts';
import type { Scenario } from '#practice/scenario.ts';
import { bestScore, ownProgress } from './library-list.ts';
import styles from './ScenarioLibrary.module.css';

const progressWords = { 'not-tried': 'Not tried', tried: 'Tried', complete: 'Complete' } as const;

interface ScenarioRowProps {
  readonly scenario: Scenario;
  readonly attempts: readonly Attempt[];
  readonly isCurrent: boolean;
  onChoose(): void;
}

/** An interview in the list: what it is, and how far one has come with it. */
export function ScenarioRow({ scenario: { id, title, difficulty, type }, attempts, isCurrent, onChoose }: ScenarioRowProps) {
  const progress = ownProgress(attempts);
  const best = bestScore(attempts);
  return (
    <li>
      <button type="button" className={styles.row} data-scenario={id} aria-current={isCurrent} tabIndex={isCurrent ? 0 : -1} onClick={onChoose}>
        <span className={styles.dot} data-progress={progress} role="img" aria-label={progressWords[progress]} title={progressWords[progress]} />
        <span className={styles.words}>
          <span className={styles.title}>{title}</span>
          <span className={styles.sort}>
            {optionLabel(difficulty)} · {optionLabel(type)}
          </span>
        </span>
        {best !== undefined && (
          <span className={styles.best} title="Best score">
            {best}
          </span>
        )}
      </button>
    </li>
  );
}
