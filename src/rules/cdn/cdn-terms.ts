import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import { isRequest } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { addBeside, addConnection, retarget, set } from '../fixing.ts';

/** Connections by which the CDN fetches what it lacks. */
export const originFetches = (graph: Graph, id: Id): readonly Edge[] => graph.out(id).filter(({ interaction }) => interaction === 'origin-fetch');

/** Connections whose answers the CDN may keep: requests to it and its own fetches, but for writes and what is declared not cacheable. */
export function servingEdges(graph: Graph, { id }: Component): readonly Edge[] {
  const mayBeKept = ({ connection }: Edge): boolean => connection.properties.access !== 'write' && connection.properties.cacheable !== false;
  return [...graph.into(id).filter(isRequest), ...originFetches(graph, id)].filter(mayBeKept);
}

/** Whether somebody tells the CDN to forget what has changed. */
export const isInvalidated = (graph: Graph, { id }: Component): boolean => graph.into(id).some(({ interaction }) => interaction === 'invalidate');

/** Puts a new CDN before a component, its origin, and leads these readers through it; what also writes keeps its direct way. */
export function putCdnBefore(diagram: Diagram, freshId: FreshId, origin: Id, readers: readonly Edge[]): Diagram {
  const cdn = freshId();
  const added = addBeside(diagram, { id: cdn, kind: 'cdn', name: 'CDN', anchor: origin, direction: 'left' });
  const fetching = addConnection(added, freshId(), cdn, origin, 'origin-fetch', { access: 'read' });
  return readers.reduce((next, { id, from, connection }) => {
    if (connection.properties.access === 'read-write') return addConnection(next, freshId(), from.id, cdn, 'request', { access: 'read' });
    return set(retarget(next, id, 'to', cdn), id, { interaction: 'request' });
  }, fetching);
}
