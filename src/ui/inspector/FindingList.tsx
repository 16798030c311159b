import { useState } from 'react';
import { isHeldBack } from '#rules/configuration.ts';
import type { Finding } from '#rules/finding.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditorState } from '#ui/parts/editor-context.tsx';
import { FindingDetail } from '#ui/parts/FindingDetail.tsx';
import styles from './Inspector.module.css';

/** The findings of the selection, with everything about them. */
export default function FindingList({ findings, today }: { readonly findings: readonly Finding[]; readonly today: () => string }) {
  if (findings.length === 0) return <p className={styles.empty}>No objection here.</p>;
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <li key={finding.key}>
          <Told finding={finding} today={today} />
        </li>
      ))}
    </ul>
  );
}

/** A finding in full; a coach waits until the candidate wants to know. */
function Told({ finding, today }: { readonly finding: Finding; readonly today: () => string }) {
  const isHidden = useEditorState(({ diagram }) => isHeldBack(diagram.settings.lintConfig ?? {}, finding.severity));
  const [isRevealed, setRevealed] = useState(false);
  if (isHidden && !isRevealed) {
    return (
      <>
        <p className={styles.message} data-severity={finding.severity}>
          Something is wrong here. Do you see it?
        </p>
        <Button onClick={() => setRevealed(true)}>Reveal</Button>
      </>
    );
  }
  return (
    <>
      <p className={styles.message} data-severity={finding.severity}>
        {finding.message}
      </p>
      <FindingDetail finding={finding} today={today} />
    </>
  );
}
