import { deadLetterTypeMismatch } from '#rules/queue/dead-letter-type-mismatch.ts';
import { testRule } from '../../support/test-rule.ts';

const sqs = 'technology: "Amazon SQS"';
const pair = (source: string, dead: string, more = ''): string =>
  `service api\nqueue orders "Orders" { ${source} }\nworker w\nqueue dead "Failed" { isDeadLetterQueue: true, ${dead} }\napi -> orders -> w\norders -> dead as d { interaction: dead-letter }\n${more}`;
const fixes = ['Give it the type of Orders'];

testRule(deadLetterTypeMismatch, {
  fires: [
    { when: 'FIFO parks in standard', sketch: pair(`${sqs}, ordering: fifo-per-group, partitionKey: orderId`, 'ordering: none'), primary: 'dead', severity: 'warning', message: 'Failed must be a FIFO queue like Orders (SQS).', related: ['orders', 'd'], fixes },
    { when: 'standard parks in FIFO', sketch: pair(`${sqs}, ordering: none`, 'ordering: fifo-per-group'), severity: 'warning', message: 'Failed must be a standard queue like Orders (SQS).', fixes },
    { when: 'only the dead-letter queue names the product', sketch: pair('ordering: fifo-global', `ordering: none, technology: "aws sqs"`), fixes },
    { when: 'the source has no key, and the other a blank one', sketch: pair(`${sqs}, ordering: fifo-per-group`, 'ordering: none, partitionKey: ""'), fixes },
    { when: 'the dead-letter queue has partitions', sketch: pair(`${sqs}, ordering: fifo-global`, 'ordering: none, partitions: 4'), fixes },
    { when: 'sources of both types park in it', sketch: pair(`${sqs}, ordering: fifo-per-group`, 'ordering: none', `queue mails { ordering: none, ${sqs} }\nmails -> dead { interaction: dead-letter }`), fixes: [] },
  ],
  silent: [
    { when: 'both are FIFO', sketch: pair(`${sqs}, ordering: fifo-per-group`, 'ordering: fifo-global') },
    { when: 'both are standard', sketch: pair(`${sqs}, ordering: none`, 'ordering: none') },
    { when: 'it is another product', sketch: pair('technology: RabbitMQ, ordering: fifo-per-group', 'ordering: none') },
    { when: 'a consumer parks', sketch: `service api\nqueue orders { ${sqs}, ordering: fifo-per-group }\nworker w\nqueue dead { isDeadLetterQueue: true, ordering: none, ${sqs} }\napi -> orders -> w -> dead` },
    { when: 'the two are joined by no dead letters', sketch: `service api\nqueue orders { ${sqs}, ordering: fifo-per-group }\nqueue dead { isDeadLetterQueue: true, ordering: none, ${sqs} }\napi -> orders` },
  ],
  notStated: [
    { when: 'the type of the dead-letter queue is open', sketch: pair(`${sqs}, ordering: none`, ''), fields: ['ordering'] },
    { when: 'the type of the source is open', sketch: pair(sqs, 'ordering: none'), fields: ['ordering'] },
    { when: 'nothing is said', sketch: pair(sqs, ''), fields: [] },
  ],
});
