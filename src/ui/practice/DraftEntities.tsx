import { ChevronRight, X } from 'lucide-react';
import { useState } from 'react';
import { entityProperties } from '#catalog/diagram-fields.ts';
import { Button } from '#ui/parts/Button.tsx';
import { DraftField } from './DraftField.tsx';
import styles from './DraftForm.module.css';
import folds from './Folds.module.css';
import { type DraftEntity, idOf } from './own-draft.ts';
import { freeId } from './own-shelf.ts';
import { PropertyFields } from './PropertyFields.tsx';

/** Which component has the last word on it is for the design to say. */
const { sourceOfTruth: _sourceOfTruth, ...statedOfEntities } = entityProperties;

interface DraftEntitiesProps {
  readonly entities: readonly DraftEntity[];
  onChange(entities: DraftEntity[]): void;
}

/** The kinds of data that checks are about. Their ids come from the name that they were added with. */
export function DraftEntities({ entities, onChange }: DraftEntitiesProps) {
  const [name, setName] = useState('');
  const add = (): void => {
    if (name.trim() === '') return;
    onChange([...entities, { id: freeId(idOf(name) || 'entity', (id) => entities.some((entity) => entity.id === id)), name: name.trim(), about: '' }]);
    setName('');
  };
  return (
    <section className={styles.part} aria-label="Entities" data-path="entities" data-home>
      <h4>Entities</h4>
      <p className={styles.about}>The data that connections carry. A design may call them by the name, or by the other words.</p>
      {entities.map((entity, index) => (
        <fieldset key={entity.id} className={styles.entity} data-path={`entities.${index}`}>
          <legend>{entity.name || entity.id}</legend>
          <DraftField label="Name" path={`entities.${index}.name`}>
            {(field) => <input {...field} value={entity.name} onChange={({ target }) => onChange(entities.with(index, { ...entity, name: target.value }))} />}
          </DraftField>
          <DraftField label="About" path={`entities.${index}.about`}>
            {(field) => <input {...field} value={entity.about} onChange={({ target }) => onChange(entities.with(index, { ...entity, about: target.value }))} />}
          </DraftField>
          <AlsoCalled path={`entities.${index}.alsoCalled`} words={entity.alsoCalled ?? []} onChange={(alsoCalled) => onChange(entities.with(index, { ...entity, alsoCalled }))} />
          <Button look="icon" aria-label={`Remove ${entity.name || entity.id}`} onClick={() => onChange(entities.toSpliced(index, 1))}>
            <X size={13} />
          </Button>
          <details className={folds.stated}>
            <summary>
              <ChevronRight size={13} aria-hidden="true" /> How it behaves
            </summary>
            <div className={styles.pair}>
              <PropertyFields properties={statedOfEntities} path={`entities.${index}`} values={entity} onChange={(name, value) => onChange(entities.with(index, { ...entity, [name]: value }))} />
            </div>
          </details>
        </fieldset>
      ))}
      <div className={styles.newEntity}>
        <input
          aria-label="Name of a new entity"
          data-add
          placeholder={entities.length === 0 ? 'Name the first entity' : 'Name another entity'}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button disabled={name.trim() === ''} onClick={add}>
          Add
        </Button>
      </div>
    </section>
  );
}

interface AlsoCalledProps {
  readonly path: string;
  readonly words: readonly string[];
  onChange(words: string[]): void;
}

function AlsoCalled({ path, words, onChange }: AlsoCalledProps) {
  const [text, setText] = useState(words.join(', '));
  return (
    <DraftField label="Also called" path={path}>
      {(field) => (
        <input
          {...field}
          placeholder="Words with commas between"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            onChange(target.value.split(',').map((word) => word.trim()).filter((word) => word !== ''));
          }}
        />
      )}
    </DraftField>
  );
}
