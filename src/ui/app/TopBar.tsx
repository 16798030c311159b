import { Download, Menu as MenuIcon, Moon, Redo2, Search, Sun, Undo2 } from 'lucide-react';
import { setTitle } from '#diagram/commands/set-settings.ts';
import type { SaveState } from '#storage/autosave.ts';
import type { ActionContext } from '#ui/actions/action.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { chooseTheme, useTheme } from '#ui/theme/theme.ts';
import { Logo } from './Logo.tsx';
import { MainMenu } from './MainMenu.tsx';
import styles from './TopBar.module.css';
import { dueWords } from './use-due-cards.ts';

const saveWords: Readonly<Record<SaveState, string>> = { saved: 'Saved', saving: 'Saving', failed: 'Not saved' };

interface TopBarProps {
  readonly context: ActionContext;
  readonly saveState: SaveState | undefined;
  /** How many cards of the review are due today. */
  readonly due: number;
}

/** Name, state, search and the ways out. */
export function TopBar({ context, saveState, due }: TopBarProps) {
  const editor = useEditor();
  const title = useEditorState((state) => state.diagram.title);
  const documentId = useEditorState((state) => state.documentId);
  const canUndo = useEditorState((state) => state.history.done.length > 0);
  const canRedo = useEditorState((state) => state.history.undone.length > 0);
  const theme = useTheme();
  const { shell } = context;
  return (
    <header className={styles.bar}>
      <MainMenu context={context}>
        <MenuIcon size={16} />
      </MainMenu>
      <span className={styles.brand}>
        <Logo />
        <h1>Caveat</h1>
      </span>
      <span className={styles.slash} aria-hidden="true">
        /
      </span>
      <input
        className={styles.title}
        aria-label="Diagram title"
        value={title}
        style={{ flexBasis: `${Math.max(8, Math.min(title.length + 2, 40)) * 0.56}em` }}
        onChange={(event) => editor.dispatch(setTitle(editor.store.getState().diagram, { title: event.target.value, gesture: `title:${documentId}` }))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {saveState && (
        <span className={styles.saved} data-state={saveState}>
          {saveWords[saveState]}
        </span>
      )}
      <button type="button" className={styles.search} onClick={() => shell.show('commands')}>
        <Search size={13} aria-hidden="true" />
        <span className={styles.searchText}>Search or run a command</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <div className={styles.tools}>
        <Button look="quiet" className={styles.practise} aria-label={due === 0 ? undefined : `Practise, ${dueWords(due)}`} onClick={() => editor.showPractice(due === 0 ? 'scenarios' : 'review')}>
          Practise
          {due > 0 && <span className={styles.due}>{due}</span>}
        </Button>
        <Button look="icon" aria-label="Undo" disabled={!canUndo} onClick={() => editor.undo()}>
          <Undo2 size={16} />
        </Button>
        <Button look="icon" aria-label="Redo" disabled={!canRedo} onClick={() => editor.redo()}>
          <Redo2 size={16} />
        </Button>
        <Button look="icon" className={styles.theme} aria-label={theme === 'dark' ? 'Light appearance' : 'Dark appearance'} onClick={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}>
          {theme === 'dark' ? <Sun size={16} /> : <Moon size={16} />}
        </Button>
        <Button look="primary" onClick={() => shell.show('export')}>
          <Download size={14} aria-hidden="true" className={styles.exportIcon} />
          Export
        </Button>
      </div>
    </header>
  );
}
