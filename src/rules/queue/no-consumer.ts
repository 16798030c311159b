import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { addConsumer } from './add-consumer.ts';
import { feedingEdges, mayBeDeadLetterQueue } from './broker-terms.ts';

/** An arrow whose meaning is open reads as well: into a cache it can only consume or invalidate. */
const reading: ReadonlySet<string | undefined> = new Set(['consume', 'invalidate', undefined]);

/** Messages go into a queue, and nobody takes them out. */
export const noConsumer = componentRule({
  id: 'queue/no-consumer',
  kinds: ['queue'],
  severity: 'error',
  category: 'correctness',
  reach: 'diagram',
  messages: {
    unread: { text: 'Nothing consumes {name}.' },
    undeclared: { severity: 'warning', text: 'Nothing consumes {name}, and the diagram does not say that it is a dead-letter queue.' },
    maybe: { severity: 'suggestion', text: 'Does {name} take what {worker} cannot process? Then mark it as a dead-letter queue; else who reads it?' },
  },
  docs: {
    what: 'Something publishes into the queue, and no connection leads out of it.',
    why: 'The messages pile up until they expire.',
    fix: 'Add a worker, or draw the system that reads it.',
    silentWhen: ['It is marked as a dead-letter queue.', 'It drives invalidations.'],
    sources: ['Enterprise Integration Patterns, competing consumers.'],
    question: 'Who reads this queue?',
  },
  examples: {
    bad: 'service api\nqueue jobs { isDeadLetterQueue: false }\napi -> jobs',
    good: 'service api\nqueue jobs\nworker mailer\nqueue failed { isDeadLetterQueue: true }\napi -> jobs -> mailer\njobs -> failed { interaction: dead-letter }',
  },
  check(component, { graph }) {
    const feeding = feedingEdges(graph, component);
    if (feeding.length === 0 || component.properties.isDeadLetterQueue === true) return undefined;
    if (graph.out(component.id).some(({ interaction }) => reading.has(interaction))) return pass;
    const details = {
      data: { name: component.name, worker: feeding[0]?.from.name ?? '' },
      related: feeding.map(({ from }) => ({ id: from.id, role: 'producer' })),
      witness: feeding.slice(0, 1).flatMap(({ from, id }) => [from.id, id, component.id]),
    };
    if (component.properties.isDeadLetterQueue === false) return fail('unread', details);
    return mayBeDeadLetterQueue(graph, component) ? fail('maybe', details) : fail('undeclared', details);
  },
  fixes: ({ primary, messageId }): readonly Fix[] => {
    const addWorker = addConsumer(primary);
    return messageId === 'maybe' ? [setFix('Mark it as a dead-letter queue', 'suggest', primary, { isDeadLetterQueue: true }), addWorker] : [addWorker];
  },
});
