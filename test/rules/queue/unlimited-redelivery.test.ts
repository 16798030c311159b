import { unlimitedRedelivery } from '#rules/queue/unlimited-redelivery.ts';
import { testRule } from '../../support/test-rule.ts';

const jobs = (queue: string, more = ''): string => `service api\nqueue jobs "Jobs" { ${queue} }\nworker mailer\napi -> jobs -> mailer\n${more}`;
const dead = 'queue dead { isDeadLetterQueue: true }\n';
const classic = 'technology: "RabbitMQ (classic queue)"';

testRule(unlimitedRedelivery, {
  fires: [
    { when: 'deliveries have no limit', sketch: jobs('maxDeliveryAttempts: unlimited'), primary: 'jobs', severity: 'warning', message: 'Jobs redelivers failing messages without limit.', related: ['mailer'], fixes: ['Give up after five deliveries, and park what fails'] },
    { when: 'a dead-letter queue is drawn, and never reached', sketch: jobs('maxDeliveryAttempts: unlimited', `${dead}jobs -> dead { interaction: dead-letter }`), severity: 'warning', fixes: ['Give up after five deliveries'] },
    { when: 'it is a dead-letter queue itself', sketch: jobs('maxDeliveryAttempts: unlimited, isDeadLetterQueue: true'), fixes: ['Give up after five deliveries'] },
    { when: 'a classic queue gets no limit', sketch: jobs(classic), severity: 'warning', message: 'The diagram sets no delivery limit for Jobs, and a classic queue has none.', fixes: ['Give up after five deliveries, and park what fails'] },
    { when: 'what fails is to be dropped, but never is', sketch: jobs('maxDeliveryAttempts: unlimited, poisonMessagePolicy: drop') },
    { when: 'nobody reads a classic queue yet', sketch: `service api\nqueue jobs { ${classic} }\napi -> jobs`, severity: 'warning' },
  ],
  silent: [
    { when: 'there is a limit', sketch: jobs('maxDeliveryAttempts: 5') },
    { when: 'a classic queue has a limit', sketch: jobs(`maxDeliveryAttempts: 5, ${classic}`) },
    { when: 'it is meant to block', sketch: jobs('maxDeliveryAttempts: unlimited, poisonMessagePolicy: block') },
    { when: 'a classic queue is meant to block', sketch: jobs(`poisonMessagePolicy: block, ${classic}`) },
    { when: 'a classic queue parks what fails', sketch: jobs(classic, `${dead}jobs -> dead { interaction: dead-letter }`) },
    { when: 'a consumer of a classic queue parks what fails', sketch: jobs(classic, `${dead}mailer -> dead { interaction: dead-letter }`) },
    { when: 'it is a quorum queue', sketch: jobs('technology: "RabbitMQ quorum"') },
    { when: 'it is a classic of another house', sketch: jobs('technology: "Classic MQ"') },
    { when: 'nobody reads a queue without a limit', sketch: 'service api\nqueue jobs\napi -> jobs' },
  ],
  notStated: [
    { when: 'nothing is said of a limit', sketch: jobs('technology: "Amazon SQS"'), fields: ['maxDeliveryAttempts'] },
    { when: 'nothing to ask where it is meant to block', sketch: jobs('poisonMessagePolicy: block'), fields: [] },
  ],
});
