import { ChevronDown } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { GroupBy } from '#editor/problems-view.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './Problems.module.css';
import { counted } from './severity-words.ts';

const groupings: readonly { readonly value: GroupBy; readonly label: string }[] = [
  { value: 'severity', label: 'By severity' },
  { value: 'component', label: 'By component' },
  { value: 'category', label: 'By category' },
];

/** Finds and gathers what the panel lists. */
export default function ProblemTools({ isOpen, id }: { readonly isOpen: boolean; readonly id: string }) {
  const editor = useEditor();
  const view = useEditorState((state) => state.problems);
  const accepted = useEditorState((state) => state.diagram.suppressions.size);
  const intoList = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'ArrowDown') return;
    event.currentTarget.closest('section')?.querySelector<HTMLElement>('[data-index] button')?.focus();
    event.preventDefault();
  };
  return (
    <div id={id} className={styles.tools} data-open={isOpen}>
      <input className={styles.search} type="search" aria-label="Search problems" placeholder="Search" value={view.search} onKeyDown={intoList} onChange={(event) => editor.showProblems({ search: event.target.value })} />
      <span className={styles.group}>
        <select aria-label="Group by" value={view.groupBy} onChange={(event) => editor.showProblems({ list: 'findings', groupBy: groupings.find(({ value }) => value === event.target.value)?.value ?? 'severity' })}>
          {groupings.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <ChevronDown size={13} aria-hidden="true" />
      </span>
      {(accepted > 0 || view.list === 'accepted') && (
        <button type="button" className={styles.toggle} aria-label={counted(accepted, 'accepted trade-off')} aria-pressed={view.list === 'accepted'} onClick={() => editor.showProblems({ list: view.list === 'accepted' ? 'findings' : 'accepted' })}>
          {accepted} accepted
        </button>
      )}
    </div>
  );
}
