import { optionLabel } from '#catalog/wording.ts';
import { useEditorState } from '#ui/parts/editor-context.tsx';
import { Segmented } from '#ui/parts/Segmented.tsx';
import fields from './fields.module.css';
import type { ControlProps } from './form-model.ts';
import { ListControl } from './ListControl.tsx';
import { NumberControl } from './NumberControl.tsx';

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

/** The control that fits the type of a property. An empty one means "not stated". */
export function FieldControl(props: ControlProps) {
  const { property, common, id, describedBy, products, gesture, onChange } = props;
  const value = common.isMixed ? undefined : common.value;
  const emptyText = common.isMixed ? 'Mixed' : 'Not stated';
  switch (property.type) {
    case 'boolean':
      return <Segmented hidesLabel label={property.label} value={value === true ? 'yes' : value === false ? 'no' : undefined} options={yesOrNo} onChange={(next) => onChange(next === 'yes')} />;
    case 'enum':
      return (
        <Choice id={id} describedBy={describedBy} value={typeof value === 'string' ? value : ''} emptyText={emptyText} onChange={onChange}>
          {property.options.map((option) => ({ value: option, label: optionLabel(option) }))}
        </Choice>
      );
    case 'reference':
      return <ReferenceControl {...props} />;
    case 'integer':
    case 'number':
    case 'ratio':
      return <NumberControl {...props} />;
    case 'list':
      return <ListControl {...props} />;
    case 'product':
      return (
        <>
          <input id={id} className={fields.input} aria-describedby={describedBy} list={`${id}-products`} placeholder={emptyText} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value, gesture)} />
          <datalist id={`${id}-products`}>
            {products.map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      );
    case 'text':
      return property.long ? (
        <textarea id={id} className={fields.input} aria-describedby={describedBy} rows={3} placeholder={placeholderOf(props, emptyText)} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value, gesture)} />
      ) : (
        <input id={id} className={fields.input} aria-describedby={describedBy} placeholder={placeholderOf(props, emptyText)} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value, gesture)} />
      );
    case 'record':
      return <RecordControl {...props} />;
  }
}

function placeholderOf({ name, property }: ControlProps, emptyText: string): string {
  if (name === 'rationale') return 'Product → property → benefit here';
  return property.typical === undefined ? emptyText : `${emptyText}, e.g. ${String(property.typical)}`;
}

interface ChoiceProps {
  readonly id: string;
  readonly describedBy: string;
  readonly value: string;
  readonly emptyText: string;
  readonly children: readonly { readonly value: string; readonly label: string }[];
  onChange(value: unknown): void;
}

/** A select in which "not stated" is a choice like any other. */
function Choice({ id, describedBy, value, emptyText, children, onChange }: ChoiceProps) {
  return (
    <select id={id} className={fields.input} aria-describedby={describedBy} value={value} data-empty={value === ''} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}>
      <option value="">{emptyText}</option>
      {children.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function ReferenceControl({ property, common, id, describedBy, onChange }: ControlProps) {
  const diagram = useEditorState((state) => state.diagram);
  const table = property.type === 'reference' && property.to === 'boundary' ? diagram.boundaries : diagram.components;
  const value = common.isMixed || typeof common.value !== 'string' ? '' : common.value;
  return (
    <Choice id={id} describedBy={describedBy} value={value} emptyText={common.isMixed ? 'Mixed' : 'Not stated'} onChange={onChange}>
      {[...table.values()].map((record) => ({ value: record.id, label: record.name }))}
    </Choice>
  );
}

/** The fields of one structure, each with its own label; the structure goes with its last field. */
function RecordControl({ property, common, ...rest }: ControlProps) {
  if (property.type !== 'record') return null;
  const value: Readonly<Record<string, unknown>> = !common.isMixed && typeof common.value === 'object' ? { ...common.value } : {};
  const put = (name: string, next: unknown, gesture?: string): void => {
    const { [name]: _, ...others } = value;
    const changed = next === undefined ? others : { ...others, [name]: next };
    rest.onChange(Object.keys(changed).length === 0 ? undefined : changed, gesture);
  };
  return (
    <div id={rest.id} role="group" aria-label={property.label} className={fields.form}>
      {Object.entries(property.fields).map(([name, field]) => (
        <div key={name} className={fields.field}>
          <label htmlFor={`${rest.id}-${name}`} title={field.help}>
            {field.label}
          </label>
          <FieldControl
            {...rest}
            name={name}
            property={field}
            common={common.isMixed ? common : { isMixed: false, value: value[name] }}
            id={`${rest.id}-${name}`}
            gesture={`${rest.gesture}.${name}`}
            onChange={(next, gesture) => put(name, next, gesture)}
          />
        </div>
      ))}
    </div>
  );
}
