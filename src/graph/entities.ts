import type { Truth } from '#base/truth.ts';
import type { Entity, Id } from '#diagram/diagram.ts';
import type { Edge, Graph } from './graph.ts';

/** Ids of the data that a connection carries, as stated. */
export const flowsOf = ({ connection }: Edge): readonly Id[] => connection.properties.dataFlows ?? [];

/** The entities that a connection carries and the diagram knows. */
export const entitiesOf = (graph: Graph, edge: Edge): readonly Entity[] => known(graph, flowsOf(edge));

export const known = ({ diagram }: Graph, ids: Iterable<Id>): readonly Entity[] => [...ids].flatMap((id) => diagram.entities.get(id) ?? []);

/** Whether two connections carry common data; not stated while one of them says nothing. */
export function sharesEntities(a: Edge, b: Edge): Truth {
  const [one, other] = [flowsOf(a), flowsOf(b)];
  if (one.length === 0 || other.length === 0) return undefined;
  return one.some((id) => other.includes(id));
}

/**
 * Whether losing some of a flow is acceptable: its connection says so, or all its entities do.
 * Not stated where the connection says nothing and names no entity.
 */
export function isLossTolerant(graph: Graph, edge: Edge): Truth {
  const stated = edge.connection.properties.lossTolerant;
  if (stated !== undefined) return stated;
  const ids = flowsOf(edge);
  if (ids.length === 0) return undefined;
  return ids.every((id) => graph.diagram.entities.get(id)?.lossTolerant === true);
}

/** The known entities that any connection of a component carries, dead letters apart. */
export function carriedEntities(graph: Graph, id: Id): readonly Entity[] {
  const ids = new Set([...graph.out(id), ...graph.into(id)].filter(({ interaction }) => interaction !== 'dead-letter').flatMap(flowsOf));
  return known(graph, ids);
}

/** Whether a connection needs strong consistency: stated, or by what it carries. */
export function isStrong(graph: Graph, edge: Edge): boolean {
  return edge.connection.properties.consistencyRequirement === 'strong' || entitiesOf(graph, edge).some(({ consistencyNeed }) => consistencyNeed === 'strong');
}
