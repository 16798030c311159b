import { describe, expect, test } from 'vitest';
import type { Fact } from '#practice/facts.ts';
import { judged, type Judged } from '../../support/judged.ts';

const table = (name: string, fact: Fact, cases: readonly Judged[]) =>
  describe(name, () => {
    test.each(cases)('%s', (_, design, verdict) => expect(judged(fact, design)).toBe(verdict));
  });

const base = 'client web\nservice api\nweb -> api { access: read-write }\n';
const lock = (values: string, taken = 'api -> lock'): string => `${base}distributed-lock lock ${values}\n${taken}`;
table('has', { fact: 'has', of: { kind: 'distributed-lock', where: [['ttlMs', '>', 0], ['lockKeyPattern', 'stated', true]] } }, [
  ['all stated', lock('{ ttlMs: 5000, lockKeyPattern: "seat" }'), 'met'],
  ['one thing is not stated', lock('{ ttlMs: 5000 }'), 'cannot-tell lock.lockKeyPattern'],
  ['nothing is stated', lock(''), 'cannot-tell lock.ttlMs lock.lockKeyPattern'],
  ['one thing is otherwise, the rest is open', lock('{ ttlMs: 0 }'), 'not-met'],
  ['an extra box earns nothing', lock('{ ttlMs: 5000, lockKeyPattern: "seat" }', ''), 'not-met'],
  ['none', base, 'not-met'],
]);

const within = (operator: '<=' | '>', value: number): Fact => ({ fact: 'has', of: { kind: 'distributed-lock', where: [['ttlMs', operator, value]] } });
table('a lock that never expires, and a number above', within('>', 0), [['', lock('{ ttlMs: none }'), 'not-met']]);
table('a lock that never expires, and a number at most', within('<=', 60_000), [['', lock('{ ttlMs: none }'), 'not-met']]);
table('what is unlimited is more than any number', { fact: 'has', of: { kind: 'stream', where: [['retentionSeconds', '>=', 1]] } }, [['', `${base}stream log { retentionSeconds: unlimited }\napi -> log`, 'met']]);

const pair = (first: string, second: string): string => `client web\napi-gateway gate\nservice pay\nservice mail\nexternal-system bank\nentity charge\nweb -> gate { access: write }\n${first}\n${second}`;
table('connection', { fact: 'connection', from: { kind: 'service' }, to: { kind: 'external-system' }, where: [['idempotencyKey', '=', true]], carries: 'charge' }, [
  ['as asked', pair('gate -> pay', 'pay -> bank { dataFlows: [charge], idempotencyKey: true }'), 'met'],
  ['without a key', pair('gate -> pay', 'pay -> bank { dataFlows: [charge], idempotencyKey: false }'), 'not-met'],
  ['the key is not stated', pair('gate -> pay', 'pay -> bank as p { dataFlows: [charge] }'), 'cannot-tell p.idempotencyKey'],
  ['the data is not stated', pair('gate -> pay', 'pay -> bank as p { idempotencyKey: true }'), 'cannot-tell p.dataFlows'],
  ['by a service that nobody calls', pair('gate -> mail', 'pay -> bank { dataFlows: [charge], idempotencyKey: true }'), 'not-met'],
]);
table('connection over a gateway', { fact: 'connection', from: { kind: 'client' }, to: { kind: 'service' }, where: [['protocol', '=', 'websocket']] }, [
  ['stated before it', 'client web\napi-gateway gate\nservice api\nweb -> gate { protocol: websocket }\ngate -> api', 'met'],
  ['what is nearer to the target counts', 'client web\napi-gateway gate\nservice api\nweb -> gate { protocol: websocket }\ngate -> api { protocol: http }', 'not-met'],
  ['stated nowhere', 'client web\napi-gateway gate\nservice api\nweb -> gate\ngate -> api as b', 'cannot-tell b.protocol'],
]);
const channels = (last: string): string => `${base}queue a\nqueue b\nworker v\nworker w\napi -> a\napi -> b\na -> v\n${last}`;
table('connection, two apart', { fact: 'connection', from: { kind: 'queue' }, to: { kind: 'worker' }, atLeast: 2 }, [
  ['each queue its own worker', channels('b -> w'), 'met'],
  ['both the same worker', channels('b -> v'), 'not-met'],
]);

const feed = (steps: string): string => `${base}core-database db\nsearch-database index\nstream log\nworker indexer\nscheduled-job nightly\napi -> db { access: write }\n${steps}`;
table('fed-by', { fact: 'fed-by', target: { kind: 'search-database' }, source: { kind: 'core-database' } }, [
  ['captured changes', feed('db -> log { interaction: change-data-capture }\nlog -> indexer\nindexer -> index { access: write }'), 'met'],
  ['a job that reads and writes', feed('nightly -> db { access: read }\nnightly -> index { access: write }'), 'met'],
  ['a stream that fills the index by itself', feed('db -> log { interaction: change-data-capture }\nlog -> index'), 'met'],
  ['both are written by the service', feed('api -> index { access: write }'), 'not-met'],
  ['the chain is broken', feed('db -> log { interaction: change-data-capture }\nlog -> indexer'), 'not-met'],
]);

const mail = (steps: string): string => `${base}queue jobs\nworker sender\nexternal-system provider\nentity note\n${steps}`;
table('async', { fact: 'async', entity: 'note' }, [
  ['a queue takes it', mail('api -> jobs\njobs -> sender { dataFlows: [note] }\nsender -> provider { dataFlows: [note] }'), 'met'],
  ['the client waits for the provider', mail('api -> provider { dataFlows: [note] }'), 'not-met'],
  ['both', mail('api -> jobs\njobs -> sender { dataFlows: [note] }\napi -> provider { dataFlows: [note] }'), 'not-met'],
  ['what the consumer gets is not stated', mail('api -> jobs\njobs -> sender as c'), 'cannot-tell c.dataFlows'],
  ['what the provider gets is not stated', mail('api -> jobs\njobs -> sender { dataFlows: [note] }\napi -> provider as p'), 'cannot-tell p.dataFlows'],
  ['only dead letters are taken', mail('queue dead { isDeadLetterQueue: true }\napi -> dead\ndead -> sender { dataFlows: [note] }'), 'not-met'],
  ['nothing hands it on', base, 'not-met'],
]);

const readers = (kind: string, more: string): string => `${base}${kind} log\nworker a\nworker b\napi -> log\nlog -> a { consumerGroup: one }\n${more}`;
table('groups', { fact: 'groups', of: { kind: ['stream', 'queue'] }, atLeast: 2 }, [
  ['two groups', readers('stream', 'log -> b { consumerGroup: two }'), 'met'],
  ['one group of two', readers('stream', 'log -> b { consumerGroup: one }'), 'not-met'],
  ['consumers of a queue share', readers('queue', 'log -> b { consumerGroup: two }'), 'not-met'],
  ['one consumer', readers('stream', ''), 'not-met'],
]);

const gated = (more: string, gate = 'api-gateway gate { rateLimiting: per-client }'): string => `client web\n${gate}\nservice api\ncore-database db\nweb -> gate -> api -> db\n${more}`;
table('through', { fact: 'through', to: { kind: 'core-database' }, gate: { kind: 'api-gateway', where: [['rateLimiting', '!=', 'none']] } }, [
  ['every way', gated(''), 'met'],
  ['a way past it', gated('web -> api'), 'not-met'],
  ['whether it limits is not stated', gated('', 'api-gateway gate'), 'cannot-tell gate.rateLimiting'],
  ['it does not limit', gated('', 'api-gateway gate { rateLimiting: none }'), 'not-met'],
  ['no client gets there', 'client web\nservice api\ncore-database db\nweb -> api', 'not-met'],
]);

const off = (steps: string): string => `${base}worker counter\nqueue q\nentity click\n${steps}`;
table('off-path', { fact: 'off-path', of: { kind: 'worker' }, carries: 'click' }, [
  ['behind a queue', off('api -> q -> counter'), 'met'],
  ['called', off('api -> counter { dataFlows: [click] }'), 'not-met'],
  ['called, but the request succeeds without', off('api -> counter { dataFlows: [click], critical: false }'), 'met'],
  ['called with something', off('api -> counter as c'), 'cannot-tell c.dataFlows'],
  ['over a gateway', `client web\napi-gateway gate\nworker counter\nentity click\nweb -> gate\ngate -> counter { interaction: request, dataFlows: [click] }`, 'not-met'],
]);

const stages = (steps: string): string => `${base}queue a\nqueue b\nworker fetch\nworker parse\nblob-storage pages\nentity page\napi -> a -> fetch\n${steps}`;
table('leads-to', { fact: 'leads-to', of: [{ kind: 'queue' }, { kind: 'worker' }, { kind: 'blob-storage' }], carries: 'page' }, [
  ['nothing says what is stored', stages('fetch -> pages as s { access: write }'), 'cannot-tell c3.dataFlows s.dataFlows'],
  ['not stored at all', stages('fetch -> b'), 'not-met'],
  ['nothing says whether it is stored or fetched', `${base}queue a\nworker fetch\nblob-storage pages\nentity page\napi -> a\na -> fetch { dataFlows: [page] }\nfetch -> pages as s { dataFlows: [page] }`, 'cannot-tell s.access'],
  ['said all along', `${base}queue a\nworker fetch\nblob-storage pages\nentity page\napi -> a\na -> fetch -> pages { access: write, dataFlows: [page] }`, 'met'],
]);

table('entity', { fact: 'entity', entity: 'bid', where: [['mutability', '=', 'append-only']] }, [
  ['as asked', 'entity bid { mutability: append-only }', 'met'],
  ['otherwise', 'entity bid { mutability: mutable }', 'not-met'],
  ['not stated', 'entity bid', 'cannot-tell bid.mutability'],
  ['not there', 'client web', 'not-met'],
]);

test('several may be it: all facts must hold, one of them is enough, and the opposite of what is open is open', () => {
  const queue: Fact = { fact: 'has', of: { kind: 'queue', where: [['durable', '=', true]] } };
  const client: Fact = { fact: 'has', of: { kind: 'client' } };
  const cache: Fact = { fact: 'has', of: { kind: 'distributed-cache' } };
  const design = `${base}queue q\nworker w\napi -> q -> w`;
  const verdicts = [{ fact: 'all', of: [queue, client] }, { fact: 'all', of: [queue, cache] }, { fact: 'any', of: [queue, client] }, { fact: 'any', of: [queue, cache] }, { fact: 'not', of: queue }, { fact: 'not', of: cache }] as const satisfies readonly Fact[];
  expect(verdicts.map((fact) => judged(fact, design))).toEqual(['cannot-tell q.durable', 'not-met', 'met', 'cannot-tell q.durable', 'cannot-tell q.durable', 'met']);
});
