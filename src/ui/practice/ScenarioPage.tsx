import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { optionLabel } from '#catalog/wording.ts';
import { holdsNothing } from '#diagram/diagram.ts';
import type { Attempt } from '#practice/attempt.ts';
import { usualMinutes } from '#practice/interview/phases.ts';
import type { InterviewSettings } from '#practice/interview/session.ts';
import type { Scenario } from '#practice/scenario.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import panes from '#ui/parts/Panes.module.css';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import type { ChallengeSettings } from './challenge-link.ts';
import { copyChallenge } from './copy-challenge.ts';
import { InterviewOptions, type WhenCurveball } from './InterviewOptions.tsx';
import { topicLessons } from './library-list.ts';
import styles from './ScenarioPage.module.css';
import { drawSurprise, type Ground, startInterview } from './start-interview.ts';

interface ScenarioPageProps {
  readonly scenario: Scenario;
  /** How somebody else wants it held. */
  readonly challenge?: ChallengeSettings | undefined;
  /** Those at this scenario, the latest first. */
  readonly attempts: readonly Attempt[];
  onBack(): void;
}

/** What one knows of an interview before it begins: never its numbers, which are there to be asked for. */
export function ScenarioPage({ scenario, challenge, attempts, onBack }: ScenarioPageProps) {
  const editor = useEditor();
  const openShelf = useShelf();
  const isDrawn = useEditorState(({ diagram }) => !holdsNothing(diagram));
  // Another interview over it would throw away the one that is held.
  const isHeld = useEditorState(({ interview }) => interview?.every(({ type }) => type !== 'revealed' && type !== 'ended') ?? false);
  const [minutes, setMinutes] = useState(challenge?.minutes ?? usualMinutes);
  const [curveball, setCurveball] = useState<WhenCurveball>(challenge?.curveball ?? 'asked');
  const { title, knownFrom, type, difficulty, topics, brief, curveballs } = scenario;
  const [said, say] = useState<string>();
  const start = (ground: Ground): void => {
    const settings: InterviewSettings = {
      minutes,
      ...(curveball === 'surprise' && curveballs.length > 0 ? { surpriseAfter: drawSurprise() } : {}),
      ...(curveball === 'none' ? { withoutCurveball: true } : {}),
    };
    void startInterview(editor, openShelf, scenario, settings, ground);
  };
  return (
    <article className={styles.page} aria-label={title}>
      <div className={`${panes.page} ${styles.body}`}>
        <Button look="quiet" className={panes.back} onClick={onBack}>
          <ArrowLeft size={14} aria-hidden="true" /> All interviews
        </Button>
        <header className={`${panes.head} ${styles.head}`}>
          <h3>{title}</h3>
          <p>{[optionLabel(difficulty), optionLabel(type), knownFrom && `Known from ${knownFrom.replace(/\.$/, '')}`].filter(Boolean).join(' · ')}</p>
        </header>
        {challenge && <p className={styles.challenge}>Somebody challenges you. The lengths and the curveball below are theirs.</p>}
        <blockquote className={styles.brief}>“{brief}”</blockquote>
        <p className={styles.ask}>This is all that the interviewer says at first. How much and how well is yours to find out.</p>
        {topics.length > 0 && (
          <section className={styles.part}>
            <h4>What you practise</h4>
            <ul className={styles.topics} aria-label="Topics">
              {topics.map((topic) => (
                <li key={topic}>
                  <span>{optionLabel(topic)}</span> {topicLessons[topic]}
                </li>
              ))}
            </ul>
          </section>
        )}
        <InterviewOptions minutes={minutes} onMinutes={setMinutes} curveball={curveballs.length > 0 ? curveball : undefined} onCurveball={setCurveball} />
        {attempts.length > 0 && <PastAttempts attempts={attempts} />}
      </div>
      <footer className={styles.foot}>
        <Button look="primary" data-start onClick={() => start('fresh')}>
          Start the interview
        </Button>
        {isDrawn && !isHeld && (
          <Button look="quiet" onClick={() => start('open-diagram')}>
            Use the open diagram
          </Button>
        )}
        <Button look="quiet" onClick={() => void copyChallenge(scenario, { minutes, curveball }).then(say)}>
          Challenge a friend: copy link
        </Button>
        <p role="status">{said ?? 'The judge runs in this browser. Nothing leaves it.'}</p>
      </footer>
    </article>
  );
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

function PastAttempts({ attempts }: { readonly attempts: readonly Attempt[] }) {
  return (
    <section className={styles.part}>
      <h4>Your attempts</h4>
      <table className={styles.attempts}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Score</th>
            <th scope="col">Met</th>
            <th scope="col">Minutes</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map(({ id, started, score, checks, minutes }) => (
            <tr key={id}>
              <td>{day.format(started)}</td>
              <td>{score.points}</td>
              <td>
                {checks.filter(({ verdict }) => verdict === 'met').length} of {checks.length}
              </td>
              <td>{Math.round(Object.values(minutes).reduce((sum, each) => sum + each, 0))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
