import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { judgeFact } from '#practice/facts.ts';
import { judging } from '#practice/facts/judging.ts';

const base = 'client phone\nclient web\nservice live\n';

test.each([
  ['one client holds them all', 'phone -> live { protocol: websocket, concurrentConnections: 1000 }', 'met'],
  ['two clients hold them together', 'phone -> live { protocol: websocket, concurrentConnections: 600 }\nweb -> live { protocol: sse, concurrentConnections: 400 }', 'met'],
  ['too few', 'phone -> live { protocol: websocket, concurrentConnections: 999 }', 'not-met'],
  ['none that lasts', 'phone -> live { protocol: http, concurrentConnections: 1000 }', 'not-met'],
  ['nobody has counted', 'phone -> live { protocol: websocket }', 'cannot-tell'],
  ['nobody says whether they last', 'phone -> live { concurrentConnections: 1000 }', 'cannot-tell'],
])('open-connections: %s', (_, text, verdict) => {
  expect(judgeFact({ fact: 'open-connections', atLeast: 1000 }, judging(sketch(base + text), [])).verdict).toBe(verdict);
});
