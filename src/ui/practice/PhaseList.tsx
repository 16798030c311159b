import { useId, useState } from 'react';
import { nextPhase, phases } from '#practice/interview/phases.ts';
import { type PhaseId, phaseIds, type Scenario } from '#practice/scenario.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { requestInInterview } from '#ui/parts/interview-requests.ts';
import { EntitiesPage } from './EntitiesPage.tsx';
import styles from './InterviewPanel.module.css';
import { NotebookText } from './NotebookText.tsx';
import { OpenEndsList } from './OpenEndsList.tsx';
import { RequirementsPage } from './RequirementsPage.tsx';
import { happen } from './use-interviewer.ts';
import { useProgress, useStanding } from './use-progress.ts';
import { Weaknesses } from './Weaknesses.tsx';

/** The phases one below the other: the one that runs is open, any other can be looked at. */
export function PhaseList({ scenario }: { readonly scenario: Scenario }) {
  const standing = useStanding();
  const session = useEditorState(({ interview }) => interview);
  const current = standing?.phase ?? 'requirements';
  const [{ of, open }, setOpen] = useState<{ readonly of: PhaseId; readonly open: PhaseId | undefined }>({ of: current, open: current });
  // Entering a phase opens its page.
  if (of !== current) setOpen({ of: current, open: current });
  const reached = Math.max(0, ...(session ?? []).map((event) => (event.type === 'phase-entered' ? phaseIds.indexOf(event.phase) : 0)));
  const areEntitiesTold = reached > phaseIds.indexOf('entities');
  const id = useId();
  const show = (phase: PhaseId | undefined): void => setOpen({ of: current, open: phase });
  return (
    <ol className={styles.phases} aria-label="Phases">
      {phaseIds.map((phase) => {
        const isOpen = phase === open;
        return (
          <li key={phase} data-state={phase === current && standing ? 'current' : phaseIds.indexOf(phase) < reached ? 'past' : 'ahead'}>
            <h3>
              <button type="button" className={styles.phase} aria-expanded={isOpen} aria-controls={`${id}-${phase}`} aria-current={phase === current && standing ? 'step' : undefined} onClick={() => show(isOpen ? undefined : phase)}>
                <span className={styles.mark} aria-hidden="true" />
                <span className={styles.phaseTitle}>{phases[phase].title}</span>
                <PhaseMinutes phase={phase} />
              </button>
            </h3>
            {isOpen && (
              <div id={`${id}-${phase}`} className={styles.page}>
                <Guidance scenario={scenario} phase={phase} />
                <PhasePage scenario={scenario} phase={phase} areEntitiesTold={areEntitiesTold} onPhase={show} />
                <PhaseStep phase={phase} current={current} />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

const minute = 60_000;

/** Minutes used of those planned. */
function PhaseMinutes({ phase }: { readonly phase: PhaseId }) {
  const progress = useProgress();
  if (!progress) return <span className={styles.minutes}>{phases[phase].minutes} min</span>;
  const planned = progress.settings.minutes[phase];
  const used = Math.floor(progress.used[phase] / minute);
  return (
    <span className={styles.minutes} data-over={progress.used[phase] > planned * minute}>
      {phase === progress.phase || progress.used[phase] > 0 ? `${used} of ${planned} min` : `${planned} min`}
    </span>
  );
}

function Guidance({ scenario, phase }: { readonly scenario: Scenario; readonly phase: PhaseId }) {
  return (
    <>
      <p>{phases[phase].instructions}</p>
      <details className={styles.strong}>
        <summary>What a strong candidate does</summary>
        <ul>
          {[...phases[phase].strong, ...(scenario.phases[phase] ?? [])].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface PhasePageProps {
  readonly scenario: Scenario;
  readonly phase: PhaseId;
  /** Whether the entities phase is over, so that the interviewer may say what was meant. */
  readonly areEntitiesTold: boolean;
  onPhase(phase: PhaseId): void;
}

/** The page of the notebook for a phase. */
function PhasePage({ scenario, phase, areEntitiesTold, onPhase }: PhasePageProps) {
  switch (phase) {
    case 'requirements':
      return <RequirementsPage scenario={scenario} />;
    case 'entities':
      return <EntitiesPage scenario={scenario} isTold={areEntitiesTold} />;
    case 'api':
      return <NotebookText page="api" label="API sketch" placeholder={'POST /things { … } → 201 { id }\nGET /things/{id} → 200'} isCode />;
    case 'high-level-design':
    case 'deep-dives':
      return (
        <>
          <OpenEndsList onEntities={() => onPhase('entities')} />
          <Weaknesses />
          <NotebookText page="decisions" label="Decisions" placeholder="What you chose, what else there was, and what it costs." />
        </>
      );
  }
}

/** On to the next phase, or into the one that is looked at. */
function PhaseStep({ phase, current }: { readonly phase: PhaseId; readonly current: PhaseId }) {
  const editor = useEditor();
  const isRunning = useStanding()?.status === 'running';
  const next = nextPhase(phase);
  if (!isRunning) return null;
  if (phase !== current) {
    return (
      <Button look="quiet" className={styles.step} onClick={() => happen(editor, { type: 'phase-entered', phase })}>
        Work on this phase now
      </Button>
    );
  }
  return next ? (
    <Button className={styles.step} onClick={() => requestInInterview('next-phase')}>
      Next: {phases[next].title}
    </Button>
  ) : null;
}
