import { examples } from '#ui/actions/diagram-actions.ts';
import type { Shell } from '#ui/actions/action.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './EmptyState.module.css';
import { dueWords } from './use-due-cards.ts';

/** An invitation on the empty canvas; gone with the first thing that is drawn. */
export function EmptyState({ shell, due }: { readonly shell: Shell; readonly due: number }) {
  const editor = useEditor();
  const isEmpty = useEditorState(({ diagram }) => diagram.components.size + diagram.notes.size + diagram.boundaries.size === 0);
  const isPlacing = useEditorState(({ tool }) => tool.type === 'place');
  if (!isEmpty || isPlacing) return null;
  return (
    <div className={styles.invitation}>
      <h2>Draw a system. Caveat answers back.</h2>
      <p className={styles.wide}>Drag a block from the left, or press its key and click. Or start from an example:</p>
      <p className={styles.narrow}>Tap “Building blocks”, or start from an example:</p>
      <ul>
        {examples.map(({ name, title, summary }) => (
          <li key={name}>
            <button type="button" onClick={() => void shell.openExample(name)}>
              <img className={styles.light} src={`./examples/${name}-light.svg`} alt="" width={176} height={92} loading="lazy" />
              <img className={styles.dark} src={`./examples/${name}-dark.svg`} alt="" width={176} height={92} loading="lazy" />
              <span className={styles.title}>{title}</span>
              <span className={styles.summary}>{summary}</span>
            </button>
          </li>
        ))}
      </ul>
      <p>
        Or <button type="button" className={styles.link} onClick={() => editor.showPractice('scenarios')}>practise an interview</button>, with a clock and a judge.
      </p>
      {due > 0 && (
        <p>
          {dueWords(due)}: <button type="button" className={styles.link} onClick={() => editor.showPractice('review')}>review</button>, ten minutes at most.
        </p>
      )}
    </div>
  );
}
