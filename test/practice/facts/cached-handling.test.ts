import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { judgeFact } from '#practice/facts.ts';
import { judging } from '#practice/facts/judging.ts';

const entities = [{ id: 'order', name: 'Order' }, { id: 'wish', name: 'Wish' }];
const base = 'entity order\nentity wish\nclient user\nservice api\nservice wishes\ncore-database db\ndistributed-cache cache { hitRatio: 0.9 }\nuser -> api { dataFlows: [order] }\nuser -> wishes { dataFlows: [wish] }\nwishes -> db { access: read, dataFlows: [wish] }\n';
const miss = '{ access: read, cacheMissOf: cache, dataFlows: [wish] }';
const read = '{ interaction: request, access: read, dataFlows: [wish] }';

test.each([
  ['misses of a cache', `api -> cache ${read}\napi -> db ${miss}`, 0.8, 'met'],
  ['a cache that hits too seldom', `api -> cache ${read}\napi -> db ${miss}`, 0.95, 'not-met'],
  ['the database alone', `api -> db ${read}`, 0.8, 'not-met'],
  ['the database alone, where no cache is asked for', `api -> db ${read}`, 0, 'met'],
  ['by way of the service that has them', `api -> wishes { access: read, dataFlows: [wish] }`, 0, 'met'],
  ['nobody who gets orders looks at wishes', '', 0, 'not-met'],
  ['a call that does not say what it is for', 'api -> wishes', 0, 'cannot-tell'],
  ['a worker that gets orders as messages', `queue jobs\nworker sender\napi -> jobs -> sender { dataFlows: [order] }\nsender -> cache ${read}\nsender -> db ${miss}`, 0.8, 'met'],
])('cached, handling: %s', (_, text, hitRatio, verdict) => {
  expect(judgeFact({ fact: 'cached', entity: 'wish', hitRatio, handling: 'order' }, judging(sketch(base + text), entities)).verdict).toBe(verdict);
});
