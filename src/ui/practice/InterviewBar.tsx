import { useEffect, useRef } from 'react';
import { hearsStructure } from '#editor/quiet.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { usualMinutes } from '#practice/interview/phases.ts';
import { happened, isSurpriseDue, type Progress } from '#practice/interview/progress.ts';
import { startSession } from '#practice/interview/session.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { requestInInterview } from '#ui/parts/interview-requests.ts';
import { isPhone } from '#ui/parts/is-phone.ts';
import { CurveballCard } from './CurveballCard.tsx';
import { EndDialog } from './EndDialog.tsx';
import { InterviewControls } from './InterviewControls.tsx';
import styles from './InterviewBar.module.css';
import { SaidCard } from './SaidCard.tsx';
import { useInterviewer } from './use-interviewer.ts';
import { useKeeper } from './use-keeper.ts';
import { clockText, useProgress } from './use-progress.ts';
import { useScenario } from './use-scenarios.ts';

/** The side panel, as far as the bar must know it. */
interface Panel {
  readonly isShown: boolean;
  toggle(): void;
}

/** Phase, clock and what can be asked of the interviewer, over the canvas. It keeps the interview while it is there. */
export default function InterviewBar({ panel }: { readonly panel: Panel }) {
  const editor = useEditor();
  const isKnown = useKeeper();
  const { scenario, isKnown: isSought } = useScenario(useEditorState(({ diagram }) => diagram.practice?.scenario));
  const progress = useProgress();
  const isEmpty = useEditorState(({ diagram }) => diagram.components.size + diagram.notes.size + diagram.boundaries.size === 0);
  const { said, say, asksToEnd, setAsksToEnd } = useInterviewer(scenario);
  useShownPanel(panel, progress);

  const isDue = progress !== undefined && isSurpriseDue(progress) && (scenario?.curveballs.length ?? 0) > 0;
  useEffect(() => {
    if (isDue) requestInInterview('curveball');
  }, [isDue]);

  const isForeign = isKnown && isSought && !scenario;
  useEffect(() => {
    // Nobody could ever reveal it, so there is nothing to be quiet about.
    if (isForeign) editor.setHush('everything');
  }, [editor, isForeign]);

  if (!isKnown || !scenario) return null;
  const revealAtOnce = (): void => {
    const now = Date.now();
    editor.setInterview(happened(startSession(scenario.id, { minutes: usualMinutes }, now), { type: 'revealed', at: now, design: writeDiagram(editor.store.getState().diagram) }));
  };
  const isWaiting = isEmpty && progress !== undefined && hearsStructure(progress.hush);
  const isHeld = progress?.status === 'running' || progress?.status === 'paused';
  return (
    <>
      {progress?.status === 'paused' && (
        <div className={styles.paused}>
          <p>Paused</p>
        </div>
      )}
      {isWaiting && <p className={styles.waiting}>Draw it here: take a block from the palette, or press its key and click.</p>}
      <div className={styles.place}>
        <section className={styles.stack} aria-label="Interview">
          {!progress && (
            <div className={styles.bar}>
              <p className={styles.note}>A notebook for {scenario.title}, without a clock.</p>
              <Button onClick={() => requestInInterview('start')}>Start the clock</Button>
              <Button look="quiet" onClick={revealAtOnce}>
                Reveal
              </Button>
            </div>
          )}
          {progress && isHeld && <InterviewControls progress={progress} scenario={scenario} onPanel={panel.toggle} />}
          {progress && !isHeld && (
            <div className={styles.bar}>
              <p className={styles.note}>
                {progress.isRevealed ? 'Revealed' : 'Ended'} after {clockText(progress.usedInAll)}
              </p>
              <Button look="quiet" onClick={() => editor.showPractice('scenarios')}>
                Next interview
              </Button>
              <Button look="quiet" className={styles.phoneOnly} onClick={panel.toggle}>
                {progress.isRevealed ? 'Debrief' : 'Notebook'}
              </Button>
            </div>
          )}
          {isHeld && <CurveballCard scenario={scenario} progress={progress} />}
          {isHeld && <SaidCard said={said} scenario={scenario} progress={progress} onClose={() => say(undefined)} />}
        </section>
      </div>
      {asksToEnd && <EndDialog how={asksToEnd} onClose={() => setAsksToEnd(undefined)} />}
    </>
  );
}

/** Younger than this, an interview has just been started. */
const justNowMs = 3000;

/** Shows the side panel at the reveal, once where it stands beside the canvas, and on a phone, where it covers the canvas, when an interview has just begun: what comes next is in it. */
function useShownPanel({ isShown, toggle }: Panel, progress: Progress | undefined): void {
  const seen = useRef<'nothing' | 'notebook' | 'held' | 'revealed'>('nothing');
  const stage = !progress ? 'notebook' : progress.isRevealed ? 'revealed' : 'held';
  const isNew = progress !== undefined && progress.usedInAll < justNowMs;
  useEffect(() => {
    const before = seen.current;
    seen.current = stage;
    if (before === stage || isShown) return;
    const isWanted = (stage === 'revealed' && before === 'held') || (isPhone() ? stage === 'held' && isNew : before === 'nothing');
    if (isWanted) toggle();
  }, [isShown, toggle, stage, isNew]);
}
