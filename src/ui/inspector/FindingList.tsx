import type { Finding } from '#rules/finding.ts';
import { FindingDetail } from '#ui/parts/FindingDetail.tsx';
import styles from './Inspector.module.css';

/** The findings of the selection, with everything about them. */
export default function FindingList({ findings, today }: { readonly findings: readonly Finding[]; readonly today: () => string }) {
  if (findings.length === 0) return <p className={styles.empty}>No objection here.</p>;
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <li key={finding.key}>
          <p className={styles.message} data-severity={finding.severity}>
            {finding.message}
          </p>
          <FindingDetail finding={finding} today={today} />
        </li>
      ))}
    </ul>
  );
}
