import { useEffect, useMemo, useRef, useState } from 'react';
import type { JudgedOption } from '#practice/drills/which-one.ts';
import { askCard } from '#practice/review/asking.ts';
import type { ReviewCard } from '#practice/review/card.ts';
import { dailySet, type Deck, dueTomorrow } from '#practice/review/deck.ts';
import { type ReviewRound, withAnswer } from '#practice/review/round.ts';
import { Button } from '#ui/parts/Button.tsx';
import { dayOf } from '#ui/parts/day.ts';
import { useEditor } from '#ui/parts/editor-context.tsx';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { cardName, changeDeck, readDeck } from './cards.ts';
import { materialOf } from './check-material.ts';
import styles from './Drills.module.css';
import { keptReview } from './kept-round.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { RoundEnd } from './RoundEnd.tsx';

/** The cards that can be asked, and the moment at which they were read. */
interface Kept {
  readonly deck: Deck;
  readonly now: number;
}

const keptNow = (deck: Deck): Kept => ({ deck: deck.filter(({ id }) => cardName(id) !== undefined), now: Date.now() });

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** Whether a set that was under way can go on: today, and every card of it can be asked. */
const goesOn = ({ cards, index, ends }: ReviewRound): boolean => Date.now() < ends && index < cards.length && cards.every(({ id }) => cardName(id) !== undefined);

/** What was missed comes back: the cards of today, one after the other. A set that was under way goes on. */
export default function Review() {
  const editor = useEditor();
  const openShelf = useShelf();
  const [kept, setKept] = useState<Kept>();
  const [round, setRound] = useState<ReviewRound>();
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    let isGone = false;
    void keptReview.load(openShelf).then(async (underWay) => {
      // The page may have been closed before its last answer was kept.
      const read = await (underWay ? changeDeck(openShelf, (deck) => withAnswer(deck, underWay)) : readDeck(openShelf));
      if (isGone) return;
      setRound(underWay && goesOn(underWay) ? underWay : undefined);
      setKept(keptNow(read));
    });
    return () => {
      isGone = true;
    };
  }, [openShelf]);

  if (!kept) return <div className={styles.column} aria-busy="true" />;
  const { deck } = kept;
  const day = dayOf(kept.now);
  const tomorrow = dueTomorrow(deck, day);
  const set = dailySet(deck, day);
  const goOn = (next: ReviewRound | undefined): void => {
    setRound(next);
    void keptReview.keep(openShelf, next);
  };
  /** "Done" is said of what is kept. */
  const end = async (over: ReviewRound): Promise<void> => {
    await Promise.all([saving.current, keptReview.keep(openShelf, undefined)]);
    setRound({ ...over, index: over.cards.length, answer: undefined });
  };
  const start = (): void => goOn({ cards: set.cards, index: 0, right: 0, ends: day.ends });
  const card = round?.cards[round.index];

  if (round && card) {
    const isLast = round.index + 1 === round.cards.length;
    return (
      <CardQuestion
        key={card.id}
        card={card}
        answer={round.answer?.option}
        place={`${round.index + 1} of ${round.cards.length}`}
        nextLabel={isLast ? 'Finish' : 'Next'}
        onAnswer={({ id: option, isRight }, seconds) => {
          const next = { ...round, answer: { option, isRight, seconds, at: Date.now() }, right: round.right + (isRight ? 1 : 0) };
          goOn(next);
          saving.current = changeDeck(openShelf, (deck) => withAnswer(deck, next)).then((after) => setKept(keptNow(after)));
        }}
        onNext={() => (isLast ? void end(round) : goOn({ ...round, index: round.index + 1, answer: undefined }))}
        onLeave={() => goOn(undefined)}
      />
    );
  }
  if (round) {
    return (
      <RoundEnd
        title={`Done: ${round.right} of ${round.cards.length} known.`}
        text={tomorrow.length === 0 ? 'Nothing comes back tomorrow.' : `${counted(tomorrow.length, 'card comes', 'cards come')} back tomorrow:`}
        items={tomorrow.map(({ id }) => ({ id, text: cardName(id) ?? id }))}
        {...(set.cards.length > 0 && { again: `${counted(set.cards.length, 'more card', 'more cards')}` })}
        onAgain={start}
        onLeave={() => editor.showPractice('drills')}
      />
    );
  }
  if (set.cards.length === 0) {
    return (
      <section className={styles.column}>
        <h3 className={styles.title}>Nothing is due.</h3>
        <p className={styles.lead}>What you miss in interviews and drills comes back here.{tomorrow.length > 0 && ` Tomorrow: ${counted(tomorrow.length, 'card', 'cards')}.`}</p>
        <div className={styles.buttons}>
          <Button onClick={() => editor.showPractice('drills')}>All drills</Button>
        </div>
      </section>
    );
  }
  return (
    <section className={styles.column}>
      <h3 className={styles.title}>{counted(set.cards.length, 'card', 'cards')} today, about {counted(Math.max(1, Math.round(set.seconds / 60)), 'minute', 'minutes')}.</h3>
      <p className={styles.lead}>
        What you missed comes back until it stays.{set.waiting > 0 && ` ${counted(set.waiting, 'more waits', 'more wait')} for the next set.`}
      </p>
      <div className={styles.buttons}>
        <Button look="primary" onClick={start}>
          Start
        </Button>
      </div>
    </section>
  );
}

interface CardQuestionProps {
  readonly card: ReviewCard;
  /** The option that was chosen; undefined while none was. */
  readonly answer: string | undefined;
  readonly place: string;
  readonly nextLabel: string;
  onAnswer(option: JudgedOption, seconds: number): void;
  onNext(): void;
  onLeave(): void;
}

/** The question of a card, and how long its answer takes. */
function CardQuestion({ card, answer, onAnswer, ...rest }: CardQuestionProps) {
  const [shown] = useState(() => Date.now());
  const question = useMemo(() => askCard(card, `${card.id} ${card.reviews}`, materialOf(card.id)), [card]);
  if (!question) return null;
  return <QuestionCard question={question} answer={question.options.find(({ id }) => id === answer)} {...rest} onAnswer={(option) => onAnswer(option, (Date.now() - shown) / 1000)} />;
}
