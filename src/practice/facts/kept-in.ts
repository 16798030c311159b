import type { Component } from '#diagram/diagram.ts';
import type { Edge } from '#graph/graph.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { type EntityEdges, storeWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { listed, whoDo } from './judging.ts';
import { isOfKind, openFields, otherwise, type Selector, selectorSchema, selects, selectorWords } from './selector.ts';

/** Every store of record of an entity is of this sort. Caches hold copies, unless they are what is asked for, say that they are the truth, or nothing else has it. */
export const keptIn = defineFact('kept-in', 'An entity is stored, and every store that it is written to is of this sort; caches may have copies.', { entity, in: selectorSchema }, ({ entity: id, in: wanted }, judging): Judgement => {
  const name = judging.entityName(id);
  const writes = ofRecord(storeWrites(judging, id), wanted);
  if (writes.certain.length === 0) {
    if (writes.open.length > 0) return cannotTell(`Nothing says which connection writes ${name}.`, writes.fields);
    return notMet(`Nothing writes ${name} to a store.`);
  }
  const witness = (edges: typeof writes.certain): readonly string[] => edges.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]);
  const wrong = writes.certain.filter(({ to }) => selects(wanted, to) === false);
  if (wrong.length > 0) return notMet(`${name} is written to ${listed(wrong.map(({ to }) => to.name))}, ${complaint(wanted, wrong.map(({ to }) => to))}.`, witness(wrong));
  const open = writes.certain.filter(({ to }) => selects(wanted, to) === undefined);
  if (open.length > 0) return cannotTell(`Whether ${whoDo(open.map(({ to }) => to.name), 'is', 'are each')} ${selectorWords(wanted)} is not stated.`, open.flatMap(({ to }) => openFields(wanted, to)), witness(open));
  const unclear = writes.open.filter(({ to }) => selects(wanted, to) !== true);
  if (unclear.length > 0) return cannotTell(`Whether ${listed(unclear.map(({ to }) => to.name))} gets ${name} too is not stated.`, writes.fields.filter(({ record }) => unclear.some(({ id }) => id === record)), witness(unclear));
  return met(`${name} is kept in ${listed(writes.certain.map(({ to }) => to.name))}.`, witness(writes.certain));
});

/** The writes that are no copies, or all where there is no other. */
function ofRecord(writes: EntityEdges, wanted: Selector): EntityEdges {
  const isMeant = ({ to }: Edge): boolean => to.kind !== 'distributed-cache' || to.properties.isSourceOfTruth === true || isOfKind(wanted, to);
  const certain = writes.certain.filter(isMeant);
  if (certain.length === 0) return writes;
  const open = writes.open.filter(isMeant);
  return { certain, open, fields: writes.fields.filter(({ record }) => open.some(({ id }) => id === record)) };
}

/** What is wrong with a store of the right kind, or that it is of another. */
function complaint(wanted: Selector, stores: readonly Component[]): string {
  const [first] = stores.filter((store) => isOfKind(wanted, store));
  return first ? `which has ${otherwise(wanted, first)}` : `which is not ${selectorWords(wanted)}`;
}
