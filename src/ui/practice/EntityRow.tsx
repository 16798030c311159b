import { Check, X } from 'lucide-react';
import { entityProperties } from '#catalog/diagram-fields.ts';
import { optionLabel } from '#catalog/wording.ts';
import { putEntity, removeEntity } from '#diagram/commands/entities.ts';
import { standFor } from '#diagram/commands/stand-for.ts';
import type { Entity } from '#diagram/diagram.ts';
import type { ScenarioEntity } from '#practice/scenario.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './InterviewPanel.module.css';

const lossChoices = [
  { value: 'yes', label: 'May be lost' },
  { value: 'no', label: 'Never lost' },
] as const;

/** An entity with the fields that matter in an interview. */
export function EntityRow({ entity, means }: { readonly entity: Entity; readonly means: readonly ScenarioEntity[] }) {
  const editor = useEditor();
  const diagram = () => editor.store.getState().diagram;
  const put = (change: Readonly<Partial<Record<keyof Entity, unknown>>>, gesture: string): void => {
    const merged = Object.entries({ ...entity, ...change }).filter(([, value]) => value !== undefined);
    editor.dispatch(putEntity(diagram(), { entity: { id: entity.id, name: entity.name, ...Object.fromEntries(merged) }, gesture }));
  };
  const loss = entity.lossTolerant;
  return (
    <li className={styles.entity} aria-label={entity.name}>
      <div className={styles.named}>
        <input aria-label="Name of the entity" value={entity.name} onChange={(event) => put({ name: event.target.value }, `entity:${entity.id}`)} />
        <Button look="icon" aria-label={`Remove ${entity.name}`} onClick={() => editor.dispatch(removeEntity(diagram(), { id: entity.id }))}>
          <X size={13} />
        </Button>
      </div>
      <div className={styles.fields}>
        {(['mutability', 'consistencyNeed'] as const).map((name) => (
          <Choice
            key={name}
            label={name === 'mutability' ? 'Mutability' : 'Consistency'}
            value={entity[name]}
            options={entityProperties[name].options.map((value) => ({ value, label: optionLabel(value) }))}
            onChange={(value) => put({ [name]: value }, `entity:${entity.id}:${name}`)}
          />
        ))}
        <Choice
          label="Loss"
          value={loss === undefined ? undefined : loss ? 'yes' : 'no'}
          options={lossChoices}
          onChange={(value) => put({ lossTolerant: value === undefined ? undefined : value === 'yes' }, `entity:${entity.id}:lossTolerant`)}
        />
      </div>
      {means.map((each) => (
        <Meaning key={each.id} entity={entity} means={each} />
      ))}
    </li>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  onChange(value: string | undefined): void;
}

/** A select whose empty choice, "not stated", shows what it is about. */
function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select aria-label={label} title={label} value={value ?? ''} data-empty={value === undefined} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}>
      <option value="">{label}?</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Which of the interviewer's entities it is; a match that was chosen can be taken back. */
function Meaning({ entity, means: { id, name } }: { readonly entity: Entity; readonly means: ScenarioEntity }) {
  const editor = useEditor();
  const isChosen = useEditorState(({ diagram }) => diagram.practice?.standsFor?.[id] === entity.id);
  return (
    <p className={styles.meaning}>
      <Check size={12} aria-hidden="true" />
      {name.toLowerCase() === entity.name.trim().toLowerCase() ? 'The interviewer means it too.' : `The interviewer calls it ${name}.`}
      {isChosen && (
        <button type="button" onClick={() => editor.dispatch(standFor(editor.store.getState().diagram, { scenarioEntity: id, entity: undefined }))}>
          Take back
        </button>
      )}
    </p>
  );
}
