import { noConsumer } from '#rules/queue/no-consumer.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(noConsumer, {
  fires: [
    { when: 'it is stated to be no dead-letter queue', sketch: 'service api\nqueue jobs "Jobs" { isDeadLetterQueue: false }\napi -> jobs', severity: 'error', message: 'Nothing consumes Jobs.', fixes: ['Add a worker that consumes it'] },
    { when: 'nothing says what it is', sketch: 'service api\nqueue jobs\napi -> jobs', severity: 'warning', message: /does not say that it is a dead-letter queue/ },
    { when: 'a database feeds it', sketch: 'core-database db\nqueue jobs\ndb -> jobs', severity: 'warning' },
    {
      when: 'only a consumer publishes into it',
      sketch: 'service api\nqueue jobs\nworker mailer "Mailer"\nqueue failed\napi -> jobs -> mailer\nmailer -> failed { interaction: publish }',
      primary: 'failed',
      severity: 'suggestion',
      message: /what Mailer cannot process/,
      fixes: ['Mark it as a dead-letter queue', 'Add a worker that consumes it'],
    },
  ],
  silent: [
    { when: 'a worker consumes it', sketch: 'service api\nqueue jobs\nworker w\napi -> jobs -> w' },
    { when: 'a system of others consumes it', sketch: 'service api\nqueue jobs\nexternal-system crm\napi -> jobs -> crm' },
    { when: 'it is a dead-letter queue', sketch: 'service api\nqueue jobs { isDeadLetterQueue: true }\napi -> jobs { interaction: dead-letter }' },
    { when: 'it drives invalidations', sketch: 'service api\nqueue jobs\ndistributed-cache cache\napi -> jobs\njobs -> cache { interaction: invalidate }' },
    { when: 'what its arrow means is open', sketch: 'service api\nqueue jobs\ndistributed-cache cache\napi -> jobs -> cache' },
    { when: 'nothing comes in either', sketch: 'queue jobs\nworker w\nw -> jobs { interaction: dead-letter }' },
  ],
});
