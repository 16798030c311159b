import { describe, expect, test } from 'vitest';
import type { Fact } from '#practice/facts.ts';
import { judged, type Judged } from '../../support/judged.ts';

const table = (name: string, fact: Fact, cases: readonly Judged[]) =>
  describe(name, () => {
    test.each(cases)('%s', (_, design, verdict) => expect(judged(fact, design)).toBe(verdict));
  });

const shop = (calls: string, cache = '{ hitRatio: 0.9 }'): string => `
client web
service shop
distributed-cache cache ${cache}
core-database db
entity item
web -> shop { access: read, dataFlows: [item] }
${calls}`;
const asks = 'shop -> cache as k { interaction: request, access: read, dataFlows: [item] }';
const read = (values = ''): string => `shop -> db as r { access: read, dataFlows: [item]${values} }`;

table('cached', { fact: 'cached', entity: 'item', hitRatio: 0.8 }, [
  ['the database is asked on misses', shop(`${asks}\n${read(', cacheMissOf: cache')}`), 'met'],
  ['the cache alone is asked', shop(asks), 'met'],
  ['the cache hits too seldom', shop(`${asks}\n${read(', cacheMissOf: cache')}`, '{ hitRatio: 0.5 }'), 'not-met'],
  ['how often is not stated', shop(`${asks}\n${read(', cacheMissOf: cache')}`, ''), 'cannot-tell cache.hitRatio'],
  ['no cache is asked', shop(read()), 'not-met'],
  ['a cache is asked, and whether this is its miss is not stated', shop(`${asks}\n${read()}`), 'cannot-tell r.cacheMissOf'],
  ['a cache that is never asked earns nothing', shop(`${read(', cacheMissOf: cache')}\nshop -> cache { interaction: request, access: write, dataFlows: [item] }`), 'not-met'],
  ['a search database answers alone', shop('search-database s\nshop -> s { access: read, dataFlows: [item] }'), 'met'],
  ['another read of the database may be of it', shop(`${asks}\n${read(', cacheMissOf: cache')}\nshop -> db as q { access: read }`), 'cannot-tell q.dataFlows'],
  ['a job that no client waits for may read', shop(`${asks}\n${read(', cacheMissOf: cache')}\nscheduled-job nightly\nnightly -> db { access: read, dataFlows: [item] }`), 'met'],
  ['whether the cache is asked or told is not stated', shop(`shop -> cache as k { access: read, dataFlows: [item] }\n${read()}`), 'cannot-tell r.cacheMissOf k.interaction'],
  ['nobody reads it', shop(''), 'not-met'],
]);

table('not-from', { fact: 'not-from', entity: 'item', kind: 'core-database' }, [
  ['read elsewhere', shop(asks), 'met'],
  ['read there', shop(read()), 'not-met'],
  ['nothing says what is read', shop('shop -> db as r { access: read }'), 'cannot-tell r.dataFlows'],
  ['nothing says whether it is read', shop('shop -> db as r { dataFlows: [item] }'), 'cannot-tell r.access'],
  ['only a worker reads there', shop(`${asks}\nqueue q\nworker w\nshop -> q -> w\nw -> db { access: read, dataFlows: [item] }`), 'met'],
  ['over a balancer', shop(`load-balancer lb\nshop -> lb { access: read, dataFlows: [item] }\nlb -> db { access: read, dataFlows: [item] }`), 'not-met'],
]);

table('not-from, only some reads', { fact: 'not-from', entity: 'item', kind: 'core-database', where: [['queryPattern', '=', 'full-text']] }, [
  ['other reads are fine', shop(read(', queryPattern: key-lookup')), 'met'],
  ['such a read', shop(read(', queryPattern: full-text')), 'not-met'],
  ['which it is, is not stated', shop(read()), 'cannot-tell r.queryPattern'],
]);

const way = (steps: string): string => `client web\nload-balancer lb\nservice shop\nservice inner\ncore-database db\nentity item\n${steps}`;
const carried = '{ access: read, dataFlows: [item] }';
table('hops', { fact: 'hops', entity: 'item', access: 'read', atMost: 3 }, [
  ['few', way(`web -> lb -> shop -> db ${carried}`), 'met'],
  ['too many', way(`web -> lb -> shop -> inner -> db ${carried}`), 'not-met'],
  ['no store at the end', way(`web -> lb -> shop ${carried}`), 'not-met'],
  ['nothing says on which way', way(`web -> lb as a\nlb -> shop as b ${carried}\nshop -> db as c ${carried}`), 'cannot-tell a.dataFlows'],
]);

const media = (calls: string): string => `client web\nservice api\ncdn cdn\nblob-storage files\nentity photo\nweb -> api { access: read-write }\n${calls}`;
table('direct, write', { fact: 'direct', entity: 'photo', access: 'write', where: [['chunkedUpload', '=', true]] }, [
  ['by a presigned address, in parts', media('web -> files as u { access: write, dataFlows: [photo], authorization: presigned-url, chunkedUpload: true }'), 'met'],
  ['in one piece', media('web -> files as u { access: write, dataFlows: [photo], authorization: presigned-url, chunkedUpload: false }'), 'not-met'],
  ['by other means', media('web -> files as u { access: write, dataFlows: [photo], authorization: token, chunkedUpload: true }'), 'not-met'],
  ['by nothing that is stated', media('web -> files as u { access: write, dataFlows: [photo], chunkedUpload: true }'), 'cannot-tell u.authorization'],
  ['over the own service', media('api -> files { access: write, dataFlows: [photo], authorization: presigned-url, chunkedUpload: true }'), 'not-met'],
]);
table('direct, read', { fact: 'direct', entity: 'photo', access: 'read' }, [
  ['over a CDN', media('web -> cdn { access: read, dataFlows: [photo] }\ncdn -> files { dataFlows: [photo], interaction: origin-fetch }'), 'met'],
  ['what the CDN fetches is not stated', media('web -> cdn { access: read, dataFlows: [photo] }\ncdn -> files as f { interaction: origin-fetch }'), 'cannot-tell f.dataFlows'],
  ['without a CDN', media('web -> files { access: read, dataFlows: [photo] }'), 'not-met'],
]);

const push = (first: string, second = '{ dataFlows: [score] }', arrival = 'bus -> live { dataFlows: [score] }'): string =>
  `client web\nload-balancer lb\nservice live\nstream bus\nentity score\nentity other\nweb -> lb as a ${first}\nlb -> live as b ${second}\n${arrival}`;
table('push', { fact: 'push', entity: 'score' }, [
  ['over a websocket', push('{ serverPush: true, protocol: websocket, dataFlows: [score] }'), 'met'],
  ['the server does not push', push('{ serverPush: false, protocol: websocket, dataFlows: [score] }'), 'not-met'],
  ['the protocol does not keep it open', push('{ serverPush: true, protocol: http, dataFlows: [score] }'), 'not-met'],
  ['the protocol is not stated', push('{ serverPush: true, dataFlows: [score] }'), 'cannot-tell a.protocol'],
  ['the balancer speaks plain HTTP behind it', push('{ serverPush: true, protocol: websocket, dataFlows: [score] }', '{ protocol: http, dataFlows: [score] }'), 'not-met'],
  ['it gets something else', push('{ serverPush: true, protocol: websocket, dataFlows: [other] }', '{ dataFlows: [other] }', 'bus -> live { dataFlows: [other] }'), 'not-met'],
]);
