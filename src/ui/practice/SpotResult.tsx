import { Check, Minus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { flawName } from '#practice/drills/flaw-names.ts';
import type { SpotProgress, SpotPuzzle } from '#practice/drills/spot-the-flaw.ts';
import { ruleOf } from '#rules/fixes.ts';
import { Button } from '#ui/parts/Button.tsx';
import styles from './SpotTheFlaw.module.css';
import { clockText } from './use-elapsed.ts';

interface SpotResultProps {
  readonly puzzle: SpotPuzzle;
  readonly progress: SpotProgress;
  /** How long it took; undefined where nobody asked. */
  readonly seconds: number | undefined;
  readonly isMaking: boolean;
  onAnother(): void;
  onLeave(): void;
}

/** What was found and what was missed, each with its reason and the way out. */
export function SpotResult({ puzzle, progress, seconds, isMaking, onAnother, onLeave }: SpotResultProps) {
  const another = useRef<HTMLButtonElement>(null);
  useEffect(() => another.current?.focus(), []);
  const { found, left, wrong } = progress;
  const time = seconds === undefined ? '' : ` in ${clockText(seconds)}`;
  return (
    <>
      <div className={styles.verdict} role="status">
        <p>
          <strong>{left.length === 0 ? 'All found' : `${found.length} of ${puzzle.planted.length} found`}{time}.</strong> {wrong === 0 ? 'No wrong guess.' : wrong === 1 ? 'One wrong guess.' : `${wrong} wrong guesses.`}
          {left.length > 0 && ' What you missed comes back in the review.'}
        </p>
      </div>
      <ul className={styles.flaws} aria-label="The flaws" tabIndex={0}>
        {puzzle.planted.map(({ finding }) => {
          const rule = ruleOf(finding.rule);
          const isFound = found.some((flaw) => flaw.finding.key === finding.key);
          return (
            <li key={finding.key} data-found={isFound}>
              <h4>
                {isFound ? <Check size={14} aria-hidden="true" /> : <Minus size={14} aria-hidden="true" />}
                {rule ? flawName(rule) : finding.rule} <small>{isFound ? 'Found' : 'Missed'}</small>
              </h4>
              <p>{finding.message}</p>
              <p>{rule?.docs.why}</p>
              <p>
                <strong>What to do.</strong> {rule?.docs.fix}
              </p>
            </li>
          );
        })}
      </ul>
      <div className={styles.buttons}>
        <Button ref={another} look="primary" disabled={isMaking} onClick={onAnother}>
          Another one
        </Button>
        <Button onClick={onLeave}>All drills</Button>
      </div>
    </>
  );
}
