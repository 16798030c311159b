import { Plus } from 'lucide-react';
import { isObject } from '#formats/json/parse.ts';
import { Button } from '#ui/parts/Button.tsx';
import { CheckRows } from './CheckRows.tsx';
import { ChoiceField, NumberField } from './ChoiceField.tsx';
import { DraftField } from './DraftField.tsx';
import styles from './DraftForm.module.css';
import { MoreSection } from './MoreSection.tsx';
import type { DraftCheck, DraftCurveball, DraftEntity } from './own-draft.ts';
import { freeId } from './own-shelf.ts';

interface CurveballRowsProps {
  readonly curveballs: readonly DraftCurveball[];
  /** The scenario's own checks: a curveball's are judged beside them. */
  readonly checks: readonly DraftCheck[];
  readonly entities: readonly DraftEntity[];
  onChange(curveballs: DraftCurveball[]): void;
}

/** What changes in the middle of the interview, and what must hold from then on. */
export function CurveballRows({ curveballs, checks, entities, onChange }: CurveballRowsProps) {
  const add = (): void => onChange([...curveballs, { id: freeId(`curveball-${curveballs.length + 1}`, (each) => curveballs.some(({ id }) => id === each)), title: '', says: '', checks: [], debrief: '' }]);
  return (
    <MoreSection title="curveballs" path="curveballs" count={curveballs.length} about="What changes in the deep dives. The one that hurts the design most is dealt, unless another one is asked for.">
      {curveballs.map((curveball, index) => (
        <Curveball key={curveball.id} curveball={curveball} number={index + 1} path={`curveballs.${index}`} checks={checks} entities={entities} onChange={(next) => onChange(next ? curveballs.with(index, next) : curveballs.toSpliced(index, 1))} />
      ))}
      <Button className={styles.add} data-add onClick={add}>
        <Plus size={13} aria-hidden="true" /> Add a curveball
      </Button>
    </MoreSection>
  );
}

interface CurveballProps {
  readonly curveball: DraftCurveball;
  readonly number: number;
  readonly path: string;
  readonly checks: readonly DraftCheck[];
  readonly entities: readonly DraftEntity[];
  /** Undefined takes it away. */
  onChange(curveball: DraftCurveball | undefined): void;
}

const accesses = [
  { value: 'read', label: 'More reads' },
  { value: 'write', label: 'More writes' },
];

function Curveball({ curveball, number, path, checks, entities, onChange }: CurveballProps) {
  const { title, says, debrief, answer } = curveball;
  const load = isObject(curveball.load) ? curveball.load : undefined;
  const put = (change: Partial<DraftCurveball>): void => onChange({ ...curveball, ...change });
  return (
    <fieldset className={styles.check} data-path={path}>
      <legend>Curveball {number}</legend>
      <DraftField label="Name" path={`${path}.title`} isWide>
        {(field) => <input {...field} autoFocus={title === ''} value={title} onChange={({ target }) => put({ title: target.value })} />}
      </DraftField>
      <DraftField label="What the interviewer says" path={`${path}.says`} isWide>
        {(field) => <textarea {...field} rows={2} value={says} onChange={({ target }) => put({ says: target.value })} />}
      </DraftField>
      <ChoiceField
        label="Load of the clients"
        path={load ? `${path}.load.access` : `${path}.load`}
        value={typeof load?.['access'] === 'string' ? load['access'] : undefined}
        choices={accesses}
        none="As before"
        onChange={(access) => put({ load: access === undefined ? undefined : { times: 10, ...load, access } })}
      />
      {load && <NumberField label="How many times as much" path={`${path}.load.times`} value={load['times']} onChange={(times) => put({ load: { ...load, times } })} />}
      <div className={styles.inside} data-home>
        <p className={styles.aboutMore}>What must hold from now on, all of it.</p>
        <CheckRows checks={curveball.checks} path={`${path}.checks`} prefix={`${curveball.id}-`} of={`curveball ${number}`} beside={checks} entities={entities} onChange={(next) => put({ checks: next })} />
      </div>
      <DraftField label="In the debrief" path={`${path}.debrief`} isWide help="What one says of a good answer.">
        {(field) => <textarea {...field} rows={2} value={debrief} onChange={({ target }) => put({ debrief: target.value })} />}
      </DraftField>
      {answer !== undefined && (
        <DraftField label="An answer, as changes of the reference" path={`${path}.answer`} isWide>
          {(field) => <textarea {...field} className={styles.code} rows={3} spellCheck={false} value={answer} onChange={({ target }) => put({ answer: target.value })} />}
        </DraftField>
      )}
      <div className={styles.checkFoot}>
        <Button look="quiet" aria-label={`Remove curveball ${number}`} onClick={() => onChange(undefined)}>
          Remove
        </Button>
      </div>
    </fieldset>
  );
}
