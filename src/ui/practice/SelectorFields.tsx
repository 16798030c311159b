import { kindOf, kinds } from '#catalog/kinds.ts';
import { isObject } from '#formats/json/parse.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { ConditionRows } from './ConditionRows.tsx';
import { JsonField } from './DraftText.tsx';
import { useKeptArguments } from './use-kept-arguments.ts';

/** Every kind of component as a choice. */
export const kindChoices = kinds.map(({ id, label }) => ({ value: id, label }));

interface SelectorFieldsProps {
  readonly label: string;
  readonly path: string;
  readonly value: unknown;
  readonly isOptional: boolean;
  onChange(value: unknown): void;
}

/** A sort of component: its kind, and conditions on what it states. Several kinds at once are written as text. */
export function SelectorFields({ label, path, value, isOptional, onChange }: SelectorFieldsProps) {
  const { keep, kept } = useKeptArguments();
  const selector = isObject(value) ? value : undefined;
  if (value !== undefined && typeof selector?.['kind'] !== 'string') return <JsonField label={label} path={path} value={value} onChange={onChange} />;
  const kind = typeof selector?.['kind'] === 'string' ? selector['kind'] : undefined;
  const change = (next: string | undefined): void => {
    keep(kind, value);
    onChange(next === undefined ? undefined : (kept(next) ?? { kind: next }));
  };
  return (
    <>
      <ChoiceField label={label} path={selector ? `${path}.kind` : path} value={kind} choices={kindChoices} none={isOptional ? 'Any' : 'Choose a kind'} isNeeded={!isOptional} onChange={change} />
      {kind !== undefined && (
        <ConditionRows
          key={kind}
          label={`${label}: conditions`}
          path={`${path}.where`}
          value={selector?.['where']}
          properties={kindOf(kind)?.properties ?? {}}
          onChange={(where) => onChange(where ? { kind, where } : { kind })}
        />
      )}
    </>
  );
}
