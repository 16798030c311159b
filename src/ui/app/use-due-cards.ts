import { useEffect, useState } from 'react';
import { countDueCards } from '#storage/due-cards.ts';
import { dayOf } from '#ui/parts/day.ts';
import { useEditor } from '#ui/parts/editor-context.tsx';

/** How many cards are due today: looked up at the start, when the pages of practice open or close, and when somebody comes back to this tab. */
export function useDueCards(): number {
  const { store } = useEditor();
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isGone = false;
    const look = (): void =>
      void countDueCards(dayOf(Date.now()).ends)
        .catch(() => 0)
        .then((due) => isGone || setCount(due));
    look();
    const forget = store.subscribe((now, before) => now.practiceShown === before.practiceShown || look());
    document.addEventListener('visibilitychange', look);
    return () => {
      isGone = true;
      forget();
      document.removeEventListener('visibilitychange', look);
    };
  }, [store]);
  return count;
}

/** What is due, in words. */
export const dueWords = (due: number): string => (due === 1 ? '1 thing that you missed is due' : `${due} things that you missed are due`);
