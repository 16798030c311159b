import { isLossTolerant } from '#graph/entities.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';

/** A worker confirms a message, and then may fail to do what it asks. */
export const acknowledgesBeforeProcessing = componentRule({
  id: 'worker/acknowledges-before-processing',
  kinds: ['worker'],
  severity: 'warning',
  category: 'durability',
  reach: 'neighbours',
  messages: { early: { text: '{name} confirms messages before finishing; a crash loses them.' } },
  docs: {
    what: 'A worker tells the broker that a message is done before it has done it.',
    why: 'The broker forgets what is confirmed. After a crash nobody sends it again: at most once, by accident.',
    fix: 'Confirm when the work is done, and make it harmless to do twice.',
    silentWhen: ['Losing some of the messages is acceptable on every connection that brings them.'],
    sources: ['RabbitMQ, consumer acknowledgements.'],
    question: 'When does the worker confirm a message: before or after the work?',
  },
  examples: {
    bad: 'service api\nqueue jobs\nworker mailer { ackMode: before-processing }\nqueue failed { isDeadLetterQueue: true }\napi -> jobs -> mailer\njobs -> failed',
    good: 'service api\nqueue jobs\nworker mailer { ackMode: after-processing, idempotent: true }\nqueue failed { isDeadLetterQueue: true }\napi -> jobs -> mailer\njobs -> failed',
  },
  check({ id, name, properties: { ackMode } }, { graph }) {
    const dear = graph.into(id).filter((edge) => edge.interaction === 'consume' && isLossTolerant(graph, edge) !== true);
    const [first] = dear;
    if (!first) return undefined;
    if (ackMode === undefined) return notStated(id, 'ackMode');
    if (ackMode === 'after-processing') return pass;
    return fail('early', {
      data: { name },
      related: [...new Set(dear.map(({ from }) => from.id))].map((broker) => ({ id: broker, role: 'broker' })),
      witness: [first.from.id, first.id, id],
      evidence: [{ record: id, property: 'ackMode', value: ackMode }],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Confirm after the work', 'auto', primary, { ackMode: 'after-processing' })],
});
