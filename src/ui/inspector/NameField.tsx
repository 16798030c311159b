import { useId } from 'react';
import { setName } from '#diagram/commands/set-name.ts';
import type { Id } from '#diagram/diagram.ts';
import { useEditor } from '#ui/parts/editor-context.tsx';
import fields from './fields.module.css';

/** The name of a record, or the text of a note. Typing is one step. */
export function NameField({ id, label, value, isLong = false }: { readonly id: Id; readonly label: string; readonly value: string; readonly isLong?: boolean }) {
  const editor = useEditor();
  const field = useId();
  const change = (name: string): void => void editor.dispatch(setName(editor.store.getState().diagram, { id, name, gesture: `name:${id}` }));
  return (
    <div className={fields.field}>
      <label htmlFor={field}>{label}</label>
      {isLong ? (
        <textarea id={field} className={fields.input} rows={4} value={value} onChange={(event) => change(event.target.value)} />
      ) : (
        <input id={field} className={fields.input} value={value} onChange={(event) => change(event.target.value)} />
      )}
    </div>
  );
}
