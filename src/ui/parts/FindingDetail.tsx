import type { Finding } from '#rules/finding.ts';
import { ruleOf } from '#rules/fixes.ts';
import { useEditor } from './editor-context.tsx';
import { AcceptForm } from './AcceptForm.tsx';
import { Evidence } from './Evidence.tsx';
import styles from './FindingDetail.module.css';
import { FixButtons } from './FixButtons.tsx';

/** Why a finding matters, what it rests on, what to do, where it comes from, and the ways out. */
export function FindingDetail({ finding, today }: { readonly finding: Finding; readonly today: () => string }) {
  const docs = ruleOf(finding.rule)?.docs;
  if (!docs) return null;
  return (
    <div className={styles.detail}>
      <p>{docs.why}</p>
      <Evidence finding={finding} />
      <p>
        <strong>What to do.</strong> {docs.fix}
      </p>
      <FixButtons finding={finding} most={5} side="above" />
      <details className={styles.more}>
        <summary>When it stays silent, and where it comes from</summary>
        <ul>
          {docs.silentWhen.map((guard) => (
            <li key={guard}>{guard}</li>
          ))}
        </ul>
        <p className={styles.source}>{docs.sources.join(' ')}</p>
      </details>
      <RuleLink rule={finding.rule} />
      <AcceptForm finding={finding} today={today} />
    </div>
  );
}

/** The id of a rule, which leads to its page. */
function RuleLink({ rule }: { readonly rule: string }) {
  const editor = useEditor();
  return (
    <button type="button" className={styles.rule} title="Open the page of this rule" onClick={() => editor.showRules({ rule })}>
      {rule}
    </button>
  );
}
