import { lazy, Suspense } from 'react';
import type { Scenario } from '#practice/scenario.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditorState } from '#ui/parts/editor-context.tsx';
import { requestInInterview } from '#ui/parts/interview-requests.ts';
import { AskTheInterviewer } from './AskTheInterviewer.tsx';
import styles from './InterviewPanel.module.css';
import { PhaseList } from './PhaseList.tsx';
import { useCaughtFocus } from './use-caught-focus.ts';
import { useStanding } from './use-progress.ts';
import { useScenario } from './use-scenarios.ts';

const Debrief = lazy(() => import('./Debrief.tsx'));

/** Guide and notebook of the interview, and the debrief after the reveal. */
export default function InterviewPanel() {
  const id = useEditorState(({ diagram }) => diagram.practice?.scenario);
  const documentId = useEditorState((state) => state.documentId);
  const { scenario, isKnown } = useScenario(id);
  const standing = useStanding();
  if (standing?.isRevealed) {
    return (
      <Suspense>
        <Debrief />
      </Suspense>
    );
  }
  if (!scenario) return isKnown ? <p className={styles.unknown}>This design answers the scenario “{id}”, which this browser does not have. Open its file under “Your scenarios”.</p> : null;
  return <Guide key={documentId} scenario={scenario} />;
}

function Guide({ scenario }: { readonly scenario: Scenario }) {
  const standing = useStanding();
  const isHeld = standing?.status === 'running' || standing?.status === 'paused';
  const session = useEditorState(({ interview }) => interview);
  const panel = useCaughtFocus<HTMLDivElement>(session);
  return (
    <div ref={panel} className={styles.panel} role="group" aria-label="Interview guide" tabIndex={-1}>
      <header className={styles.head}>
        <h2>{scenario.title}</h2>
        <p>“{scenario.brief}”</p>
        {!standing && <p className={styles.quiet}>The clock stands still. Start it over the canvas, or reveal at once.</p>}
        {standing?.status === 'ended' && <p className={styles.quiet}>You ended this interview without the reveal. Your notebook is below, and the judge says in Problems what it thinks.</p>}
      </header>
      <PhaseList scenario={scenario} />
      {standing && isHeld && (
        <>
          <AskTheInterviewer scenario={scenario} standing={standing} />
          <footer className={styles.ends}>
            <Button look="primary" onClick={() => requestInInterview('reveal')}>
              Reveal
            </Button>
            <Button look="quiet" onClick={() => requestInInterview('end')}>
              End the interview
            </Button>
          </footer>
        </>
      )}
    </div>
  );
}
