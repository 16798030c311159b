import type { Component, Id } from '#diagram/diagram.ts';
import { carriedEntities, isLossTolerant } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { consumeEdges } from '../queue/broker-terms.ts';

/** Consume connections from a stream to the product's own code. */
export const computeEdges = (graph: Graph, stream: Id): readonly Edge[] => consumeEdges(graph, stream).filter(({ to }) => isCompute(to));

export const isBroadcast = ({ connection }: Edge): boolean => connection.properties.deliveryMode === 'broadcast';

/** The stated group of a consume connection; empty where none is. */
export const groupName = ({ connection }: Edge): string => (connection.properties.consumerGroup ?? '').trim();

/** Where the events of a stream go when their time is over: the stated archive, and buckets that consume it. */
export function archivesOf(graph: Graph, { id, properties: { archive } }: Component): readonly Id[] {
  const buckets = consumeEdges(graph, id).filter(({ to }) => to.kind === 'blob-storage');
  return [...(archive === undefined ? [] : [archive]), ...buckets.map(({ to }) => to.id)];
}

/** Whether losing some of what a connection takes from a stream is acceptable; one that names no data counts with all that the stream carries. */
export function mayBeLost(graph: Graph, stream: Component, edge: Edge): boolean {
  const carried = carriedEntities(graph, stream.id);
  return isLossTolerant(graph, edge) ?? (carried.length > 0 && carried.every(({ lossTolerant }) => lossTolerant === true));
}
