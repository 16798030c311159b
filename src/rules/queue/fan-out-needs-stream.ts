import type { Diagram, Id } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import type { Graph } from '#graph/graph.ts';
import { addBeside, addConnection, fix, retarget, set } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { consumeEdges, feedingEdges } from './broker-terms.ts';
import { changeToStream } from './queue-terms.ts';

const fansOut = /pub\/?sub|sns|eventbridge|fan-?out|topic/i;

/** Several groups each want every message of a queue, which gives each message to one. */
export const fanOutNeedsStream = componentRule({
  id: 'queue/fan-out-needs-stream',
  kinds: ['queue'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    split: { text: '{groups} each need every message of {name}, but a queue gives each message to one of them.' },
    ambiguous: { severity: 'suggestion', text: 'Do {groups} share the messages of {name} or does each need all of them?' },
  },
  docs: {
    what: 'Consumers of one queue belong to different groups.',
    why: 'Competing consumers split the flow: each group misses what the other one got.',
    fix: 'Use a stream with consumer groups, or one queue for each group.',
    silentWhen: ['The product fans out by itself: a topic, SNS, Pub/Sub, EventBridge.', 'All consumers are of one group.'],
    sources: ['Enterprise Integration Patterns, publish-subscribe channel.'],
    question: 'Does each of these consumers need every message?',
  },
  examples: {
    bad: 'service api\nqueue orders\nworker billing\nworker email\nqueue failed { isDeadLetterQueue: true }\napi -> orders\norders -> billing { consumerGroup: billing }\norders -> email { consumerGroup: email }\norders -> failed { interaction: dead-letter }',
    good: 'service api\nqueue orders\nworker billing\nworker copy\nqueue failed { isDeadLetterQueue: true }\napi -> orders\norders -> billing { consumerGroup: billing }\norders -> copy { consumerGroup: billing }\norders -> failed { interaction: dead-letter }',
  },
  check({ id, name, properties }, { graph }) {
    const consuming = consumeEdges(graph, id);
    if (consuming.length === 0) return undefined;
    if (fansOut.test(properties.technology ?? '')) return pass;
    const groups = groupsOf(graph, id);
    const consumers = [...new Set(consuming.map(({ to }) => to))];
    const details = {
      related: consumers.map((consumer) => ({ id: consumer.id, role: 'consumer' })),
      witness: [id, ...consuming.flatMap((edge) => [edge.id, edge.to.id])],
    };
    const names = listed(consumers.map((consumer) => consumer.name));
    const broadcast = consuming.some(({ connection }) => connection.properties.deliveryMode === 'broadcast');
    if (groups.length >= 2) return fail('split', { ...details, data: { name, groups: listed(groups) } });
    if (broadcast) return fail('split', { ...details, data: { name, groups: consumers.length > 1 ? names : `The copies of ${names}` } });
    const isOpen = consumers.length >= 2 && consuming.some(({ connection }) => (connection.properties.consumerGroup ?? '').trim() === '');
    return isOpen ? fail('ambiguous', { ...details, data: { name, groups: names } }) : pass;
  },
  fixes: ({ primary, messageId }, { graph }): readonly Fix[] => {
    const toStream = changeToStream(graph, primary);
    const share = fix('They share the messages', 'suggest', (diagram) => consumeEdges(graph, primary).reduce((next, { id }) => set(next, id, { consumerGroup: 'workers' }), diagram));
    if (messageId === 'ambiguous') return [share, ...toStream];
    const isShared = consumeEdges(graph, primary).every(({ connection }) => connection.properties.deliveryMode !== 'broadcast');
    return isShared && groupsOf(graph, primary).length >= 2 ? [...toStream, fix('One queue for each group', 'suggest', (diagram, freshId) => splitByGroup(diagram, graph, primary, freshId))] : toStream;
  },
});

/** The names of the groups that consume, each once. */
const groupsOf = (graph: Graph, id: Id): readonly string[] => [
  ...new Set(consumeEdges(graph, id).map(({ connection }) => (connection.properties.consumerGroup ?? '').trim()).filter((group) => group !== '')),
];

/** Keeps the queue for the first group, and gives each further group a queue of its own with the same settings and producers. */
function splitByGroup(diagram: Diagram, graph: Graph, id: Id, freshId: FreshId): Diagram {
  const queue = diagram.components.get(id);
  if (!queue) return diagram;
  return groupsOf(graph, id)
    .slice(1)
    .reduce((next, group) => {
      const copy = freshId();
      const added = addBeside(next, { id: copy, kind: 'queue', name: `${queue.name} for ${group}`, values: queue.properties, anchor: id, direction: 'below' });
      const fed = feedingEdges(graph, queue).reduce(
        (fedSoFar, { from, interaction, connection }) => addConnection(fedSoFar, freshId(), from.id, copy, interaction ?? 'publish', { ...connection.properties, interaction: interaction ?? 'publish' }),
        added,
      );
      const parked = graph.out(id).filter(({ interaction }) => interaction === 'dead-letter').reduce((soFar, { to }) => addConnection(soFar, freshId(), copy, to.id, 'dead-letter'), fed);
      return consumeEdges(graph, id)
        .filter(({ connection }) => connection.properties.consumerGroup?.trim() === group)
        .reduce((soFar, edge) => retarget(soFar, edge.id, edge.reversed ? 'to' : 'from', copy), parked);
    }, diagram);
}
