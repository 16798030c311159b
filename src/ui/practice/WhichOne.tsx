import { useMemo, useState } from 'react';
import { askSome, type AskedQuestion, type JudgedOption } from '#practice/drills/which-one.ts';
import type { Topic } from '#practice/scenario.ts';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { missRules } from './cards.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { RoundEnd } from './RoundEnd.tsx';

interface WhichOneProps {
  readonly topics: readonly Topic[];
  readonly seed: number;
  onAnother(): void;
  onLeave(): void;
}

/** So many questions are asked in a row. */
const roundLength = 10;

/** A round of short questions, one after the other. */
export function WhichOne({ topics, seed, onAnother, onLeave }: WhichOneProps) {
  const openShelf = useShelf();
  const questions = useMemo(() => askSome({ topics, count: roundLength }, seed), [topics, seed]);
  const [index, setIndex] = useState(0);
  const [wrong, setWrong] = useState<readonly AskedQuestion[]>([]);
  const question = questions[index];

  const answer = (asked: AskedQuestion, option: JudgedOption): void => {
    if (option.isRight) return;
    setWrong([...wrong, asked]);
    void missRules(openShelf, ruleMissed(asked, option));
  };
  if (!question) {
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
      place={`${index + 1} of ${questions.length}`}
      nextLabel={index + 1 < questions.length ? 'Next' : 'See the result'}
      onAnswer={(option) => answer(question, option)}
      onNext={() => setIndex(index + 1)}
      onLeave={onLeave}
    />
  );
}

/** The rule that objects to a wrong answer, where the question teaches it; else what it teaches first. */
function ruleMissed({ rules }: AskedQuestion, { finding }: JudgedOption): readonly string[] {
  return finding && rules.includes(finding.rule) ? [finding.rule] : rules.slice(0, 1);
}
