import { z } from 'zod';
import { every3, type Truth } from '#base/truth.ts';
import type { Kind } from '#catalog/kind.ts';
import { type KindId, kindOf, kinds } from '#catalog/kinds.ts';
import { inSentence } from '#catalog/wording.ts';
import type { Component } from '#diagram/diagram.ts';
import type { DecidingField } from '../judgement.ts';
import { conditionsWords, type Condition, conditionSchema, foundWords, meets } from './condition.ts';
import { listed } from './judging.ts';

const kindIds: readonly string[] = kinds.map(({ id }) => id);
const kind = z.custom<KindId>((value) => typeof value === 'string' && kindIds.includes(value), `must be one of ${kindIds.join(', ')}`);

/** Components by kind and stated values, never by name: `{ kind: "distributed-lock", where: [["ttlMs", ">", 0]] }`. */
export const selectorSchema = z
  .strictObject({ kind: z.union([kind, z.array(kind).readonly()], 'must be a kind or a list of kinds'), where: z.array(conditionSchema, 'must be a list of conditions').readonly().optional() }, 'must be an object with kind and where')
  .superRefine(({ kind: wanted, where = [] }, context) => {
    for (const [index, [name]] of where.entries()) {
      const missing = [wanted].flat().find((id) => !kindOf(id)?.properties[name]);
      if (missing) context.addIssue({ code: 'custom', path: ['where', index, 0], message: `must be a property of ${missing}` });
    }
  })
  .readonly();
export type Selector = z.infer<typeof selectorSchema>;

const kindsOf = (selector: Selector): readonly KindId[] => [selector.kind].flat();

/** Whether the component is of a selected kind, whatever it states. */
export const isOfKind = (selector: Selector, component: Component): boolean => kindsOf(selector).some((id) => id === component.kind);

const propertyOf = (component: Component, name: string): Kind['properties'][string] | undefined => kindOf(component.kind)?.properties[name];

const valueOf = (component: Component, name: string): unknown => Object.entries(component.properties).find(([key]) => key === name)?.[1];

const holds = (component: Component, condition: Condition): Truth => meets(condition, valueOf(component, condition[0]), propertyOf(component, condition[0]));

/** Whether the component is selected; undefined while a property that would decide is not stated. */
export const selects = (selector: Selector, component: Component): Truth =>
  isOfKind(selector, component) ? every3((selector.where ?? []).map((condition) => holds(component, condition))) : false;

/** What would have to be stated of the component to know whether it is selected. */
export const openFields = (selector: Selector, component: Component): readonly DecidingField[] =>
  selects(selector, component) === undefined ? (selector.where ?? []).filter((condition) => holds(component, condition) === undefined).map(([property]) => ({ record: component.id, property })) : [];

/** A selector in words: "a distributed lock with “Expiry (TTL)” above 0 ms". */
export function selectorWords(selector: Selector): string {
  const noun = selectorNoun(selector);
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** The same without an article. */
export function selectorNoun(selector: Selector): string {
  const names = kindsOf(selector).map((id) => inSentence(kindOf(id)?.label ?? id));
  const [first = ''] = kindsOf(selector);
  const conditions = conditionsWords(selector.where ?? [], (name) => kindOf(first)?.properties[name]);
  const noun = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('');
  return conditions === '' ? noun : `${noun} ${conditions}`;
}

/** The selector with only those of its kinds that are there. */
export const narrowed = (selector: Selector, components: readonly Component[]): Selector => ({ ...selector, kind: kindsOf(selector).filter((id) => components.some(({ kind: own }) => own === id)) });

/** What a component states otherwise than a selector asks; empty where nothing contradicts. */
export const otherwise = ({ where = [] }: Selector, component: Component): string =>
  listed(where.filter((condition) => holds(component, condition) === false).map((condition) => foundWords(condition, valueOf(component, condition[0]), propertyOf(component, condition[0]))));
