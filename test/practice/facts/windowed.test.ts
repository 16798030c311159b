import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { judgeFact } from '#practice/facts.ts';
import { judging } from '#practice/facts/judging.ts';

const way = 'api -> clicks { dataFlows: [click] }\nclicks -> counter { dataFlows: [click] }';
const cut = 'windowing: tumbling, timeSemantics: event-time, allowedLatenessSeconds: 600';

test.each([
  ['the consumer cuts by event time and waits', 'stream clicks', `worker counter { streamProcessing: { ${cut} } }`, way, 'met'],
  ['the stream says it for its consumers', `stream clicks { ${cut} }`, 'worker counter', way, 'met'],
  ['late ones are set aside', 'stream clicks', 'worker counter { streamProcessing: { windowing: tumbling, timeSemantics: event-time, lateEventPolicy: side-output } }', way, 'met'],
  ['a store consumes what the stream has cut', `stream clicks { ${cut} }`, 'core-database counter', way, 'met'],
  ['by the clock of the processor', 'stream clicks', 'worker counter { streamProcessing: { windowing: tumbling, timeSemantics: processing-time, allowedLatenessSeconds: 600 } }', way, 'not-met'],
  ['it waits a minute only', 'stream clicks', 'worker counter { streamProcessing: { windowing: tumbling, timeSemantics: event-time, allowedLatenessSeconds: 60 } }', way, 'not-met'],
  ['no windows', 'stream clicks', 'worker counter { streamProcessing: { windowing: none } }', way, 'not-met'],
  ['the stream has none, and its consumer does not say', 'stream clicks { windowing: none }', 'worker counter', way, 'cannot-tell'],
  ['the stream has none, and a store takes from it', 'stream clicks { windowing: none }', 'core-database counter', way, 'not-met'],
  ['windows of something else', 'stream clicks', `worker counter { streamProcessing: { ${cut} } }`, 'api -> clicks { dataFlows: [other] }\nclicks -> counter { dataFlows: [other] }', 'not-met'],
  ['nothing is said of windows', 'stream clicks', 'worker counter', way, 'cannot-tell'],
  ['nothing is said of the clock', 'stream clicks', 'worker counter { streamProcessing: { windowing: tumbling, allowedLatenessSeconds: 600 } }', way, 'cannot-tell'],
  ['what the stream has cut comes out as something else', `stream clicks { ${cut} }`, 'core-database counter', 'api -> clicks { dataFlows: [click] }\nclicks -> counter { dataFlows: [other] }', 'met'],
  ['the consumer takes something else', 'stream clicks', `worker counter { streamProcessing: { ${cut} } }`, 'api -> clicks { dataFlows: [click] }\nclicks -> counter { dataFlows: [other] }', 'not-met'],
  ['nobody says what travels', 'stream clicks', `worker counter { streamProcessing: { ${cut} } }`, 'api -> clicks\nclicks -> counter', 'cannot-tell'],
  ['no stream', '', 'worker counter', 'api -> counter { dataFlows: [click] }', 'not-met'],
])('windowed: %s', (_, stream, counter, connections, verdict) => {
  const diagram = sketch(`entity click\nentity other\nclient user\nservice api\n${stream}\n${counter}\nuser -> api\n${connections}`);
  expect(judgeFact({ fact: 'windowed', entity: 'click', eventTime: true, latenessSeconds: 600 }, judging(diagram, [])).verdict).toBe(verdict);
});

test.each([
  ['short enough', '{ windowing: tumbling, windowSizeSeconds: 300 }', 'met'],
  ['too long', '{ windowing: tumbling, windowSizeSeconds: 3600 }', 'not-met'],
  ['of a length that nobody states', '{ windowing: tumbling }', 'cannot-tell'],
])('windows %s', (_, processing, verdict) => {
  const diagram = sketch(`entity click\nclient user\nservice api\nstream clicks\nworker counter { streamProcessing: ${processing} }\nuser -> api\n${way}`);
  expect(judgeFact({ fact: 'windowed', entity: 'click', atMostSeconds: 300 }, judging(diagram, [])).verdict).toBe(verdict);
});
