import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { isDeadLetterQueue, parkedBy, parks } from './broker-terms.ts';
import { isFifo } from './queue-terms.ts';

/** A queue that keeps order parks what fails, and nothing says that order may suffer. */
export const fifoDeadLetterBreaksOrder = componentRule({
  id: 'queue/fifo-dead-letter-breaks-order',
  kinds: ['queue'],
  severity: 'suggestion',
  category: 'correctness',
  reach: 'diagram',
  messages: { overtaken: { text: 'Parking a message of {name} lets later ones overtake it; is that acceptable?' } },
  docs: {
    what: 'A FIFO queue or its consumer moves failing messages to a dead-letter queue.',
    why: 'Whatever waited behind the parked message now goes first. A dead-letter queue buys progress with order.',
    fix: 'Say that parking is meant, or let the queue block until the message has been dealt with.',
    silentWhen: ['What becomes of poison messages is stated.'],
    sources: ['AWS, SQS dead-letter queues.'],
    question: 'The third of five messages fails for good: may the fourth be processed?',
  },
  examples: {
    bad: 'service api\nqueue orders { ordering: fifo-per-group, partitionKey: orderId }\nworker billing\nqueue failed { isDeadLetterQueue: true }\napi -> orders -> billing\norders -> failed { interaction: dead-letter }',
    good: 'service api\nqueue orders { ordering: fifo-per-group, partitionKey: orderId, poisonMessagePolicy: dead-letter }\nworker billing\nqueue failed { isDeadLetterQueue: true }\napi -> orders -> billing\norders -> failed { interaction: dead-letter }',
  },
  check(component, { graph }) {
    const { id, name, properties: { ordering, poisonMessagePolicy } } = component;
    if (isDeadLetterQueue(graph, component) || !parks(graph, id)) return undefined;
    if (poisonMessagePolicy !== undefined || ordering === 'none') return pass;
    if (!isFifo(component)) return notStated(id, 'ordering');
    const parking = parkedBy(graph, id);
    return fail('overtaken', {
      data: { name },
      related: parking.map((edge) => ({ id: edge.to.id, role: 'dead-letter queue' })),
      witness: [id, ...parking.flatMap((edge) => [edge.id, edge.to.id])],
      evidence: statedEvidence(id, { ordering }),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [
    setFix('Parking is meant: progress counts more than order', 'suggest', primary, { poisonMessagePolicy: 'dead-letter' }),
    setFix('Block on a failing message: order counts more', 'suggest', primary, { poisonMessagePolicy: 'block' }),
  ],
});
