import { retentionTooShort } from '#rules/stream/retention-too-short.ts';
import { testRule } from '../../support/test-rule.ts';

const events = (stream: string, consume = 'dataFlows: [order]', publish = '', more = ''): string =>
  `entity order {}\nentity view { lossTolerant: true }\nservice api\nstream events "Events" { ${stream} }\nworker w\napi -> events { ${publish} }\nevents -> w as c { ${consume} }\n${more}`;
const hour = 'retentionSeconds: 3600';

testRule(retentionTooShort, {
  fires: [
    { when: 'orders stay for an hour', sketch: events(hour), primary: 'events', severity: 'warning', message: 'Events keeps events 1 h; a consumer outage longer than that loses data.', related: ['w'], fixes: ['Keep events for a week'] },
    { when: 'it is just less than a day', sketch: events('retentionSeconds: 86399') },
    { when: 'nothing is known of the events', sketch: events(hour, '') },
    { when: 'the consumer says that none may be lost', sketch: events(hour, 'lossTolerant: false, dataFlows: [view]') },
    { when: 'a replay is needed within a week', sketch: events('retentionSeconds: 604799', 'replayRequired: true') },
    { when: 'what may be lost is replayed', sketch: events('retentionSeconds: 86400', 'replayRequired: true, dataFlows: [view]') },
    { when: 'the clean-up also deletes', sketch: events(`${hour}, cleanupPolicy: compact-delete`) },
    { when: 'a job reads another bucket', sketch: events(hour, '', '', 'blob-storage lake\nw -> lake { access: write }') },
    { when: 'another system reads', sketch: 'service api\nstream events { retentionSeconds: 60 }\nexternal-system partner\napi -> events -> partner', related: ['partner'] },
    { when: 'more is asked for', sketch: `settings { lintConfig: { rules: { stream/retention-too-short: [warning, { minSeconds: 172800 }] } } }\n${events('retentionSeconds: 172799')}` },
  ],
  silent: [
    { when: 'it is a day', sketch: events('retentionSeconds: 86400') },
    { when: 'it is for ever', sketch: events('retentionSeconds: unlimited', 'replayRequired: true') },
    { when: 'a replay is needed, and it is a week', sketch: events('retentionSeconds: 604800', 'replayRequired: true') },
    { when: 'loss is acceptable', sketch: events(hour, 'dataFlows: [view]') },
    { when: 'the consumer may lose orders', sketch: events(hour, 'dataFlows: [order], lossTolerant: true') },
    { when: 'all that the stream carries may be lost', sketch: events(hour, '', 'dataFlows: [view]') },
    { when: 'an archive is stated', sketch: events(`${hour}, archive: lake`, '', '', 'blob-storage lake\nw -> lake') },
    { when: 'a bucket consumes it', sketch: events(hour, '', '', 'blob-storage lake\nevents -> lake') },
    { when: 'it is compacted', sketch: events(`${hour}, cleanupPolicy: compact`) },
    { when: 'nobody consumes it', sketch: 'service api\nstream events { retentionSeconds: 60 }\napi -> events' },
  ],
  notStated: [
    { when: 'the retention is open', sketch: events(''), fields: ['retentionSeconds'] },
    { when: 'loss is acceptable', sketch: events('', 'dataFlows: [view]'), fields: [] },
  ],
});
