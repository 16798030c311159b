import type { Id } from '#diagram/diagram.ts';
import { fieldWords, verdictWords } from '#formats/grade/words.ts';
import type { GradedCheck } from '#practice/grade.ts';
import { sentenceCase } from '#catalog/wording.ts';
import { VerdictDot } from '#ui/parts/Dot.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './Debrief.module.css';

interface RequirementVerdictsProps {
  readonly checks: readonly GradedCheck[];
  /** Lights records on the canvas. */
  onShow(ids: readonly Id[]): void;
  readonly isInner?: boolean;
}

/** Each requirement with its verdict, why, its proof on the canvas, and the field that would decide. */
export function RequirementVerdicts({ checks, onShow, isInner = false }: RequirementVerdictsProps) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const list = (
    <ul className={styles.rows}>
      {checks.map(({ id, title, mandatory, verdict, reason, witness, fields }) => (
        <li key={id} className={styles.requirement}>
          <button type="button" className={styles.row} onClick={() => onShow(witness.filter((each) => diagram.components.has(each) || diagram.connections.has(each)))}>
            <VerdictDot verdict={verdict} />
            <span>
              {title}
              {!mandatory && <em> Extra.</em>}
              <span className={styles.reason}>
                <strong>{sentenceCase(verdictWords[verdict])}.</strong> {reason}
              </span>
            </span>
          </button>
          {fields.slice(0, 3).map((field) => (
            <button key={`${field.record} ${field.property}`} type="button" className={styles.field} onClick={() => editor.goToField(field.record, field.property)}>
              Say it: {fieldWords(diagram, field)}
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
  if (isInner) return list;
  return (
    <section aria-label="Requirements">
      <h3>Requirements</h3>
      {list}
    </section>
  );
}
