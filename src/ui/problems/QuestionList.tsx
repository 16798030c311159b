import { useMemo } from 'react';
import { questionGroups } from '#editor/problem-groups.ts';
import { propertyLabel } from '#diagram/property-of.ts';
import { displayName } from '#rules/display-name.ts';
import type { Question, Report } from '#rules/finding.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { GroupedList } from './GroupedList.tsx';
import styles from './Problems.module.css';

/** What the rules would need to know: questions, never findings. Each property leads to its field. */
export default function QuestionList({ report }: { readonly report: Report }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const search = useEditorState((state) => state.problems.search);
  const groups = useMemo(() => questionGroups(report, diagram, { search }), [report, diagram, search]);
  const nothing = report.questions.length === 0 ? 'Nothing is open.' : 'No question matches.';
  return (
    <GroupedList
      label="Questions"
      groups={groups}
      onPointerLeave={() => editor.highlight([])}
      renderRow={(question) => <Row question={question} />}
      before={groups.length === 0 && <p className={styles.clean}>{nothing}</p>}
    />
  );
}

function Row({ question: { primary, question, fields } }: { readonly question: Question }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const [first] = fields;
  return (
    <div className={styles.question} onPointerEnter={() => editor.highlight([primary])}>
      <span className={styles.mark} aria-hidden="true">
        ?
      </span>
      <span className={styles.texts}>
        <button type="button" className={styles.message} onClick={() => (first ? editor.goToField(first.record, first.property) : editor.select([primary]))}>
          {question}
        </button>
        <span className={styles.fields}>
          Not stated:
          {fields.map(({ record, property }) => (
            <button key={`${record}.${property}`} type="button" className={styles.field} onClick={() => editor.goToField(record, property)}>
              {propertyLabel(diagram, record, property)}
              {record !== primary && ` of ${displayName(diagram, record)}`}
            </button>
          ))}
        </span>
      </span>
    </div>
  );
}
