import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { askedQuestion } from '#practice/interview/next-question.ts';
import type { Progress } from '#practice/interview/progress.ts';
import type { Scenario } from '#practice/scenario.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { requestInInterview } from '#ui/parts/interview-requests.ts';
import { costWords } from './hint-words.ts';
import styles from './InterviewBar.module.css';
import type { Said } from './use-interviewer.ts';

interface SaidCardProps {
  readonly said: Said | undefined;
  readonly scenario: Scenario;
  readonly progress: Progress;
  onClose(): void;
}

/** What the interviewer has just said. Escape puts it away; hints and questions stay readable in the side panel. */
export function SaidCard({ said, scenario, progress, onClose }: SaidCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const editor = useEditor();
  useEffect(() => {
    if (!said) return undefined;
    const before = document.activeElement;
    card.current?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
    return () => {
      if (said.type === 'question') editor.highlight([]);
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [editor, said]);
  return (
    <div
      ref={card}
      aria-live="polite"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {said && (
        <div className={styles.card} role="group" aria-label="The interviewer says">
          <Words said={said} scenario={scenario} progress={progress} onClose={onClose} />
          <Button look="icon" className={styles.close} aria-label="Put away" onClick={onClose}>
            <X size={14} />
          </Button>
        </div>
      )}
    </div>
  );
}

function Words({ said, scenario, progress, onClose }: SaidCardProps & { readonly said: Said }): ReactNode {
  const { length } = scenario.hints;
  switch (said.type) {
    case 'hint-offer':
      return (
        <>
          <h3>
            Hint {progress.hints.length + 1} of {length}
          </h3>
          <p>{costWords(progress.hints.length)}</p>
          <div className={styles.buttons}>
            <Button data-first onClick={() => requestInInterview('take-hint')}>
              Take the hint
            </Button>
            <Button look="quiet" onClick={onClose}>
              Not now
            </Button>
          </div>
        </>
      );
    case 'hint':
      return (
        <>
          <h3>
            Hint {said.hint + 1} of {length}
          </h3>
          <p>{scenario.hints[said.hint]}</p>
        </>
      );
    case 'question':
      return <Question id={said.key} />;
    case 'remark':
      return <p>{said.text}</p>;
  }
}

function Question({ id }: { readonly id: string }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const report = useEditorState((state) => state.wholeReport);
  const question = askedQuestion(diagram, report, id);
  if (!question) return <p>You have stated what I asked for.</p>;
  return (
    <>
      <p>“{question.text}”</p>
      <div className={styles.buttons}>
        <Button
          data-first
          onClick={() => {
            if (question.record !== 'diagram') editor.select([question.record]);
            editor.view({ type: 'reveal', ids: [question.record] });
          }}
        >
          Show me where
        </Button>
        <Button look="quiet" onClick={() => requestInInterview('question')}>
          Next question
        </Button>
      </div>
    </>
  );
}
