import { z } from 'zod';
import type { Property, ValueType } from './property.ts';

/** Checks a bag of properties: known names against their type, unknown ones kept as they are. Every name is optional. */
export function propertiesSchema(table: Readonly<Record<string, Property>>): z.ZodType<Record<string, unknown>> {
  return z.looseObject(Object.fromEntries(Object.entries(table).map(([name, property]) => [name, valueSchema(property).optional().meta({ description: property.help })])));
}

/** The schema of one value. Its messages continue the name of the field: "must be ...". */
export function valueSchema(value: ValueType): z.ZodType {
  switch (value.type) {
    case 'enum':
      return z.enum([...value.options] as [string, ...string[]], `must be one of ${value.options.join(', ')}`);
    case 'integer':
    case 'number':
      return numberSchema(value);
    case 'ratio':
      return z.number('must be a number from 0 to 1').min(0, 'must not be below 0').max(1, 'must not be above 1');
    case 'boolean':
      return z.boolean('must be true or false');
    case 'text':
    case 'product':
    case 'reference':
      return z.string('must be text in quotes');
    case 'record':
      return propertiesSchema(value.fields);
    case 'list':
      return z.array(valueSchema(value.item), 'must be a list in square brackets');
  }
}

function numberSchema(value: Extract<ValueType, { readonly type: 'integer' | 'number' }>): z.ZodType {
  const noun = value.type === 'integer' ? 'a whole number' : 'a number';
  const message = value.word === undefined ? `must be ${noun}` : `must be ${noun} or "${value.word}"`;
  const bare = value.type === 'integer' ? z.number(message).int(message) : z.number(message);
  const low = value.min === undefined ? bare : bare.min(value.min, `must not be below ${value.min}`);
  const ranged = value.max === undefined ? low : low.max(value.max, `must not be above ${value.max}`);
  return value.word === undefined ? ranged : z.union([ranged, z.literal(value.word)], message);
}
