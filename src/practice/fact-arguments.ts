import { z } from 'zod';
import { entity } from './facts/fact.ts';
import { selectorSchema } from './facts/selector.ts';
import { type Fact, factDefinitions } from './facts.ts';

/** What a form offers for an argument of a fact. `json` is what only text can say. */
type ArgumentType = 'entity' | 'entities' | 'lines' | 'selector' | 'conditions' | 'kind' | 'choice' | 'number' | 'boolean' | 'json';

/** An argument of a word of the vocabulary. */
export interface FactArgument {
  readonly name: string;
  readonly type: ArgumentType;
  readonly isOptional: boolean;
  /** What can be chosen; empty unless the type is `choice`. */
  readonly options: readonly string[];
}

/** The arguments of a word, as its schema declares them; undefined for a word that is none, and for `all`, `any` and `not`. */
export function argumentsOf(word: string): readonly FactArgument[] | undefined {
  const definition = factDefinitions.find(({ name }) => name === word);
  if (!definition) return undefined;
  const shape: Readonly<Record<string, z.core.$ZodType>> = definition.schema.shape;
  return Object.entries(shape)
    .filter(([name]) => name !== 'fact')
    .map(([name, schema]) => {
      const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
      return { name, type: typeOf(name, inner), isOptional: inner !== schema, options: inner instanceof z.ZodEnum ? inner.options.map(String) : [] };
    });
}

function typeOf(name: string, schema: z.core.$ZodType): ArgumentType {
  if (schema === entity) return 'entity';
  if (schema === selectorSchema) return 'selector';
  if (name === 'where') return 'conditions';
  const item = itemOf(schema);
  if (item) return item === entity ? 'entities' : item instanceof z.ZodString ? 'lines' : 'json';
  if (name === 'kind') return 'kind';
  if (schema instanceof z.ZodEnum) return 'choice';
  if (schema instanceof z.ZodNumber) return 'number';
  return schema instanceof z.ZodBoolean ? 'boolean' : 'json';
}

/** What a list is of; undefined for what is no list. */
function itemOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const inner = schema instanceof z.ZodReadonly ? schema.unwrap() : schema;
  return inner instanceof z.ZodArray ? inner.element : undefined;
}

/** An entity that a fact names, and where in it. */
export interface NamedEntity {
  readonly path: readonly PropertyKey[];
  readonly name: string;
}

/** Every entity that a fact names, also inside `all`, `any` and `not`. */
export function entitiesNamed(fact: Fact): readonly NamedEntity[] {
  if (fact.fact === 'not') return entitiesNamed(fact.of).map(inside('of'));
  if (fact.fact === 'all' || fact.fact === 'any') return fact.of.flatMap((each, index) => entitiesNamed(each).map(inside('of', index)));
  const values = new Map<string, unknown>(Object.entries(fact));
  return (argumentsOf(fact.fact) ?? [])
    .filter(({ type }) => type === 'entity' || type === 'entities')
    .flatMap(({ name }) => {
      const value = values.get(name);
      return Array.isArray(value) ? value.map((each, index) => ({ path: [name, index], name: String(each) })) : typeof value === 'string' ? [{ path: [name], name: value }] : [];
    });
}

/** The same one, seen from what holds the fact. */
export const inside =
  (...path: readonly PropertyKey[]) =>
  (named: NamedEntity): NamedEntity => ({ ...named, path: [...path, ...named.path] });
