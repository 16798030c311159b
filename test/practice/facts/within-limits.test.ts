import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { judgeFact } from '#practice/facts.ts';
import { judging } from '#practice/facts/judging.ts';

const entities = [{ id: 'sms', name: 'SMS' }];
const way = (worker: string, provider: string, flows = '{ access: write, dataFlows: [sms] }'): string =>
  `entity sms\nclient user\nservice api\nqueue jobs\nworker sender ${worker}\nexternal-system provider ${provider}\nuser -> api { access: write, peakRps: 200, dataFlows: [sms] }\napi -> jobs { dataFlows: [sms] }\njobs -> sender { dataFlows: [sms] }\nsender -> provider ${flows}`;
const fixed = '{ instances: 4, perInstanceRps: 100 }';
const growing = '{ instances: 1, perInstanceRps: 100, autoScaling: automatic }';

test.each([
  ['the limit is above', way(fixed, '{ rateLimitRps: 300 }'), 'met', []],
  ['the limit is above, however far workers grow', way(growing, '{ rateLimitRps: 300 }'), 'met', []],
  ['the limit is below', way(fixed, '{ rateLimitRps: 100 }'), 'not-met', []],
  ['slow workers keep to it', way('{ instances: 1, perInstanceRps: 90 }', '{ rateLimitRps: 100 }'), 'met', []],
  ['workers may grow past it', way(growing, '{ rateLimitRps: 100 }'), 'cannot-tell', ['sender.maxInstances']],
  ['no limit is stated', way(fixed, '{}'), 'cannot-tell', ['provider.rateLimitRps']],
  ['nothing is sent', 'entity sms\nclient user\nservice api\nuser -> api', 'not-met', []],
  ['something else is sent', `${way(fixed, '{ rateLimitRps: 300 }', '{ access: write, dataFlows: [mail] }')}\nentity mail`, 'not-met', []],
])('within-limits: %s', (_, text, verdict, fields) => {
  const judgement = judgeFact({ fact: 'within-limits', entity: 'sms' }, judging(sketch(text), entities));
  expect([judgement.verdict, judgement.fields.map(({ record, property }) => `${record}.${property}`)]).toEqual([verdict, fields]);
});
