import type { Component } from '#diagram/diagram.ts';
import { writes } from '#graph/access.ts';
import { isStrong } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isCompute, isDurableStore } from '#graph/roles.ts';

/** Connections by which a lock is taken. */
export const acquiringEdges = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter(({ interaction, from }) => interaction === 'acquire-lock' && isCompute(from));

/** Writes that a holder of the lock makes to what the lock may protect. */
export const protectedWrites = (graph: Graph, lock: Component): readonly Edge[] =>
  [...new Set(acquiringEdges(graph, lock).map(({ from }) => from.id))].flatMap((holder) =>
    graph.out(holder).filter((edge) => writes(edge) === true && (isDurableStore(edge.to) || edge.to.kind === 'search-database' || edge.to.kind === 'external-system')),
  );

/** Whether the target itself turns a late write away. */
export function isGuarded({ connection, to }: Edge, { properties: { mechanism } }: Component): boolean {
  const { conditionalWrite, idempotencyKey, idempotent, transactional } = connection.properties;
  if (conditionalWrite === true) return true;
  if (to.kind === 'external-system' && (idempotencyKey === true || idempotent === true)) return true;
  return (mechanism === 'database-row' || mechanism === 'dynamodb-conditional') && transactional === true;
}

/** Locks that end with a session of their holder. */
export const isSessionLock = ({ properties: { mechanism } }: Component): boolean => mechanism === 'zookeeper' || mechanism === 'etcd' || mechanism === 'consul';

/** Whether two holders at once would corrupt something: stated, or by what is written under the lock. */
export function isForCorrectness(graph: Graph, lock: Component): boolean {
  const { purpose } = lock.properties;
  return purpose === 'correctness' || (purpose === undefined && protectedWrites(graph, lock).some((edge) => isStrong(graph, edge)));
}
