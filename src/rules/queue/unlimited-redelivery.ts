import { fix, set } from '../fixing.ts';
import { mentions } from '../mentions.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { consumeEdges, isDeadLetterQueue, parks } from './broker-terms.ts';
import { withDeadLetterQueue } from './queue-terms.ts';

/** A message that always fails is delivered for ever. */
export const unlimitedRedelivery = componentRule({
  id: 'queue/unlimited-redelivery',
  kinds: ['queue'],
  severity: 'warning',
  category: 'operability',
  reach: 'diagram',
  messages: {
    unlimited: { text: '{name} redelivers failing messages without limit.' },
    classic: { text: 'The diagram sets no delivery limit for {name}, and a classic queue has none.' },
  },
  docs: {
    what: 'Nothing ends the redeliveries of a message that cannot be processed.',
    why: 'One poison message goes round for ever and takes the place of healthy ones. A dead-letter queue is never reached without a limit.',
    fix: 'Limit the deliveries, and park what still fails.',
    silentWhen: ['The queue is meant to block on a failing message.', 'A classic queue parks what fails.'],
    sources: ['RabbitMQ, quorum queues: poison message handling.'],
    question: 'After how many tries does a message that always fails stop coming back?',
  },
  examples: {
    bad: 'service api\nqueue jobs { maxDeliveryAttempts: unlimited }\nworker mailer\nqueue failed { isDeadLetterQueue: true }\napi -> jobs -> mailer\njobs -> failed { interaction: dead-letter }',
    good: 'service api\nqueue jobs { maxDeliveryAttempts: 5 }\nworker mailer\nqueue failed { isDeadLetterQueue: true }\napi -> jobs -> mailer\njobs -> failed { interaction: dead-letter }',
  },
  check({ id, name, properties }, { graph }) {
    const { maxDeliveryAttempts, technology, poisonMessagePolicy } = properties;
    if (poisonMessagePolicy === 'block') return pass;
    const consuming = consumeEdges(graph, id);
    const details = { data: { name }, related: consuming.map(({ to }) => ({ id: to.id, role: 'consumer' })), witness: [id] };
    if (maxDeliveryAttempts === 'unlimited') return fail('unlimited', { ...details, evidence: statedEvidence(id, { maxDeliveryAttempts }) });
    if (maxDeliveryAttempts !== undefined) return pass;
    const isClassic = mentions(technology, 'RabbitMQ') && mentions(technology, 'classic');
    if (isClassic && !parks(graph, id)) return fail('classic', { ...details, evidence: statedEvidence(id, { technology }) });
    return consuming.length > 0 ? notStated(id, 'maxDeliveryAttempts') : pass;
  },
  fixes({ primary }, { graph, diagram }): readonly Fix[] {
    const queue = diagram.components.get(primary);
    if (!queue) return [];
    if (parks(graph, primary) || isDeadLetterQueue(graph, queue)) return [fix('Give up after five deliveries', 'suggest', (now) => set(now, primary, { maxDeliveryAttempts: 5 }))];
    return [fix('Give up after five deliveries, and park what fails', 'suggest', (now, freshId) => withDeadLetterQueue(set(now, primary, { maxDeliveryAttempts: 5 }), freshId, queue))];
  },
});
