import { noRetry } from '#rules/queue/no-retry.ts';
import { testRule } from '../../support/test-rule.ts';

const jobs = (queue: string, publish = '', more = ''): string =>
  `entity order {}\nentity ping { lossTolerant: true }\nservice api\nqueue jobs "Jobs" { ${queue} }\nworker mailer\napi -> jobs { ${publish} }\njobs -> mailer\n${more}`;
const title = 'Deliver at least once, with five tries and growing pauses';

testRule(noRetry, {
  fires: [
    { when: 'one try is all', sketch: jobs('maxDeliveryAttempts: 1', 'dataFlows: [order]'), primary: 'jobs', severity: 'warning', message: 'A message of Jobs gets one try; a transient failure loses it.', related: ['mailer'], fixes: [title] },
    { when: 'loss is ruled out', sketch: jobs('maxDeliveryAttempts: 1', 'lossTolerant: false'), severity: 'warning' },
    { when: 'a message is delivered at most once', sketch: jobs('deliveryGuarantee: at-most-once', 'dataFlows: [order]'), severity: 'warning', fixes: [title] },
    { when: 'it is delivered at most once, whatever is said of tries', sketch: jobs('deliveryGuarantee: at-most-once, maxDeliveryAttempts: 5', 'dataFlows: [order]'), severity: 'warning' },
    { when: 'nothing is known of the messages', sketch: jobs('maxDeliveryAttempts: 1'), severity: 'suggestion', message: 'A message of Jobs gets one try: may it be lost?', fixes: [title] },
    { when: 'one try is promised to be exactly one', sketch: jobs('maxDeliveryAttempts: 1, deliveryGuarantee: exactly-once'), severity: 'suggestion' },
    { when: 'what fails is parked, and nothing says why at once', sketch: jobs('maxDeliveryAttempts: 1, poisonMessagePolicy: dead-letter, rationale: " "') },
    { when: 'a rationale speaks of something else than parking', sketch: jobs('maxDeliveryAttempts: 1, rationale: "Simple."') },
  ],
  silent: [
    { when: 'there are five tries', sketch: jobs('maxDeliveryAttempts: 5', 'dataFlows: [order]') },
    { when: 'there are two', sketch: jobs('maxDeliveryAttempts: 2') },
    { when: 'tries have no end', sketch: jobs('maxDeliveryAttempts: unlimited') },
    { when: 'loss is acceptable', sketch: jobs('maxDeliveryAttempts: 1', 'lossTolerant: true') },
    { when: 'loss of all that it carries is acceptable', sketch: jobs('deliveryGuarantee: at-most-once', 'dataFlows: [ping]') },
    { when: 'it is a dead-letter queue', sketch: jobs('maxDeliveryAttempts: 1, isDeadLetterQueue: true') },
    { when: 'a rationale says why what fails is parked at once', sketch: jobs('maxDeliveryAttempts: 1, poisonMessagePolicy: dead-letter, rationale: "A second charge is worse than none."') },
    { when: 'nobody consumes it', sketch: 'service api\nqueue jobs { maxDeliveryAttempts: 1 }\napi -> jobs' },
  ],
  notStated: [
    { when: 'nothing is said of deliveries', sketch: jobs(''), fields: ['maxDeliveryAttempts', 'deliveryGuarantee'] },
    { when: 'the guarantee leaves the tries open', sketch: jobs('deliveryGuarantee: at-least-once'), fields: ['maxDeliveryAttempts'] },
    { when: 'nothing to ask where loss is acceptable', sketch: jobs('', 'lossTolerant: true'), fields: [] },
  ],
});
