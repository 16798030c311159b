import { type RefObject, useEffect, useRef } from 'react';

/** Keeps the focus in a form whose rows come and go: it begins in the first field, and goes to what adds a row where the row that had it is gone. */
export function useKeptFocus(): RefObject<HTMLDivElement | null> {
  const form = useRef<HTMLDivElement>(null);
  const homes = useRef<readonly Element[]>([]);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    const remember = ({ target }: FocusEvent): void => {
      homes.current = target instanceof Element ? homesOf(target) : [];
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    if (document.activeElement !== document.body && document.activeElement?.tagName !== 'DIALOG') return;
    const home = homes.current.find((each) => each.isConnected);
    [...(home?.querySelectorAll<HTMLElement>('[data-add]') ?? [])].at(-1)?.focus();
  });
  return form;
}

/** The lists around an element, the innermost first. */
function homesOf(element: Element): readonly Element[] {
  const home = element.closest('[data-home]');
  return home ? [home, ...(home.parentElement ? homesOf(home.parentElement) : [])] : [];
}
