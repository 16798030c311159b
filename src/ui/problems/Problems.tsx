import { ChevronDown, ChevronUp } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Severity } from '#rules/finding.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditorState } from '#ui/parts/editor-context.tsx';
import { type ProblemsView, severityOrder, severityWords } from './problems-view.ts';
import styles from './Problems.module.css';

const ProblemList = lazy(() => import('./ProblemList.tsx'));
const QuestionList = lazy(() => import('./QuestionList.tsx'));

interface ProblemsProps {
  readonly isOpen: boolean;
  onToggle(): void;
  readonly today: () => string;
}

/** What the rules say about the diagram: counts, filters, findings, questions. */
export function Problems({ isOpen, onToggle, today }: ProblemsProps) {
  const report = useEditorState((state) => state.report);
  const isEmpty = useEditorState(({ diagram }) => diagram.components.size === 0);
  const [view, setView] = useState<ProblemsView>({ list: 'findings', hidden: new Set(), search: '' });
  const openFields = new Set(report.questions.flatMap(({ fields }) => fields.map(({ record, property }) => `${record}.${property}`))).size;

  const toggle = (severity: Severity): void => {
    const hidden = new Set(view.hidden);
    if (!hidden.delete(severity)) hidden.add(severity);
    setView({ ...view, list: 'findings', hidden });
  };

  return (
    <section className={styles.panel} aria-label="Problems">
      <header className={styles.header}>
        <h2>Problems</h2>
        <div className={styles.filters} role="group" aria-label="Show">
          {severityOrder.map((severity) => {
            const count = report.findings.filter((finding) => finding.severity === severity).length;
            return (
              <button key={severity} type="button" className={styles.filter} data-severity={severity} data-zero={count === 0} aria-pressed={!view.hidden.has(severity)} onClick={() => toggle(severity)}>
                <span className={styles.dot} data-severity={severity} />
                {count} {severityWords(severity, count)}
              </button>
            );
          })}
        </div>
        <span className={styles.space} />
        {isOpen && report.findings.length > 6 && (
          <input
            className={styles.search}
            type="search"
            aria-label="Filter problems"
            placeholder="Filter"
            value={view.search}
            onChange={(event) => setView({ ...view, list: 'findings', search: event.target.value })}
          />
        )}
        {openFields > 0 && (
          <button type="button" className={styles.questions} aria-pressed={view.list === 'questions'} onClick={() => setView({ ...view, list: view.list === 'questions' ? 'findings' : 'questions' })}>
            {openFields} {openFields === 1 ? 'property is' : 'properties are'} not stated
          </button>
        )}
        <Button look="icon" aria-label={isOpen ? 'Collapse problems' : 'Expand problems'} aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
        </Button>
      </header>
      {isOpen && (
        <div className={styles.body}>
          {isEmpty ? (
            <p className={styles.clean}>What an interviewer would object to appears here while you draw.</p>
          ) : (
            <Suspense>{view.list === 'questions' ? <QuestionList report={report} /> : <ProblemList report={report} view={view} openFields={openFields} today={today} onShowQuestions={() => setView({ ...view, list: 'questions' })} />}</Suspense>
          )}
        </div>
      )}
    </section>
  );
}
