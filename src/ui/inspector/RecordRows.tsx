import { Plus, X } from 'lucide-react';
import { optionLabel } from '#catalog/wording.ts';
import type { Property } from '#catalog/property.ts';
import { Button } from '#ui/parts/Button.tsx';
import fields from './fields.module.css';

interface RecordRowsProps {
  readonly table: Readonly<Record<string, Property>>;
  readonly items: readonly unknown[];
  readonly label: string;
  onPut(items: readonly unknown[]): void;
}

/** Structures of a list, a row each: routes, indexes, indexed fields. */
export function RecordRows({ table, items, label, onPut }: RecordRowsProps) {
  const change = (index: number, name: string, value: unknown): void => {
    const record = asRecord(items[index]);
    onPut(items.with(index, { ...record, [name]: value === '' ? undefined : value }));
  };
  return (
    <div role="group" aria-label={label} className={fields.rows}>
      {items.map((item, index) => (
        <div key={`${index}`} className={fields.row}>
          {Object.entries(table).map(([name, property]) => (
            <RecordCell key={name} label={`${property.label} ${index + 1}`} property={property} value={asRecord(item)[name]} onChange={(value) => change(index, name, value)} />
          ))}
          <Button look="icon" aria-label={`Remove ${label} ${index + 1}`} onClick={() => onPut(items.filter((_, other) => other !== index))}>
            <X size={13} />
          </Button>
        </div>
      ))}
      <Button look="quiet" onClick={() => onPut([...items, {}])}>
        <Plus size={13} /> Add
      </Button>
    </div>
  );
}

function RecordCell({ label, property, value, onChange }: { readonly label: string; readonly property: Property; readonly value: unknown; onChange(value: unknown): void }) {
  if (property.type === 'enum') {
    return (
      <select className={fields.input} aria-label={label} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)}>
        <option value="">Type</option>
        {property.options.map((option) => (
          <option key={option} value={option}>
            {optionLabel(option)}
          </option>
        ))}
      </select>
    );
  }
  const isList = property.type === 'list';
  const text = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
  return <input key={text} className={fields.input} aria-label={label} placeholder={property.label} defaultValue={text} onBlur={(event) => event.target.value !== text && onChange(isList ? split(event.target.value) : event.target.value)} />;
}

const split = (text: string): readonly string[] => text.split(',').map((part) => part.trim()).filter((part) => part !== '');
const asRecord = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {});
