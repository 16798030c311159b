import type { Edge, Graph } from '#graph/graph.ts';
import { addBeside, addConnection, fix, set } from '../fixing.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';

const twoWeeks = 1_209_600;

/** An event that its consumer can never process holds up everything behind it. */
export const poisonEventBlocksPartition = connectionRule({
  id: 'stream/poison-event-blocks-partition',
  severity: 'suggestion',
  category: 'operability',
  reach: 'diagram',
  messages: {
    open: { text: 'What does {consumer} do with an event of {stream} it cannot process?' },
    undrawn: { severity: 'warning', text: '{consumer} parks bad events of {stream}, but no dead-letter queue is drawn.' },
  },
  docs: {
    what: 'A consumer of a stream has nowhere to put an event that always fails, or does not say what it does then.',
    why: 'Events of a partition are read in order. All the others wait behind the bad one, and the lag grows.',
    fix: 'Park it in a dead-letter queue, retry it by way of another topic, or skip and log it.',
    silentWhen: ['It is stated that the consumer skips, retries elsewhere, or blocks on purpose.', 'The consumer or the stream has a dead-letter queue.'],
    sources: ['Confluent, error handling patterns for Kafka.'],
    question: 'An event cannot be processed: what happens to those behind it?',
  },
  examples: {
    bad: 'service api\nstream events\nworker reader\napi -> events -> reader',
    good: 'service api\nstream events\nworker reader\nqueue failed { isDeadLetterQueue: true }\napi -> events\nevents -> reader { poisonPolicy: dead-letter }\nreader -> failed',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || edge.interaction !== 'consume' || edge.from.kind !== 'stream' || !canPark(edge)) return undefined;
    const { poisonPolicy } = edge.connection.properties;
    if ((poisonPolicy !== undefined && poisonPolicy !== 'dead-letter') || isParked(graph, edge)) return pass;
    return fail(poisonPolicy === undefined ? 'open' : 'undrawn', {
      data: { consumer: edge.to.name, stream: edge.from.name },
      related: [{ id: edge.from.id, role: 'stream' }, { id: edge.to.id, role: 'consumer' }],
      witness: [edge.from.id, id, edge.to.id],
      evidence: poisonPolicy === undefined ? [] : [{ record: id, property: 'poisonPolicy', value: poisonPolicy }],
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    if (!edge) return [];
    return [
      fix('Park them in a dead-letter queue', 'suggest', (diagram, freshId) => {
        const id = freshId();
        const values = { isDeadLetterQueue: true, retentionSeconds: twoWeeks, dlqAlarm: true };
        const added = addBeside(diagram, { id, kind: 'queue', name: `${edge.to.name} DLQ`, values, anchor: edge.to.id, direction: 'below' });
        return set(addConnection(added, freshId(), edge.to.id, id, 'dead-letter'), primary, { poisonPolicy: 'dead-letter' });
      }),
    ];
  },
});

const canPark = ({ to }: Edge): boolean => to.kind === 'service' || to.kind === 'worker';

/** Whether dead letters leave this consumer, or the stream itself; those of another consumer do not help. */
const isParked = (graph: Graph, { from, to }: Edge): boolean => [...graph.out(from.id), ...graph.out(to.id)].some(({ interaction, to: target }) => interaction === 'dead-letter' && target.kind === 'queue');
