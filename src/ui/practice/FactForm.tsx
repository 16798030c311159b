import { connectionProperties } from '#catalog/connection.ts';
import { entityProperties } from '#catalog/diagram-fields.ts';
import { optionLabel } from '#catalog/wording.ts';
import { isObject } from '#formats/json/parse.ts';
import { argumentsOf, type FactArgument } from '#practice/fact-arguments.ts';
import { factDefinitions } from '#practice/facts.ts';
import { type Choice, ChoiceField, NumberField } from './ChoiceField.tsx';
import { ConditionRows } from './ConditionRows.tsx';
import { JsonField } from './DraftText.tsx';
import type { DraftEntity } from './own-draft.ts';
import { kindChoices, SelectorFields } from './SelectorFields.tsx';

const joining: Readonly<Record<string, string>> = {
  all: 'Every one of several facts holds.',
  any: 'At least one of several facts holds.',
  not: 'A fact does not hold.',
};

const words: readonly Choice[] = [...factDefinitions.map(({ name }) => name), ...Object.keys(joining)].map((word) => ({ value: word, label: word }));

interface FactFormProps {
  readonly fact: unknown;
  readonly path: string;
  readonly entities: readonly DraftEntity[];
  onChange(fact: unknown): void;
}

/** A fact: a word of the vocabulary, then its arguments. */
export function FactForm({ fact, path, entities, onChange }: FactFormProps) {
  if (fact !== undefined && !isObject(fact)) return <JsonField label="Fact, as JSON" path={path} value={fact} onChange={onChange} />;
  const word = typeof fact?.['fact'] === 'string' ? fact['fact'] : undefined;
  const help = word === undefined ? undefined : (factDefinitions.find(({ name }) => name === word)?.help ?? joining[word]);
  const put = (name: string, value: unknown): void => onChange(Object.fromEntries(Object.entries({ ...fact, [name]: value }).filter(([, each]) => each !== undefined)));
  return (
    <>
      <ChoiceField
        label="Fact"
        path={word === undefined ? path : `${path}.fact`}
        value={word}
        choices={words}
        none="Choose a fact"
        help={help ?? 'What the judge looks for in the diagram.'}
        onChange={(next) => onChange(next === undefined ? undefined : factOf(next, fact, entities))}
      />
      {word !== undefined && joining[word] !== undefined && (
        <JsonField key={word} label={word === 'not' ? 'The fact, as JSON' : 'The facts, as JSON'} path={`${path}.of`} value={fact?.['of']} onChange={(of) => put('of', of)} />
      )}
      {(argumentsOf(word ?? '') ?? []).map((argument) => (
        <Argument key={`${word} ${argument.name}`} argument={argument} path={`${path}.${argument.name}`} value={fact?.[argument.name]} ofEntity={word === 'entity'} entities={entities} onChange={(value) => put(argument.name, value)} />
      ))}
    </>
  );
}

interface ArgumentProps {
  readonly argument: FactArgument;
  readonly path: string;
  readonly value: unknown;
  /** Whether its conditions are about an entity, not about a connection. */
  readonly ofEntity: boolean;
  readonly entities: readonly DraftEntity[];
  onChange(value: unknown): void;
}

function Argument({ argument: { name, type, options, isOptional }, path, value, ofEntity, entities, onChange }: ArgumentProps) {
  const label = labels[name] ?? optionLabel(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  const chosen = typeof value === 'string' ? value : undefined;
  const none = isOptional ? 'Any' : 'Choose one';
  const choice = (choices: readonly Choice[]) => <ChoiceField label={label} path={path} value={chosen} choices={choices} none={none} onChange={onChange} />;
  switch (type) {
    case 'entity':
      return choice(entities.map((entity) => ({ value: entity.id, label: entity.name })));
    case 'kind':
      return choice(kindChoices);
    case 'choice':
      return choice(options.map((each) => ({ value: each, label: optionLabel(each) })));
    case 'boolean':
      return (
        <ChoiceField
          label={label}
          path={path}
          value={typeof value === 'boolean' ? String(value) : undefined}
          choices={[{ value: 'true', label: 'Yes' }, { value: 'false', label: 'No' }]}
          none="Not said"
          onChange={(next) => onChange(next === undefined ? undefined : next === 'true')}
        />
      );
    case 'number':
      return <NumberField label={label} path={path} value={value} onChange={onChange} />;
    case 'selector':
      return <SelectorFields label={label} path={path} value={value} isOptional={isOptional} onChange={onChange} />;
    case 'conditions':
      return <ConditionRows label={label} path={path} value={value} properties={ofEntity ? entityProperties : connectionProperties} onChange={onChange} />;
    case 'json':
      return <JsonField label={`${label}, as JSON`} path={path} value={value} onChange={onChange} />;
  }
}

/** Arguments whose name alone says too little. */
const labels: Readonly<Record<string, string>> = { of: 'Of this sort', in: 'In a store of this sort', by: 'By a lock of this sort', first: 'Asked first', where: 'Conditions', below: 'Below (0 to 1)', hitRatio: 'Hit ratio (0 to 1)' };

/** A fact with this word, and with as much of the earlier one as fits. */
function factOf(word: string, before: Readonly<Record<string, unknown>> | undefined, entities: readonly DraftEntity[]): Readonly<Record<string, unknown>> {
  if (word === 'not') return { fact: word, of: before ?? {} };
  if (joining[word] !== undefined) return { fact: word, of: Array.isArray(before?.['of']) ? before['of'] : before ? [before] : [] };
  const kept = (argumentsOf(word) ?? []).map(({ name, type, isOptional, options }) => {
    const first = type === 'entity' ? entities[0]?.id : type === 'choice' ? options[0] : type === 'json' ? [] : undefined;
    const old = typeof before?.[name] === 'object' && type !== 'selector' && type !== 'conditions' ? undefined : before?.[name];
    return [name, old ?? (isOptional ? undefined : first)] as const;
  });
  return { fact: word, ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)) };
}
