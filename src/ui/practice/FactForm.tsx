import { Plus } from 'lucide-react';
import { isObject } from '#formats/json/parse.ts';
import { argumentsOf } from '#practice/fact-arguments.ts';
import { factDefinitions } from '#practice/facts.ts';
import { Button } from '#ui/parts/Button.tsx';
import { type Choice, ChoiceField } from './ChoiceField.tsx';
import styles from './DraftForm.module.css';
import { JsonField, ListProblems } from './DraftText.tsx';
import { FactArgumentField } from './FactArgumentField.tsx';
import type { DraftEntity } from './own-draft.ts';
import { useKeptArguments } from './use-kept-arguments.ts';

const joining: Readonly<Record<string, string>> = {
  all: 'Every one of several facts holds.',
  any: 'At least one of several facts holds.',
  not: 'A fact does not hold.',
};

const words: readonly Choice[] = [...factDefinitions.map(({ name }) => name), ...Object.keys(joining)].map((word) => ({ value: word, label: word }));

interface FactFormProps {
  readonly fact: unknown;
  readonly path: string;
  readonly label?: string;
  /** What stands where no fact is chosen, if that can be. */
  readonly none?: string;
  readonly entities: readonly DraftEntity[];
  onChange(fact: unknown): void;
}

/** A fact: a word of the vocabulary, then its arguments, or the facts that it joins. */
export function FactForm({ fact, path, label = 'Fact', none, entities, onChange }: FactFormProps) {
  const { keep, kept } = useKeptArguments();
  if (fact !== undefined && !isObject(fact)) return <JsonField label={`${label}, as JSON`} path={path} value={fact} onChange={onChange} />;
  const word = typeof fact?.['fact'] === 'string' ? fact['fact'] : undefined;
  const help = word === undefined ? undefined : (factDefinitions.find(({ name }) => name === word)?.help ?? joining[word]);
  const put = (name: string, value: unknown): void => onChange(Object.fromEntries(Object.entries({ ...fact, [name]: value }).filter(([, each]) => each !== undefined)));
  return (
    <>
      <ChoiceField
        label={label}
        isWide
        path={word === undefined ? path : `${path}.fact`}
        value={word}
        choices={words}
        none={none ?? 'Choose a fact'}
        isNeeded={none === undefined}
        help={help ?? 'What the judge looks for in the diagram.'}
        onChange={(next) => {
          keep(word, fact);
          onChange(next === undefined ? undefined : (kept(next) ?? factOf(next, fact, entities)));
        }}
      />
      {word === 'not' && (
        <fieldset className={styles.check} data-path={`${path}.of`}>
          <legend>What must not hold</legend>
          <FactForm fact={fact?.['of']} path={`${path}.of`} entities={entities} onChange={(of) => put('of', of)} />
        </fieldset>
      )}
      {(word === 'all' || word === 'any') && <FactRows facts={fact?.['of']} path={`${path}.of`} entities={entities} onChange={(of) => put('of', of)} />}
      {(argumentsOf(word ?? '') ?? []).map((argument) => (
        <FactArgumentField key={`${word} ${argument.name}`} argument={argument} path={`${path}.${argument.name}`} value={fact?.[argument.name]} ofEntity={word === 'entity'} entities={entities} onChange={(value) => put(argument.name, value)} />
      ))}
    </>
  );
}

interface FactRowsProps {
  readonly facts: unknown;
  readonly path: string;
  readonly entities: readonly DraftEntity[];
  onChange(facts: readonly unknown[]): void;
}

/** The facts that are joined, one after the other. */
function FactRows({ facts, path, entities, onChange }: FactRowsProps) {
  const rows: readonly unknown[] = Array.isArray(facts) ? facts : [];
  return (
    <div className={styles.inside} data-home>
      {rows.map((each, index) => (
        // A fact has no name of its own, and facts never change their order.
        <fieldset key={`${rows.length} ${index}`} className={styles.check} data-path={`${path}.${index}`}>
          <legend>Part {index + 1}</legend>
          <FactForm fact={each ?? undefined} path={`${path}.${index}`} entities={entities} onChange={(next) => onChange(rows.with(index, next))} />
          <div className={styles.checkFoot}>
            <Button look="quiet" aria-label={`Remove part ${index + 1}`} onClick={() => onChange(rows.toSpliced(index, 1))}>
              Remove
            </Button>
          </div>
        </fieldset>
      ))}
      <ListProblems path={path} />
      <Button look="quiet" className={styles.addInside} data-add onClick={() => onChange([...rows, undefined])}>
        <Plus size={13} aria-hidden="true" /> Add a part
      </Button>
    </div>
  );
}

/** A fact with this word, and with as much of the earlier one as fits. */
function factOf(word: string, before: Readonly<Record<string, unknown>> | undefined, entities: readonly DraftEntity[]): Readonly<Record<string, unknown>> {
  const joined: unknown = before?.['of'];
  if (word === 'not') return { fact: word, of: Array.isArray(joined) ? joined[0] : before };
  if (joining[word] !== undefined) return { fact: word, of: Array.isArray(joined) ? joined : before ? [before] : [undefined] };
  const kept = (argumentsOf(word) ?? []).map(({ name, type, isOptional, options }) => {
    const first = type === 'entity' ? entities[0]?.id : type === 'choice' ? options[0] : type === 'json' || type === 'entities' || type === 'lines' ? [] : undefined;
    const old = typeof before?.[name] === 'object' && type !== 'selector' && type !== 'conditions' ? undefined : before?.[name];
    return [name, old ?? (isOptional ? undefined : first)] as const;
  });
  return { fact: word, ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)) };
}
