import { z } from 'zod';
import type { Truth } from '#base/truth.ts';
import { isStated } from '#catalog/key-properties.ts';
import type { Property } from '#catalog/property.ts';
import { inSentence, valueText } from '#catalog/wording.ts';

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

const words: Readonly<Record<Operator, string>> = { '=': '', '!=': 'not ', '<': 'below ', '<=': 'at most ', '>': 'above ', '>=': 'at least ', includes: 'with ', stated: '' };

/** A condition in words: "expiry (TTL) above 0 ms". */
export function conditionWords([name, operator, wanted]: Condition, property: Property | undefined): string {
  const subject = inSentence(property?.label ?? name);
  if (operator === 'stated') return `${subject} ${wanted === true ? 'stated' : 'left open'}`;
  const type = property?.type === 'list' ? property.item : property;
  return `${subject} ${words[operator]}${inSentence(valueText(type ?? { type: 'text' }, wanted))}`;
}
