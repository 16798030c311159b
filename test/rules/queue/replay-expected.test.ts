import { replayExpected } from '#rules/queue/replay-expected.ts';
import { testRule } from '../../support/test-rule.ts';

const orders = (consume: string, more = '', kind = 'queue'): string => `service api\n${kind} orders "Orders"\nworker billing "Billing"\napi -> orders\norders -> billing as e { ${consume} }\n${more}`;

testRule(replayExpected, {
  fires: [
    { when: 'a consumer wants to read again', sketch: orders('replayRequired: true'), primary: 'orders', severity: 'warning', message: 'Billing wants to re-read old messages; Orders deletes them once acknowledged.', related: ['e', 'billing'], fixes: ['Change it to a stream', 'Archive the messages in blob storage'] },
    { when: 'one of two does', sketch: orders('', 'worker audit "Audit"\norders -> audit as f { replayRequired: true }'), message: /^Audit /, related: ['f'] },
    { when: 'a dead-letter queue cannot become a stream', sketch: orders('replayRequired: true', 'worker w\nw -> orders { interaction: dead-letter }'), fixes: ['Archive the messages in blob storage'] },
    { when: 'the archive is filled by somebody else', sketch: orders('replayRequired: true', 'blob-storage archive\napi -> archive { access: write }') },
  ],
  silent: [
    { when: 'it is a stream', sketch: orders('replayRequired: true', '', 'stream') },
    { when: 'the queue is archived', sketch: orders('replayRequired: true', 'blob-storage archive\norders -> archive') },
    { when: 'nobody needs that', sketch: orders('replayRequired: false') },
    { when: 'nothing is said of it', sketch: orders('') },
  ],
});
