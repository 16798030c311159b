import type { Progress } from '#practice/interview/progress.ts';
import type { Scenario } from '#practice/scenario.ts';
import { Button } from '#ui/parts/Button.tsx';
import { requestInInterview } from '#ui/parts/interview-requests.ts';
import styles from './InterviewBar.module.css';

/** The changed requirements, until they are answered. It folds, so that one can work under it. */
export function CurveballCard({ scenario, progress: { curveball, status } }: { readonly scenario: Scenario; readonly progress: Progress }) {
  const dealt = curveball && !curveball.isAnswered ? scenario.curveballs.find(({ id }) => id === curveball.id) : undefined;
  return (
    <div aria-live="polite">
      {dealt && (
        <details className={styles.card} open>
          <summary>
            <span>Curveball</span> {dealt.title}
          </summary>
          <p>“{dealt.says}”</p>
          {dealt.load && <p className={styles.quiet}>The load that the clients state has been changed. Undo takes that back.</p>}
          <p className={styles.quiet}>Change what it needs and nothing else: what held before must still hold.</p>
          <div className={styles.buttons}>
            <Button disabled={status === 'paused'} onClick={() => requestInInterview('answered')}>
              I have answered
            </Button>
          </div>
        </details>
      )}
    </div>
  );
}
