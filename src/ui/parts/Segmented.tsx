import { useId } from 'react';
import styles from './Segmented.module.css';

interface SegmentedProps<Value extends string> {
  readonly label: string;
  /** Undefined where nothing is chosen. */
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly hidesLabel?: boolean;
  onChange(value: Value): void;
}

/** One of a few, side by side: radio buttons in the look of one control. */
export function Segmented<Value extends string>({ label, value, options, hidesLabel = false, onChange }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.field}>
      <legend data-hidden={hidesLabel}>{label}</legend>
      <div className={styles.segments} data-empty={value === undefined}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment} data-checked={option.value === value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
