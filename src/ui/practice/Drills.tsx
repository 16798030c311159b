import { useState } from 'react';
import type { SpotPuzzle } from '#practice/drills/spot-the-flaw.ts';
import { useEditor } from '#ui/parts/editor-context.tsx';
import { withPlaces } from '#ui/parts/layout.ts';
import { DrillChoice, type DrillWish, usualWish } from './DrillChoice.tsx';
import { plantFlaws } from './plant-flaws.ts';
import { SpotTheFlaw } from './SpotTheFlaw.tsx';
import { WhichOne } from './WhichOne.tsx';

type Running = { readonly drill: 'spot'; readonly puzzle: SpotPuzzle } | { readonly drill: 'which'; readonly seed: number };

const freshSeed = (): number => Math.floor(Math.random() * 2 ** 31);

/** The three drills: choose one, set it up, and off. */
export default function Drills() {
  const editor = useEditor();
  const [wish, setWish] = useState<DrillWish>(usualWish);
  const [running, setRunning] = useState<Running>();
  const [problem, setProblem] = useState<string>();
  const [isMaking, setMaking] = useState(false);

  const start = async (): Promise<void> => {
    const { drill, count, difficulty, topics } = wish;
    const seed = freshSeed();
    setProblem(undefined);
    if (drill === 'which') {
      setRunning({ drill, seed });
      return;
    }
    setMaking(true);
    const planted = await plantFlaws(drill === 'spot' ? { drill, recipe: { seed, count, difficulty, topics, rules: [] } } : { drill, recipe: { seed, count, difficulty, topics } });
    setMaking(false);
    if (!planted.made.ok) {
      setProblem(planted.made.error);
      setRunning(undefined);
    } else if (planted.drill === 'spot') {
      setRunning({ drill: 'spot', puzzle: planted.made.value });
    } else {
      const task = planted.made.value;
      const drawn = await withPlaces({ ...task.start, title: `Fix it: ${task.sound.title}` });
      const { practiceShown, drill: current, documentId, diagram } = editor.store.getState();
      // Whoever has closed the page meanwhile wants to stay where they are.
      if (practiceShown === 'drills') editor.openDrill({ task: { ...task, start: drawn }, before: current?.before ?? { documentId, diagram } });
    }
  };
  const leave = (): void => setRunning(undefined);

  if (running?.drill === 'spot') return <SpotTheFlaw key={running.puzzle.recipe.seed} puzzle={running.puzzle} isTimed={wish.isTimed} isMaking={isMaking} onAnother={() => void start()} onLeave={leave} />;
  if (running) return <WhichOne key={running.seed} topics={wish.topics} seed={running.seed} onAnother={() => void start()} onLeave={leave} />;
  return <DrillChoice wish={wish} isMaking={isMaking} problem={problem} onChange={setWish} onStart={() => void start()} />;
}
