import type { Id } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { fix, set } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { computeEdges, groupName, isBroadcast } from './stream-terms.ts';

/** Several consumers read a stream, and nothing says whether they share the events. */
export const missingConsumerGroup = componentRule({
  id: 'stream/missing-consumer-group',
  kinds: ['stream'],
  severity: 'suggestion',
  category: 'completeness',
  reach: 'neighbours',
  messages: { unnamed: { text: 'Name the consumer groups of {name}: same name = share, different = each gets everything.' } },
  docs: {
    what: 'A stream has several consumers, at least one of them without a group.',
    why: 'Whether two consumers split the events or each get all of them decides whether the result is right.',
    fix: 'Name the group on every consume connection.',
    silentWhen: ['There is one consumer.', 'Every copy gets every event: broadcast.'],
    sources: ['Apache Kafka documentation, introduction.'],
    question: 'Do these consumers share the events, or does each get all of them?',
  },
  examples: {
    bad: 'service api\nstream events\nworker billing\nworker email\napi -> events\nevents -> billing\nevents -> email',
    good: 'service api\nstream events\nworker billing\nworker email\napi -> events\nevents -> billing { consumerGroup: billing }\nevents -> email { consumerGroup: email }',
  },
  check({ id, name }, { graph }) {
    const sharing = groupedEdges(graph, id);
    const bare = sharing.filter((edge) => groupName(edge) === '');
    if (sharing.length < 2 || bare.length === 0) return pass;
    return fail('unnamed', {
      data: { name },
      related: bare.flatMap((edge) => [{ id: edge.to.id, role: 'consumer' }, { id: edge.id, role: 'without a group' }]),
      witness: [id, ...bare.flatMap((edge) => [edge.id, edge.to.id])],
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => [
    fix('A group for each consumer', 'suggest', (diagram) =>
      groupedEdges(graph, primary)
        .filter((edge) => groupName(edge) === '')
        .reduce((next, { id, to }) => set(next, id, { consumerGroup: to.name.trim() || to.id }), diagram),
    ),
  ],
});

const groupedEdges = (graph: Graph, stream: Id): readonly Edge[] => computeEdges(graph, stream).filter((edge) => !isBroadcast(edge));
