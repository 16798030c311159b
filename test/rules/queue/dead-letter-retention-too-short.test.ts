import { deadLetterRetentionTooShort } from '#rules/queue/dead-letter-retention-too-short.ts';
import { testRule } from '../../support/test-rule.ts';

const day = 86_400;
const keeps = (days: number): string => `retentionSeconds: ${days * day}`;
const sqs = 'technology: "Amazon SQS"';
const pair = (source: string, dead: string, more = ''): string =>
  `service api\nqueue jobs "Jobs" { ${source} }\nworker w\nqueue dead "Failed" { isDeadLetterQueue: true, ${dead} }\napi -> jobs -> w\njobs -> dead as d { interaction: dead-letter }\n${more}`;
const second = (values: string): string => `queue mails "Mails" { ${values} }\nmails -> dead as e { interaction: dead-letter }`;

testRule(deadLetterRetentionTooShort, {
  fires: [
    { when: 'standard SQS keeps both equally long', sketch: pair(`${sqs}, ${keeps(4)}`, keeps(4)), primary: 'dead', severity: 'warning', message: 'Failed may drop messages right after they arrive: their age counts from the first enqueue.', related: ['jobs', 'd'], fixes: ['Keep failed messages for 14 days'] },
    { when: 'standard SQS keeps failed ones shorter', sketch: pair(keeps(4), `${sqs}, ${keeps(1)}`), severity: 'warning' },
    { when: 'live ones are kept for two weeks', sketch: pair(`${sqs}, ${keeps(14)}`, keeps(14)), fixes: ['Keep failed messages for 28 days'] },
    { when: 'another product keeps failed ones shorter', sketch: pair(`technology: RabbitMQ, ${keeps(4)}`, keeps(3)), severity: 'suggestion', message: 'Failed keeps failed messages for less time than Jobs keeps live ones; is that enough to look at them?' },
    { when: 'nobody named a product', sketch: pair(keeps(4), keeps(3)), severity: 'suggestion' },
    { when: 'SQS FIFO by its order keeps failed ones shorter', sketch: pair(`${sqs}, ordering: fifo-per-group, ${keeps(4)}`, keeps(3)), severity: 'suggestion' },
    { when: 'SQS FIFO by its name keeps failed ones shorter', sketch: pair(`technology: "SQS FIFO", ${keeps(4)}`, keeps(3)), severity: 'suggestion' },
    { when: 'the longest of several sources decides', sketch: pair(keeps(4), keeps(3), second(keeps(8))), message: /than Mails keeps/, related: ['mails', 'e'], fixes: ['Keep failed messages for 16 days'] },
    { when: 'the longest decides, also beside standard SQS', sketch: pair(keeps(9), keeps(3), second(`${sqs}, ${keeps(4)}`)), severity: 'suggestion', related: ['jobs'], fixes: ['Keep failed messages for 18 days'] },
    { when: 'of two equally long ones standard SQS decides', sketch: pair(keeps(4), keeps(4), second(`${sqs}, ${keeps(4)}`)), severity: 'warning', related: ['mails'] },
  ],
  silent: [
    { when: 'failed ones are kept longer', sketch: pair(`${sqs}, ${keeps(4)}`, keeps(14)) },
    { when: 'another product keeps both equally long', sketch: pair(keeps(4), keeps(4)) },
    { when: 'SQS FIFO keeps both equally long', sketch: pair(`${sqs}, ordering: fifo-global, ${keeps(4)}`, keeps(4)) },
    { when: 'the dead-letter queue is FIFO by name', sketch: pair(keeps(4), `technology: "SQS FIFO", ${keeps(4)}`) },
    { when: 'a consumer parks', sketch: `service api\nqueue jobs { ${sqs}, ${keeps(4)} }\nworker w\nqueue dead { isDeadLetterQueue: true, ${keeps(1)} }\napi -> jobs -> w -> dead` },
    { when: 'a stream parks', sketch: `stream s { ${keeps(7)} }\nqueue dead { isDeadLetterQueue: true, ${keeps(1)} }\ns -> dead` },
  ],
  notStated: [
    { when: 'its own retention is open', sketch: pair(keeps(4), ''), fields: ['retentionSeconds'] },
    { when: 'that of the source is open', sketch: pair('', keeps(4)), fields: ['retentionSeconds'] },
    { when: 'nothing is said', sketch: pair('', ''), fields: [] },
  ],
});
