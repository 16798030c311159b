import { useMemo } from 'react';
import { findingGroups } from '#editor/problem-groups.ts';
import { isHeldBack } from '#rules/configuration.ts';
import { displayName } from '#rules/display-name.ts';
import type { Finding, Report } from '#rules/finding.ts';
import { ruleOf } from '#rules/fixes.ts';
import { SeverityDot } from '#ui/parts/Dot.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { FindingDetail } from '#ui/parts/FindingDetail.tsx';
import { FixButtons } from '#ui/parts/FixButtons.tsx';
import { GroupedList } from './GroupedList.tsx';
import styles from './Problems.module.css';
import { counted } from './severity-words.ts';

interface ProblemListProps {
  readonly report: Report;
  readonly openFields: number;
  readonly today: () => string;
}

/** The findings under their headings. */
export default function ProblemList({ report, openFields, today }: ProblemListProps) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const view = useEditorState((state) => state.problems);
  const open = useEditorState((state) => state.openFinding);
  const groups = useMemo(() => findingGroups(report, diagram, view), [report, diagram, view]);
  const accepted = diagram.suppressions.size;
  const showOpen = (): void => {
    const finding = report.findings.find(({ key }) => key === open);
    editor.highlight(finding ? recordsOf(finding) : []);
  };
  return (
    <GroupedList
      label="Findings"
      groups={groups}
      open={open}
      onFoldOpen={() => {
        editor.openFinding(undefined);
        editor.highlight([]);
      }}
      onPointerLeave={showOpen}
      renderRow={(finding) => <Row finding={finding} isOpen={finding.key === open} today={today} />}
      before={groups.length === 0 && <CleanNote report={report} openFields={openFields} />}
      after={
        accepted > 0 && (
          <p className={styles.clean}>
            <button type="button" className={styles.link} onClick={() => editor.showProblems({ list: 'accepted' })}>
              {counted(accepted, 'accepted trade-off')}
            </button>
          </p>
        )
      }
    />
  );
}

/** Everything that a finding points at: what lights up on the canvas. */
const recordsOf = ({ primary, witness, related }: Finding): readonly string[] => [...new Set([primary, ...witness, ...related.map(({ id }) => id)])];

function Row({ finding, isOpen, today }: { readonly finding: Finding; readonly isOpen: boolean; readonly today: () => string }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const isHidden = !isOpen && isHeldBack(diagram.settings.lintConfig ?? {}, finding.severity);
  const choose = (): void => {
    const ids = recordsOf(finding);
    editor.openFinding(isOpen ? undefined : finding.key);
    editor.highlight(isOpen ? [] : ids);
    if (!isOpen) editor.view({ type: 'reveal', ids });
  };
  return (
    <div className={styles.finding} data-rule={finding.rule} data-severity={finding.severity} data-open={isOpen} onPointerEnter={() => editor.highlight(recordsOf(finding))}>
      <div className={styles.line}>
        <button type="button" className={styles.summary} aria-expanded={isOpen} onClick={choose}>
          <SeverityDot severity={finding.severity} name={finding.severity} className={styles.dot} />
          <span className={styles.texts}>
            <span className={styles.message}>{isHidden ? `${displayName(diagram, finding.primary)}: something is wrong here. Do you see it?` : finding.message}</span>
            {!isOpen && <span className={styles.why}>{isHidden ? 'Reveal' : ruleOf(finding.rule)?.docs.why}</span>}
          </span>
        </button>
        {!isHidden && <span className={styles.rule}>{finding.rule}</span>}
        {!isOpen && !isHidden && (
          <span className={styles.fix}>
            <FixButtons finding={finding} most={1} side="left" />
          </span>
        )}
      </div>
      {isOpen && (
        <div className={styles.open}>
          <FindingDetail finding={finding} today={today} />
        </div>
      )}
    </div>
  );
}

/** Nothing to list: because nothing is wrong, and what was not checked; or because the filters hide it. */
function CleanNote({ report, openFields }: { readonly report: Report; readonly openFields: number }) {
  const editor = useEditor();
  if (report.findings.length > 0) {
    return (
      <p className={styles.clean}>
        Nothing matches. The filters hide {counted(report.findings.length, 'finding')}.{' '}
        <button type="button" className={styles.link} onClick={() => editor.showProblems({ hidden: new Set(), search: '' })}>
          Show all
        </button>
      </p>
    );
  }
  const undecided = new Set(report.questions.map(({ rule }) => rule)).size;
  return (
    <p className={styles.clean}>
      No objection.{' '}
      {undecided > 0 && (
        <>
          {counted(undecided, 'rule')} could not decide:{' '}
          <button type="button" className={styles.link} onClick={() => editor.showProblems({ list: 'questions' })}>
            {openFields} {openFields === 1 ? 'property is' : 'properties are'} not stated
          </button>
          .
        </>
      )}
    </p>
  );
}
