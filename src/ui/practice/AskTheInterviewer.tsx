import { askedQuestion } from '#practice/interview/next-question.ts';
import type { Progress } from '#practice/interview/progress.ts';
import type { Scenario } from '#practice/scenario.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { requestInInterview } from '#ui/parts/interview-requests.ts';
import { costWords } from './hint-words.ts';
import styles from './InterviewPanel.module.css';

/** Hints, questions and the curveball: what was had stays readable. */
export function AskTheInterviewer({ scenario, standing }: { readonly scenario: Scenario; readonly standing: Progress }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const report = useEditorState((state) => state.wholeReport);
  const { hints, asked, status, curveball, settings } = standing;
  const isPaused = status === 'paused';
  const questions = asked.flatMap((key) => askedQuestion(diagram, report, key) ?? []);
  const dealt = scenario.curveballs.find(({ id }) => id === curveball?.id);
  return (
    <section className={styles.ask} aria-label="The interviewer">
      <h3>The interviewer</h3>
      {hints.length > 0 && (
        <ol className={styles.said} aria-label="Hints">
          {hints.map((hint) => (
            <li key={hint}>
              <span>Hint {hint + 1}</span> {scenario.hints[hint]}
            </li>
          ))}
        </ol>
      )}
      {questions.length > 0 && (
        <ul className={styles.said} aria-label="Questions asked">
          {questions.map(({ key, text, record }) => (
            <li key={key}>
              <button
                type="button"
                onClick={() => {
                  editor.highlight([record]);
                  editor.view({ type: 'reveal', ids: [record] });
                }}
              >
                “{text}”
              </button>
            </li>
          ))}
        </ul>
      )}
      {dealt && (
        <p className={styles.dealt}>
          <span>Curveball</span> “{dealt.says}” {curveball?.isAnswered ? 'Answered.' : ''}
        </p>
      )}
      <div className={styles.asks}>
        {hints.length < scenario.hints.length && (
          <Button disabled={isPaused} title={costWords(hints.length)} onClick={() => requestInInterview('hint')}>
            Hint {hints.length + 1} of {scenario.hints.length}
          </Button>
        )}
        <Button disabled={isPaused} onClick={() => requestInInterview('question')}>
          What would you ask me?
        </Button>
        {!curveball && !settings.withoutCurveball && scenario.curveballs.length > 0 && (
          <Button disabled={isPaused} onClick={() => requestInInterview('curveball')}>
            Curveball
          </Button>
        )}
      </div>
    </section>
  );
}
