import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { consumeEdges, isDeadLetterQueue, toleratesLoss } from './broker-terms.ts';

/** A message that fails once is given up. */
export const noRetry = componentRule({
  id: 'queue/no-retry',
  kinds: ['queue'],
  severity: 'warning',
  category: 'durability',
  reach: 'neighbours',
  acceptsRationale: 'Any rationale on a queue that delivers once and parks what fails.',
  messages: {
    once: { text: 'A message of {name} gets one try; a transient failure loses it.' },
    perhaps: { severity: 'suggestion', text: 'A message of {name} gets one try: may it be lost?' },
  },
  docs: {
    what: 'The queue delivers each message once, and no second time after a failure.',
    why: 'Most failures pass within seconds: a deployment, a timeout, a lost connection. One more try would have been enough.',
    fix: 'Deliver at least once and try a few times, with growing pauses.',
    silentWhen: ['Losing these messages is acceptable.', 'It is a dead-letter queue.', 'One try and then the dead-letter queue is meant so: a rationale says why.'],
    sources: ['AWS, SQS dead-letter queues.'],
    question: 'A consumer crashes halfway through a message: does it come again?',
  },
  examples: {
    bad: 'entity order { lossTolerant: false }\nservice api\nqueue jobs { maxDeliveryAttempts: 1 }\nworker mailer\nqueue failed { isDeadLetterQueue: true }\napi -> jobs { dataFlows: [order] }\njobs -> mailer\njobs -> failed { interaction: dead-letter }',
    good: 'entity order { lossTolerant: false }\nservice api\nqueue jobs { maxDeliveryAttempts: 5 }\nworker mailer\nqueue failed { isDeadLetterQueue: true }\napi -> jobs { dataFlows: [order] }\njobs -> mailer\njobs -> failed { interaction: dead-letter }',
  },
  check(component, { graph }) {
    const consuming = consumeEdges(graph, component.id);
    if (consuming.length === 0 || isDeadLetterQueue(graph, component)) return undefined;
    const { maxDeliveryAttempts, deliveryGuarantee, poisonMessagePolicy, rationale = '' } = component.properties;
    const tolerated = toleratesLoss(graph, component);
    if (tolerated === true) return pass;
    if (poisonMessagePolicy === 'dead-letter' && maxDeliveryAttempts === 1 && rationale.trim() !== '') return pass;
    if (maxDeliveryAttempts !== 1 && deliveryGuarantee !== 'at-most-once') {
      return maxDeliveryAttempts === undefined ? notStated(component.id, ...unstated({ maxDeliveryAttempts, deliveryGuarantee })) : pass;
    }
    return fail(tolerated === false ? 'once' : 'perhaps', {
      data: { name: component.name },
      related: consuming.map(({ to }) => ({ id: to.id, role: 'consumer' })),
      witness: [component.id],
      evidence: statedEvidence(component.id, { maxDeliveryAttempts, deliveryGuarantee }),
    });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] => {
    const { maxDeliveryAttempts = 1, deliveryGuarantee } = diagram.components.get(primary)?.properties ?? {};
    const attempts = maxDeliveryAttempts === 1 ? { maxDeliveryAttempts: 5 } : {};
    const guarantee = deliveryGuarantee === 'exactly-once' ? {} : { deliveryGuarantee: 'at-least-once' };
    const title = maxDeliveryAttempts === 1 ? 'Deliver at least once, with five tries and growing pauses' : 'Deliver at least once, with growing pauses';
    return [setFix(title, 'suggest', primary, { ...attempts, retryBackoff: 'exponential', ...guarantee })];
  },
});
