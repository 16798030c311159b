import { windowWithoutEventTime } from '#rules/stream/window-without-event-time.ts';
import { testRule } from '../../support/test-rule.ts';

const usage = (stream: string, worker = '', publish = '', more = ''): string =>
  `entity view { lossTolerant: true }\nservice api\nstream usage "Usage" { ${stream} }\nworker billing "Billing" { ${worker === '' ? '' : `streamProcessing: { ${worker} }`} }\napi -> usage { ${publish} }\nusage -> billing as c\n${more}`;
const late = 'windowing: tumbling, timeSemantics: processing-time';
const fixes = ['Use event time'];

testRule(windowWithoutEventTime, {
  fires: [
    { when: 'a worker uses its own clock', sketch: usage('', late), primary: 'billing', severity: 'warning', message: 'Windows of Billing use arrival time; delayed events are counted in the wrong window.', related: ['usage'], fixes },
    { when: 'the stream says so', sketch: usage(late), primary: 'usage', severity: 'warning', message: /^Windows of Usage/, related: ['billing'], fixes },
    { when: 'nobody consumes the stream', sketch: `service api\nstream usage { eventSourcing: true, ${late} }\napi -> usage`, primary: 'usage', fixes },
    { when: 'no clock is stated', sketch: usage('', 'windowing: session'), severity: 'suggestion', message: 'Which clock do the windows of Billing use, event time or arrival?', fixes },
    { when: 'the worker has windows, the stream has the clock', sketch: usage('timeSemantics: processing-time', 'windowing: hopping'), primary: 'billing', severity: 'warning', fixes },
    { when: 'the stream has windows, the worker has the clock', sketch: usage('windowing: sliding, timeSemantics: event-time', 'timeSemantics: processing-time'), primary: 'usage', severity: 'warning', fixes },
    { when: 'one of two streams may not lose events', sketch: usage('', late, 'dataFlows: [view]', 'stream other "Other"\napi -> other\nother -> billing'), primary: 'billing', related: ['other'] },
    { when: 'one of two consumers is at fault', sketch: usage('windowing: tumbling', 'timeSemantics: event-time', '', 'service live { streamProcessing: { timeSemantics: processing-time } }\nusage -> live'), primary: 'usage', severity: 'warning', related: ['live'], fixes },
  ],
  silent: [
    { when: 'event time', sketch: usage('', 'windowing: tumbling, timeSemantics: event-time') },
    { when: 'the stream has the clock', sketch: usage('timeSemantics: event-time', 'windowing: tumbling') },
    { when: 'the time of ingestion is chosen', sketch: usage('', 'windowing: tumbling, timeSemantics: ingestion-time') },
    { when: 'there are no windows', sketch: usage('', 'windowing: none, timeSemantics: processing-time') },
    { when: 'nothing says that there are windows', sketch: usage('timeSemantics: processing-time') },
    { when: 'the consumer cuts none though the stream says so', sketch: usage(late, 'windowing: none') },
    { when: 'windows hold a number of events', sketch: usage('', `${late}, windowBy: count`) },
    { when: 'losing events is acceptable', sketch: usage('', late, 'dataFlows: [view]') },
    { when: 'it reads a queue', sketch: `service api\nqueue usage\nworker billing { streamProcessing: { ${late} } }\napi -> usage -> billing` },
  ],
});
