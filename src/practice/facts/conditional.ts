import type { Id } from '#diagram/diagram.ts';
import { awaitedByClients } from '#graph/client-path.ts';
import type { Edge } from '#graph/graph.ts';
import { isBroker, isCompute } from '#graph/roles.ts';
import { cannotTell, met, notMet } from '../judgement.ts';
import { dataPath } from './data-flow.ts';
import { durableWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { type Judging, listed, waysOf, whoDo } from './judging.ts';

/** `conditional(E)`: every write of the entity to a durable store checks before it changes. Copies that follow such a store may be overwritten. */
export const conditional = defineFact('conditional', 'Every write of an entity to a durable store is conditional, but for copies that follow another store of it.', { entity }, ({ entity: id }, judging) => {
  const all = durableWrites(judging, id);
  const writes = { ...all, certain: all.certain.filter((edge) => !isCopying(judging, edge, all.certain)) };
  const name = judging.entityName(id);
  const witness = (edges: typeof writes.certain): readonly string[] => edges.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]);
  if (writes.certain.length === 0) {
    if (writes.open.length > 0) return cannotTell(`Nothing says which connection writes ${name}.`, writes.fields);
    return notMet(`Nothing writes ${name} to a database or to blob storage.`);
  }
  const blind = writes.certain.filter(({ connection }) => connection.properties.conditionalWrite === false);
  if (blind.length > 0) return notMet(`${whoDo(blind.map(({ from }) => from.name), 'writes', 'write')} ${name} to ${listed(blind.map(({ to }) => to.name))} without checking first.`, witness(blind));
  const open = writes.certain.filter(({ connection }) => connection.properties.conditionalWrite === undefined);
  const unclear = writes.open.filter(({ connection }) => connection.properties.conditionalWrite !== true);
  if (open.length === 0 && unclear.length > 0) return cannotTell(`Whether ${name} is written over ${waysOf(unclear)} too is not stated.`, writes.fields.filter(({ record }) => unclear.some(({ id }) => id === record)), witness(unclear));
  if (open.length > 0) return cannotTell(`Whether ${name} is checked before it is written over ${waysOf(open)} is not stated.`, open.map((edge) => ({ record: edge.id, property: 'conditionalWrite' })), witness(open));
  return met(`Each write of ${name} checks first: ${waysOf(writes.certain)}.`, witness(writes.certain));
});

/** Whether a write only repeats what another store of the entity has, and no client waits for it. */
function isCopying({ graph }: Judging, { from, to }: Edge, writes: readonly Edge[]): boolean {
  if (awaitedByClients(graph).has(from.id)) return false;
  const leads = (source: Id, target: Id): boolean => dataPath(graph, source, target, (component) => isBroker(component) || isCompute(component)) !== undefined;
  return writes.some((other) => other.to.id !== to.id && leads(other.to.id, from.id) && !leads(to.id, other.to.id));
}
