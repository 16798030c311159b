import { every3 } from '#base/truth.ts';
import { entityProperties } from '#catalog/diagram-fields.ts';
import type { Property } from '#catalog/property.ts';
import { z } from 'zod';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { conditionsWords, type Condition, conditionSchema, foundWords, meets } from './condition.ts';
import { defineFact, entity } from './fact.ts';
import { listed } from './judging.ts';

const properties: Readonly<Record<string, Property>> = entityProperties;

const conditions = z
  .array(conditionSchema, 'must be a list of conditions')
  .min(1, 'must not be empty')
  .superRefine((list, context) => {
    for (const [index, [name]] of list.entries()) if (!properties[name]) context.addIssue({ code: 'custom', path: [index, 0], message: 'must be a property of entities' });
  })
  .readonly();

/** What is stated of an entity itself: append-only, strongly consistent, ... */
export const entityStated = defineFact('entity', 'What is stated of an entity itself.', { entity, where: conditions }, ({ entity: id, where }, judging): Judgement => {
  const own = judging.own(id);
  const record = own === undefined ? undefined : judging.diagram.entities.get(own);
  if (!record || own === undefined) return notMet(`The design knows no ${judging.entityName(id)}.`);
  const valueOf = (name: string): unknown => Object.entries(record).find(([key]) => key === name)?.[1];
  const truthOf = (condition: Condition): boolean | undefined => meets(condition, valueOf(condition[0]), properties[condition[0]]);
  const truth = every3(where.map(truthOf));
  if (truth === true) return met(`${record.name} is stated ${conditionsWords(where, (name) => properties[name])}.`);
  if (truth === false) return notMet(`${record.name} has ${listed(where.filter((condition) => truthOf(condition) === false).map((condition) => foundWords(condition, valueOf(condition[0]), properties[condition[0]])))}.`);
  return cannotTell(`What ${record.name} is like is not stated.`, where.filter((condition) => truthOf(condition) === undefined).map(([property]) => ({ record: own, property })));
});
