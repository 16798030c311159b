import { type RefObject, useEffect, useRef } from 'react';

/** What was pressed may be gone with what it has done: the focus then goes here, and not to the beginning of the page. `happened` changes with each such step. */
export function useCaughtFocus<E extends HTMLElement>(happened: unknown): RefObject<E | null> {
  const place = useRef<E>(null);
  const seen = useRef(happened);
  useEffect(() => {
    if (seen.current === happened) return;
    seen.current = happened;
    if (document.activeElement === document.body) place.current?.focus();
  }, [happened]);
  return place;
}
