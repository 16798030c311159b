import { z } from 'zod';
import { quantity } from '#catalog/wording.ts';
import { ceilingOf, partsOf } from '#estimate/capacity.ts';
import { flowOf } from '#estimate/flow.ts';
import { sum, total } from '#estimate/rate.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { percent } from '#rules/capacity/capacity-terms.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { openLoad } from './client-load.ts';
import { storeWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { listed } from './judging.ts';

/** What is lost in a fraction that was rounded is no difference. */
const almost = 0.999;

/**
 * The design is drawn for as many writes of an entity as follow from the brief, fan-out included, and its stores carry them
 * as far as their capacity is stated. Workers of whom nobody says how far they may grow are taken to keep up.
 */
export const entityLoad = defineFact(
  'entity-load',
  'Writes of an entity to stores add up to at least so many per second at peak, and these stores are used less than this share.',
  { entity, atLeast: z.number('must be a number').positive('must be above 0'), below: z.number('must be a number').positive('must be above 0').max(1, 'must be at most 1') },
  ({ entity: id, atLeast, below }, judging): Judgement => {
    const { graph } = judging;
    const name = judging.entityName(id);
    const writes = storeWrites(judging, id);
    if (writes.certain.length === 0) return writes.open.length > 0 ? cannotTell(`Nothing says which connection writes ${name}.`, writes.fields) : notMet(`Nothing writes ${name} to a store.`);
    const witness = writes.certain.flatMap((edge): readonly Id[] => [edge.from.id, edge.id, edge.to.id]);
    const full = [...new Set(writes.certain.map(({ to }) => to))].map((store) => ({ store, share: useOf(graph, store) })).filter(({ share }) => share >= below);
    if (full.length > 0) return notMet(`${listed(full.map(({ store, share }) => `${store.name} is at ${percent(share)}`))} with all writes of ${name} (estimate).`, full.map(({ store }) => store.id));
    const amount = sum(...writes.certain.map((edge) => flowOf(graph).along(edge).writes))?.value;
    if (amount !== undefined && amount >= atLeast * almost) return met(`${name} is written ${quantity(Math.round(amount), undefined)} times a second at peak.`, witness);
    const unsaid = writes.certain.filter(({ connection: { properties } }) => properties.callsPerRequest === undefined && properties.peakRps === undefined).map((edge) => ({ record: edge.id, property: 'callsPerRequest' }));
    const fields = amount === undefined ? [...unsaid, ...openLoad(judging)] : unsaid;
    if (amount === undefined || fields.length > 0) return cannotTell(`How often ${name} is written at peak is not stated; ${quantity(atLeast, undefined)} writes/s follow from the brief.`, fields, witness);
    return notMet(`${name} is written ${quantity(Math.round(amount), undefined)} times a second at peak; ${quantity(atLeast, undefined)} follow from the brief.`, witness);
  },
);

/** The largest use of a store, bounds included; zero where load or capacity is not known. */
function useOf(graph: Graph, store: Component): number {
  const rate = flowOf(graph).into(store);
  const limits = ceilingOf(store);
  return Math.max(0, ...partsOf(store).map((part) => ((part === 'total' ? total(rate) : rate[part])?.value ?? 0) / (limits[part] ?? Infinity)));
}
