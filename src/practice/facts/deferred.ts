import type { Id } from '#diagram/diagram.ts';
import { clientPathOver, isOnClientPath } from '#graph/client-path.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isBroker } from '#graph/roles.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { durableWrites, storeWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { listed, waysOf, whoDo } from './judging.ts';

/** An entity is made later: whoever writes it to a store takes that work from a queue or stream. Caches count where nothing else stores it. */
export const deferred = defineFact('deferred', 'Whoever writes an entity to a store takes that work from a queue or stream; no client waits for it.', { entity }, ({ entity: id }, judging): Judgement => {
  const { graph } = judging;
  const name = judging.entityName(id);
  const durable = durableWrites(judging, id);
  const { certain, open, fields } = durable.certain.length > 0 ? durable : storeWrites(judging, id);
  if (certain.length === 0) return open.length > 0 ? cannotTell(`Nothing says which connection writes ${name}.`, fields) : notMet(`Nothing writes ${name} to a store.`);
  const atOnce = certain.filter(({ from }) => tasksOf(graph, from.id).length === 0);
  const waited = atOnce.filter((edge) => isOnClientPath(graph, edge));
  if (waited.length > 0) return notMet(`A client waits until ${whoDo(waited.map(({ from }) => from.name), 'has', 'have')} written ${name} to ${listed(waited.map(({ to }) => to.name))}.`, waited.flatMap((edge) => clientPathOver(graph, edge)));
  if (atOnce.length > 0) return notMet(`${whoDo(atOnce.map(({ from }) => from.name), 'writes', 'write')} ${name} to ${listed(atOnce.map(({ to }) => to.name))} without a queue or stream before it.`, witnessOf(atOnce));
  const unclear = open.filter((edge) => tasksOf(graph, edge.from.id).length === 0);
  if (unclear.length > 0) return cannotTell(`Whether ${name} is written over ${waysOf(unclear)} too is not stated.`, fields.filter(({ record }) => unclear.some((edge) => edge.id === record)), witnessOf(unclear));
  const tasks = certain.flatMap((edge) => tasksOf(graph, edge.from.id));
  return met(`${whoDo(certain.map(({ from }) => from.name), 'takes', 'take')} work from ${listed(tasks.map(({ from }) => from.name))} before writing ${name}.`, [...witnessOf(tasks), ...witnessOf(certain)]);
});

/** Connections over which a component takes its work from queues and streams. */
const tasksOf = (graph: Graph, id: Id): readonly Edge[] => graph.into(id).filter(({ from, interaction }) => interaction === 'consume' && isBroker(from));

const witnessOf = (edges: readonly Edge[]): readonly Id[] => edges.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]);
