import { useState } from 'react';
import type { Property, ValueType } from '#catalog/property.ts';
import { optionLabel, valueText } from '#catalog/wording.ts';
import { readQuantity } from '#ui/parts/quantity-input.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DraftField } from './DraftField.tsx';

interface PropertyFieldsProps {
  readonly properties: Readonly<Record<string, Property>>;
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
  onChange(name: string, value: unknown): void;
}

/** A field for each property; an empty one says nothing. Values that are not of its type stay until they are changed. */
export const PropertyFields = ({ properties, path, values, onChange }: PropertyFieldsProps) =>
  Object.entries(properties).map(([name, property]) => <PropertyField key={name} property={property} path={`${path}.${name}`} value={values[name]} onChange={(value) => onChange(name, value)} />);

interface PropertyFieldProps {
  readonly property: Property;
  readonly path: string;
  readonly value: unknown;
  onChange(value: unknown): void;
}

const notStated = 'Not stated';
const yesOrNo = [{ value: 'true', label: 'Yes' }, { value: 'false', label: 'No' }];

function PropertyField({ property, path, value, onChange }: PropertyFieldProps) {
  const { label, help } = property;
  switch (property.type) {
    case 'enum':
      return <ChoiceField label={label} help={help} path={path} value={typeof value === 'string' ? value : undefined} none={notStated} choices={property.options.map((each) => ({ value: each, label: optionLabel(each) }))} onChange={onChange} />;
    case 'boolean':
      return <ChoiceField label={label} help={help} path={path} value={typeof value === 'boolean' ? String(value) : undefined} none={notStated} choices={yesOrNo} onChange={(next) => onChange(next === undefined ? undefined : next === 'true')} />;
    case 'integer':
    case 'number':
    case 'ratio':
      return <QuantityField property={property} path={path} value={value} onChange={onChange} />;
    default:
      return <DraftField label={label} help={help} path={path}>{(field) => <input {...field} placeholder={notStated} value={value === undefined ? '' : String(value)} onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)} />}</DraftField>;
  }
}

type Quantity = Property & Extract<ValueType, { readonly type: 'integer' | 'number' | 'ratio' }>;

/** A number as people write it: "5,000", "30 s", "99.9 %". What is none goes on as text, so that it is objected to and never lost. */
function QuantityField({ property, path, value, onChange }: Omit<PropertyFieldProps, 'property'> & { readonly property: Quantity }) {
  const [text, setText] = useState(typeof value === 'number' ? valueText(property, value) : String(value ?? ''));
  const read = readQuantity(text, property);
  return (
    <DraftField label={property.label} help={property.help} path={path} fault={read.ok ? undefined : read.error}>
      {(field) => (
        <input
          {...field}
          inputMode="decimal"
          placeholder={property.typical === undefined ? notStated : `${notStated}, e.g. ${valueText(property, property.typical)}`}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            const next = readQuantity(target.value, property);
            onChange(next.ok ? next.value : target.value);
          }}
        />
      )}
    </DraftField>
  );
}
