import { z } from 'zod';
import type { Truth } from '#base/truth.ts';
import { isStated } from '#catalog/key-properties.ts';
import type { Property, ValueType } from '#catalog/property.ts';
import { inSentence, valueText } from '#catalog/wording.ts';
import { listed } from '#rules/message.ts';

export const operators = ['=', '!=', '<', '<=', '>', '>=', 'includes', 'stated'] as const;
type Operator = (typeof operators)[number];

const value = z.union([z.string(), z.number(), z.boolean()], 'must be text, a number, true or false');

/** A property, an operator, a value: `["ttlMs", ">", 0]`. */
export const conditionSchema = z.tuple([z.string('must be the name of a property'), z.enum(operators, `must be one of ${operators.join(' ')}`), value], 'must be a list of property, operator and value').readonly();
export type Condition = z.infer<typeof conditionSchema>;

/**
 * Whether stated values meet a condition; undefined while the property is not stated. Options of an enum are compared in
 * their order, "unlimited" is more than any number; another word ("none") is neither more nor less. As everywhere, a boolean excuse that
 * nobody has stated is absent: `!= true` holds for it. What should be stated and is not stays open: somebody may still say it.
 */
export function meets([, operator, wanted]: Condition, stated: unknown, property: Property | undefined): Truth {
  const says = isStated(stated) && stated !== '';
  if (operator === 'stated') return says ? wanted === true : wanted === true ? undefined : true;
  if (!says) return operator === '!=' && wanted === true ? true : undefined;
  if (operator === 'includes') return Array.isArray(stated) && stated.includes(wanted);
  if (operator === '=') return stated === wanted;
  if (operator === '!=') return stated !== wanted;
  const [a, b] = [magnitude(stated, property), magnitude(wanted, property)];
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function magnitude(value: unknown, property: Property | undefined): number {
  if (typeof value === 'number') return value;
  if (property?.type === 'enum') return property.options.indexOf(String(value));
  return value === 'unlimited' ? Number.POSITIVE_INFINITY : Number.NaN;
}

const comparing: Readonly<Partial<Record<Operator, string>>> = { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' };

/** Conditions in words, each field as its form calls it: "with “Replicas” above 0 and “Use case: sessions”". */
export function conditionsWords(conditions: readonly Condition[], propertyOf: (name: string) => Property | undefined): string {
  const wanted = conditions.filter((condition) => !isExcuse(condition)).map((condition, index, all) => conditionWords(condition, propertyOf(condition[0]), all[index - 1]?.[0] === condition[0]));
  const unwanted = conditions.filter(isExcuse).map(([name]) => `“${labelOf(name, propertyOf(name))}”`);
  return [wanted.length > 0 && `with ${listed(wanted)}`, unwanted.length > 0 && `without ${listed(unwanted)}`].filter(Boolean).join(' and ');
}

/** What is stated instead of what a condition asks for: "“Timeout: 200 ms”, not at most 50 ms". */
export function foundWords([name, operator, wanted]: Condition, stated: unknown, property: Property | undefined): string {
  const found = `“${labelOf(name, property)}: ${inValue(stated, property)}”`;
  if (comparing[operator]) return `${found}, not ${comparing[operator]} ${inValue(wanted, property)}`;
  if (operator === 'includes') return `${found}, without ${inValue(wanted, itemOf(property))}`;
  return operator === '=' && typeof wanted !== 'boolean' ? `${found}, not ${inValue(wanted, property)}` : found;
}

const isExcuse = ([, operator, wanted]: Condition): boolean => operator === '!=' && wanted === true;

function conditionWords([name, operator, wanted]: Condition, property: Property | undefined, isMore: boolean): string {
  const label = labelOf(name, property);
  const field = isMore ? '' : `“${label}” `;
  if (comparing[operator]) return `${field}${operator.endsWith('=') ? 'of ' : ''}${comparing[operator]} ${inValue(wanted, property)}`;
  if (operator === 'stated') return `“${label}” ${wanted === true ? 'stated' : 'left open'}`;
  if (operator === 'includes') return `“${label}” including ${inValue(wanted, itemOf(property))}`;
  return operator === '=' ? `“${label}: ${inValue(wanted, property)}”` : `${field}other than ${inValue(wanted, property)}`;
}

const labelOf = (name: string, property: Property | undefined): string => property?.label ?? name;

const itemOf = (property: Property | undefined): ValueType | undefined => (property?.type === 'list' ? property.item : property);

const inValue = (value: unknown, type: ValueType | undefined): string => inSentence(valueText(type ?? { type: 'text' }, value));
