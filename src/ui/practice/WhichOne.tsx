import { useRef, useState } from 'react';
import { answerTo, type AskedQuestion, type JudgedOption, placeIn, type WhichOneRun } from '#practice/drills/which-one.ts';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { missRules } from './cards.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { RoundEnd } from './RoundEnd.tsx';

interface WhichOneProps {
  readonly questions: readonly AskedQuestion[];
  readonly run: WhichOneRun;
  /** Something was answered, or the next question is shown. */
  onChange(run: WhichOneRun): void;
  /** Every question was answered; settles when that is kept. */
  onEnd(): Promise<void>;
  onAnother(): void;
  onLeave(): void;
}

/** A round of short questions, one after the other. */
export function WhichOne({ questions, run, onChange, onEnd, onAnother, onLeave }: WhichOneProps) {
  const openShelf = useShelf();
  const [index, setIndex] = useState(() => placeIn(run, questions));
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  const question = questions[index];

  const answer = (asked: AskedQuestion, option: JudgedOption): void => {
    onChange({ ...run, answers: [...run.answers, { question: asked.id, option: option.id }] });
    if (!option.isRight) saving.current = missRules(openShelf, ruleMissed(asked, option));
  };
  /** The result tells what is kept. */
  const goOn = async (): Promise<void> => {
    const next = questions[index + 1];
    if (next) onChange({ ...run, shown: next.id });
    else await Promise.allSettled([saving.current, onEnd()]);
    setIndex(index + 1);
  };
  if (!question) {
    const wrong = questions.filter((each) => answerTo(run, each)?.isRight === false);
    return (
      <RoundEnd
        title={`${questions.length - wrong.length} of ${questions.length} right.`}
        text={wrong.length === 0 ? 'Nothing to come back to.' : 'These come back in the review, tomorrow first.'}
        items={wrong.map(({ id, text }) => ({ id, text }))}
        again="Another round"
        onAgain={onAnother}
        onLeave={onLeave}
      />
    );
  }
  return (
    <QuestionCard
      key={question.id}
      question={question}
      answer={answerTo(run, question)}
      place={`${index + 1} of ${questions.length}`}
      nextLabel={index + 1 < questions.length ? 'Next' : 'See the result'}
      onAnswer={(option) => answer(question, option)}
      onNext={() => void goOn()}
      onLeave={onLeave}
    />
  );
}

/** The rule that objects to a wrong answer, where the question teaches it; else what it teaches first. */
function ruleMissed({ rules }: AskedQuestion, { finding }: JudgedOption): readonly string[] {
  return finding && rules.includes(finding.rule) ? [finding.rule] : rules.slice(0, 1);
}
