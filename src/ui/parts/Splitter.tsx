import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './Splitter.module.css';

interface SplitterProps {
  readonly label: string;
  readonly orientation: 'vertical' | 'horizontal';
  /** The size of the panel that it resizes, in pixels. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** 1 where the panel lies before the splitter, -1 where it lies after it. */
  readonly direction: 1 | -1;
  onChange(value: number): void;
}

const keyStep = 16;

/** The edge of a panel: drag it, or move it with the arrow keys. */
export function Splitter({ label, orientation, value, min, max, direction, onChange }: SplitterProps) {
  const start = useRef<{ readonly at: number; readonly value: number } | undefined>(undefined);
  const along = (event: PointerEvent): number => (orientation === 'vertical' ? event.clientX : event.clientY);
  const change = (next: number): void => onChange(Math.round(Math.min(max, Math.max(min, next))));
  const onKeyDown = (event: KeyboardEvent): void => {
    const [less, more] = orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const step = event.key === more ? keyStep : event.key === less ? -keyStep : 0;
    if (step === 0) return;
    event.preventDefault();
    change(value + step * direction);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      className={styles.splitter}
      data-orientation={orientation}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: along(event), value };
      }}
      onPointerMove={(event) => start.current && change(start.current.value + (along(event) - start.current.at) * direction)}
      onPointerUp={() => {
        start.current = undefined;
      }}
      onPointerCancel={() => {
        start.current = undefined;
      }}
    />
  );
}
