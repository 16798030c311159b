import { useId } from 'react';
import { type NotebookPage, writeNotebook } from '#diagram/commands/write-notebook.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './InterviewPanel.module.css';

interface NotebookTextProps {
  readonly page: NotebookPage;
  readonly label: string;
  readonly placeholder: string;
  /** Set in a font of even width. */
  readonly isCode?: boolean;
}

/** A page of the notebook that is written freely. */
export function NotebookText({ page, label, placeholder, isCode = false }: NotebookTextProps) {
  const editor = useEditor();
  const id = useId();
  const text = useEditorState(({ diagram }) => diagram.practice?.[page] ?? '');
  return (
    <div className={styles.text}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        value={text}
        rows={isCode ? 8 : 3}
        data-code={isCode}
        spellCheck={!isCode}
        placeholder={placeholder}
        onChange={(event) => editor.dispatch(writeNotebook(editor.store.getState().diagram, { page, text: event.target.value, gesture: `notebook:${page}` }))}
      />
    </div>
  );
}
