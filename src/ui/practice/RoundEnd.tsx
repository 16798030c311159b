import { useEffect, useRef } from 'react';
import { Button } from '#ui/parts/Button.tsx';
import styles from './Drills.module.css';

interface RoundEndProps {
  readonly title: string;
  readonly text: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
  /** What the first button does; absent where there is nothing more. */
  readonly again?: string;
  onAgain?(): void;
  onLeave(): void;
}

/** How a round went, and what comes back. */
export function RoundEnd({ title, text, items, again, onAgain, onLeave }: RoundEndProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.column}>
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h3>
      <p className={styles.lead}>{text}</p>
      {items.length > 0 && (
        <ul className={styles.names}>
          {items.map((item) => (
            <li key={item.id}>{item.text}</li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        {again !== undefined && (
          <Button look="primary" onClick={onAgain}>
            {again}
          </Button>
        )}
        <Button onClick={onLeave}>All drills</Button>
      </div>
    </section>
  );
}
