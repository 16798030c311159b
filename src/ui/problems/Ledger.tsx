import { useMemo, useState } from 'react';
import { editAcceptance, withdrawAcceptance } from '#diagram/commands/accept-finding.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { displayName } from '#rules/display-name.ts';
import type { Report } from '#rules/finding.ts';
import { type LedgerEntry, ledgerOf } from '#rules/ledger.ts';
import { listed } from '#rules/message.ts';
import { shortestReason } from '#ui/parts/AcceptForm.tsx';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './Ledger.module.css';
import { counted } from './severity-words.ts';

const statusWords = { accepted: '', 'false-positive': 'False positive', 'in-progress': 'In progress' } as const;

/** The accepted trade-offs: each with its reason, what it covers now, and whether it is still needed. */
export default function Ledger({ report, today }: { readonly report: Report; readonly today: () => string }) {
  const diagram = useEditorState((state) => state.diagram);
  const search = useEditorState((state) => state.problems.search).trim().toLowerCase();
  const entries = useMemo(() => ledgerOf(diagram, report, today()), [diagram, report, today]);
  const shown = entries.filter(({ suppression, covered }) => `${suppression.reason} ${suppression.rule} ${displayName(diagram, suppression.on)} ${covered.map(({ message }) => message).join(' ')}`.toLowerCase().includes(search));
  return (
    <section className={styles.ledger} aria-label="Accepted trade-offs">
      <h3>Accepted trade-offs</h3>
      {entries.length === 0 && <p className={styles.none}>None yet. What you accept with a reason is kept here.</p>}
      {entries.length > 0 && shown.length === 0 && <p className={styles.none}>No acceptance matches.</p>}
      <ul>
        {shown.map((entry) => (
          <Entry key={entry.suppression.id} entry={entry} diagram={diagram} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry: { suppression, covered, state }, diagram }: { readonly entry: LedgerEntry; readonly diagram: Diagram }) {
  const editor = useEditor();
  const [isEditing, setEditing] = useState(false);
  const { id, rule, on, reason, author, date, until, status } = suppression;
  const name = displayName(diagram, on);
  const facts = [rule, diagram.boundaries.has(on) ? `everywhere in ${name}` : `on ${name}`, statusWords[status ?? 'accepted'], author && `by ${author}`, date, until && state !== 'ended' && `until ${until}`];
  return (
    <li className={styles.entry} data-state={state} onPointerEnter={() => editor.highlight([on, ...covered.map(({ primary }) => primary)])} onPointerLeave={() => editor.highlight([])}>
      {isEditing ? (
        <EditForm id={id} reason={reason} until={until} onClose={() => setEditing(false)} />
      ) : (
        <>
          <div className={styles.texts}>
            <p className={styles.reason}>{reason.trim() === '' ? 'No reason was given.' : reason}</p>
            <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
            {state === 'stale' && <p className={styles.stale}>No longer matches anything</p>}
            {state === 'ended' && <p className={styles.stale}>Ended on {until}</p>}
            {state === 'off' && <p className={styles.facts}>Its rules are switched off</p>}
            {covered.length > 0 && (
              <details className={styles.covered}>
                <summary>
                  {state === 'ended' ? 'Covered' : 'Covers'} {counted(covered.length, 'finding')}: {listed([...new Set(covered.map(({ primary }) => displayName(diagram, primary)))])}
                </summary>
                <ul>
                  {covered.map(({ key, message }) => (
                    <li key={key}>{message}</li>
                  ))}
                </ul>
              </details>
            )}
          </div>
          <Button look="quiet" aria-label={`Edit reason: ${rule} on ${name}`} onClick={() => setEditing(true)}>
            Edit reason
          </Button>
          <Button look="quiet" aria-label={`Withdraw: ${rule} on ${name}`} onClick={() => editor.dispatch(withdrawAcceptance(editor.store.getState().diagram, { id }))}>
            Withdraw
          </Button>
        </>
      )}
    </li>
  );
}

function EditForm({ id, reason: before, until: day, onClose }: { readonly id: string; readonly reason: string; readonly until: string | undefined; onClose(): void }) {
  const editor = useEditor();
  const [reason, setReason] = useState(before);
  const [until, setUntil] = useState(day ?? '');
  const isTooShort = reason.trim().length < shortestReason;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isTooShort) return;
        editor.dispatch(editAcceptance(editor.store.getState().diagram, { id, reason, ...(until === '' ? {} : { until }) }));
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <input aria-label="Reason" value={reason} autoFocus onChange={(event) => setReason(event.target.value)} />
      <input aria-label="Until, if not for good" type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
      <Button type="submit" look="primary" disabled={isTooShort} title={isTooShort ? 'Ten characters or more.' : undefined}>
        Save
      </Button>
      <Button look="quiet" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}
