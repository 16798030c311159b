import { addConsumer } from '../queue/add-consumer.ts';
import { feedingEdges } from '../queue/broker-terms.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';

const reading: ReadonlySet<string | undefined> = new Set(['consume', 'replicate', 'invalidate', undefined]);

/** Events go into a stream, and nobody reads them. */
export const streamWithoutConsumer = componentRule({
  id: 'stream/no-consumer',
  kinds: ['stream'],
  severity: 'warning',
  category: 'completeness',
  reach: 'neighbours',
  messages: { unread: { text: 'Nobody reads {name}.' } },
  docs: {
    what: 'Something puts events into a stream, and nothing takes them out.',
    why: 'It costs money and attention, and is of no use to anybody.',
    fix: 'Draw who reads it, or leave it out.',
    silentWhen: ['It is event-sourced: its owner alone may read it.', 'It drives invalidations, or is copied elsewhere.'],
    sources: ['Enterprise Integration Patterns, publish-subscribe channel.'],
    question: 'Who reads this stream?',
  },
  examples: {
    bad: 'service api\nstream events\napi -> events',
    good: 'service api\nstream events\nworker reader\napi -> events -> reader',
  },
  check(component, { graph }) {
    const feeding = feedingEdges(graph, component);
    if (feeding.length === 0 || component.properties.eventSourcing === true) return undefined;
    if (graph.out(component.id).some(({ interaction }) => reading.has(interaction))) return pass;
    return fail('unread', {
      data: { name: component.name },
      related: [...new Set(feeding.map(({ from }) => from.id))].map((id) => ({ id, role: 'producer' })),
      witness: feeding.slice(0, 1).flatMap(({ from, id }) => [from.id, id, component.id]),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [addConsumer(primary)],
});
