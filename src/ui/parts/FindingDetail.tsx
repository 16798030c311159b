import { useState } from 'react';
import { acceptFinding } from '#diagram/commands/accept-finding.ts';
import type { Finding } from '#rules/finding.ts';
import { fixesOf, ruleOf } from '#rules/fixes.ts';
import { Button } from './Button.tsx';
import { useEditor, useEditorState } from './editor-context.tsx';
import styles from './FindingDetail.module.css';

const shortestReason = 10;

/** Why a finding matters, what to do, where it comes from, and the ways out. */
export function FindingDetail({ finding, today }: { readonly finding: Finding; readonly today: () => string }) {
  const docs = ruleOf(finding.rule)?.docs;
  if (!docs) return null;
  return (
    <div className={styles.detail}>
      <p>{docs.why}</p>
      <p>
        <strong>What to do.</strong> {docs.fix}
      </p>
      <FixButtons finding={finding} most={5} />
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

/** The fixes of a finding as buttons that say their effect. */
export function FixButtons({ finding, most }: { readonly finding: Finding; readonly most: number }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const fixes = fixesOf(finding, diagram).slice(0, most);
  if (fixes.length === 0) return null;
  return (
    <div className={styles.fixes}>
      {fixes.map((fix) => (
        <Button key={fix.title} onClick={() => editor.dispatch(fix.apply(editor.store.getState().diagram, editor.freshId))}>
          {fix.title}
        </Button>
      ))}
    </div>
  );
}

function AcceptForm({ finding, today }: { readonly finding: Finding; readonly today: () => string }) {
  const editor = useEditor();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const isTooShort = reason.trim().length < shortestReason;
  if (!isOpen) {
    return (
      <Button look="quiet" className={styles.accept} onClick={() => setOpen(true)}>
        Accept with a reason …
      </Button>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTooShort) editor.dispatch(acceptFinding(editor.store.getState().diagram, { rule: finding.rule, on: finding.primary, reason, date: today() }));
      }}
    >
      <input aria-label="Reason" placeholder="Why is this acceptable here?" value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button type="submit" disabled={isTooShort} title={isTooShort ? 'Ten characters or more.' : undefined}>
        Accept
      </Button>
    </form>
  );
}
