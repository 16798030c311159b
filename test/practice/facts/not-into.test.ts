import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { judging } from '#practice/facts/judging.ts';
import { judgeFact } from '#practice/facts.ts';
import { profiles } from '#practice/profiles.ts';

const drawn = 'web-client app\nservice api\nworker sum\nkafka events\npostgres db\nentity click "Click" {}\nentity link "Link" {}\napp -> api by client-http\n';

const judged = (text: string, fact: Parameters<typeof judgeFact>[0]) => {
  const { verdict, fields } = judgeFact(fact, judging(sketch(drawn + text, { profiles }), []));
  return [verdict, ...fields.map(({ property }) => property)];
};

describe('not-into', () => {
  test.each([
    ['nothing writes it', '', false, ['met']],
    ['a client waits for the write', 'api -> db by db-write { dataFlows: [click] }', true, ['not-met']],
    ['a worker writes it', 'api -> events by publish { dataFlows: [click] }\nevents -> sum by consume { dataFlows: [click] }\nsum -> db by db-write { dataFlows: [click] }', true, ['met']],
    ['a worker writes it, and that is wrong too', 'sum -> db by db-write { dataFlows: [click] }', false, ['not-met']],
    ['a stream is poured into it', 'events -> db by consume { dataFlows: [click] }', false, ['not-met']],
    ['it is only read', 'api -> db by db-read { dataFlows: [click] }', true, ['met']],
    ['something else is written', 'api -> db by db-write { dataFlows: [link] }', true, ['met']],
    ['nobody says what is written', 'api -> db by db-write', true, ['cannot-tell', 'dataFlows']],
    ['nobody says whether it is written', 'api -> db { interaction: request, dataFlows: [click] }', true, ['cannot-tell', 'access']],
  ])('%s', (_, text, awaited, expected) => {
    expect(judged(text, { fact: 'not-into', entity: 'click', kind: 'core-database', awaited })).toEqual(expected);
  });
});

describe('read-apart', () => {
  test.each([
    ['one service does both', 'api -> db by db-read { dataFlows: [link] }\napi -> db by db-write { dataFlows: [link] }', ['not-met']],
    ['one reads, another one reads and writes', 'service maker\napp -> maker by client-http\napi -> db by db-read { dataFlows: [link] }\nmaker -> db by db-read { dataFlows: [link] }\nmaker -> db by db-write { dataFlows: [link] }', ['met']],
    ['nobody writes', 'api -> db by db-read { dataFlows: [link] }', ['not-met']],
    ['nobody says what is written', 'service maker\napp -> maker by client-http\napi -> db by db-read { dataFlows: [link] }\nmaker -> db by db-write', ['cannot-tell', 'dataFlows']],
  ])('%s', (_, text, expected) => {
    expect(judged(text, { fact: 'read-apart', entity: 'link' })).toEqual(expected);
  });
});
