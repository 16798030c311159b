import { Plus } from 'lucide-react';
import { Button } from '#ui/parts/Button.tsx';
import { DraftField } from './DraftField.tsx';
import styles from './DraftForm.module.css';
import { FactForm } from './FactForm.tsx';
import { MoreSection } from './MoreSection.tsx';
import type { DraftEntity, DraftMistake } from './own-draft.ts';

interface MistakeRowsProps {
  readonly mistakes: readonly DraftMistake[];
  readonly entities: readonly DraftEntity[];
  onChange(mistakes: DraftMistake[]): void;
}

/** What people often do wrong here, and how the judge sees that it was done. */
export const MistakeRows = ({ mistakes, entities, onChange }: MistakeRowsProps) => (
  <MoreSection title="mistakes" path="mistakes" count={mistakes.length} about="What people often do here. The debrief claims a mistake only where its fact holds.">
    {mistakes.map((mistake, index) => (
      // A mistake has no id, and mistakes never change their order.
      <fieldset key={`${mistakes.length} ${index}`} className={styles.check} data-path={`mistakes.${index}`}>
        <legend>Mistake {index + 1}</legend>
        <DraftField label="What goes wrong" path={`mistakes.${index}.text`} isWide>
          {(field) => <input {...field} autoFocus={mistake.text === ''} placeholder="What is done, and what comes of it" value={mistake.text} onChange={({ target }) => onChange(mistakes.with(index, { ...mistake, text: target.value }))} />}
        </DraftField>
        <FactForm fact={mistake.when} path={`mistakes.${index}.when`} label="Made where this holds" none="Only told, never claimed" entities={entities} onChange={(when) => onChange(mistakes.with(index, { ...mistake, when }))} />
        {mistake.shown !== undefined && (
          <DraftField label="How the reference makes it" path={`mistakes.${index}.shown`} isWide>
            {(field) => <textarea {...field} className={styles.code} rows={3} spellCheck={false} value={mistake.shown} onChange={({ target }) => onChange(mistakes.with(index, { ...mistake, shown: target.value }))} />}
          </DraftField>
        )}
        <div className={styles.checkFoot}>
          <Button look="quiet" aria-label={`Remove mistake ${index + 1}`} onClick={() => onChange(mistakes.toSpliced(index, 1))}>
            Remove
          </Button>
        </div>
      </fieldset>
    ))}
    <Button className={styles.add} data-add onClick={() => onChange([...mistakes, { text: '' }])}>
      <Plus size={13} aria-hidden="true" /> Add a mistake
    </Button>
  </MoreSection>
);
