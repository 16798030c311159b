import { useEffect, useState } from 'react';
import { type Progress, progressOf } from '#practice/interview/progress.ts';
import { useEditorState } from '#ui/parts/editor-context.tsx';

const second = 1000;

/** Where the interview over the open diagram stands now, to the second; undefined where none is held. */
export function useProgress(): Progress | undefined {
  const session = useEditorState(({ interview }) => interview);
  const [now, setNow] = useState(() => Date.now());
  // What has just happened is never in the future, even where the clock has not ticked since.
  const progress = session && progressOf(session, Math.max(now, session.at(-1)?.at ?? 0));
  const isTicking = progress?.status === 'running' || progress?.status === 'paused';
  useEffect(() => {
    if (!isTicking) return undefined;
    const tick = (): void => setNow(Date.now());
    tick();
    const timer = setInterval(tick, second);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [isTicking]);
  return progress;
}

/** The same without the clock: as it stood when something last happened. */
export function useStanding(): Progress | undefined {
  const session = useEditorState(({ interview }) => interview);
  return session && progressOf(session, session.at(-1)?.at ?? 0);
}

/** A duration as a clock shows it: "4:05", "61:00". */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / second);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
