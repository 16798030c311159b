import { describe, expect, test } from 'vitest';
import { judged } from '../../support/judged.ts';

const drawn = `
client app
service api
service maker
worker sum
stream events
core-database db
entity click
entity link
app -> api { interaction: request }
app -> maker { interaction: request }
api -> events { dataFlows: [click] }
events -> sum { dataFlows: [click] }
`;

describe('not-into', () => {
  test.each([
    ['nothing writes it', '', false, 'met'],
    ['a client waits for the write', 'api -> db { access: write, dataFlows: [click] }', true, 'not-met'],
    ['a worker writes it', 'sum -> db { access: write, dataFlows: [click] }', true, 'met'],
    ['a worker writes it, and that is wrong too', 'sum -> db { access: write, dataFlows: [click] }', false, 'not-met'],
    ['a stream is poured into it', 'events -> db { dataFlows: [click] }', false, 'not-met'],
    ['it is only read', 'api -> db { access: read, dataFlows: [click] }', true, 'met'],
    ['something else is written', 'api -> db { access: write, dataFlows: [link] }', true, 'met'],
    ['nobody says what is written', 'api -> db as w { access: write }', true, 'cannot-tell w.dataFlows'],
    ['nobody says whether it is written', 'api -> db as w { dataFlows: [click] }', true, 'cannot-tell w.access'],
  ])('%s', (_, text, awaited, expected) => {
    expect(judged({ fact: 'not-into', entity: 'click', kind: 'core-database', awaited }, drawn + text)).toBe(expected);
  });
});

describe('read-apart', () => {
  test.each([
    ['one service does both', 'api -> db { access: read, dataFlows: [link] }\napi -> db { access: write, dataFlows: [link] }', 'not-met'],
    ['one reads, another one reads and writes', 'api -> db { access: read, dataFlows: [link] }\nmaker -> db { access: read, dataFlows: [link] }\nmaker -> db { access: write, dataFlows: [link] }', 'met'],
    ['nobody writes', 'api -> db { access: read, dataFlows: [link] }', 'not-met'],
    ['nobody says what is written', 'api -> db { access: read, dataFlows: [link] }\nmaker -> db as w { access: write }', 'cannot-tell w.dataFlows'],
  ])('%s', (_, text, expected) => {
    expect(judged({ fact: 'read-apart', entity: 'link' }, drawn + text)).toBe(expected);
  });
});
