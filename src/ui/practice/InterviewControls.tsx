import { ArrowRight, Eye, Lightbulb, MessageCircleQuestionMark, NotebookPen, Pause, Play, Zap } from 'lucide-react';
import { nextPhase, phases } from '#practice/interview/phases.ts';
import type { Progress } from '#practice/interview/progress.ts';
import type { Scenario } from '#practice/scenario.ts';
import { Button } from '#ui/parts/Button.tsx';
import { requestInInterview } from '#ui/parts/interview-requests.ts';
import styles from './InterviewBar.module.css';
import { clockText } from './use-progress.ts';

interface InterviewControlsProps {
  readonly progress: Progress;
  readonly scenario: Scenario;
  onPanel(): void;
}

/** The phase, its clock, and what can be asked for while the interview runs. */
export function InterviewControls({ progress: { phase, status, curveball, settings, used }, scenario, onPanel }: InterviewControlsProps) {
  const isPaused = status === 'paused';
  const next = nextPhase(phase);
  const over = used[phase] - settings.minutes[phase] * 60_000;
  const canDeal = !settings.withoutCurveball && scenario.curveballs.length > 0;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Interview controls">
      <span className={styles.phase}>{phases[phase].title}</span>
      <span className={styles.clock} role="timer" aria-label="Time left in this phase" data-over={over >= 1000}>
        {/* What is left counts a second that has begun; what is over counts full ones. */}
        {over >= 1000 ? `+${clockText(over)}` : clockText(Math.ceil(-over / 1000) * 1000)}
      </span>
      <Button look="icon" aria-label={isPaused ? 'Resume' : 'Pause'} onClick={() => requestInInterview('pause')}>
        {isPaused ? <Play size={15} /> : <Pause size={15} />}
      </Button>
      {next && (
        <Button look="icon" aria-label={`Next phase: ${phases[next].title}`} disabled={isPaused} onClick={() => requestInInterview('next-phase')}>
          <ArrowRight size={15} />
        </Button>
      )}
      <span className={styles.line} aria-hidden="true" />
      <Button look="icon" aria-label="Take a hint" disabled={isPaused || scenario.hints.length === 0} onClick={() => requestInInterview('hint')}>
        <Lightbulb size={15} />
      </Button>
      <Button look="icon" className={styles.wideOnly} aria-label="What would you ask me?" disabled={isPaused} onClick={() => requestInInterview('question')}>
        <MessageCircleQuestionMark size={15} />
      </Button>
      {canDeal && (
        <Button look="icon" className={styles.wideOnly} aria-label="Deal a curveball" disabled={isPaused || curveball !== undefined} onClick={() => requestInInterview('curveball')}>
          <Zap size={15} />
        </Button>
      )}
      <Button look="quiet" className={styles.reveal} aria-label="Reveal" onClick={() => requestInInterview('reveal')}>
        <Eye size={15} aria-hidden="true" /> <span>Reveal</span>
      </Button>
      <Button look="icon" className={styles.phoneOnly} aria-label="Notebook" onClick={onPanel}>
        <NotebookPen size={15} />
      </Button>
    </div>
  );
}
