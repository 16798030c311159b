import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { withdrawAcceptance } from '#diagram/commands/accept-finding.ts';
import { displayName } from '#rules/display-name.ts';
import type { Finding, Report } from '#rules/finding.ts';
import { ruleOf } from '#rules/fixes.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { FindingDetail, FixButtons } from '#ui/parts/FindingDetail.tsx';
import { type ProblemsView, recordsOf, shownFindings } from './problems-view.ts';
import styles from './Problems.module.css';

interface ProblemListProps {
  readonly report: Report;
  readonly view: ProblemsView;
  readonly openFields: number;
  readonly today: () => string;
  onShowQuestions(): void;
}

const usualRow = 54;

/** The findings as a list, as many rows as are in view. */
export default function ProblemList({ report, view, openFields, today, onShowQuestions }: ProblemListProps) {
  const editor = useEditor();
  const open = useEditorState((state) => state.openFinding);
  const scroller = useRef<HTMLDivElement>(null);
  const findings = shownFindings(report, view);
  const rows = useVirtualizer({
    count: findings.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualRow,
    getItemKey: (index) => findings[index]?.key ?? index,
    overscan: 60,
  });
  const openIndex = findings.findIndex(({ key }) => key === open);
  useEffect(() => {
    if (openIndex < 0) return;
    const row = scroller.current?.querySelector(`[data-index="${openIndex}"]`);
    // The whole of it where there is room, its sentence in any case.
    for (const element of row ? [row, row.querySelector('button')] : []) element?.scrollIntoView({ block: 'nearest' });
    if (!row) rows.scrollToIndex(openIndex, { align: 'start' });
  }, [openIndex, rows]);

  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !(event.target instanceof HTMLElement) || event.target.tagName === 'INPUT') return;
    const row = event.target.closest<HTMLElement>('[data-index]');
    const next = scroller.current?.querySelector<HTMLElement>(`[data-index="${Number(row?.dataset['index']) + step}"] button`);
    next?.focus();
    event.preventDefault();
  };

  return (
    <div ref={scroller} className={styles.scroller} onKeyDown={walk} onPointerLeave={() => showOpen(editor, report, open)}>
      {findings.length === 0 && <CleanNote report={report} openFields={openFields} onShowQuestions={onShowQuestions} />}
      <ul className={styles.list} style={{ height: rows.getTotalSize() }} aria-label="Findings">
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const finding = findings[index];
          return (
            finding && (
              <li key={key} ref={rows.measureElement} data-index={index} data-rule={finding.rule} data-severity={finding.severity} className={styles.row} style={{ transform: `translateY(${start}px)` }}>
                <Row finding={finding} isOpen={finding.key === open} today={today} />
              </li>
            )
          );
        })}
      </ul>
      {report.accepted.length > 0 && <Accepted report={report} />}
    </div>
  );
}

function Row({ finding, isOpen, today }: { readonly finding: Finding; readonly isOpen: boolean; readonly today: () => string }) {
  const editor = useEditor();
  const choose = (): void => {
    const ids = recordsOf(finding);
    editor.openFinding(isOpen ? undefined : finding.key);
    editor.highlight(isOpen ? [] : ids);
    if (!isOpen) editor.view({ type: 'reveal', ids });
  };
  return (
    <div className={styles.finding} data-open={isOpen} onPointerEnter={() => editor.highlight(recordsOf(finding))}>
      <div className={styles.line}>
        <button type="button" className={styles.summary} aria-expanded={isOpen} onClick={choose}>
          <span className={styles.dot} data-severity={finding.severity} role="img" aria-label={finding.severity} />
          <span className={styles.texts}>
            <span className={styles.message}>{finding.message}</span>
            {!isOpen && <span className={styles.why}>{ruleOf(finding.rule)?.docs.why}</span>}
          </span>
        </button>
        <span className={styles.rule}>{finding.rule}</span>
        {!isOpen && (
          <span className={styles.fix}>
            <FixButtons finding={finding} most={1} />
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

/** After hovering, the open finding lights up again. */
function showOpen(editor: ReturnType<typeof useEditor>, report: Report, open: string | undefined): void {
  const finding = report.findings.find(({ key }) => key === open);
  editor.highlight(finding ? recordsOf(finding) : []);
}

function CleanNote({ report, openFields, onShowQuestions }: { readonly report: Report; readonly openFields: number; onShowQuestions(): void }) {
  const undecided = report.questions.length;
  if (report.findings.length > 0) return <p className={styles.clean}>The filters hide all {report.findings.length} findings.</p>;
  return (
    <p className={styles.clean}>
      No objection.{' '}
      {undecided > 0 && (
        <>
          {undecided} {undecided === 1 ? 'check' : 'checks'} could not decide:{' '}
          <button type="button" className={styles.link} onClick={onShowQuestions}>
            {openFields} {openFields === 1 ? 'property is' : 'properties are'} not stated
          </button>
          .
        </>
      )}
    </p>
  );
}

function Accepted({ report }: { readonly report: Report }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  return (
    <details className={styles.accepted}>
      <summary>
        {report.accepted.length} accepted with a reason
      </summary>
      <ul>
        {report.accepted.map((finding) => (
          <li key={finding.key} className={styles.acceptedRow}>
            <span className={styles.texts}>
              <span>{finding.acceptedBecause}</span>
              <span className={styles.why}>
                {displayName(diagram, finding.primary)}: {finding.message}
              </span>
            </span>
            <Button
              look="quiet"
              onClick={() => {
                const acceptance = [...diagram.suppressions.values()].find(({ rule, on }) => rule === finding.rule && on === finding.primary);
                if (acceptance) editor.dispatch(withdrawAcceptance(diagram, { id: acceptance.id }));
              }}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
