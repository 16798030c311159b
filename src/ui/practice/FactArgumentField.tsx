import { connectionProperties } from '#catalog/connection.ts';
import { entityProperties } from '#catalog/diagram-fields.ts';
import { optionLabel } from '#catalog/wording.ts';
import type { FactArgument } from '#practice/fact-arguments.ts';
import { type Choice, ChoiceField, NumberField } from './ChoiceField.tsx';
import { ConditionRows } from './ConditionRows.tsx';
import styles from './DraftForm.module.css';
import { JsonField, LinesField, ListProblems } from './DraftText.tsx';
import type { DraftEntity } from './own-draft.ts';
import { kindChoices, SelectorFields } from './SelectorFields.tsx';

interface FactArgumentFieldProps {
  readonly argument: FactArgument;
  readonly path: string;
  readonly value: unknown;
  /** Whether its conditions are about an entity, not about a connection. */
  readonly ofEntity: boolean;
  readonly entities: readonly DraftEntity[];
  onChange(value: unknown): void;
}

/** The field of one argument of a fact. */
export function FactArgumentField({ argument: { name, type, options, isOptional }, path, value, ofEntity, entities, onChange }: FactArgumentFieldProps) {
  const label = labels[name] ?? optionLabel(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  const chosen = typeof value === 'string' ? value : undefined;
  const none = isOptional ? 'Any' : 'Choose one';
  const choice = (choices: readonly Choice[]) => <ChoiceField label={label} path={path} value={chosen} choices={choices} none={none} isNeeded={!isOptional} onChange={onChange} />;
  switch (type) {
    case 'entity':
      return choice(entities.map((entity) => ({ value: entity.id, label: entity.name })));
    case 'entities':
      return <EntitiesField label={label} path={path} value={value} entities={entities} onChange={onChange} />;
    case 'lines':
      return <LinesField label={label} help="One a line." rows={2} path={path} lines={Array.isArray(value) ? value.map(String) : []} onChange={onChange} />;
    case 'kind':
      return choice(kindChoices);
    case 'choice':
      return choice(options.map((each) => ({ value: each, label: optionLabel(each) })));
    case 'boolean':
      return (
        <ChoiceField
          label={label}
          path={path}
          value={typeof value === 'boolean' ? String(value) : undefined}
          choices={[{ value: 'true', label: 'Yes' }, { value: 'false', label: 'No' }]}
          none="Not said"
          onChange={(next) => onChange(next === undefined ? undefined : next === 'true')}
        />
      );
    case 'number':
      return <NumberField label={label} path={path} value={value} onChange={onChange} />;
    case 'selector':
      return <SelectorFields label={label} path={path} value={value} isOptional={isOptional} onChange={onChange} />;
    case 'conditions':
      return <ConditionRows label={label} path={path} value={value} properties={ofEntity ? entityProperties : connectionProperties} onChange={onChange} />;
    case 'json':
      return <JsonField label={`${label}, as JSON`} path={path} value={value} onChange={onChange} />;
  }
}

/** Arguments whose name alone says too little. */
const labels: Readonly<Record<string, string>> = { of: 'Of this sort', in: 'In a store of this sort', by: 'By a lock of this sort', first: 'Asked first', where: 'Conditions', below: 'Below (0 to 1)', hitRatio: 'Hit ratio (0 to 1)' };

interface EntitiesFieldProps {
  readonly label: string;
  readonly path: string;
  readonly value: unknown;
  readonly entities: readonly DraftEntity[];
  onChange(value: readonly string[]): void;
}

/** Several entities; those that are named and not there stay until they are unticked. */
function EntitiesField({ label, path, value, entities, onChange }: EntitiesFieldProps) {
  const named = Array.isArray(value) ? value.map(String) : [];
  const strangers = named.filter((name) => entities.every(({ id }) => id !== name)).map((name) => ({ id: name, name }));
  return (
    <fieldset className={styles.topics} data-path={path}>
      <legend>{label}</legend>
      {[...entities, ...strangers].map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" checked={named.includes(id)} onChange={({ target }) => onChange(target.checked ? [...named, id] : named.filter((each) => each !== id))} />
          {name}
        </label>
      ))}
      <ListProblems path={path} reach="inside" />
    </fieldset>
  );
}
