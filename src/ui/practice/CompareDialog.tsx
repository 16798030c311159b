import { useMemo, useState } from 'react';
import type { Diagram, Id } from '#diagram/diagram.ts';
import type { Difference } from '#practice/comparison/difference.ts';
import { differenceFrom } from '#practice/debrief.ts';
import { designOf } from '#practice/design-notation.ts';
import type { Scenario } from '#practice/scenario.ts';
import { DiagramPicture, type PictureMark } from '#ui/parts/DiagramPicture.tsx';
import { Dialog } from '#ui/parts/Dialog.tsx';
import { Tabs } from '#ui/parts/Tabs.tsx';
import styles from './CompareDialog.module.css';

interface CompareDialogProps {
  readonly scenario: Scenario;
  readonly diagram: Diagram;
  onClose(): void;
}

const groups = [
  { side: 'reference', title: 'It has, yours lacks' },
  { side: 'yours', title: 'Yours has, it lacks' },
  { side: 'both', title: 'Done differently' },
] as const;

/** The own design beside an accepted one, and what is different in meaning; names and places don't count. */
export default function CompareDialog({ scenario, diagram, onClose }: CompareDialogProps) {
  const [chosen, choose] = useState(scenario.designs[0]?.id ?? '');
  const [focused, focus] = useState<Difference>();
  const chooseDesign = (id: string): void => {
    choose(id);
    focus(undefined);
  };
  const differences = useMemo(() => differenceFrom(scenario, diagram, chosen), [scenario, diagram, chosen]);
  const reference = designOf(scenario, chosen);
  const design = scenario.designs.find(({ id }) => id === chosen);
  const marks = (side: 'yours' | 'reference'): ReadonlyMap<Id, PictureMark> =>
    focused ? new Map(focused[side].map((id) => [id, 'lit'])) : new Map(differences.filter((each) => each.side === side && each.group === 'component').flatMap((each) => each[side].map((id) => [id, 'only-here'] as const)));
  return (
    <Dialog title="Compare" width={1360} isTall onClose={onClose}>
      <Tabs label="Accepted designs" value={chosen} tabs={scenario.designs.map(({ id, title }) => ({ value: id, label: title }))} onChange={chooseDesign} />
      <div className={styles.compare}>
        <p className={styles.about}>{design?.about}</p>
        <div className={styles.pictures}>
          <figure>
            <figcaption>Yours</figcaption>
            <DiagramPicture isWhole diagram={diagram} label="Your design" marks={marks('yours')} />
          </figure>
          <figure>
            <figcaption>Accepted</figcaption>
            <DiagramPicture isWhole diagram={reference} label={`Accepted design: ${design?.title ?? ''}`} marks={marks('reference')} />
          </figure>
        </div>
        <div className={styles.differences}>
          {differences.length === 0 && <p>The two mean the same.</p>}
          {groups.map(({ side, title }) => {
            const own = differences.filter((each) => each.side === side);
            return (
              own.length > 0 && (
                <section key={side} aria-label={title}>
                  <h3>
                    {title} <span>{own.length}</span>
                  </h3>
                  <ul>
                    {own.map((each) => (
                      <li key={each.text}>
                        <button type="button" aria-pressed={focused === each} onClick={() => focus(focused === each ? undefined : each)}>
                          {each.text}
                        </button>
                      </li>
                    ))}
                  </ul>
                </section>
              )
            );
          })}
        </div>
      </div>
    </Dialog>
  );
}
