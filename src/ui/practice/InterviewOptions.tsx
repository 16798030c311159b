import { useId } from 'react';
import { type PhaseMinutes, phases } from '#practice/interview/phases.ts';
import { phaseIds } from '#practice/scenario.ts';
import { Segmented } from '#ui/parts/Segmented.tsx';
import styles from './ScenarioPage.module.css';

/** When the requirements change in the middle. */
export type WhenCurveball = 'asked' | 'surprise' | 'none';

const curveballChoices = [
  { value: 'asked', label: 'When I ask' },
  { value: 'surprise', label: 'As a surprise' },
  { value: 'none', label: 'None' },
] as const;

/** The longest that a phase can be. */
export const mostMinutes = 180;

interface InterviewOptionsProps {
  readonly minutes: PhaseMinutes;
  onMinutes(minutes: PhaseMinutes): void;
  /** Undefined where the scenario has none. */
  readonly curveball: WhenCurveball | undefined;
  onCurveball(curveball: WhenCurveball): void;
}

/** How long each phase takes, and whether the requirements change. */
export function InterviewOptions({ minutes, onMinutes, curveball, onCurveball }: InterviewOptionsProps) {
  const id = useId();
  const total = Object.values(minutes).reduce((sum, each) => sum + each, 0);
  return (
    <section className={styles.part}>
      <h4>
        Length <span>{total} minutes</span>
      </h4>
      <div className={styles.lengths}>
        {phaseIds.map((phase) => (
          <div key={phase} className={styles.length}>
            <label htmlFor={`${id}-${phase}`}>{phases[phase].title}</label>
            <input
              id={`${id}-${phase}`}
              type="number"
              min={1}
              max={mostMinutes}
              defaultValue={minutes[phase]}
              onChange={({ target: { valueAsNumber } }) => {
                if (valueAsNumber >= 1 && valueAsNumber <= mostMinutes) onMinutes({ ...minutes, [phase]: Math.round(valueAsNumber) });
              }}
              onBlur={({ target }) => {
                target.value = String(minutes[phase]);
              }}
            />
          </div>
        ))}
      </div>
      {curveball && (
        <div className={styles.curveball}>
          <Segmented label="Curveball: the requirements change" value={curveball} options={curveballChoices} onChange={onCurveball} />
        </div>
      )}
    </section>
  );
}
