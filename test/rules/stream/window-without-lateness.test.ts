import { windowWithoutLateness } from '#rules/stream/window-without-lateness.ts';
import { testRule } from '../../support/test-rule.ts';

const clicks = (stream: string, worker = '', publish = '', more = ''): string =>
  `entity view { lossTolerant: true }\nservice api\nstream clicks "Clicks" { ${stream} }\nworker billing "Billing" { ${worker === '' ? '' : `streamProcessing: { ${worker} }`} }\napi -> clicks { ${publish} }\nclicks -> billing as c\n${more}`;
const timed = 'windowing: tumbling, timeSemantics: event-time';
const fixes = ['Allow lateness of one window and collect what is later'];
const collect = ['Collect late events'];
const job = 'scheduled-job fixer\nfixer -> lake { access: read }';

testRule(windowWithoutLateness, {
  fires: [
    { when: 'late events are dropped', sketch: clicks('', `${timed}, allowedLatenessSeconds: 0, lateEventPolicy: drop, windowSizeSeconds: 60`), primary: 'billing', severity: 'warning', message: 'Events later than the watermark are dropped by Billing; allow lateness or collect them.', related: ['clicks'], fixes },
    { when: 'only the policy is stated', sketch: clicks('', `${timed}, lateEventPolicy: drop`), severity: 'warning', fixes: collect },
    { when: 'only the lateness is stated', sketch: clicks('', `${timed}, allowedLatenessSeconds: 0`), severity: 'warning', fixes: collect },
    { when: 'nothing is stated', sketch: clicks('', timed), severity: 'suggestion', message: 'What does Billing do with events later than the watermark? The diagram does not say.', fixes: collect },
    { when: 'the stream has the windows', sketch: clicks(`${timed}, lateEventPolicy: drop`), primary: 'clicks', severity: 'warning', fixes: collect },
    { when: 'the stream has the policy', sketch: clicks('lateEventPolicy: drop', timed), primary: 'billing', severity: 'warning', fixes: collect },
    { when: 'a job reads something else', sketch: clicks('', timed, '', 'blob-storage lake\nscheduled-job fixer\nclicks -> lake\ncore-database db\nfixer -> db { access: read }') },
    { when: 'a job only writes the archive', sketch: clicks('', timed, '', 'blob-storage lake\nclicks -> lake\nscheduled-job fixer\nfixer -> lake { access: write }') },
    { when: 'a service reads the archive', sketch: clicks('', timed, '', 'blob-storage lake\nclicks -> lake\napi -> lake { access: read }') },
  ],
  silent: [
    { when: 'lateness is allowed', sketch: clicks('', `${timed}, allowedLatenessSeconds: 60, lateEventPolicy: drop`) },
    { when: 'late events are collected', sketch: clicks('', `${timed}, allowedLatenessSeconds: 0, lateEventPolicy: side-output`) },
    { when: 'late events correct the result', sketch: clicks('', `${timed}, lateEventPolicy: update-result`) },
    { when: 'the stream allows lateness', sketch: clicks('allowedLatenessSeconds: 60', timed) },
    { when: 'it goes by processing time', sketch: clicks('', 'windowing: tumbling, timeSemantics: processing-time, lateEventPolicy: drop') },
    { when: 'windows hold a number of events', sketch: clicks('', `${timed}, windowBy: count`) },
    { when: 'there are no windows', sketch: clicks('timeSemantics: event-time, lateEventPolicy: drop') },
    { when: 'losing events is acceptable', sketch: clicks('', timed, 'dataFlows: [view]') },
    { when: 'a job reads the bucket that consumes the stream', sketch: clicks('', timed, '', `blob-storage lake\nclicks -> lake\n${job}`) },
    { when: 'a job reads the stated archive', sketch: clicks('archive: lake', timed, '', `core-database lake\nbilling -> lake\n${job}`) },
  ],
  notStated: [
    { when: 'the clock of a worker is open', sketch: clicks('', 'windowing: tumbling'), fields: ['streamProcessing'] },
    { when: 'the clock of a stream is open', sketch: clicks('windowing: tumbling'), fields: ['timeSemantics'] },
    { when: 'the clock is open, but late events are let in', sketch: clicks('windowing: tumbling, allowedLatenessSeconds: 60'), fields: [] },
  ],
});
