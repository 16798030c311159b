import type { Component, Diagram, Entity, Id } from '#diagram/diagram.ts';
import type { Values } from '#diagram/edits.ts';
import type { FreshId } from '#diagram/transaction.ts';
import { writes } from '#graph/access.ts';
import { isStrong } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isCompute, isDurableStore } from '#graph/roles.ts';
import { addBeside, addConnection } from '../fixing.ts';

/** Connections by which a lock is taken. */
export const acquiringEdges = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter(({ interaction, from }) => interaction === 'acquire-lock' && isCompute(from));

/** Components that take the lock, each once. */
export const holdersOf = (graph: Graph, lock: Component): readonly Component[] => [...new Set(acquiringEdges(graph, lock).map(({ from }) => from))];

/** Connections by which a component takes locks. */
export const takingEdges = (graph: Graph, id: Id): readonly Edge[] => graph.out(id).filter(({ interaction, to }) => interaction === 'acquire-lock' && to.kind === 'distributed-lock');

/** Writes that a holder of the lock makes to what the lock may protect. */
export const protectedWrites = (graph: Graph, lock: Component): readonly Edge[] =>
  holdersOf(graph, lock).flatMap((holder) =>
    graph.out(holder.id).filter((edge) => writes(edge) === true && (isDurableStore(edge.to) || edge.to.kind === 'search-database' || edge.to.kind === 'external-system')),
  );

/** Whether the target itself turns a late write away. */
export function isGuarded({ connection, to }: Edge, { properties: { mechanism } }: Component): boolean {
  const { conditionalWrite, idempotencyKey, idempotent, transactional } = connection.properties;
  if (conditionalWrite === true) return true;
  if (to.kind === 'external-system' && (idempotencyKey === true || idempotent === true)) return true;
  return (mechanism === 'database-row' || mechanism === 'dynamodb-conditional') && transactional === true;
}

/** Protected writes that a late holder can still make. */
export const bareWrites = (graph: Graph, lock: Component): readonly Edge[] => protectedWrites(graph, lock).filter((edge) => !isGuarded(edge, lock));

/** From the lock over the holder to what it writes. */
export const wayToWrite = (graph: Graph, lock: Component, { id, from, to }: Edge): readonly Id[] => [
  lock.id,
  ...takingEdges(graph, from.id).filter((edge) => edge.to.id === lock.id).slice(0, 1).map((edge) => edge.id),
  from.id,
  id,
  to.id,
];

/** Locks that end with a session of their holder. */
export const isSessionLock = ({ properties: { mechanism } }: Component): boolean => mechanism === 'zookeeper' || mechanism === 'etcd' || mechanism === 'consul';

/** Whether two holders at once would corrupt something: stated, or by what is written under the lock. */
export function isForCorrectness(graph: Graph, lock: Component): boolean {
  const { purpose } = lock.properties;
  return purpose === 'correctness' || (purpose === undefined && protectedWrites(graph, lock).some((edge) => isStrong(graph, edge)));
}

/** Whether it elects a leader: every holder is a job, or says that only one copy works. */
export const electsLeader = (holders: readonly Component[]): boolean => holders.every(({ kind, properties }) => kind === 'scheduled-job' || properties.leaderElection === true);

/** What makes a lock one of etcd, the product included where one is stated. */
export const asEtcd = ({ properties: { technology } }: Component): Values => ({ mechanism: 'etcd', independentInstances: 5, ...(technology === undefined ? {} : { technology: 'etcd' }) });

/** Data that may be changed once it is written: it does not say that it stays, or only grows. */
export const changeable = (entities: readonly Entity[]): readonly Entity[] => entities.filter(({ mutability }) => mutability !== 'immutable' && mutability !== 'append-only');

/** How locks of single records are named: "seat:{seatId}". */
export function keyPatternOf(entity: Entity | undefined): string {
  const [first = 'resource', ...others] = entity?.name.match(/[\p{L}\d]+/gu) ?? [];
  const name = [first.toLowerCase(), ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())].join('');
  return `${name}:{${name}Id}`;
}

/** The diagram with a new lock below its holder, which takes it. */
export function withLock(diagram: Diagram, freshId: FreshId, holder: Component, name: string, values: Values): Diagram {
  const id = freshId();
  const common = { mechanism: 'redlock', independentInstances: 5, ownerToken: true, granularity: 'resource', deadlockPrevention: 'single-lock' };
  const added = addBeside(diagram, { id, kind: 'distributed-lock', name, values: { ...common, ...values }, anchor: holder.id, direction: 'below' });
  return addConnection(added, freshId(), holder.id, id, 'acquire-lock');
}
