import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { judging } from '#practice/facts/judging.ts';
import { type Fact, judgeFact } from '#practice/facts.ts';
import { grade } from '#practice/grade.ts';
import { scenarios } from '#practice/scenarios.ts';

const reasonOf = (fact: Fact, text: string): string => judgeFact(fact, judging(sketch(text), [])).reason;

const base = 'entity link "Link"\nclient web "Visitor"\nservice api "Api"\nservice other "Other"\ncore-database db "Links"\nweb -> api { access: write, dataFlows: [link] }\nweb -> other { access: write, dataFlows: [link] }\n';
const cache = (values = '', used = 'api -> c'): string => `${base}distributed-cache c "Cache" ${values}\n${used}`;
const hasCopies: Fact = { fact: 'has', of: { kind: 'distributed-cache', where: [['replicas', '>', 0], ['sharding', '!=', 'none']] } };
const unwanted: Fact = { fact: 'connection', from: { kind: 'service' }, to: { kind: 'stream' }, where: [['lossTolerant', '!=', true]], carries: 'link' };
const quick: Fact = { fact: 'connection', from: { kind: 'service' }, to: { kind: 'core-database' }, where: [['timeoutMs', '<=', 50], ['access', '!=', 'read']], carries: 'link' };
const call = (values: string): string => `${base}api -> db { dataFlows: [link], ${values} }`;

describe('a verdict says what was found, or what is missing', () => {
  test.each<readonly [string, Fact, string]>([
    ['There is no distributed cache with “Replicas” above 0 and “Sharding” other than none.', hasCopies, base],
    ['Nothing leads to Cache.', hasCopies, cache('', '')],
    ['Cache has “Replicas: 0”, not above 0.', hasCopies, cache('{ replicas: 0, sharding: cluster }')],
    ['Cache has “Sharding: none”.', hasCopies, cache('{ replicas: 1, sharding: none }')],
    ['Cache is a distributed cache with “Replicas” above 0 and “Sharding” other than none.', hasCopies, cache('{ replicas: 1, sharding: cluster }')],
    ['Cache is a distributed cache.', { fact: 'not', of: { fact: 'has', of: { kind: ['distributed-cache', 'cdn'] } } }, cache()],
    ['No connection without “Loss is acceptable” carries Link from a service to a stream.', unwanted, base],
    ['Api → Log has “Loss is acceptable: yes”.', unwanted, `${base}stream log "Log"\napi -> log { dataFlows: [link], lossTolerant: true }`],
    ['No writing connection with “Timeout” of at most 50 ms carries Link from a service to a core database.', quick, base],
    ['No writing connection with “Timeout” of at most 50 ms carries Link from a service to a core database.', quick, call('access: read, timeoutMs: 10')],
    ['Api → Links has “Timeout: 200 ms”, not at most 50 ms.', quick, call('access: write, timeoutMs: 200')],
    ['Api → Links carries Link with “Timeout” of at most 50 ms.', quick, call('access: write, timeoutMs: 10')],
    ['No Link goes from a queue to a worker, and on to a core database.', { fact: 'leads-to', of: [{ kind: 'queue' }, { kind: 'worker' }, { kind: 'core-database' }], carries: 'link' }, base],
    ['Api writes Link to Links without checking first.', { fact: 'conditional', entity: 'link' }, call('access: write, conditionalWrite: false')],
    ['Api and Other write Link to Links without checking first.', { fact: 'conditional', entity: 'link' }, `${call('access: write, conditionalWrite: false')}\nother -> db { access: write, conditionalWrite: false, dataFlows: [link] }`],
    ['A client waits while Api reads Link from Links.', { fact: 'not-from', entity: 'link', kind: 'core-database' }, call('access: read')],
    ['No client waits for a read of Link from a core database.', { fact: 'not-from', entity: 'link', kind: 'core-database' }, call('access: write')],
    ['Api asks Links for Link, and no cache answers 80 % of it before.', { fact: 'cached', entity: 'link', hitRatio: 0.8 }, call('access: read')],
    ['There is no stream.', { fact: 'groups', of: { kind: 'stream' }, atLeast: 2 }, base],
    ['Log is read by one group of consumers; 2 were asked for.', { fact: 'groups', of: { kind: 'stream' }, atLeast: 2 }, `${base}stream log "Log"\nworker w\napi -> log -> w`],
    ['Visitor brings 90 writes/s at peak; 100 writes/s were asked for.', { fact: 'load', atLeast: 100, access: 'write' }, 'client web "Visitor"\nservice api\nweb -> api { access: write, peakRps: 90 }'],
  ])('%s', (sentence, fact, design) => expect(reasonOf(fact, design)).toBe(sentence));
});

test('of many ways that are not taken, the nearest to what is drawn is told', () => {
  const ways: Fact = { fact: 'any', of: [quick, hasCopies, { fact: 'groups', of: { kind: 'stream' }, atLeast: 2 }] };
  expect(reasonOf(ways, `${base}stream log "Log"\nworker w\napi -> log -> w`)).toBe('Log is read by one group of consumers; 2 were asked for.');
});

test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('nothing that is said takes long to read: %s', (_, scenario) => {
  for (const design of ['', base, call('access: read-write')]) for (const { id, reason } of grade(scenario, sketch(design)).checks) expect(reason.length, `${id}: ${reason}`).toBeLessThan(320);
});
