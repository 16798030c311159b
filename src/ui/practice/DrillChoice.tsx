import { useEffect, useRef } from 'react';
import { type Difficulty, type Topic, topics } from '#practice/scenario.ts';
import { optionLabel } from '#catalog/wording.ts';
import { Button } from '#ui/parts/Button.tsx';
import { Segmented } from '#ui/parts/Segmented.tsx';
import styles from './Drills.module.css';

/** What somebody wants to drill. */
export interface DrillWish {
  readonly drill: 'spot' | 'fix' | 'which';
  /** On one of these topics; on any where none is named. */
  readonly topics: readonly Topic[];
  readonly difficulty: Difficulty;
  readonly count: number;
  readonly isTimed: boolean;
}

export const usualWish: DrillWish = { drill: 'spot', topics: [], difficulty: 'easy', count: 2, isTimed: false };

interface DrillChoiceProps {
  readonly wish: DrillWish;
  readonly isMaking: boolean;
  /** Why the last one could not be made. */
  readonly problem: string | undefined;
  onChange(wish: DrillWish): void;
  onStart(): void;
}

const drills: readonly { readonly drill: DrillWish['drill']; readonly title: string; readonly text: string }[] = [
  { drill: 'spot', title: 'Spot the flaw', text: 'A sound design with something wrong in it. Find the place, name the flaw.' },
  { drill: 'fix', title: 'Fix it', text: 'A flawed design on your canvas. Clear its flaws with few edits, and break nothing.' },
  { drill: 'which', title: 'Which one?', text: 'Ten short questions about small designs. Choose, and read why.' },
];

const difficulties = [
  { value: 'easy', label: 'Easy' },
  { value: 'medium', label: 'Medium' },
  { value: 'hard', label: 'Hard' },
] as const;

const effects: Readonly<Record<'spot' | 'fix', Readonly<Record<Difficulty, string>>>> = {
  spot: { easy: 'In plain sight: errors, and what is missing from the drawing.', medium: 'Look closer: some flaws are in what a box states.', hard: 'Small print: fine points, and large designs.' },
  fix: { easy: 'Ways out are offered. A budget with room to try: twice what it takes, and one.', medium: 'Find the ways out yourself, with half as many edits again as it takes.', hard: 'Find them yourself, and not one edit more than it takes.' },
};

const counts = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));
const clocks = [
  { value: 'no', label: 'No clock' },
  { value: 'yes', label: 'Timed' },
] as const;

/** Which drill, and how. */
export function DrillChoice({ wish, isMaking, problem, onChange, onStart }: DrillChoiceProps) {
  const form = useRef<HTMLFormElement>(null);
  const { drill, difficulty, count, isTimed } = wish;
  useEffect(() => {
    // The button that led here is gone with its page.
    if (document.activeElement === document.body) form.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, []);
  const change = (part: Partial<DrillWish>): void => onChange({ ...wish, ...part });
  return (
    <form
      ref={form}
      className={styles.column}
      onSubmit={(event) => {
        event.preventDefault();
        onStart();
      }}
    >
      <fieldset className={styles.cards}>
        <legend>Drill</legend>
        {drills.map(({ drill: value, title, text }) => (
          <label key={value} className={styles.card} data-checked={value === drill}>
            <input type="radio" name="drill" aria-label={title} aria-describedby={`drill-${value}`} checked={value === drill} onChange={() => change({ drill: value })} />
            <strong>{title}</strong>
            <span id={`drill-${value}`}>{text}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.settings}>
        <label className={styles.field}>
          Topic
          <select value={wish.topics[0] ?? ''} onChange={({ target }) => change({ topics: topics.filter((topic) => topic === target.value) })}>
            <option value="">Any topic</option>
            {topics.map((topic) => (
              <option key={topic} value={topic}>
                {optionLabel(topic)}
              </option>
            ))}
          </select>
        </label>
        <div data-used={drill !== 'which'}>
          <Segmented label="Difficulty" value={difficulty} options={difficulties} onChange={(value) => change({ difficulty: value })} />
        </div>
        <div data-used={drill !== 'which'}>
          <Segmented label="Flaws" value={String(count)} options={counts} onChange={(value) => change({ count: Number(value) })} />
        </div>
        <div data-used={drill === 'spot'}>
          <Segmented label="Time" value={isTimed ? 'yes' : 'no'} options={clocks} onChange={(value) => change({ isTimed: value === 'yes' })} />
        </div>
      </div>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" disabled={isMaking}>
          Start
        </Button>
        <p role="status" data-problem={problem !== undefined}>
          {problem ?? (isMaking ? 'Planting flaws …' : drill === 'which' ? 'One question after the other. What you miss comes back in the review.' : effects[drill][difficulty])}
        </p>
      </div>
    </form>
  );
}
