import { every3, type Truth } from '#base/truth.ts';
import { connectionProperties } from '#catalog/connection.ts';
import type { Property } from '#catalog/property.ts';
import type { Edge } from '#graph/graph.ts';
import { z } from 'zod';
import type { DecidingField } from '../judgement.ts';
import { conditionsWords, type Condition, conditionSchema, foundWords, meets } from './condition.ts';
import { listed } from './judging.ts';

const properties: Readonly<Record<string, Property>> = connectionProperties;

/** Conditions on what a connection states. */
export const edgeConditions = z
  .array(conditionSchema, 'must be a list of conditions')
  .superRefine((conditions, context) => {
    for (const [index, [name]] of conditions.entries()) if (!properties[name]) context.addIssue({ code: 'custom', path: [index, 0], message: 'must be a property of connections' });
  })
  .readonly();

/** The interaction may follow from the kinds; the rest must be stated. */
const valueOf = (edge: Edge, name: string): unknown => (name === 'interaction' ? edge.interaction : Object.entries(edge.connection.properties).find(([key]) => key === name)?.[1]);

const holds = (edge: Edge, condition: Condition): Truth => meets(condition, valueOf(edge, condition[0]), properties[condition[0]]);

export const edgeMeets = (edge: Edge, conditions: readonly Condition[]): Truth => every3(conditions.map((condition) => holds(edge, condition)));

/** The same over proxies: what a connection nearer to the target says counts before what one further away says. */
export const wayMeets = (edges: readonly Edge[], conditions: readonly Condition[]): Truth =>
  every3(conditions.map((condition) => edges.toReversed().map((edge) => holds(edge, condition)).find((truth) => truth !== undefined)));

/** Properties of the connection that would decide. */
export const openEdgeFields = (edge: Edge, conditions: readonly Condition[]): readonly DecidingField[] =>
  conditions.filter((condition) => holds(edge, condition) === undefined).map(([property]) => ({ record: edge.id, property }));

/** Conditions in a sentence: "with “Timeout” of at most 50 ms and “Critical: no”". What a connection does is told by what it is called. */
export const edgeWords = (conditions: readonly Condition[]): string => conditionsWords(conditions.filter((condition) => doing(condition) === undefined), (name) => properties[name]);

/** What such connections are called, by what they do: "connection", "writing connection", "dead-letter connection". */
export const edgeNoun = (conditions: readonly Condition[]): string => [...new Set(conditions.flatMap((condition) => doing(condition) ?? [])), 'connection'].join(' ');

/** Whether the connections of a way do what is asked, whatever else they state. */
export const isSuch = (edges: readonly Edge[], conditions: readonly Condition[]): boolean => wayMeets(edges, conditions.filter((condition) => doing(condition) !== undefined)) !== false;

const doings: Readonly<Record<string, string>> = {
  'access = read': 'reading',
  'access != write': 'reading',
  'access = write': 'writing',
  'access != read': 'writing',
  'interaction = publish': 'publishing',
  'interaction = consume': 'consuming',
  'interaction = invalidate': 'invalidating',
  'interaction = acquire-lock': 'locking',
  'interaction = dead-letter': 'dead-letter',
};

const doing = ([name, operator, wanted]: Condition): string | undefined => doings[`${name} ${operator} ${String(wanted)}`];

/** What the connections of a way state otherwise than is asked; empty where nothing contradicts. */
export const edgeOtherwise = (edges: readonly Edge[], conditions: readonly Condition[]): string =>
  listed(
    conditions.flatMap((condition) => {
      const telling = edges.toReversed().find((edge) => holds(edge, condition) !== undefined);
      return telling && holds(telling, condition) === false ? [foundWords(condition, valueOf(telling, condition[0]), properties[condition[0]])] : [];
    }),
  );
