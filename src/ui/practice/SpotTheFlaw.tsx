import { useEffect, useMemo, useRef, useState } from 'react';
import type { Id } from '#diagram/diagram.ts';
import { type Guess, type GuessVerdict, judgeGuess, spotProgress, type SpotPuzzle, type SpotRun } from '#practice/drills/spot-the-flaw.ts';
import { Button } from '#ui/parts/Button.tsx';
import { DiagramPicture, type PictureMark } from '#ui/parts/DiagramPicture.tsx';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { missRules } from './cards.ts';
import { FlawPicker } from './FlawPicker.tsx';
import { SpotResult } from './SpotResult.tsx';
import styles from './SpotTheFlaw.module.css';
import { StatedFacts } from './StatedFacts.tsx';
import { takeFocus } from './take-focus.ts';
import { clockText, useElapsed } from './use-elapsed.ts';

interface SpotTheFlawProps {
  readonly puzzle: SpotPuzzle;
  readonly run: SpotRun;
  readonly isMaking: boolean;
  /** Something was guessed. */
  onChange(run: SpotRun): void;
  /** All is found, or shown; settles when that is kept. */
  onEnd(): Promise<void>;
  onAnother(): void;
  onLeave(): void;
}

const verdictWords: Readonly<Record<GuessVerdict['outcome'], string>> = { found: 'Found.', 'found-before': 'You have found that already.', 'true-but-not-planted': 'Not the one.', wrong: 'No.' };

/** A design with flaws in it: choose the place, name the flaw. */
export function SpotTheFlaw({ puzzle, run, isMaking, onChange, onEnd, onAnother, onLeave }: SpotTheFlawProps) {
  const openShelf = useShelf();
  const heading = useRef<HTMLHeadingElement>(null);
  const [record, setRecord] = useState<Id>();
  const [rule, setRule] = useState<string>();
  const [ended, setEnded] = useState<number>();
  const isEnding = useRef(false);
  const { guesses, isTimed } = run;
  const seconds = useElapsed(run.started, ended);
  const verdict = useMemo(() => lastVerdict(puzzle, guesses), [puzzle, guesses]);
  const progress = useMemo(() => spotProgress(puzzle, guesses), [puzzle, guesses]);

  useEffect(() => takeFocus(heading.current), []);

  /** The result tells what is kept. */
  const end = async (all: readonly Guess[]): Promise<void> => {
    if (isEnding.current) return;
    isEnding.current = true;
    const now = Date.now();
    const { found, left } = spotProgress(puzzle, all);
    const known = new Set(found.map(({ finding }) => finding.rule));
    const wrong = all.filter((guess) => judgeGuess(puzzle, guess).outcome === 'wrong' && !known.has(guess.rule));
    await Promise.allSettled([onEnd(), missRules(openShelf, [...left.map(({ finding }) => finding.rule), ...wrong.map((guess) => guess.rule)])]);
    setEnded(now);
    setRecord(undefined);
  };
  const guess = (): void => {
    if (record === undefined || rule === undefined) return;
    const all = [...guesses, { record, rule }];
    onChange({ ...run, guesses: all });
    if (spotProgress(puzzle, all).isSolved) void end(all);
  };

  const isOver = ended !== undefined;
  const marks = new Map<Id, PictureMark>([
    ...(verdict?.outcome === 'wrong' && !isOver ? [[verdict.record, 'wrong'] as const] : []),
    ...progress.found.map(({ finding }) => [finding.primary, 'right'] as const),
    ...(isOver ? progress.left.map(({ finding }) => [finding.primary, 'missed'] as const) : []),
  ]);
  const count = puzzle.planted.length;
  return (
    <div className={styles.spot}>
      <div className={styles.picture}>
        <DiagramPicture diagram={puzzle.diagram} label={`${puzzle.sound.title}, a design with flaws`} marks={marks} chosen={record} {...(isOver ? {} : { onChoose: setRecord })} />
      </div>
      <section className={styles.side} aria-label="Spot the flaw">
        <header className={styles.head}>
          <h3 ref={heading} tabIndex={-1}>
            {puzzle.sound.title}
          </h3>
          <p>
            {isOver ? 'The clean design was sound.' : count === 1 ? 'One flaw is hidden in here.' : `${count} flaws are hidden in here.`}
          </p>
          <p className={styles.score}>
            <span>
              {progress.found.length} of {count} found
            </span>
            <span>{progress.wrong} wrong</span>
            {isTimed && <span>{clockText(seconds)}</span>}
          </p>
        </header>
        {isOver ? (
          <SpotResult puzzle={puzzle} progress={progress} seconds={isTimed ? seconds : undefined} isMaking={isMaking} onAnother={onAnother} onLeave={onLeave} />
        ) : (
          <>
            <StatedFacts diagram={puzzle.diagram} record={record} />
            <FlawPicker value={rule} onChoose={setRule} onConfirm={guess} />
            <div className={styles.buttons}>
              <Button look="primary" disabled={record === undefined || rule === undefined} onClick={guess}>
                That is it
              </Button>
              <Button onClick={() => void end(guesses)}>Show the rest</Button>
              <Button look="quiet" onClick={onLeave}>
                Leave
              </Button>
            </div>
            <div className={styles.verdict} role="status" data-outcome={verdict?.outcome}>
              {verdict ? (
                <>
                  <p>
                    <strong>{verdictWords[verdict.outcome]}</strong> {verdict.text}
                  </p>
                  {verdict.silentWhen.length > 0 && <p>The rule keeps silent here: {verdict.silentWhen.join(' ')}</p>}
                </>
              ) : (
                <p>Choose the place in the design, name the flaw, and say so.</p>
              )}
            </div>
          </>
        )}
      </section>
    </div>
  );
}

/** What the last guess was worth, and where it was made. */
function lastVerdict(puzzle: SpotPuzzle, guesses: readonly Guess[]): (GuessVerdict & { readonly record: Id }) | undefined {
  const last = guesses.at(-1);
  return last && { ...judgeGuess(puzzle, last, guesses.slice(0, -1)), record: last.record };
}
