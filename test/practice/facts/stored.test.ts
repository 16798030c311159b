import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { judgeFact } from '#practice/facts.ts';
import { judging } from '#practice/facts/judging.ts';

const base = 'entity message\nentity other\nclient app\nservice chat\ncore-database inbox\nstream log { producerAcks: all }\nworker writer\napp -> chat { interaction: request, dataFlows: [message] }\n';
const write = 'interaction: request, access: write';

test.each([
  ['the service writes, then answers', `chat -> inbox { ${write}, dataFlows: [message] }`, 'met'],
  ['the service publishes to a log that keeps it', 'chat -> log { interaction: publish, dataFlows: [message] }', 'met'],
  ['a worker writes later', `chat -> log { interaction: publish, dataFlows: [other] }\nlog -> writer { interaction: consume, dataFlows: [message] }\nwriter -> inbox { ${write}, dataFlows: [message] }`, 'not-met'],
  ['the answer comes even if the write fails', `chat -> inbox { ${write}, dataFlows: [message], critical: false }`, 'not-met'],
  ['some of it may get lost', `chat -> inbox { ${write}, dataFlows: [message], lossTolerant: true }`, 'not-met'],
  ['nobody waits for the write', `chat -> inbox { ${write}, dataFlows: [message], synchrony: async }`, 'not-met'],
  ['something else is written', `chat -> inbox { ${write}, dataFlows: [other] }`, 'not-met'],
  ['it is only read', 'chat -> inbox { interaction: request, access: read, dataFlows: [message] }', 'not-met'],
  ['nobody says what is written', `chat -> inbox { ${write} }`, 'cannot-tell'],
  ['nobody says whether it is written', 'chat -> inbox { interaction: request, dataFlows: [message] }', 'cannot-tell'],
])('stored: %s', (_, text, verdict) => {
  const judged = judging(sketch(base + text), [{ id: 'message', name: 'Message' }]);
  expect(judgeFact({ fact: 'any', of: [{ fact: 'stored', entity: 'message', in: { kind: 'core-database' } }, { fact: 'stored', entity: 'message', in: { kind: 'stream', where: [['producerAcks', '=', 'all']] } }] }, judged).verdict).toBe(verdict);
});
