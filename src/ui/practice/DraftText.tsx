import { useState } from 'react';
import { DraftField } from './DraftField.tsx';
import { besideField, useProblemsAt } from './draft-problems.ts';
import styles from './DraftForm.module.css';

interface LinesProps {
  readonly label: string;
  readonly path: string;
  readonly lines: readonly string[];
  readonly help?: string;
  readonly rows?: number;
  onChange(lines: readonly string[]): void;
}

/** A list of sentences, one a line. Empty lines are kept while typing and mean nothing. */
export function LinesField({ label, path, lines, help, rows = 4, onChange }: LinesProps) {
  const [text, setText] = useState(lines.join('\n'));
  return (
    <DraftField label={label} path={path} isWide {...(help === undefined ? {} : { help })}>
      {(field) => (
        <textarea
          {...field}
          rows={rows}
          value={text}
          onChange={({ target: { value } }) => {
            setText(value);
            onChange(value.split('\n').map((line) => line.trim()).filter((line) => line !== ''));
          }}
        />
      )}
    </DraftField>
  );
}

/** What is wrong with a list, once all problems are shown: with the list as a whole, where each row says its own. */
export function ListProblems({ path, reach = 'own' }: { readonly path: string; readonly reach?: 'own' | 'inside' }) {
  const { problems, showsAll } = useProblemsAt(path, reach);
  return (
    showsAll &&
    problems.map((each) => (
      <p key={each.path + each.message} className={styles.problems}>
        {besideField(each, path)}
      </p>
    ))
  );
}

interface JsonProps {
  readonly label: string;
  readonly path: string;
  readonly value: unknown;
  readonly help?: string;
  onChange(value: unknown): void;
}

/** A value as JSON text. What is no JSON yet goes on as text, so that it is objected to and never lost. */
export function JsonField({ label, path, value, help, onChange }: JsonProps) {
  const [text, setText] = useState(() => (typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '')));
  const isBroken = text.trim() !== '' && parsed(text) === undefined;
  return (
    <DraftField label={label} path={path} isWide fault={isBroken ? 'This is not valid JSON yet.' : undefined} {...(help === undefined ? {} : { help })}>
      {(field) => (
        <textarea
          {...field}
          className={styles.code}
          rows={Math.min(16, Math.max(3, text.split('\n').length))}
          spellCheck={false}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            const next = parsed(target.value);
            onChange(next === undefined ? target.value : next.value);
          }}
        />
      )}
    </DraftField>
  );
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
