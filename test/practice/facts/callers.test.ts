import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { graphOf } from '#graph/graph.ts';
import { callersOf } from '#practice/facts/callers.ts';
import { judgeFact } from '#practice/facts.ts';
import { judging } from '#practice/facts/judging.ts';

test.each([
  ['a client', 'client user\nservice api\nuser -> api', ['user']],
  ['a system of others that calls in', 'external-system shop\nservice api\nshop -> api', ['shop']],
  ['none that is only called', 'external-system bank\nservice api\nclient user\nuser -> api -> bank', ['user']],
  ['a service in front of which nothing is drawn', 'service shop\napi-gateway gate\nservice api\nshop -> gate -> api', ['shop']],
  ['none that polls a store', 'service relay\ncore-database db\nservice api\nrelay -> db\nrelay -> api', []],
  ['no job: nobody waits for it', 'scheduled-job nightly\nservice api\nnightly -> api', []],
])('callers: %s', (_, text, callers) => {
  expect(callersOf(graphOf(sketch(text)))).toEqual(callers);
});

const entities = [{ id: 'sms', name: 'SMS' }];
const shop = 'entity sms\nexternal-system shop\nexternal-system provider\nservice api\nshop -> api { dataFlows: [sms] }\n';

test.each([
  ['a system of others waits', `${shop}api -> provider { dataFlows: [sms] }`, 'not-met'],
  ['it waits for itself alone', `${shop}api -> shop { dataFlows: [sms] }`, 'met'],
  ['a queue is between', `${shop}queue jobs\nworker sender\napi -> jobs -> sender { dataFlows: [sms] }\nsender -> provider { dataFlows: [sms] }`, 'met'],
])('off-path: %s', (_, text, verdict) => {
  expect(judgeFact({ fact: 'off-path', of: { kind: 'external-system' }, carries: 'sms' }, judging(sketch(text), entities)).verdict).toBe(verdict);
});
