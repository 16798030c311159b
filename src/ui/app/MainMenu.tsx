import { type KeyboardEvent, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { ActionContext } from '#ui/actions/action.ts';
import { Button } from '#ui/parts/Button.tsx';
import styles from './MainMenu.module.css';

const MenuList = lazy(() => import('./MenuList.tsx'));

/** The menu of the whole editor, read from the list of actions, with the diagrams that this browser keeps. */
export function MainMenu({ context, children }: { readonly context: ActionContext; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    const close = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    window.addEventListener('pointerdown', close);
    return () => window.removeEventListener('pointerdown', close);
  }, [isOpen]);

  const walk = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      setOpen(false);
      root.current?.querySelector('button')?.focus();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? [])];
    const index = items.findIndex((item) => item === document.activeElement);
    items[(index + step + items.length) % items.length]?.focus();
  };

  const choose = (run: () => void | Promise<void>): void => {
    setOpen(false);
    void run();
  };

  return (
    <div ref={root} className={styles.root} onKeyDown={walk}>
      <Button look="icon" aria-label="Menu" aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {children}
      </Button>
      {isOpen && (
        <Suspense>
          <MenuList context={context} onChoose={choose} />
        </Suspense>
      )}
    </div>
  );
}
