import type { Component, Entity } from '#diagram/diagram.ts';
import { carriedEntities } from '#graph/entities.ts';
import type { Graph } from '#graph/graph.ts';
import { isBlank } from '../blank.ts';
import { toleratesLoss } from '../queue/broker-terms.ts';
import { componentRule, fail, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { isWindowed, windowsOf } from './windows.ts';

/** Events that belong together spread over partitions, and only a partition keeps order. */
export const noPartitionKey = componentRule({
  id: 'stream/no-partition-key',
  kinds: ['stream'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    spread: { text: 'Without a key, events of the same {entity} spread over {partitions} partitions and lose their order.' },
    open: { severity: 'suggestion', text: 'The diagram names no key for {name}: must events of one {entity} stay in order?' },
  },
  docs: {
    what: 'A stream has several partitions, and no key decides where an event goes.',
    why: 'Order exists within a partition only. Two changes of one thing that take different ways may arrive the wrong way round.',
    fix: 'Use the id of what the events are about as the key.',
    silentWhen: ['Everything it carries is known never to change, and some of it may get lost.', 'It has one partition.'],
    sources: ['Apache Kafka documentation, introduction.'],
    question: 'Which events must stay in order, and which key keeps them together?',
  },
  examples: {
    bad: 'service api\nstream events { partitions: 12, partitionKey: "", eventSourcing: true }\nworker reader\napi -> events -> reader',
    good: 'service api\nstream events { partitions: 12, partitionKey: accountId, eventSourcing: true }\nworker reader\napi -> events -> reader',
  },
  check(component, { graph }) {
    const { partitions, partitionKey, eventSourcing } = component.properties;
    if (!isBlank(partitionKey) || partitions === 1) return pass;
    const carried = carriedEntities(graph, component.id);
    const changing = carried.find(isChanging);
    const isOrdered = eventSourcing === true || changing !== undefined || windowsOf(graph, component).some(isWindowed);
    if (!isOrdered && isFreeOfOrder(graph, component, carried)) return pass;
    if (partitions === undefined || (partitionKey === undefined && !isOrdered)) return notStated(component.id, ...unstated({ partitions, partitionKey }));
    return fail(isOrdered && partitionKey !== undefined ? 'spread' : 'open', {
      data: { name: component.name, entity: (changing ?? carried[0])?.name ?? 'entity', partitions },
      witness: [component.id],
      evidence: statedEvidence(component.id, { partitions, partitionKey, eventSourcing }),
    });
  },
});

const isChanging = ({ mutability, consistencyNeed }: Entity): boolean => mutability === 'mutable' || consistencyNeed === 'strong';

/** Whether nothing that the stream carries ever changes, and some of it may be missing: then nobody counts on its order. */
const isFreeOfOrder = (graph: Graph, stream: Component, carried: readonly Entity[]): boolean =>
  carried.length > 0 && carried.every(({ mutability }) => mutability === 'immutable' || mutability === 'append-only') && toleratesLoss(graph, stream) === true;
