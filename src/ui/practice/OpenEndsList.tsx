import { useMemo } from 'react';
import { openEnds } from '#practice/interview/open-ends.ts';
import { displayName } from '#rules/display-name.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './InterviewPanel.module.css';

/** Of each sort so many lines are shown: what is next, not everything. */
const most = 5;

const count = (value: number, one: string): string => `${value} ${one}${value === 1 ? '' : 's'}`;

/** How much has been drawn, and what the drawing leaves open; each line leads to it. */
export function OpenEndsList({ onEntities }: { onEntities(): void }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const { uncarried, unsaid, alone } = useMemo(() => openEnds(diagram), [diagram]);
  const [silent] = unsaid;
  const sayWhat = (): void => (silent ? editor.goToField(silent.id, 'dataFlows') : onEntities());
  return (
    <section className={styles.open} aria-label="Still open">
      <p className={styles.size}>
        {count(diagram.components.size, 'component')}, {count(diagram.connections.size, 'connection')}
      </p>
      <ul>
        {alone.slice(0, most).map((id) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                editor.highlight([id]);
                editor.view({ type: 'reveal', ids: [id] });
              }}
            >
              {displayName(diagram, id)} is connected to nothing.
            </button>
          </li>
        ))}
        {uncarried.slice(0, most).map(({ id, name }) => (
          <li key={id}>
            <button type="button" onClick={sayWhat}>
              No connection carries {name}.
            </button>
          </li>
        ))}
        {silent && (
          <li>
            <button type="button" onClick={sayWhat}>
              {unsaid.length === 1 ? '1 connection does not say what it carries.' : `${unsaid.length} connections do not say what they carry.`}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
