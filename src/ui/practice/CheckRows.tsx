import { Plus } from 'lucide-react';
import { commonChecks } from '#practice/common-checks.ts';
import { Button } from '#ui/parts/Button.tsx';
import { DraftField } from './DraftField.tsx';
import styles from './DraftForm.module.css';
import { ListProblems } from './DraftText.tsx';
import { FactForm } from './FactForm.tsx';
import type { DraftCheck, DraftEntity } from './own-draft.ts';
import { freeId } from './own-shelf.ts';

interface CheckRowsProps {
  readonly checks: readonly DraftCheck[];
  readonly path: string;
  /** What ids of new ones begin with. */
  readonly prefix: string;
  /** The curveball that they are of, where all of them must hold. */
  readonly of?: string;
  /** Other checks that they are judged beside, so that their ids must differ. */
  readonly beside?: readonly DraftCheck[];
  readonly entities: readonly DraftEntity[];
  onChange(checks: DraftCheck[]): void;
}

/** Requirements as facts, one after the other. */
export function CheckRows({ checks, path, prefix, of, beside = [], entities, onChange }: CheckRowsProps) {
  const ofWhat = of === undefined ? '' : ` of ${of}`;
  const add = (): void => {
    const id = freeId(`${prefix}${checks.length + 1}`, (each) => [...commonChecks, ...beside, ...checks].some((check) => check.id === each));
    onChange([...checks, { id, title: '', ...(of === undefined ? { mandatory: true } : {}), fact: undefined }]);
  };
  return (
    <>
      {checks.map((check, index) => (
        <fieldset key={check.id} className={styles.check} data-path={`${path}.${index}`}>
          <legend>
            Check {index + 1}
            {ofWhat}
          </legend>
          <DraftField label="Requirement" path={`${path}.${index}.title`} isWide>
            {(field) => <input {...field} autoFocus={check.title === ''} placeholder="As one would say it in the interview" value={check.title} onChange={({ target }) => onChange(checks.with(index, { ...check, title: target.value }))} />}
          </DraftField>
          <FactForm fact={check.fact} path={`${path}.${index}.fact`} entities={entities} onChange={(fact) => onChange(checks.with(index, { ...check, fact }))} />
          <div className={styles.checkFoot}>
            {of === undefined && (
              <label>
                <input type="checkbox" checked={check.mandatory ?? true} onChange={({ target }) => onChange(checks.with(index, { ...check, mandatory: target.checked }))} /> Mandatory
              </label>
            )}
            <Button look="quiet" aria-label={`Remove check ${index + 1}${ofWhat}`} onClick={() => onChange(checks.toSpliced(index, 1))}>
              Remove
            </Button>
          </div>
        </fieldset>
      ))}
      <ListProblems path={path} />
      <Button className={styles.add} data-add aria-label={`Add a check${ofWhat}`} onClick={add}>
        <Plus size={13} aria-hidden="true" /> Add a check
      </Button>
    </>
  );
}
