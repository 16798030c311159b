import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { judgeFact } from '#practice/facts.ts';
import { judging } from '#practice/facts/judging.ts';

const entities = [{ id: 'call', name: 'Call' }, { id: 'count', name: 'Count' }];
const base = 'entity call\nentity count\nclient user\napi-gateway gate\nservice limiter\nservice backend\n';
const ask = 'gate -> limiter { interaction: request, dataFlows: [count] }\n';
const way = 'user -> gate { interaction: request, dataFlows: [call] }\ngate -> backend { interaction: request, dataFlows: [call] }\n';

test.each([
  ['the gateway asks, then hands on', `${way}${ask}`, 'met'],
  ['nobody asks', way, 'not-met'],
  ['the backend itself asks', `${way}backend -> limiter { interaction: request, dataFlows: [count] }`, 'not-met'],
  ['a second way goes past', `${way}${ask}user -> backend { interaction: request, dataFlows: [call] }`, 'not-met'],
  ['the gateway calls somebody, and does not say why', `${way}gate -> limiter { interaction: request }`, 'cannot-tell'],
  ['nobody says what goes on', `user -> gate { interaction: request, dataFlows: [call] }\ngate -> backend { interaction: request }`, 'cannot-tell'],
  ['nobody says what travels at all', 'user -> backend { interaction: request }', 'cannot-tell'],
  ['nothing travels', '', 'not-met'],
])('before: %s', (_, text, verdict) => {
  expect(judgeFact({ fact: 'before', entity: 'call', first: 'count' }, judging(sketch(base + text), entities)).verdict).toBe(verdict);
});
