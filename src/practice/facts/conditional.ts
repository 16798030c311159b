import { cannotTell, met, notMet } from '../judgement.ts';
import { durableWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { listed } from './judging.ts';

/** `conditional(E)`: every write of the entity to a durable store checks before it changes. */
export const conditional = defineFact('conditional', 'Every write of an entity to a durable store is conditional.', { entity }, ({ entity: id }, judging) => {
  const writes = durableWrites(judging, id);
  const name = judging.entityName(id);
  const waysOf = (edges: typeof writes.certain): string => listed(edges.map(({ from, to }) => `${from.name} → ${to.name}`));
  const witness = (edges: typeof writes.certain): readonly string[] => edges.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]);
  if (writes.certain.length === 0) {
    if (writes.open.length > 0) return cannotTell(`Nothing says which connection writes ${name}.`, writes.fields);
    return notMet(`Nothing writes ${name} to a database or to blob storage.`);
  }
  const blind = writes.certain.filter(({ connection }) => connection.properties.conditionalWrite === false);
  if (blind.length > 0) return notMet(`${waysOf(blind)} writes ${name} without checking first.`, witness(blind));
  const open = writes.certain.filter(({ connection }) => connection.properties.conditionalWrite === undefined);
  const unclear = writes.open.filter(({ connection }) => connection.properties.conditionalWrite !== true);
  if (open.length === 0 && unclear.length > 0) return cannotTell(`Whether ${waysOf(unclear)} writes ${name} too is not stated.`, writes.fields.filter(({ record }) => unclear.some(({ id }) => id === record)), witness(unclear));
  if (open.length > 0) return cannotTell(`Whether ${waysOf(open)} checks before it writes ${name} is not stated.`, open.map((edge) => ({ record: edge.id, property: 'conditionalWrite' })), witness(open));
  return met(`Each write of ${name} checks first: ${waysOf(writes.certain)}.`, witness(writes.certain));
});
