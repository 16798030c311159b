import { X } from 'lucide-react';
import { useState } from 'react';
import { nameWeakness, unnameWeakness } from '#diagram/commands/name-weakness.ts';
import type { Id, Naming } from '#diagram/diagram.ts';
import { namingKey } from '#diagram/notebook.ts';
import { flawName } from '#practice/drills/flaw-names.ts';
import { isTold } from '#practice/interview/named-weaknesses.ts';
import { displayName } from '#rules/display-name.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './InterviewPanel.module.css';
import { WeaknessPicker } from './WeaknessPicker.tsx';

const none: readonly Naming[] = [];

/** The weaknesses of the own design that were named, and a list to name more from. */
export function Weaknesses() {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const [chosen, setWhere] = useState<Id>('');
  const [remark, setRemark] = useState('');
  const named = diagram.practice?.named ?? none;
  const where = diagram.components.has(chosen) || diagram.connections.has(chosen) ? chosen : '';
  const name = (rule: string): void => {
    const naming: Naming = where === '' ? { rule } : { rule, on: where };
    const state = editor.store.getState();
    if (isTold(naming, state.report)) setRemark('The judge has said so already: it no longer counts as named.');
    else {
      editor.dispatch(nameWeakness(state.diagram, naming));
      setRemark('');
    }
  };
  return (
    <section className={styles.weaknesses} aria-label="Named weaknesses">
      <h4>
        Weaknesses you name {named.length > 0 && <span>{named.length}</span>}
      </h4>
      <ul aria-label="Named">
        {named.map((naming) => (
          <li key={namingKey(naming)}>
            <button
              type="button"
              className={styles.naming}
              disabled={naming.on === undefined}
              onClick={() => {
                if (naming.on === undefined) return;
                editor.highlight([naming.on]);
                editor.view({ type: 'reveal', ids: [naming.on] });
              }}
            >
              <span>{flawName({ id: naming.rule })}</span>
              {naming.on !== undefined && <span className={styles.where}>{displayName(diagram, naming.on)}</span>}
            </button>
            <Button look="icon" aria-label={`Take back ${flawName({ id: naming.rule })}`} onClick={() => editor.dispatch(unnameWeakness(editor.store.getState().diagram, naming))}>
              <X size={13} />
            </Button>
          </li>
        ))}
      </ul>
      <select aria-label="Where" className={styles.select} value={where} onChange={(event) => setWhere(event.target.value)}>
        <option value="">Anywhere in the design</option>
        {[...diagram.components.values(), ...diagram.connections.values()].map(({ id }) => (
          <option key={id} value={id}>
            {displayName(diagram, id)}
          </option>
        ))}
      </select>
      <WeaknessPicker onName={name} />
      <p className={styles.remark} role="status">
        {remark || 'A wrong name costs a point.'}
      </p>
    </section>
  );
}
