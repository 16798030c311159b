import { isStore } from '#graph/roles.ts';
import { cannotTell, met, notMet } from '../judgement.ts';
import { clientReads, storeWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { whoDo } from './judging.ts';

/** Some service answers reads of the entity and leaves its writes to others, so that the two can grow apart. */
export const readApart = defineFact('read-apart', 'A service reads an entity for clients and another one writes it, so that the two can grow apart.', { entity }, ({ entity: id }, judging) => {
  const name = judging.entityName(id);
  const [reads, writes] = [clientReads(judging, id, isStore), storeWrites(judging, id)];
  const mayWrite = new Set([...writes.certain, ...writes.open].map(({ from }) => from.id));
  const readers = reads.certain.filter(({ from }) => from.kind === 'service');
  const apart = readers.filter(({ from }) => !mayWrite.has(from.id));
  const witness = [...apart, ...writes.certain].flatMap((edge) => [edge.from.id, edge.id]);
  if (apart.length > 0 && writes.certain.length > 0) return met(`${whoDo(apart.map(({ from }) => from.name), 'reads', 'read')} ${name}, ${whoDo(writes.certain.map(({ from }) => from.name), 'writes', 'write')} it.`, witness);
  if (reads.open.length + writes.open.length > 0) return cannotTell(`Who reads and who writes ${name} is not stated.`, [...reads.fields, ...writes.fields]);
  return notMet(`No service reads ${name} and leaves writing to another.`, [...readers, ...writes.certain].flatMap((edge) => [edge.from.id, edge.id]));
});
