import { useState } from 'react';
import { DraftField } from './DraftField.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly path: string;
  /** Undefined where nothing is chosen. What there is no more can be seen, and stays until another one is chosen. */
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  /** What stands where nothing is chosen. */
  readonly none: string;
  /** Whether one must be chosen. */
  readonly isNeeded?: boolean;
  readonly help?: string;
  readonly isWide?: boolean;
  onChange(value: string | undefined): void;
}

/** One of several, or none of them. */
export function ChoiceField({ label, path, value, choices, none, isNeeded = false, help, isWide = false, onChange }: ChoiceFieldProps) {
  return (
    <DraftField label={label} path={path} isWide={isWide} wrong={isNeeded && value === undefined ? `${none}.` : undefined} {...(help === undefined ? {} : { help })}>
      {(field) => (
        <select {...field} value={value ?? ''} onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}>
          <option value="">{none}</option>
          {value !== undefined && choices.every((choice) => choice.value !== value) && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </DraftField>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly path: string;
  readonly value: unknown;
  onChange(value: unknown): void;
}

/** A number; what is none goes on as text, so that it is objected to. */
export function NumberField({ label, path, value, onChange }: NumberFieldProps) {
  const [text, setText] = useState(value === undefined ? '' : String(value));
  return (
    <DraftField label={label} path={path}>
      {(field) => (
        <input
          {...field}
          inputMode="decimal"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            onChange(numberOrText(target.value));
          }}
        />
      )}
    </DraftField>
  );
}

/** What was typed, as a number where it is one; undefined where nothing was. */
export function numberOrText(text: string): unknown {
  if (text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
