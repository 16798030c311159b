import { describe, expect, test } from 'vitest';
import type { Fact } from '#practice/facts.ts';
import { judged, type Judged } from '../../support/judged.ts';

const shop = (calls: string): string => `
client web
service shop
core-database db
distributed-lock lock { ttlMs: 30000 }
entity seat
entity other
web -> shop { access: write, dataFlows: [seat] }
${calls}`;
const write = (values: string, from = 'shop', to = 'db'): string => `${from} -> ${to} as w { access: write, dataFlows: [seat]${values} }`;

const table = (name: string, fact: Fact, cases: readonly Judged[]) =>
  describe(name, () => {
    test.each(cases)('%s', (_, design, verdict) => expect(judged(fact, design)).toBe(verdict));
  });

table('conditional', { fact: 'conditional', entity: 'seat' }, [
  ['every write checks', shop(write(', conditionalWrite: true')), 'met'],
  ['a write is blind', shop(write(', conditionalWrite: false')), 'not-met'],
  ['a write says nothing', shop(write('')), 'cannot-tell w.conditionalWrite'],
  ['one of two is blind', shop(`${write(', conditionalWrite: true')}\nshop -> db as v { access: read-write, dataFlows: [seat], conditionalWrite: false }`), 'not-met'],
  ['nothing says what is written', shop('shop -> db as w { access: write }'), 'cannot-tell w.dataFlows'],
  ['a second write may be of it', shop(`${write(', conditionalWrite: true')}\nshop -> db as v { access: write }`), 'cannot-tell v.dataFlows'],
  ['a second write may be of it, but checks', shop(`${write(', conditionalWrite: true')}\nshop -> db as v { access: write, conditionalWrite: true }`), 'met'],
  ['nothing says whether it writes', shop('shop -> db as w { dataFlows: [seat], conditionalWrite: false }'), 'cannot-tell w.access'],
  ['other data may be written blindly', shop(`${write(', conditionalWrite: true')}\nshop -> db { access: write, dataFlows: [other], conditionalWrite: false }`), 'met'],
  ['reads need no condition', shop(`${write(', conditionalWrite: true')}\nshop -> db { access: read, dataFlows: [seat] }`), 'met'],
  ['only a cache is written', shop(`distributed-cache cache\n${write(', conditionalWrite: true', 'shop', 'cache')}`), 'not-met'],
  ['a writer that nobody calls earns nothing', shop(`service spare\n${write(', conditionalWrite: true', 'spare')}`), 'not-met'],
]);

const held: Fact = { fact: 'guarded', entity: 'seat', by: { kind: 'distributed-lock', where: [['ttlMs', '>', 0]] } };
table('guarded', held, [
  ['the writer holds a lock', shop(`${write(', conditionalWrite: false')}\nshop -> lock`), 'met'],
  ['or writes conditionally', shop(write(', conditionalWrite: true')), 'met'],
  ['neither', shop(write(', conditionalWrite: false')), 'not-met'],
  ['no lock, and nothing about the condition', shop(write('')), 'cannot-tell w.conditionalWrite'],
  ['a lock that nobody takes guards nothing', shop(`${write(', conditionalWrite: false')}\nservice idle\nidle -> lock`), 'not-met'],
  ['a second writer without', shop(`${write(', conditionalWrite: false')}\nshop -> lock\nworker other\nqueue q\nshop -> q -> other\nother -> db { access: write, dataFlows: [seat], conditionalWrite: false }`), 'not-met'],
  ['whether the lock expires is open', shop(`${write(', conditionalWrite: false')}\nshop -> lock`).replace(' { ttlMs: 30000 }', ''), 'cannot-tell lock.ttlMs'],
  ['the lock never expires', shop(`${write(', conditionalWrite: false')}\nshop -> lock`).replace('30000', 'none'), 'not-met'],
  ['a balancer before the database is not the writer', shop(`load-balancer lb\nshop -> lock\nshop -> lb { access: write, dataFlows: [seat] }\n${write(', conditionalWrite: false', 'lb')}`), 'met'],
]);

table('guarded, the lock is required', { ...held, lockRequired: true }, [
  ['a condition alone is not enough', shop(write(', conditionalWrite: true')), 'not-met'],
  ['a lock is', shop(`${write('')}\nshop -> lock`), 'met'],
]);

table('kept-in', { fact: 'kept-in', entity: 'seat', in: { kind: 'core-database', where: [['transactions', '>=', 'multi-item']] } }, [
  ['all of it there', shop(write('')).replace('database db', 'database db { transactions: multi-partition }'), 'met'],
  ['a store that does less', shop(write('')).replace('database db', 'database db { transactions: single-item }'), 'not-met'],
  ['a store that does not say', shop(write('')), 'cannot-tell db.transactions'],
  ['a copy elsewhere', shop(`${write('')}\nsearch-database s\nshop -> s { access: write, dataFlows: [seat] }`).replace('database db', 'database db { transactions: multi-item }'), 'not-met'],
  ['a cached copy', shop(`${write('')}\ndistributed-cache c\nshop -> c { interaction: request, access: write, dataFlows: [seat] }`).replace('database db', 'database db { transactions: multi-item }'), 'met'],
  ['a cache that is the truth', shop(`${write('')}\ndistributed-cache c { isSourceOfTruth: true }\nshop -> c { interaction: request, access: write, dataFlows: [seat] }`).replace('database db', 'database db { transactions: multi-item }'), 'not-met'],
  ['a cache alone', shop('distributed-cache c\nshop -> c { interaction: request, access: write, dataFlows: [seat] }'), 'not-met'],
  ['a stream that fills a store', shop(`${write('')}\nstream log\nblob-storage archive\ndb -> log { interaction: change-data-capture }\nlog -> archive { interaction: consume, dataFlows: [seat] }`).replace('database db', 'database db { transactions: multi-item }'), 'not-met'],
  ['nowhere', shop('shop -> db { access: write, dataFlows: [other] }'), 'not-met'],
]);

const keys = (to: 'external-system' | 'service'): Fact => ({ fact: 'keyed', entity: 'seat', to: { kind: to } });
const bank = (values: string): string => shop(`external-system bank\nshop -> bank as pay { access: write, dataFlows: [seat]${values} }`);
table('keyed', keys('external-system'), [
  ['with a key', bank(', idempotencyKey: true'), 'met'],
  ['without', bank(', idempotencyKey: false'), 'not-met'],
  ['not stated', bank(''), 'cannot-tell pay.idempotencyKey'],
  ['nothing is sent', shop(write('')), 'not-met'],
  ['nothing says what is sent', shop('external-system bank\nshop -> bank as pay { access: write }'), 'cannot-tell pay.dataFlows'],
  ['reads need none', `${bank(', idempotencyKey: true')}\nshop -> bank { access: read, dataFlows: [seat] }`, 'met'],
]);

const gated = (first: string, second: string): string =>
  `client web\napi-gateway gate\nservice shop\nentity seat\nweb -> gate as a { access: write, dataFlows: [seat]${first} }\ngate -> shop as b { access: write, dataFlows: [seat]${second} }`;
table('keyed over a gateway', keys('service'), [
  ['stated on the first part', gated(', idempotencyKey: true', ''), 'met'],
  ['stated on the second', gated('', ', idempotencyKey: true'), 'met'],
  ['on neither', gated('', ''), 'cannot-tell b.idempotencyKey'],
]);

const consumer = (worker: string, consume = '', effect = ''): string => `client web\nservice shop\nqueue q\nworker w ${worker}\ncore-database db\nentity seat\nweb -> shop -> q\nq -> w as c { dataFlows: [seat]${consume} }\nw -> db { access: write${effect} }`;
table('repeatable', { fact: 'repeatable', entity: 'seat' }, [
  ['the worker says so', consumer('{ idempotent: true }'), 'met'],
  ['the connection says so', consumer('', ', idempotent: true'), 'met'],
  ['it denies it', consumer('{ idempotent: false }'), 'not-met'],
  ['it denies it, but each effect is protected', consumer('{ idempotent: false }', '', ', conditionalWrite: true'), 'met'],
  ['it says nothing', consumer(''), 'cannot-tell w.idempotent'],
  ['nobody takes it', shop(write('')), 'met'],
]);
