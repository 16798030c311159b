import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useProblemsAt } from './draft-problems.ts';
import styles from './DraftForm.module.css';
import folds from './Folds.module.css';

interface MoreSectionProps {
  readonly title: string;
  /** The part of the draft that it edits. */
  readonly path: string;
  /** How much of it is written. */
  readonly count: number;
  readonly about: string;
  readonly children: ReactNode;
}

/** A part of the form that a scenario can do without: folded, with what is in it and what is wrong in it at its heading. */
export function MoreSection({ title, path, count, about, children }: MoreSectionProps) {
  const { problems, showsAll } = useProblemsAt(path);
  return (
    <details className={folds.more} data-path={path} data-home>
      <summary>
        <ChevronRight size={14} aria-hidden="true" />
        <span className={folds.moreTitle}>More: {title}</span>
        {showsAll && problems.length > 0 ? <span className={folds.count} data-wrong>{problems.length} to mend</span> : count > 0 && <span className={folds.count}>{count}</span>}
      </summary>
      <section className={styles.part} aria-label={title}>
        <p className={styles.aboutMore}>{about}</p>
        {children}
      </section>
    </details>
  );
}
