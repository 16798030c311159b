import { type ReactNode, useId, useState } from 'react';
import { besideField, useProblemsAt } from './draft-problems.ts';
import styles from './DraftForm.module.css';
import { whenReleased } from './when-released.ts';

interface FieldProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface DraftFieldProps {
  readonly label: string;
  readonly path: string;
  readonly help?: string;
  readonly isWide?: boolean;
  /** What the field itself objects to, before the draft is judged. */
  readonly fault?: string | undefined;
  /** What is said in the place of the problems, where they speak of the file. */
  readonly wrong?: string | undefined;
  children(props: FieldProps): ReactNode;
}

/** A field of the form with its label, and with each problem at its path as soon as it was left. */
export function DraftField({ label, path, help, isWide = false, fault, wrong, children }: DraftFieldProps) {
  const id = useId();
  const { problems, showsAll } = useProblemsAt(path);
  const [wasLeft, setWasLeft] = useState(false);
  const found = problems.length > 0 && wrong !== undefined ? [wrong] : problems.map((each) => besideField(each, path));
  const shown = fault !== undefined ? [fault] : wasLeft || showsAll ? found : [];
  const described = [...(help === undefined ? [] : [`${id}-help`]), ...(shown.length > 0 ? [`${id}-problems`] : [])].join(' ');
  return (
    <div className={styles.field} data-wide={isWide} data-path={path} onBlur={() => whenReleased(() => setWasLeft(true))}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': shown.length > 0, 'aria-describedby': described === '' ? undefined : described })}
      {shown.length > 0 && (
        <ul id={`${id}-problems`} className={styles.problems}>
          {shown.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}
