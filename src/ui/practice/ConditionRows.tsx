import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { Property } from '#catalog/property.ts';
import { optionLabel } from '#catalog/wording.ts';
import { operators } from '#practice/facts/condition.ts';
import { Button } from '#ui/parts/Button.tsx';
import { numberOrText } from './ChoiceField.tsx';
import { besideField, useProblemsAt } from './draft-problems.ts';
import styles from './DraftForm.module.css';
import { ListProblems } from './DraftText.tsx';

interface ConditionRowsProps {
  readonly label: string;
  readonly path: string;
  readonly value: unknown;
  readonly properties: Readonly<Record<string, Property>>;
  onChange(value: readonly unknown[] | undefined): void;
}

/** Conditions as rows of property, operator and value. */
export function ConditionRows({ label, path, value, properties, onChange }: ConditionRowsProps) {
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const first = Object.keys(properties)[0];
  const put = (next: readonly unknown[]): void => onChange(next.length === 0 ? undefined : next);
  return (
    <fieldset className={styles.conditions} data-path={path} data-home>
      <legend>{label}</legend>
      {rows.map((row, index) => (
        // A row has no name of its own, and rows never change their order.
        <ConditionRow
          key={`${rows.length} ${index}`}
          row={Array.isArray(row) ? row : []}
          name={`${label} ${index + 1}`}
          path={`${path}.${index}`}
          properties={properties}
          onChange={(next) => put(rows.with(index, next))}
          onRemove={() => put(rows.toSpliced(index, 1))}
        />
      ))}
      <ListProblems path={path} />
      <Button look="quiet" className={styles.addInside} data-add disabled={first === undefined} onClick={() => put([...rows, [first, 'stated', true]])}>
        Add a condition
      </Button>
    </fieldset>
  );
}

interface ConditionRowProps {
  readonly row: readonly unknown[];
  readonly name: string;
  readonly path: string;
  readonly properties: Readonly<Record<string, Property>>;
  onChange(row: readonly unknown[]): void;
  onRemove(): void;
}

function ConditionRow({ row: [property, operator, value], name, path, properties, onChange, onRemove }: ConditionRowProps) {
  const { problems } = useProblemsAt(path);
  const said = useId();
  const known = typeof property === 'string' ? properties[property] : undefined;
  const options = optionsOf(known, operator);
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const put = (next: string, type = known): void => {
    setText(next);
    onChange([property, operator, valueOf(next, type, operator)]);
  };
  return (
    <div className={styles.condition} role="group" aria-label={name} aria-describedby={problems.length > 0 ? said : undefined} data-path={path}>
      <select
        aria-label="Property"
        value={known ? String(property) : ''}
        onChange={({ target }) => {
          setText('true');
          onChange([target.value, 'stated', true]);
        }}
      >
        {!known && <option value="">{String(property ?? '')}</option>}
        {Object.entries(properties).map(([id, { label }]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <select
        aria-label="Operator"
        value={String(operator)}
        onChange={({ target }) => {
          const next = optionsOf(known, target.value)?.[0] ?? (operator === 'stated' ? '' : text);
          setText(next);
          onChange([property, target.value, valueOf(next, known, target.value)]);
        }}
      >
        {operators.map((each) => (
          <option key={each} value={each}>
            {each === 'stated' ? 'is stated' : each}
          </option>
        ))}
      </select>
      {options ? (
        <select aria-label="Value" value={String(value)} onChange={({ target }) => put(target.value)}>
          {!options.includes(String(value)) && <option value={String(value)}>{String(value)}</option>}
          {options.map((each) => (
            <option key={each} value={each}>
              {each === 'true' ? 'Yes' : each === 'false' ? 'No' : optionLabel(each)}
            </option>
          ))}
        </select>
      ) : (
        <input aria-label="Value" value={text} onChange={({ target }) => put(target.value)} />
      )}
      <Button look="icon" aria-label={`Remove ${name.toLowerCase()}`} onClick={onRemove}>
        <X size={13} />
      </Button>
      {problems.length > 0 && (
        <ul id={said} className={styles.problems}>
          {problems.map(({ path: at, message }) => (
            <li key={at + message}>{besideField({ path: at, message }, at)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What can be chosen as a value; undefined where it is typed. */
function optionsOf(property: Property | undefined, operator: unknown): readonly string[] | undefined {
  if (operator === 'stated' || property?.type === 'boolean') return ['true', 'false'];
  const type = property?.type === 'list' ? property.item : property;
  return type?.type === 'enum' ? type.options : undefined;
}

function valueOf(text: string, property: Property | undefined, operator: unknown): unknown {
  if (operator === 'stated' || property?.type === 'boolean') return text === 'true';
  const isNumber = property?.type === 'integer' || property?.type === 'number' || property?.type === 'ratio';
  return isNumber ? (numberOrText(text) ?? '') : text;
}
