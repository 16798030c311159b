import { useEffect, useRef, useState } from 'react';
import { type Action, type ActionContext, shortcutText } from '#ui/actions/action.ts';
import { actions } from '#ui/actions/actions.ts';
import type { StoredDiagram } from '#storage/database.ts';
import styles from './MenuList.module.css';
import { library } from './use-storage.ts';

const shown = ['new', 'open', 'save', 'export', '-', 'undo', 'redo', 'tidy-up', 'enclose', '-', 'fit', 'toggle-palette', 'toggle-inspector', 'toggle-problems', 'browse-rules', '-', 'practise-scenarios', 'practise-drills', 'practise-review', '-', 'theme-light', 'theme-dark', 'theme-system', 'shortcuts'];
const mostRecent = 5;

type Choose = (run: () => void | Promise<void>) => void;

/** What the menu offers: actions, and the diagrams that this browser keeps. The first one takes the focus. */
export default function MenuList({ context, onChoose }: { readonly context: ActionContext; readonly onChoose: Choose }) {
  const [recent, setRecent] = useState<readonly Omit<StoredDiagram, 'text'>[]>([]);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role="menuitem"]:not(:disabled)')?.focus();
    void library.then(async (store) => setRecent((await store?.list())?.slice(0, mostRecent) ?? []));
  }, []);

  return (
    <div ref={list} role="menu" aria-label="Menu" className={styles.menu}>
      {shown.map((id, index) => {
        const action = actions.find((each) => each.id === id);
        return action ? <Item key={id} action={action} context={context} onChoose={onChoose} /> : <hr key={`line-${shown[index - 1]}`} />;
      })}
      {recent.length > 0 && <p className={styles.heading}>Kept in this browser</p>}
      {recent.map(({ id, title }) => (
        <button key={id} type="button" role="menuitem" className={styles.item} onClick={() => onChoose(() => context.shell.openStored(id))}>
          <span className={styles.name}>{title}</span>
        </button>
      ))}
    </div>
  );
}

function Item({ action, context, onChoose }: { readonly action: Action; readonly context: ActionContext; readonly onChoose: Choose }) {
  const [shortcut] = action.shortcuts ?? [];
  return (
    <button type="button" role="menuitem" className={styles.item} disabled={action.isEnabled?.(context) === false} onClick={() => onChoose(() => action.run(context))}>
      <span className={styles.name}>{action.title}</span>
      {shortcut && <kbd>{shortcutText(shortcut)}</kbd>}
    </button>
  );
}
