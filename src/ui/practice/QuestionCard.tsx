import { useEffect, useRef, useState } from 'react';
import type { Id } from '#diagram/diagram.ts';
import type { AskedQuestion, JudgedOption } from '#practice/drills/which-one.ts';
import { Button } from '#ui/parts/Button.tsx';
import { DiagramPicture, type PictureMark } from '#ui/parts/DiagramPicture.tsx';
import { PairDifferences } from './PairDifferences.tsx';
import styles from './QuestionCard.module.css';
import { StatedFacts } from './StatedFacts.tsx';
import { takeFocus } from './take-focus.ts';
import { useDigitKeys } from './use-digit-keys.ts';

interface QuestionCardProps {
  readonly question: AskedQuestion;
  /** Where it stands in its row: "3 of 10". */
  readonly place: string;
  readonly nextLabel: string;
  /** What was chosen; undefined while nothing was. */
  readonly answer: JudgedOption | undefined;
  onAnswer(option: JudgedOption): void;
  onNext(): void;
  onLeave(): void;
}

/** A short question with its picture; once it is answered, the reason for each option, and its picture at a press. */
export function QuestionCard({ question, place, nextLabel, answer, onAnswer, onNext, onLeave }: QuestionCardProps) {
  const first = useRef<HTMLButtonElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState(answer);
  const [record, setRecord] = useState<Id>();
  const { text, diagram, options } = question;

  useEffect(() => takeFocus(answer ? next.current : first.current), [answer]);

  const choose = (option: JudgedOption | undefined): void => {
    if (!option) return;
    setShown(option);
    if (!answer) onAnswer(option);
  };
  useDigitKeys((digit) => choose(options[digit - 1]));

  // Where the answers leave the design as it is, the flaw is in the design itself, and may be in what it states.
  const isAboutDesign = diagram !== undefined && options.every((option) => option.diagram === diagram);
  const pictures = diagram ? [{ id: 'picture', label: shown ? `With this answer: ${shown.label}` : 'What the question is about', diagram: shown?.diagram ?? diagram, finding: shown?.finding }] : options;
  return (
    <div className={styles.card}>
      <div className={styles.scroller}>
        <div className={styles.head}>
          <p>{place}</p>
          <h3 id="question">{text}</h3>
        </div>
        <div className={styles.pictures} data-count={pictures.length} data-facts={isAboutDesign || record !== undefined}>
          {pictures.map((picture) => (
            <figure key={picture.id}>
              {!diagram && <figcaption>{picture.label}</figcaption>}
              <DiagramPicture diagram={picture.diagram} label={picture.label} marks={answer ? marksOf(picture.finding?.witness) : noMarks} chosen={record} onChoose={(id) => setRecord(id === record ? undefined : id)} />
              {(isAboutDesign || record !== undefined) && <StatedFacts diagram={picture.diagram} record={record} />}
            </figure>
          ))}
        </div>
        {!diagram && <PairDifferences options={options} />}
        <ul className={styles.options} aria-labelledby="question">
          {options.map((option, index) => (
            <li key={option.id}>
              <button
                ref={index === 0 ? first : undefined}
                type="button"
                className={styles.option}
                aria-pressed={answer ? shown === option : undefined}
                data-state={answer && (option.isRight ? 'right' : option === answer ? 'wrong' : 'other')}
                onClick={() => choose(option)}
              >
                <kbd aria-hidden="true">{index + 1}</kbd>
                <span className={styles.label}>
                  {option.label}
                  {answer && <small>{option.isRight ? 'Right' : option === answer ? 'Your answer' : ''}</small>}
                </span>
                {answer && <span className={styles.reason}>{option.reason}</span>}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.foot}>
        <p role="status">{answer ? (answer.isRight ? 'Right.' : 'Not that one. It comes back in the review.') : `Press 1 to ${options.length}, or choose.`}</p>
        <Button look="quiet" onClick={onLeave}>
          Leave
        </Button>
        <Button ref={next} look="primary" disabled={!answer} onClick={onNext}>
          {nextLabel}
        </Button>
      </div>
    </div>
  );
}

const noMarks: ReadonlyMap<Id, PictureMark> = new Map();

const marksOf = (witness: readonly Id[] = []): ReadonlyMap<Id, PictureMark> => new Map(witness.map((id) => [id, 'wrong']));
