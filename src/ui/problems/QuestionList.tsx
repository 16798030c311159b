import { connectionProperties } from '#catalog/connection.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { displayName } from '#rules/display-name.ts';
import type { Report } from '#rules/finding.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './Problems.module.css';

/** What the rules would need to know: questions, never findings. Choosing one leads to the record. */
export default function QuestionList({ report }: { readonly report: Report }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  if (report.questions.length === 0) return <p className={styles.clean}>Nothing is open.</p>;
  return (
    <ul className={styles.scroller} aria-label="Questions">
      {report.questions.map(({ key, primary, question, fields }) => (
        <li key={key} className={styles.question}>
          <button
            type="button"
            className={styles.summary}
            onClick={() => {
              const record = fields[0]?.record ?? primary;
              editor.select([record]);
              editor.view({ type: 'reveal', ids: [record] });
            }}
          >
            <span className={styles.mark} aria-hidden="true">
              ?
            </span>
            <span className={styles.texts}>
              <span className={styles.message}>
                {displayName(diagram, primary)}: {question}
              </span>
              <span className={styles.why}>Not stated: {fields.map(({ record, property }) => labelOf(diagram, record, property)).join(', ')}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function labelOf(diagram: Diagram, record: Id, property: string): string {
  const component = diagram.components.get(record);
  const tables: Readonly<Record<string, { readonly label: string }>> = component ? (kindOf(component.kind)?.properties ?? {}) : connectionProperties;
  return (Object.hasOwn(tables, property) ? tables[property]?.label : undefined) ?? property;
}
