import { Button } from '#ui/parts/Button.tsx';
import { download, fileName } from '#ui/parts/download.ts';
import { emptyDraft, readDraft, type Writing } from './own-draft.ts';
import styles from './OwnScenarios.module.css';
import type { UnreadScenario } from './own-shelf.ts';

interface UnreadScenarioRowProps {
  readonly scenario: UnreadScenario;
  onEdit(writing: Writing): void;
}

/** A kept scenario with which something is wrong by now: it waits here until it is mended. */
export function UnreadScenarioRow({ scenario: { id, text }, onEdit }: UnreadScenarioRowProps) {
  const draft = readDraft(text);
  const title = (draft.ok && draft.value.title) || id;
  return (
    <li className={styles.row} aria-label={title}>
      <p className={styles.words}>
        <strong>{title}</strong>
        <span>Cannot be practised: Caveat asks for more of a scenario by now.</span>
      </p>
      <div className={styles.actions}>
        <Button onClick={() => onEdit(draft.ok ? { draft: draft.value, text: undefined, original: id } : { draft: emptyDraft, text, original: id })}>Mend</Button>
        <Button look="quiet" onClick={() => download(fileName(title, 'caveat-scenario.json'), new Blob([text], { type: 'application/json' }))}>
          Export as file
        </Button>
      </div>
    </li>
  );
}
