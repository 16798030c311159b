import { z } from 'zod';
import { memoByIdentity } from '#base/memo.ts';
import type { Property, ValueType } from './property.ts';

/** Checks a bag of properties: known names against their type, unknown ones kept as they are. Every name is optional. */
export function propertiesSchema(table: Readonly<Record<string, Property>>): z.ZodType<Record<string, unknown>> {
  const fields = Object.entries(table).map(([name, property]) => [name, propertySchema(property)]);
  return z.looseObject(Object.fromEntries(fields), 'must be an object in curly brackets');
}

/** Checks one property; undefined passes. Built when it is first needed, and once: kinds share many properties, and building is slow. */
export const propertySchema: (property: Property) => z.ZodType = memoByIdentity((property: Property): z.ZodType => valueSchema(property).optional().register(z.globalRegistry, { description: property.help }));

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

function numberSchema({ type, min, max, word }: Extract<ValueType, { readonly type: 'integer' | 'number' }>): z.ZodType {
  const message = `must be ${type === 'integer' ? 'a whole number' : 'a number'}${word === undefined ? '' : ` or "${word}"`}`;
  const low = min === undefined ? [] : [z.gte(min, `must not be below ${min}`)];
  const high = max === undefined ? [] : [z.lte(max, `must not be above ${max}`)];
  // One call: each makes a copy.
  const number = (type === 'integer' ? z.int(message) : z.number(message)).check(...low, ...high);
  return word === undefined ? number : z.union([number, z.literal(word)], message);
}
