import { z } from 'zod';
import { entity } from './facts/fact.ts';
import { selectorSchema } from './facts/selector.ts';
import { factDefinitions } from './facts.ts';

/** What a form offers for an argument of a fact. `json` is what only text can say. */
type ArgumentType = 'entity' | 'selector' | 'conditions' | 'kind' | 'choice' | 'number' | 'boolean' | 'json';

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
  if (name === 'kind') return 'kind';
  if (schema instanceof z.ZodEnum) return 'choice';
  if (schema instanceof z.ZodNumber) return 'number';
  return schema instanceof z.ZodBoolean ? 'boolean' : 'json';
}
