import { Plus } from 'lucide-react';
import { Button } from '#ui/parts/Button.tsx';
import { DraftField } from './DraftField.tsx';
import { useProblemsAt } from './draft-problems.ts';
import { FactForm } from './FactForm.tsx';
import type { DraftCheck, DraftEntity } from './own-draft.ts';
import { freeId } from './own-shelf.ts';
import styles from './ScenarioWriter.module.css';

interface CheckRowsProps {
  readonly checks: readonly DraftCheck[];
  readonly entities: readonly DraftEntity[];
  onChange(checks: DraftCheck[]): void;
}

/** The requirements as facts, one after the other. */
export function CheckRows({ checks, entities, onChange }: CheckRowsProps) {
  const { problems, showsAll } = useProblemsAt('checks', 'own');
  const add = (): void => {
    const id = freeId(`C${checks.length + 1}`, (each) => checks.some((check) => check.id === each));
    onChange([...checks, { id, title: '', mandatory: true, fact: undefined }]);
  };
  return (
    <section className={styles.part} aria-label="Checks">
      <h4>Checks</h4>
      <p className={styles.about}>Requirements that the judge can prove on a diagram. At least one.</p>
      {checks.map((check, index) => (
        <fieldset key={check.id} className={styles.check}>
          <legend>Check {index + 1}</legend>
          <DraftField label="Requirement" path={`checks.${index}.title`} isWide>
            {(field) => <input {...field} placeholder="As one would say it in the interview" value={check.title} onChange={({ target }) => onChange(checks.with(index, { ...check, title: target.value }))} />}
          </DraftField>
          <FactForm fact={check.fact} path={`checks.${index}.fact`} entities={entities} onChange={(fact) => onChange(checks.with(index, { ...check, fact }))} />
          <div className={styles.checkFoot}>
            <label>
              <input type="checkbox" checked={check.mandatory} onChange={({ target }) => onChange(checks.with(index, { ...check, mandatory: target.checked }))} /> Mandatory
            </label>
            <Button look="quiet" aria-label={`Remove check ${index + 1}`} onClick={() => onChange(checks.toSpliced(index, 1))}>
              Remove
            </Button>
          </div>
        </fieldset>
      ))}
      {showsAll && problems.map(({ message }) => (
        <p key={message} className={styles.problems}>
          {message}
        </p>
      ))}
      <Button className={styles.add} onClick={add}>
        <Plus size={13} aria-hidden="true" /> Add a check
      </Button>
    </section>
  );
}
