import { backlogExceedsDeadline } from '#rules/capacity/backlog-exceeds-deadline.ts';
import { testRule } from '../../support/test-rule.ts';

interface Drawn {
  readonly entry?: string;
  readonly queue?: string;
  readonly worker?: string;
  readonly kind?: string;
}

const burst = ({ entry = 'peakRps: 5000, averageRps: 1000, burstSeconds: 600', queue = 'maxAgeSlaSeconds: 300', worker = 'instances: 3, perInstanceRps: 1000', kind = 'queue' }: Drawn = {}): string =>
  `client web\nservice api\n${kind} jobs "Jobs" { ${queue} }\nworker mailer "Mailer" { ${worker} }\nweb -> api { ${entry}, access: write }\napi -> jobs { interaction: publish }\njobs -> mailer`;

testRule(backlogExceedsDeadline, {
  fires: [
    {
      when: 'the oldest waits too long',
      sketch: burst(),
      primary: 'jobs',
      severity: 'warning',
      message: 'A burst of 10 min leaves 1,200,000 messages in Jobs, cleared after 10 min; the oldest waits 6.7 min (estimate).',
      related: ['mailer'],
      fixes: ['Run 4 copies of Mailer'],
    },
    { when: 'it never clears', sketch: burst({ entry: 'peakRps: 5000, averageRps: 3000, burstSeconds: 600' }), message: /in Jobs, never cleared; the oldest/ },
    { when: 'nobody knows when it clears', sketch: burst({ entry: 'peakRps: 5000, burstSeconds: 600' }), message: /in Jobs; the oldest/ },
    { when: 'more piles up than fits', sketch: burst({ queue: 'maxDepth: 1199999' }), severity: 'warning', fixes: ['Run 4 copies of Mailer'] },
    { when: 'the oldest is lost', sketch: burst({ queue: 'retentionSeconds: 300' }), severity: 'error', message: /the oldest waits 6\.7 min and is lost after 5 min \(estimate\)\.$/ },
    { when: 'the oldest is late and lost', sketch: burst({ queue: 'retentionSeconds: 300, maxAgeSlaSeconds: 60' }), severity: 'error', fixes: ['Run 5 copies of Mailer'] },
    { when: 'nobody works', sketch: burst({ worker: 'instances: 0, perInstanceRps: 1000' }), message: /never cleared; the oldest waits for ever/ },
    { when: 'a stream loses records', sketch: `${burst({ kind: 'stream', queue: 'retentionSeconds: 300' })}\nworker fast { instances: 9, perInstanceRps: 1000 }\njobs -> fast`, severity: 'error', related: ['mailer'], fixes: ['Run 4 copies of Mailer'] },
    { when: 'even the most copies are too few', sketch: burst({ worker: 'instances: 1, perInstanceRps: 1000, autoScaling: automatic, maxInstances: 3' }), fixes: ['Let Mailer grow to 4 copies'] },
  ],
  silent: [
    { when: 'the deadline is just kept', sketch: burst({ queue: 'maxAgeSlaSeconds: 400' }) },
    { when: 'it just fits', sketch: burst({ queue: 'maxDepth: 1200000' }) },
    { when: 'it is just not lost', sketch: burst({ queue: 'retentionSeconds: 400' }) },
    { when: 'records are kept for ever', sketch: burst({ kind: 'stream', queue: 'retentionSeconds: unlimited' }) },
    { when: 'consumers keep up', sketch: burst({ worker: 'instances: 5, perInstanceRps: 1000' }) },
    { when: 'nobody says how long the burst lasts', sketch: burst({ entry: 'peakRps: 5000' }) },
    { when: 'the peak is not known', sketch: burst({ entry: 'burstSeconds: 600' }) },
    { when: 'nobody says what the consumers take', sketch: burst({ worker: 'instances: 3' }) },
    { when: 'nobody consumes it', sketch: 'service api\nqueue jobs { maxAgeSlaSeconds: 1 }\napi -> jobs { peakRps: 9, burstSeconds: 99 }' },
  ],
  notStated: [
    { when: 'nobody says how old a message may get', sketch: burst({ queue: '' }), fields: ['maxAgeSlaSeconds'] },
    { when: 'nobody says how many consumers run', sketch: burst({ worker: 'perInstanceRps: 1000' }), fields: ['instances'] },
  ],
});
