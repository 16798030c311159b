import type { Component } from '#diagram/diagram.ts';
import type { Values } from '#diagram/edits.ts';
import type { Graph } from '#graph/graph.ts';
import { setFix } from '../fixing.ts';
import { mentions } from '../mentions.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { isFifo, parkingEdges } from './queue-terms.ts';

/** A FIFO queue and a standard queue are paired in SQS. */
export const deadLetterTypeMismatch = componentRule({
  id: 'queue/dead-letter-type-mismatch',
  kinds: ['queue'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    fifo: { text: '{name} must be a FIFO queue like {queue} (SQS).' },
    standard: { text: '{name} must be a standard queue like {queue} (SQS).' },
  },
  docs: {
    what: 'An SQS queue parks in a queue of the other type: one is FIFO, the other standard.',
    why: 'SQS refuses such a pair when it is set up.',
    fix: 'Give the dead-letter queue the type of the queue that it serves.',
    silentWhen: ['Neither queue is of SQS.', 'A consumer parks by itself: it may use any queue.'],
    sources: ['AWS, SQS dead-letter queues.'],
    question: 'Are both queues FIFO, or both standard?',
  },
  examples: {
    bad: 'service api\nqueue orders { technology: "Amazon SQS", ordering: fifo-per-group, partitionKey: orderId }\nworker billing\nqueue failed { isDeadLetterQueue: true, ordering: none }\napi -> orders -> billing\norders -> failed { interaction: dead-letter }',
    good: 'service api\nqueue orders { technology: "Amazon SQS", ordering: fifo-per-group, partitionKey: orderId }\nworker billing\nqueue failed { isDeadLetterQueue: true, ordering: fifo-per-group, partitionKey: orderId }\napi -> orders -> billing\norders -> failed { interaction: dead-letter }',
  },
  check(component, { graph }) {
    const { id, name, properties: { ordering } } = component;
    const pairs = sqsPairs(graph, component);
    if (pairs.length === 0) return undefined;
    const stated = pairs.filter(({ from }) => from.properties.ordering !== undefined);
    if (ordering === undefined) return stated.length > 0 ? notStated(id, 'ordering') : undefined;
    const edge = stated.find(({ from }) => isFifo(from) !== isFifo(component));
    if (!edge) return stated.length < pairs.length ? { verdict: 'not-stated', fields: pairs.filter((pair) => !stated.includes(pair)).map(({ from }) => ({ record: from.id, property: 'ordering' })) } : pass;
    return fail(isFifo(edge.from) ? 'fifo' : 'standard', {
      data: { name, queue: edge.from.name },
      related: [{ id: edge.from.id, role: 'source' }, { id: edge.id, role: 'dead letters' }],
      witness: [edge.from.id, edge.id, id],
      evidence: [...statedEvidence(edge.from.id, { ordering: edge.from.properties.ordering }), ...statedEvidence(id, { ordering })],
    });
  },
  fixes({ primary, related }, { graph, diagram }): readonly Fix[] {
    const [deadLetters, source] = [diagram.components.get(primary), diagram.components.get(related[0]?.id ?? '')];
    if (!deadLetters || !source) return [];
    const isOneType = sqsPairs(graph, deadLetters).every(({ from }) => from.properties.ordering === undefined || isFifo(from) === isFifo(source));
    return isOneType ? [setFix(`Give it the type of ${source.name}`, 'auto', primary, typeOf(source, deadLetters))] : [];
  },
});

/** Dead letters from queue to queue where at least one of the two is of SQS. */
const sqsPairs = (graph: Graph, component: Component) => parkingEdges(graph, component).filter(({ from, to }) => mentions(from.properties.technology, 'SQS') || mentions(to.properties.technology, 'SQS'));

/** What a dead-letter queue takes over from its source. A blank key and partitions that break a global order stay behind. */
function typeOf(source: Component, { properties: { partitions = 1 } }: Component): Values {
  const { ordering, partitionKey = '' } = source.properties;
  return {
    ordering,
    ...(isFifo(source) ? { partitionKey: partitionKey.trim() === '' ? undefined : partitionKey } : {}),
    ...(ordering === 'fifo-global' && partitions > 1 ? { partitions: 1 } : {}),
  };
}
