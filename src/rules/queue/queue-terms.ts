import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import { putRecord, type Values } from '#diagram/edits.ts';
import type { FreshId } from '#diagram/transaction.ts';
import { carriedEntities } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { addBeside, addConnection, fix, set } from '../fixing.ts';
import type { Fix } from '../rule.ts';
import { feedingEdges } from './broker-terms.ts';

/** How long failed messages are kept. */
export const twoWeeks = 1_209_600;

/** Whether a queue promises an order, for each group or for all. */
export const isFifo = ({ properties: { ordering } }: Component): boolean => ordering === 'fifo-per-group' || ordering === 'fifo-global';

/** Whether something stated rules out that messages get lost: a carried entity, or a feeding connection. */
export const promisesToKeep = (graph: Graph, broker: Component): boolean =>
  carriedEntities(graph, broker.id).some(({ lossTolerant }) => lossTolerant === false) || feedingEdges(graph, broker).some(({ connection }) => connection.properties.lossTolerant === false);

/** Connections by which other queues park in this one. What a consumer parks is sent anew, so it does not count. */
export const parkingEdges = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter(({ interaction, from }) => interaction === 'dead-letter' && from.kind === 'queue');

/** What a queue states once it keeps order for each group only; a blank key is asked for anew. */
export const orderedPerGroup = ({ properties: { partitionKey } }: Component): Values => ({
  ordering: 'fifo-per-group',
  ...(partitionKey?.trim() === '' ? { partitionKey: undefined } : {}),
});

/** The diagram in which a queue parks what fails in a new queue that somebody watches. */
export function withDeadLetterQueue(diagram: Diagram, freshId: FreshId, queue: Component): Diagram {
  const { ordering, maxDeliveryAttempts, poisonMessagePolicy } = queue.properties;
  const id = freshId();
  const values = { isDeadLetterQueue: true, retentionSeconds: twoWeeks, dlqAlarm: true, ...(isFifo(queue) ? { ordering } : {}) };
  const added = addBeside(diagram, { id, kind: 'queue', name: `${queue.name} DLQ`, values, anchor: queue.id, direction: 'below' });
  const joined = addConnection(added, freshId(), queue.id, id, 'dead-letter');
  return set(joined, queue.id, { ...(maxDeliveryAttempts === undefined ? { maxDeliveryAttempts: 5 } : {}), ...(poisonMessagePolicy === 'dead-letter' ? {} : { poisonMessagePolicy: 'dead-letter' }) });
}

/** Makes a queue a stream, with what a stream needs and the queue does not state. No choice where dead letters come in: a stream takes none. */
export const changeToStream = (graph: Graph, id: Id): readonly Fix[] =>
  graph.into(id).some(({ interaction }) => interaction === 'dead-letter') ? [] : [fix('Change it to a stream', 'suggest', (diagram) => asStream(diagram, id))];

function asStream(diagram: Diagram, id: Id): Diagram {
  const queue = diagram.components.get(id);
  if (!queue) return diagram;
  const { partitions = 12, replicationFactor = 3, retentionSeconds = 604_800 } = queue.properties;
  return set(putRecord(diagram, 'components', { ...queue, kind: 'stream' }), id, { partitions, replicationFactor, retentionSeconds });
}
