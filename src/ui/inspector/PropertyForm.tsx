import type { Kind } from '#catalog/kind.ts';
import { setProperties } from '#diagram/commands/set-properties.ts';
import { useEditor } from '#ui/parts/editor-context.tsx';
import fields from './fields.module.css';
import { FoldedFields } from './FoldedFields.tsx';
import { commonValue, groupTitles, layoutOf, type PropertyTable, type Stated, statedCount, unknownValues } from './form-model.ts';
import { PresetOffer } from './PresetOffer.tsx';
import { PropertyField } from './PropertyField.tsx';

interface PropertyFormProps {
  readonly table: PropertyTable;
  readonly records: readonly Stated[];
  /** Properties that an open question waits for. */
  readonly asked: ReadonlySet<string>;
  readonly kind?: Kind;
}

/** The properties of records as a form, generated from their table: key properties first, the rest folded by meaning. */
export function PropertyForm({ table, records, asked, kind }: PropertyFormProps) {
  const editor = useEditor();
  const { first, groups } = layoutOf(table);
  const ids = records.map(({ id }) => id);
  const change = (name: string, value: unknown, gesture?: string): void => {
    editor.dispatch(setProperties(editor.store.getState().diagram, { ids, values: { [name]: value }, ...(gesture ? { gesture } : {}) }));
  };
  const row = (name: string) => {
    const property = table[name];
    return (
      property && (
        <PropertyField
          key={name}
          name={name}
          property={property}
          common={commonValue(records, name)}
          origin={records.length === 1 ? records[0]?.origins?.[name] : undefined}
          isEstimate={kind?.presets.some(({ estimates }) => estimates?.includes(name)) ?? false}
          isAsked={asked.has(name)}
          products={kind?.products ?? []}
          gesture={`property:${ids.join()}:${name}`}
          onChange={(value, gesture) => change(name, value, gesture)}
        />
      )
    );
  };
  const unknown = unknownValues(records.length === 1 ? records[0] : undefined, table);
  return (
    <div className={fields.form}>
      {first.map((name) => (
        <div key={name}>
          {row(name)}
          {name === 'technology' && kind && <PresetOffer kind={kind} records={records} />}
        </div>
      ))}
      {groups.map(({ group, names }) => (
        <FoldedFields key={group} title={groupTitles[group]} count={`${statedCount(records, names)} of ${names.length}`} isAsked={names.some((name) => asked.has(name))}>
          {names.map(row)}
        </FoldedFields>
      ))}
      {unknown.length > 0 && (
        <details className={fields.group} open>
          <summary>Unknown to this version</summary>
          <dl className={fields.unknown}>
            {unknown.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{JSON.stringify(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
