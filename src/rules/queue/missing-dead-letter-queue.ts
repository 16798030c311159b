import { fix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { consumeEdges, isDeadLetterQueue, mayBeDeadLetterQueue, parks, toleratesLoss } from './broker-terms.ts';
import { isFifo, withDeadLetterQueue } from './queue-terms.ts';

/** A queue has consumers and nowhere to put what they cannot process. */
export const missingDeadLetterQueue = componentRule({
  id: 'queue/missing-dead-letter-queue',
  kinds: ['queue'],
  severity: 'warning',
  category: 'operability',
  reach: 'diagram',
  messages: { missing: { text: 'No dead-letter queue is drawn for {name}: a message that always fails is retried for ever or lost.' } },
  docs: {
    what: 'Messages of this queue are consumed, and none of its paths leads to a dead-letter queue.',
    why: 'Poison messages waste workers and hide bugs. In a dead-letter queue they wait until somebody has looked.',
    fix: 'Add a dead-letter queue, limit the deliveries, and set an alarm on it.',
    silentWhen: ['The queue or one of its consumers has a dead-letter queue.', 'Order is sacred: a FIFO queue that blocks on a failing message.', 'Failing messages are dropped, and losing them is acceptable.', 'A consumer publishes into a queue that may be meant as one.'],
    sources: ['AWS, SQS dead-letter queues.'],
    question: 'What happens to a message that fails five times?',
  },
  examples: {
    bad: 'service api\nqueue jobs\nworker mailer\napi -> jobs -> mailer',
    good: 'service api\nqueue jobs\nworker mailer\nqueue failed { isDeadLetterQueue: true }\napi -> jobs -> mailer\njobs -> failed { interaction: dead-letter }',
  },
  check(component, { graph }) {
    const consuming = consumeEdges(graph, component.id);
    if (consuming.length === 0 || isDeadLetterQueue(graph, component)) return undefined;
    const { poisonMessagePolicy } = component.properties;
    if (parks(graph, component.id)) return pass;
    if (poisonMessagePolicy === 'block' && isFifo(component)) return pass;
    if (poisonMessagePolicy === 'drop' && toleratesLoss(graph, component) === true) return pass;
    const retriesElsewhere = consuming.some(({ to }) => graph.out(to.id).some((edge) => edge.interaction === 'publish' && edge.to.kind === 'queue' && mayBeDeadLetterQueue(graph, edge.to)));
    if (retriesElsewhere) return pass;
    return fail('missing', {
      data: { name: component.name },
      related: consuming.map(({ to }) => ({ id: to.id, role: 'consumer' })),
      witness: [component.id, ...consuming.flatMap(({ id, to }) => [id, to.id])],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [
    fix('Add a dead-letter queue', 'suggest', (diagram, freshId) => {
      const queue = diagram.components.get(primary);
      return queue ? withDeadLetterQueue(diagram, freshId, queue) : diagram;
    }),
  ],
});
