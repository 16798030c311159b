import { lazy, Suspense, useState } from 'react';
import type { ActionContext } from '#ui/actions/action.ts';
import { Dialog } from '#ui/parts/Dialog.tsx';
import styles from './CommandPalette.module.css';
import { searchHint } from './search-hint.ts';

const CommandList = lazy(() => import('./CommandList.tsx'));

/** The dialog is there at once and takes what is typed, Enter too; the list follows when it has been loaded. */
export function CommandPalette({ context, onClose }: { readonly context: ActionContext; onClose(): void }) {
  const [search, setSearch] = useState('');
  const [isEntered, setEntered] = useState(false);
  const waiting = (
    <div className={styles.palette}>
      {/* The dialog is opened to type into it. */}
      <input
        className={styles.input}
        aria-label="Search or run a command"
        placeholder={searchHint}
        value={search}
        autoFocus
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={({ key }) => key === 'Enter' && setEntered(true)}
      />
      <div className={styles.list} />
    </div>
  );
  return (
    <Dialog title="Search or run a command" width={560} onClose={onClose}>
      <Suspense fallback={waiting}>
        <CommandList context={context} search={search} isEntered={isEntered} onSearch={setSearch} onClose={onClose} />
      </Suspense>
    </Dialog>
  );
}
