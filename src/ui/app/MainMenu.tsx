import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Action, type ActionContext, shortcutText } from '#ui/actions/action.ts';
import { actions } from '#ui/actions/actions.ts';
import { Button } from '#ui/parts/Button.tsx';
import type { StoredDiagram } from '#storage/library.ts';
import styles from './MainMenu.module.css';
import { library } from './use-storage.ts';

const shown = ['new', 'open', 'save', 'export', '-', 'undo', 'redo', 'tidy-up', 'enclose', '-', 'fit', 'toggle-palette', 'toggle-inspector', 'toggle-problems', 'browse-rules', '-', 'theme-light', 'theme-dark', 'theme-system', 'shortcuts'];
const mostRecent = 5;

/** The menu of the whole editor, read from the list of actions, with the diagrams that this browser keeps. */
export function MainMenu({ context, children }: { readonly context: ActionContext; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [recent, setRecent] = useState<readonly Omit<StoredDiagram, 'text'>[]>([]);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    root.current?.querySelector<HTMLElement>('[role="menuitem"]:not(:disabled)')?.focus();
    const close = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    window.addEventListener('pointerdown', close);
    return () => window.removeEventListener('pointerdown', close);
  }, [isOpen]);

  const open = (): void => {
    void library.then(async (store) => setRecent((await store?.list())?.slice(0, mostRecent) ?? []));
    setOpen(true);
  };

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
      <Button look="icon" aria-label="Menu" aria-haspopup="menu" aria-expanded={isOpen} onClick={() => (isOpen ? setOpen(false) : open())}>
        {children}
      </Button>
      {isOpen && (
        <div role="menu" aria-label="Menu" className={styles.menu}>
          {shown.map((id, index) => {
            const action = actions.find((each) => each.id === id);
            return action ? <Item key={id} action={action} context={context} onChoose={choose} /> : <hr key={`line-${shown[index - 1]}`} />;
          })}
          {recent.length > 0 && <p className={styles.heading}>Kept in this browser</p>}
          {recent.map(({ id, title }) => (
            <button key={id} type="button" role="menuitem" className={styles.item} onClick={() => choose(() => context.shell.openStored(id))}>
              <span className={styles.name}>{title}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function Item({ action, context, onChoose }: { readonly action: Action; readonly context: ActionContext; onChoose(run: () => void | Promise<void>): void }) {
  const [shortcut] = action.shortcuts ?? [];
  return (
    <button type="button" role="menuitem" className={styles.item} disabled={action.isEnabled?.(context) === false} onClick={() => onChoose(() => action.run(context))}>
      <span className={styles.name}>{action.title}</span>
      {shortcut && <kbd>{shortcutText(shortcut)}</kbd>}
    </button>
  );
}
