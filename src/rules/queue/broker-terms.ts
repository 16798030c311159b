import type { Truth } from '#base/truth.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import { carriedEntities, isLossTolerant } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isBroker } from '#graph/roles.ts';

/** Whether messages are sent into a queue or stream. Whatever a client's arrow means there, it sends. */
export const isPublish = ({ interaction, from, to }: Edge): boolean =>
  isBroker(to) && (interaction === 'publish' || (from.kind === 'client' && (interaction === undefined || interaction === 'request')));

/** Connections that bring messages into a queue or stream. A stream is also fed by other streams. */
export function feedingEdges(graph: Graph, broker: Component): readonly Edge[] {
  return graph.into(broker.id).filter((edge) => {
    const { interaction, from } = edge;
    if (isPublish(edge) || interaction === 'change-data-capture' || interaction === 'cache-flush') return true;
    return broker.kind === 'stream' && from.kind === 'stream' && from.id !== broker.id && (interaction === 'consume' || interaction === 'replicate');
  });
}

export const consumeEdges = (graph: Graph, id: Id): readonly Edge[] => graph.out(id).filter(({ interaction }) => interaction === 'consume');

/** Whether a queue takes what others could not process: it says so, or nothing but dead letters comes in. */
export function isDeadLetterQueue(graph: Graph, queue: Component): boolean {
  const stated = queue.properties.isDeadLetterQueue;
  if (stated !== undefined) return stated;
  return graph.into(queue.id).some(({ interaction }) => interaction === 'dead-letter') && feedingEdges(graph, queue).length === 0;
}

/** Connections by which a broker or its consumers park what fails. */
export function parkedBy(graph: Graph, id: Id): readonly Edge[] {
  const sources = new Set([id, ...consumeEdges(graph, id).map(({ to }) => to.id)]);
  return [...sources].flatMap((source) => graph.out(source).filter(({ interaction, to }) => interaction === 'dead-letter' && to.kind === 'queue'));
}

/** Whether what fails goes to a queue of its own: from the broker, or from one of its consumers. */
export const parks = (graph: Graph, id: Id): boolean => parkedBy(graph, id).length > 0;

/** Whether a queue may be meant as a dead-letter queue: nobody reads it, and only consumers of brokers publish into it. */
export function mayBeDeadLetterQueue(graph: Graph, queue: Component): boolean {
  if (queue.properties.isDeadLetterQueue !== undefined || consumeEdges(graph, queue.id).length > 0) return false;
  const feeding = feedingEdges(graph, queue);
  return feeding.length > 0 && feeding.every((edge) => edge.interaction === 'publish' && isConsumer(graph, edge.from));
}

const isConsumer = (graph: Graph, { id, kind }: Component): boolean =>
  (kind === 'service' || kind === 'worker') && graph.into(id).some(({ interaction, from }) => interaction === 'consume' && isBroker(from));

/** Whether losing messages of a broker is acceptable; not stated while nothing is known of them. */
export function toleratesLoss(graph: Graph, broker: Component): Truth {
  const carried = carriedEntities(graph, broker.id);
  const carriedTolerant = carried.length > 0 && carried.every(({ lossTolerant }) => lossTolerant === true);
  const feeding = feedingEdges(graph, broker);
  const flows = feeding.map((edge) => isLossTolerant(graph, edge) ?? (carriedTolerant ? true : undefined));
  if (feeding.length > 0 ? flows.every((tolerant) => tolerant === true) : carriedTolerant) return true;
  return carried.length > 0 || feeding.some(({ connection }) => connection.properties.lossTolerant === false) ? false : undefined;
}
