import { ChevronDown, ChevronUp, ListFilter } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { hearsStructure, offersFixes, quietNotes } from '#editor/quiet.ts';
import type { Severity } from '#rules/finding.ts';
import { Button } from '#ui/parts/Button.tsx';
import { SeverityDot } from '#ui/parts/Dot.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './Problems.module.css';
import { severityOrder, severityWords } from './severity-words.ts';

const ProblemTools = lazy(() => import('./ProblemTools.tsx'));
const ProblemList = lazy(() => import('./ProblemList.tsx'));
const QuestionList = lazy(() => import('./QuestionList.tsx'));
const Ledger = lazy(() => import('./Ledger.tsx'));
const FixAll = lazy(() => import('./FixAll.tsx'));

interface ProblemsProps {
  readonly isOpen: boolean;
  onToggle(): void;
  readonly today: () => string;
}

/** What the rules say about the diagram: counts, filters, findings, questions, what was accepted. */
export function Problems({ isOpen, onToggle, today }: ProblemsProps) {
  const editor = useEditor();
  const report = useEditorState((state) => state.report);
  const isEmpty = useEditorState(({ diagram }) => diagram.components.size === 0 && diagram.suppressions.size === 0);
  const hidden = useEditorState((state) => state.problems.hidden);
  const list = useEditorState((state) => state.problems.list);
  const hush = useEditorState((state) => state.hush);
  const isFixable = useEditorState(offersFixes);
  const isChecking = useEditorState((state) => state.checking);
  const isSilent = list === 'findings' ? report.findings.length === 0 : list === 'questions' && report.questions.length === 0;
  // There is nothing yet that could hold.
  const quietNote = isSilent && !(isEmpty && hearsStructure(hush)) ? quietNotes[hush] : undefined;
  const [showsTools, setShowsTools] = useState(false);
  const tools = useId();
  const openFields = new Set(report.questions.flatMap(({ fields }) => fields.map(({ record, property }) => `${record}.${property}`))).size;
  const openFieldsText = `${openFields} ${openFields === 1 ? 'property is' : 'properties are'} not stated`;

  const toggle = (severity: Severity): void => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    editor.showProblems({ list: 'findings', hidden: next });
  };

  return (
    <section className={styles.panel} aria-label="Problems">
      <header className={styles.header}>
        <h2>Problems</h2>
        <div className={styles.filters} role="group" aria-label="Show">
          {severityOrder.map((severity) => {
            const count = report.findings.filter((finding) => finding.severity === severity).length;
            const words = severityWords(severity, count);
            return (
              <button key={severity} type="button" className={styles.filter} data-severity={severity} data-zero={count === 0} title={`${count} ${words}`} aria-pressed={!hidden.has(severity)} onClick={() => toggle(severity)}>
                <SeverityDot severity={severity} className={styles.dot} />
                {count} <span className={styles.word}>{words}</span>
              </button>
            );
          })}
        </div>
        {isChecking && (
          <span className={styles.checking} role="status">
            Checking …
          </span>
        )}
        {report.findings.length > 0 && hush === 'everything' && isFixable && (
          <span className={styles.fixAll}>
            <Suspense>
              <FixAll report={report} />
            </Suspense>
          </span>
        )}
        <span className={styles.space} />
        {isOpen && !isEmpty && (
          <Suspense>
            <ProblemTools isOpen={showsTools} id={tools} />
          </Suspense>
        )}
        {openFields > 0 && (
          <button type="button" className={styles.toggle} title={openFieldsText} aria-pressed={list === 'questions'} onClick={() => editor.showProblems({ list: list === 'questions' ? 'findings' : 'questions' })}>
            {openFields} <span className={styles.longer}>{openFields === 1 ? 'property is' : 'properties are'} </span>not stated
          </button>
        )}
        {isOpen && !isEmpty && (
          <Button look="icon" className={styles.toolsToggle} aria-label="Search and group problems" aria-expanded={showsTools} aria-controls={tools} onClick={() => setShowsTools(!showsTools)}>
            <ListFilter size={16} />
          </Button>
        )}
        <Button look="icon" aria-label={isOpen ? 'Collapse problems' : 'Expand problems'} aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
        </Button>
      </header>
      {isOpen && (
        <div className={styles.body}>
          {quietNote !== undefined || isEmpty ? (
            <p className={styles.clean}>{quietNote ?? 'What an interviewer would object to appears here while you draw.'}</p>
          ) : (
            <Suspense>
              {list === 'questions' && <QuestionList report={report} />}
              {list === 'findings' && <ProblemList report={report} openFields={openFields} today={today} />}
              {list === 'accepted' && <Ledger report={report} today={today} />}
            </Suspense>
          )}
        </div>
      )}
    </section>
  );
}
