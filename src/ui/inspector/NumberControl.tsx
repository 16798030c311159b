import { useState } from 'react';
import { valueText } from '#catalog/wording.ts';
import { readQuantity } from '#ui/parts/quantity-input.ts';
import type { ControlProps } from './form-model.ts';
import fields from './fields.module.css';

/** A number with its unit: understands "30 s" and "8 MiB", keeps what is typed until it makes sense, and says what does not. */
export function NumberControl({ property, common, id, describedBy, gesture, onChange }: ControlProps) {
  const [draft, setDraft] = useState<string>();
  if (property.type !== 'integer' && property.type !== 'number' && property.type !== 'ratio') return null;
  const value = common.isMixed ? undefined : common.value;
  const shown = value === undefined ? '' : valueText(property, value);
  const read = draft === undefined ? undefined : readQuantity(draft, property);
  const problem = read && !read.ok ? read.error : undefined;
  const hint = property.typical === undefined ? '' : `, e.g. ${valueText(property, property.typical)}`;
  const options = property.type === 'ratio' ? [] : property.word === undefined ? [] : [property.word];
  return (
    <>
      <input
        id={id}
        className={fields.input}
        inputMode="decimal"
        list={options.length > 0 ? `${id}-words` : undefined}
        aria-describedby={describedBy}
        aria-invalid={problem !== undefined}
        placeholder={common.isMixed ? 'Mixed' : `Not stated${hint}`}
        value={draft ?? shown}
        onFocus={() => setDraft(typeof value === 'number' && property.type !== 'ratio' && Math.abs(value) < 100_000 ? String(value) : shown)}
        onChange={(event) => {
          setDraft(event.target.value);
          const next = readQuantity(event.target.value, property);
          if (next.ok) onChange(next.value, gesture);
        }}
        onBlur={() => setDraft(undefined)}
      />
      {options.length > 0 && (
        <datalist id={`${id}-words`}>
          {options.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
      {problem && (
        <p role="alert" className={fields.problem}>
          {problem}
        </p>
      )}
    </>
  );
}
