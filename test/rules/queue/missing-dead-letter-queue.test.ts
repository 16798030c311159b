import { missingDeadLetterQueue } from '#rules/queue/missing-dead-letter-queue.ts';
import { testRule } from '../../support/test-rule.ts';

const jobs = (queue = '', more = ''): string => `service api\nqueue jobs "Jobs" { ${queue} }\nworker mailer\napi -> jobs -> mailer\n${more}`;

testRule(missingDeadLetterQueue, {
  fires: [
    { when: 'a queue is consumed and nothing is parked', sketch: jobs(), primary: 'jobs', severity: 'warning', message: /^No dead-letter queue is drawn for Jobs/, related: ['mailer'], fixes: ['Add a dead-letter queue'] },
    { when: 'an unordered queue blocks', sketch: jobs('poisonMessagePolicy: block, ordering: none') },
    { when: 'failures are dropped, and nothing says that loss is acceptable', sketch: jobs('poisonMessagePolicy: drop') },
    { when: 'failures of data that must not be lost are dropped', sketch: `entity order { lossTolerant: false }\nservice api\nqueue jobs { poisonMessagePolicy: drop }\nworker mailer\napi -> jobs { dataFlows: [order] }\njobs -> mailer` },
    { when: 'a FIFO queue has none', sketch: jobs('ordering: fifo-per-group') },
  ],
  silent: [
    { when: 'the queue has one', sketch: jobs('', 'queue dead { isDeadLetterQueue: true }\njobs -> dead { interaction: dead-letter }') },
    { when: 'a consumer has one', sketch: jobs('', 'queue dead { isDeadLetterQueue: true }\nmailer -> dead { interaction: dead-letter }') },
    { when: 'order is sacred', sketch: jobs('poisonMessagePolicy: block, ordering: fifo-global') },
    { when: 'failures are dropped and loss is acceptable', sketch: `service api\nqueue jobs { poisonMessagePolicy: drop }\nworker mailer\napi -> jobs { lossTolerant: true }\njobs -> mailer` },
    { when: 'a consumer publishes into what may be one', sketch: jobs('', 'queue failed\nmailer -> failed { interaction: publish }') },
    { when: 'nobody consumes it', sketch: 'service api\nqueue jobs\napi -> jobs' },
    { when: 'it is one itself', sketch: jobs('isDeadLetterQueue: true') },
    { when: 'only dead letters come in', sketch: 'stream s\nqueue dead\nworker fixer\ns -> dead { interaction: dead-letter }\ndead -> fixer' },
    { when: "it is somebody else's", sketch: jobs('inScope: false') },
  ],
});
