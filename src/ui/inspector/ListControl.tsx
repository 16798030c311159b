import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { optionLabel, valueText } from '#catalog/wording.ts';
import { putEntity } from '#diagram/commands/entities.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import type { ControlProps } from './form-model.ts';
import fields from './fields.module.css';
import { RecordRows } from './RecordRows.tsx';

/** A list: chips to toggle for words and records of the diagram, rows for texts and structures. */
export function ListControl(props: ControlProps) {
  const { property, common, onChange } = props;
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  if (property.type !== 'list') return null;
  const { item } = property;
  const items: readonly unknown[] = !common.isMixed && Array.isArray(common.value) ? common.value : [];
  const put = (next: readonly unknown[]): void => onChange(next.length > 0 ? next : undefined);
  if (item.type === 'enum') return <Chips {...props} options={item.options.map((option) => ({ value: option, label: optionLabel(option) }))} items={items} onPut={put} />;
  if (item.type === 'reference') {
    const records = item.to === 'entity' ? diagram.entities : item.to === 'boundary' ? diagram.boundaries : diagram.components;
    const options = [...records.values()].map(({ id, name }) => ({ value: id, label: name }));
    const create = (name: string): void => {
      const id = editor.freshId();
      editor.dispatch(putEntity(diagram, { entity: { id, name } }));
      put([...items, id]);
    };
    return <Chips {...props} options={options} items={items} onPut={put} {...(item.to === 'entity' ? { onCreate: create } : {})} />;
  }
  if (item.type === 'record') return <RecordRows table={item.fields} items={items} onPut={put} label={property.label} />;
  return <TextRows {...props} items={items} onPut={put} />;
}

interface ChipsProps extends ControlProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly items: readonly unknown[];
  onPut(items: readonly unknown[]): void;
  onCreate?(name: string): void;
}

function Chips({ id, property, options, items, onPut, onCreate }: ChipsProps) {
  const [name, setName] = useState('');
  return (
    <div id={id} role="group" aria-label={property.label} className={fields.chips}>
      {options.map(({ value, label }) => (
        <button key={value} type="button" className={fields.chip} aria-pressed={items.includes(value)} onClick={() => onPut(items.includes(value) ? items.filter((item) => item !== value) : [...items, value])}>
          {label}
        </button>
      ))}
      {onCreate && (
        <input
          className={fields.chipInput}
          aria-label="New entity"
          placeholder="New entity"
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || name.trim() === '') return;
            onCreate(name.trim());
            setName('');
          }}
        />
      )}
      {options.length === 0 && !onCreate && <span className={fields.none}>Nothing to choose from yet.</span>}
    </div>
  );
}

function TextRows({ id, property, items, gesture, onPut, onChange }: ControlProps & { readonly items: readonly unknown[]; onPut(items: readonly unknown[]): void }) {
  return (
    <div id={id} role="group" aria-label={property.label} className={fields.rows}>
      {items.map((item, index) => (
        // A text has no identity but its place.
        <div key={`${index}`} className={fields.row}>
          <input className={fields.input} aria-label={`${property.label} ${index + 1}`} value={valueText({ type: 'text' }, item)} onChange={(event) => onChange(items.with(index, event.target.value), gesture)} />
          <Button look="icon" aria-label={`Remove ${property.label} ${index + 1}`} onClick={() => onPut(items.filter((_, other) => other !== index))}>
            <X size={13} />
          </Button>
        </div>
      ))}
      <Button look="quiet" onClick={() => onPut([...items, ''])}>
        <Plus size={13} /> Add
      </Button>
    </div>
  );
}
