import { useId, useState } from 'react';
import { acceptFinding } from '#diagram/commands/accept-finding.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { boundariesAround, covers } from '#rules/acceptance.ts';
import { displayName } from '#rules/display-name.ts';
import type { Finding } from '#rules/finding.ts';
import { Button } from './Button.tsx';
import { useEditor, useEditorState } from './editor-context.tsx';
import styles from './FindingDetail.module.css';

/** A reason of fewer characters says nothing. */
export const shortestReason = 10;

/** Accepts a finding: why, where that holds, for which rules, and until when. */
export function AcceptForm({ finding, today }: { readonly finding: Finding; readonly today: () => string }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Form finding={finding} today={today} onClose={() => setOpen(false)} />;
  return (
    <Button look="quiet" className={styles.accept} onClick={() => setOpen(true)}>
      Accept with a reason …
    </Button>
  );
}

function Form({ finding, today, onClose }: { readonly finding: Finding; readonly today: () => string; onClose(): void }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const open = useEditorState((state) => state.report.findings);
  const [reason, setReason] = useState('');
  const [on, setOn] = useState<Id>(finding.primary);
  const [rule, setRule] = useState(finding.rule);
  const [until, setUntil] = useState('');
  const hint = useId();
  const isTooShort = reason.trim().length < shortestReason;
  const group = finding.rule.split('/')[0] ?? '';
  const covered = open.filter((each) => covers(diagram, { id: '', rule, on, reason }, each)).length;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTooShort) editor.dispatch(acceptFinding(editor.store.getState().diagram, { rule, on, reason, date: today(), ...(until === '' ? {} : { until }) }));
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <input aria-label="Reason" aria-describedby={hint} className={styles.reason} placeholder="Why is this acceptable here?" value={reason} required autoFocus onChange={(event) => setReason(event.target.value)} />
      <label>
        Where
        <select value={on} onChange={(event) => setOn(event.target.value)}>
          {placesOf(diagram, finding.primary).map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        Which findings
        <select value={rule} onChange={(event) => setRule(event.target.value)}>
          <option value={finding.rule}>This rule only</option>
          <option value={`${group}/*`}>{`All rules of ${group}/*`}</option>
        </select>
      </label>
      <label>
        Until, if not for good
        <input type="date" value={until} min={today()} onChange={(event) => setUntil(event.target.value)} />
      </label>
      <div className={styles.formEnd}>
        <Button type="submit" look="primary" disabled={isTooShort}>
          Accept
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <span id={hint} className={styles.hint}>
          {isTooShort ? 'Ten characters or more.' : `Accepts ${covered} ${covered === 1 ? 'finding' : 'findings'} as it stands.`}
        </span>
      </div>
    </form>
  );
}

/** Where an acceptance may hold: the record itself, and each boundary around it for all that lies inside. */
function placesOf(diagram: Diagram, primary: Id): readonly { readonly id: Id; readonly label: string }[] {
  const inside = diagram.boundaries.has(primary) ? 'and everything in it' : '';
  const own = { id: primary, label: `On ${displayName(diagram, primary)} ${inside}`.trim() };
  return [own, ...boundariesAround(diagram, primary).map((id) => ({ id, label: `Everywhere in ${displayName(diagram, id)}` }))];
}
