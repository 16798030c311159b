import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { storeWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { listed } from './judging.ts';
import { openFields, selectorSchema, selects, selectorWords } from './selector.ts';

/** Every store that an entity is written to is of this sort. */
export const keptIn = defineFact('kept-in', 'An entity is stored, and every store that it is written to is of this sort.', { entity, in: selectorSchema }, ({ entity: id, in: wanted }, judging): Judgement => {
  const name = judging.entityName(id);
  const writes = storeWrites(judging, id);
  if (writes.certain.length === 0) {
    if (writes.open.length > 0) return cannotTell(`Nothing says which connection writes ${name}.`, writes.fields);
    return notMet(`Nothing writes ${name} to a store.`);
  }
  const witness = (edges: typeof writes.certain): readonly string[] => edges.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]);
  const wrong = writes.certain.filter(({ to }) => selects(wanted, to) === false);
  if (wrong.length > 0) return notMet(`${name} is written to ${listed(wrong.map(({ to }) => to.name))}, which is not ${selectorWords(wanted)}.`, witness(wrong));
  const open = writes.certain.filter(({ to }) => selects(wanted, to) === undefined);
  if (open.length > 0) return cannotTell(`Whether ${listed(open.map(({ to }) => to.name))} is ${selectorWords(wanted)} is not stated.`, open.flatMap(({ to }) => openFields(wanted, to)), witness(open));
  const unclear = writes.open.filter(({ to }) => selects(wanted, to) !== true);
  if (unclear.length > 0) return cannotTell(`Whether ${listed(unclear.map(({ to }) => to.name))} gets ${name} too is not stated.`, writes.fields.filter(({ record }) => unclear.some(({ id }) => id === record)), witness(unclear));
  return met(`${name} is kept in ${listed(writes.certain.map(({ to }) => to.name))}.`, witness(writes.certain));
});
