import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { judgeFact } from '#practice/facts.ts';
import { judging } from '#practice/facts/judging.ts';

const entities = [{ id: 'post', name: 'Post' }, { id: 'feed', name: 'Feed' }];
const base = 'entity post\nentity feed\nclient user\nservice api\ncore-database posts\ncore-database feeds { perInstanceWriteRps: 1000, instances: 1 }\nuser -> api { interaction: request, access: write, peakRps: 10, dataFlows: [post] }\napi -> posts { interaction: request, access: write, dataFlows: [post] }\n';
const feed = 'interaction: request, access: write, dataFlows: [feed]';
const fromLog = `stream log\nworker filler\nposts -> log { interaction: change-data-capture, dataFlows: [post] }\nlog -> filler { interaction: consume, dataFlows: [post] }\n`;
const verdictOf = (fact: Parameters<typeof judgeFact>[0], text: string): string => judgeFact(fact, judging(sketch(base + text), entities)).verdict;

describe('deferred', () => {
  test.each([
    ['a worker that takes it from a stream', `${fromLog}filler -> feeds { ${feed} }`, 'met'],
    ['the client waits', `api -> feeds { ${feed} }`, 'not-met'],
    ['both', `${fromLog}filler -> feeds { ${feed} }\napi -> feeds { ${feed} }`, 'not-met'],
    ['a job that nothing is handed to', `scheduled-job nightly\nnightly -> feeds { ${feed} }`, 'not-met'],
    ['nobody writes it', '', 'not-met'],
    ['a write that does not say what it carries', 'api -> feeds { interaction: request, access: write }', 'cannot-tell'],
  ])('%s', (_, text, verdict) => expect(verdictOf({ fact: 'deferred', entity: 'feed' }, text)).toBe(verdict));
});

describe('derived', () => {
  test.each([
    ['captured changes, a stream and a worker', `${fromLog}filler -> feeds { ${feed} }`, 'met'],
    ['nothing leads from the one to the other', `api -> feeds { ${feed} }`, 'not-met'],
    ['a worker that nobody tells', `worker filler\nqueue jobs\njobs -> filler { interaction: consume, dataFlows: [feed] }\nfiller -> feeds { ${feed} }`, 'not-met'],
    ['changes that do not say what they carry', `stream log\nworker filler\nposts -> log { interaction: change-data-capture }\nlog -> filler { interaction: consume }\nfiller -> feeds { ${feed} }`, 'cannot-tell'],
    ['nobody writes it', '', 'not-met'],
  ])('%s', (_, text, verdict) => expect(verdictOf({ fact: 'derived', entity: 'feed', from: 'post' }, text)).toBe(verdict));
});

describe('entity-load', () => {
  test.each([
    ['as many as follow from the brief', 'callsPerRequest: 20', 'met'],
    ['too few are drawn', 'callsPerRequest: 5', 'not-met'],
    ['nobody says how many', 'trigger: all', 'cannot-tell'],
    ['more than the store carries', 'callsPerRequest: 500', 'not-met'],
  ])('%s', (_, calls, verdict) => expect(verdictOf({ fact: 'entity-load', entity: 'feed', atLeast: 200, below: 0.8 }, `${fromLog}filler -> feeds { ${feed}, ${calls} }`)).toBe(verdict));
});
