import { useEffect, useState } from 'react';

/** Seconds since `start`; stops at `until`. Both in milliseconds since 1970. */
export function useElapsed(start: number, until: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until !== undefined) return undefined;
    const ticking = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(ticking);
  }, [until]);
  return Math.max(0, Math.floor(((until ?? now) - start) / 1000));
}

/** "1:05". */
export const clockText = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
