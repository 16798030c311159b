import { useEffect, useState } from 'react';
import { type AskedQuestion, resumeWhichOne, startWhichOne, type WhichOneRun } from '#practice/drills/which-one.ts';
import type { DrillRun } from '#practice/drills/drill-run.ts';
import type { SpotPuzzle, SpotRun } from '#practice/drills/spot-the-flaw.ts';
import { useEditor } from '#ui/parts/editor-context.tsx';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { DrillChoice, type DrillWish, usualWish } from './DrillChoice.tsx';
import styles from './Drills.module.css';
import { keptDrill } from './kept-round.ts';
import { plantFlaws } from './plant-flaws.ts';
import { drawnTask } from './repair.ts';
import { SpotTheFlaw } from './SpotTheFlaw.tsx';
import { WhichOne } from './WhichOne.tsx';

type Running = { readonly drill: 'spot'; readonly puzzle: SpotPuzzle; readonly run: SpotRun } | { readonly drill: 'which'; readonly questions: readonly AskedQuestion[]; readonly run: WhichOneRun };

const freshSeed = (): number => Math.floor(Math.random() * 2 ** 31);

/** The three drills: choose one, set it up, and off. One that was under way goes on. */
export default function Drills() {
  const editor = useEditor();
  const openShelf = useShelf();
  const [wish, setWish] = useState<DrillWish>(usualWish);
  const [running, setRunning] = useState<Running>();
  const [problem, setProblem] = useState<string>();
  const [isMaking, setMaking] = useState(false);
  const [isKnown, setKnown] = useState(false);

  useEffect(() => {
    let isGone = false;
    void keptDrill.load(openShelf).then(async (kept) => {
      const resumed = kept && (await resume(kept));
      if (isGone) return;
      if (kept && resumed) setWish(wishOf(kept));
      setRunning(resumed);
      setKnown(true);
    });
    return () => {
      isGone = true;
    };
  }, [openShelf]);

  const goOn = (next: Running): void => {
    setRunning(next);
    void keptDrill.keep(openShelf, next.drill === 'spot' ? { ...next.run, drill: next.drill } : { ...next.run, drill: next.drill });
  };
  const end = (): Promise<void> => keptDrill.keep(openShelf, undefined);
  const leave = (): void => {
    void end();
    setRunning(undefined);
  };

  const start = async (): Promise<void> => {
    const { drill, count, difficulty, topics, isTimed } = wish;
    const seed = freshSeed();
    setProblem(undefined);
    if (drill === 'which') {
      const run = startWhichOne(topics, seed);
      goOn({ drill, run, questions: resumeWhichOne(run) });
      return;
    }
    setMaking(true);
    const planted = await plantFlaws(drill === 'spot' ? { drill, recipe: { seed, count, difficulty, topics, rules: [] } } : { drill, recipe: { seed, count, difficulty, topics } });
    setMaking(false);
    // Whoever has closed the page meanwhile wants to stay where they are, and no clock.
    if (editor.store.getState().practiceShown !== 'drills') return;
    if (!planted.made.ok) {
      setProblem(planted.made.error);
      setRunning(undefined);
    } else if (planted.drill === 'spot') {
      const { value: puzzle } = planted.made;
      goOn({ drill: 'spot', puzzle, run: { recipe: puzzle.recipe, scenario: puzzle.sound.scenario, design: puzzle.sound.design, guesses: [], started: Date.now(), isTimed } });
    } else {
      const task = await drawnTask(planted.made.value);
      const { practiceShown, drill: current, documentId, diagram } = editor.store.getState();
      if (practiceShown === 'drills') editor.openDrill({ task, before: current?.before ?? { documentId, diagram } });
    }
  };
  const another = (): void => void start();

  if (!isKnown) return <div className={styles.column} aria-busy="true" />;
  if (running?.drill === 'spot') {
    const { puzzle, run } = running;
    return <SpotTheFlaw key={run.started} puzzle={puzzle} run={run} isMaking={isMaking} onChange={(next) => goOn({ ...running, run: next })} onEnd={end} onAnother={another} onLeave={leave} />;
  }
  if (running) {
    const { questions, run } = running;
    return <WhichOne key={run.seed} questions={questions} run={run} onChange={(next) => goOn({ ...running, run: next })} onEnd={end} onAnother={another} onLeave={leave} />;
  }
  return <DrillChoice wish={wish} isMaking={isMaking} problem={problem} onChange={setWish} onStart={another} />;
}

/** A drill that was under way; undefined where its design or its questions are gone. */
async function resume(kept: DrillRun): Promise<Running | undefined> {
  if (kept.drill === 'which') {
    const questions = resumeWhichOne(kept);
    return questions.length > 0 ? { drill: 'which', questions, run: kept } : undefined;
  }
  const planted = await plantFlaws({ drill: 'spot', run: kept });
  return planted.drill === 'spot' && planted.made.ok ? { drill: 'spot', puzzle: planted.made.value, run: kept } : undefined;
}

/** What was wished for a drill. */
function wishOf(kept: DrillRun): DrillWish {
  if (kept.drill === 'which') return { ...usualWish, drill: 'which', topics: kept.topics };
  const { recipe, isTimed } = kept;
  return { drill: 'spot', topics: recipe.topics, difficulty: recipe.difficulty, count: recipe.count, isTimed };
}
