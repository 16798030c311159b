import { describe, expect, test } from 'vitest';
import type { Fact } from '#practice/facts.ts';
import { judged, type Judged } from '../../support/judged.ts';

const table = (name: string, fact: Fact, cases: readonly Judged[]) =>
  describe(name, () => {
    test.each(cases)('%s', (_, design, verdict) => expect(judged(fact, design)).toBe(verdict));
  });

const load = (...calls: readonly string[]): string => `client web\nservice api\n${calls.map((values) => `web -> api { ${values} }`).join('\n')}`;
table('load of writes', { fact: 'load', atLeast: 100, access: 'write' }, [
  ['enough', load('access: write, peakRps: 100'), 'met'],
  ['too little', load('access: write, peakRps: 90'), 'not-met'],
  ['the writes of a mixture', load('access: read-write, peakRps: 1000, readFraction: 0.9'), 'met'],
  ['reads do not count', load('access: read, peakRps: 1000'), 'not-met'],
  ['how much of it writes is not stated', load('access: read-write, peakRps: 1000'), 'cannot-tell c1.readFraction'],
  ['whether it writes is not stated', load('peakRps: 1000'), 'cannot-tell c1.access'],
  ['whatever it does, it is too little', load('peakRps: 50'), 'not-met'],
  ['enough beside what is open', load('access: write, peakRps: 100', 'access: read-write, peakRps: 10'), 'met'],
  ['several clients add up', `${load('access: write, peakRps: 60')}\nclient phone\nphone -> api { access: write, peakRps: 60 }`, 'met'],
  ['no rate', load('access: write'), 'cannot-tell c1.peakRps'],
  ['no client', 'service api', 'not-met'],
  ['a system of others that calls in', 'external-system shops\nservice api\nshops -> api { access: write, peakRps: 100 }', 'met'],
  ['a service that only calls in', 'service shops\napi-gateway gw\nservice api\nshops -> gw { access: write, peakRps: 100 }\ngw -> api', 'met'],
  ['a system of others that is called, and answers later', 'client web\nexternal-system bank\nservice api\nweb -> api { access: write, peakRps: 60 }\napi -> bank\nbank -> api { access: write, peakRps: 60 }', 'not-met'],
  ['what a job does is no demand', 'scheduled-job nightly\nservice api\nnightly -> api { access: write, peakRps: 100 }', 'not-met'],
]);

const used = (values: string): string => `client web\nservice api { ${values} }\nweb -> api { access: read, peakRps: 100 }`;
table('utilisation', { fact: 'utilisation', below: 0.8 }, [
  ['headroom', used('instances: 2, perInstanceRps: 100'), 'met'],
  ['too full', used('instances: 1, perInstanceRps: 120'), 'not-met'],
  ['exactly at the limit', used('instances: 1, perInstanceRps: 125'), 'not-met'],
  ['capacity is not stated', used('instances: 1'), 'cannot-tell api.perInstanceRps'],
  ['load is not stated', 'client web\nservice api { instances: 1, perInstanceRps: 100 }\nweb -> api as a { access: read }', 'cannot-tell a.peakRps'],
]);

const slow = (worker: string, store = 'perInstanceWriteRps: 80, perInstanceReadRps: 80'): string => `client web\nservice api { instances: 9, perInstanceRps: 100 }\nqueue jobs\nworker w { ${worker} }\ncore-database db { ${store} }\nweb -> api as in { access: write, peakRps: 100 }\napi -> jobs -> w\nw -> db { access: write }`;
const aside = (cache: string): string => `client web\nservice api { instances: 9, perInstanceRps: 100 }\ndistributed-cache c { ${cache} }\ncore-database db { perInstanceReadRps: 100 }\nentity e\nweb -> api { access: read, peakRps: 100 }\napi -> c { interaction: request, access: read, dataFlows: [e] }\napi -> db { access: read, cacheMissOf: c, dataFlows: [e] }`;
table('utilisation, as far as it can be told', { fact: 'utilisation', below: 0.8 }, [
  ['a store behind workers that grow as they like', slow('instances: 4, perInstanceRps: 50, autoScaling: automatic'), 'cannot-tell w.maxInstances'],
  ['it carries all that could come', slow('instances: 4, perInstanceRps: 50, autoScaling: automatic', 'perInstanceWriteRps: 200'), 'met'],
  ['workers that take all, and it is too much', slow('instances: 4, perInstanceRps: 50'), 'not-met'],
  ['workers that would have to grow themselves', slow('instances: 1, perInstanceRps: 50, autoScaling: automatic', 'perInstanceWriteRps: 200'), 'cannot-tell w.maxInstances'],
  ['a database that says nothing, beside workers that do', slow('instances: 4, perInstanceRps: 150', ''), 'met'],
  ['a service that begins to say it', used('perInstanceRps: 100'), 'cannot-tell api.instances'],
  ['a service that may have to grow', used('instances: 1, perInstanceRps: 100, autoScaling: automatic'), 'cannot-tell api.maxInstances'],
  ['how often the cache answers is not stated', aside(''), 'cannot-tell c.hitRatio'],
  ['the cache answers often enough', aside('hitRatio: 0.5'), 'met'],
  ['one of two callers is unknown, and the other is enough to fill it', `${used('instances: 1, perInstanceRps: 100')}\nclient phone\nphone -> api { access: read }`, 'not-met'],
  ['one of two callers is unknown', `${used('instances: 2, perInstanceRps: 100')}\nclient phone\nphone -> api as p { access: read }`, 'cannot-tell p.peakRps'],
  ['a circle in which nobody can tell how much flows', `${used('instances: 2, perInstanceRps: 100')}\nqueue again\nworker w { instances: 1, perInstanceRps: 1 }\ncore-database db { perInstanceWriteRps: 1 }\napi -> again { trigger: all }\nagain -> w\nw -> again\nw -> db { access: write }`, 'met'],
  ['nothing that carries load', 'client web\nqueue jobs\nweb -> jobs', 'not-met'],
]);

const jobs = (values: string): string => `client web\nservice api\nqueue jobs ${values}\nworker w { idempotent: true }\nweb -> api -> jobs -> w`;
table('silent', { fact: 'silent', rules: ['queue/non-idempotent-*'] }, [
  ['nothing to object to', jobs('{ deliveryGuarantee: at-least-once }'), 'met'],
  ['an objection', jobs('{ deliveryGuarantee: at-least-once }').replace('true', 'false'), 'not-met'],
  ['a question', jobs('{ deliveryGuarantee: at-least-once }').replace('true }', 'true }').replace('{ idempotent: true }', ''), 'cannot-tell w.idempotent'],
  ['an objection that the file accepts still counts', `${jobs('{ deliveryGuarantee: at-least-once }').replace('true', 'false')}\naccept queue/non-idempotent-consumer on w "We live with it."`, 'not-met'],
]);

table('silent, by what is stated', { fact: 'silent', rules: ['queue/non-idempotent-*'], statedOnly: true }, [
  ['an objection', jobs('{ deliveryGuarantee: at-least-once }').replace('true', 'false'), 'not-met'],
  ['a question', jobs('{ deliveryGuarantee: at-least-once }').replace('{ idempotent: true }', ''), 'met'],
]);

const database = (text: string): string => `client web\nservice api\ncore-database db ${text}\nweb -> api -> db`;
table('why', { fact: 'why', of: { kind: 'core-database' } }, [
  ['a reason', database('{ databaseKind: relational, transactions: multi-item, rationale: "ACID transactions keep each order whole." }'), 'met'],
  ['none', database(''), 'cannot-tell db.rationale'],
  ['a decision on a note', `${database('{ databaseKind: relational, transactions: multi-item }')}\nnote n "ACID transactions keep each order whole." { noteType: decision, attachedTo: [db] }`, 'met'],
  ['a reason that is none, beside a database without', `${database('{ databaseKind: nosql, rationale: "NoSQL scales better than SQL." }')}\ncore-database other\napi -> other`, 'not-met'],
  ['no database', 'client web', 'met'],
]);

const kept = (thing: string, arrow: string, entity = '{ mutability: mutable }'): string => `client web\nservice api\n${thing}\nentity me ${entity}\nweb -> api { access: write, dataFlows: [me] }\napi -> x as a { dataFlows: [me], ${arrow} }`;
table('forgets', { fact: 'forgets', entity: 'me', withinDays: 30 }, [
  ['rows that may change', kept('core-database x', 'access: write'), 'met'],
  ['rows that are only added', kept('core-database x', 'access: write', '{ mutability: append-only }'), 'not-met'],
  ['rows that are only added, and expire', kept('core-database x { dataRetentionDays: 30 }', 'access: write', '{ mutability: append-only }'), 'met'],
  ['whether rows may change is not stated', kept('core-database x', 'access: write', ''), 'cannot-tell me.mutability x.dataRetentionDays'],
  ['a cache with expiry', kept('distributed-cache x { ttlSeconds: 60 }', 'interaction: request, access: write'), 'met'],
  ['a cache that keeps all', kept('distributed-cache x { ttlSeconds: 9000000, invalidationStrategy: [none] }', 'interaction: request, access: write'), 'not-met'],
  ['a cache that is told', `${kept('distributed-cache x', 'interaction: request, access: write')}\napi -> x { interaction: invalidate }`, 'met'],
  ['a cache that does not say', kept('distributed-cache x', 'interaction: request, access: write'), 'cannot-tell x.ttlSeconds x.invalidationStrategy'],
  ['a stream for ever', kept('stream x { retentionSeconds: unlimited, cleanupPolicy: delete }', 'interaction: publish'), 'not-met'],
  ['a stream that keeps the last of each key', kept('stream x { retentionSeconds: unlimited, cleanupPolicy: compact }', 'interaction: publish'), 'met'],
  ['a stream for a week', kept('stream x { retentionSeconds: 604800 }', 'interaction: publish'), 'met'],
  ['files that somebody can delete', kept('blob-storage x { versioning: false }', 'access: write'), 'met'],
  ['files with their old versions', kept('blob-storage x { versioning: true, lifecyclePolicy: none }', 'access: write'), 'not-met'],
  ['old versions that expire', kept('blob-storage x { versioning: true, lifecyclePolicy: expire }', 'access: write'), 'met'],
  ['files that only clients touch', 'client web\nblob-storage x { lifecyclePolicy: none }\nentity me\nweb -> x { access: write, dataFlows: [me] }', 'not-met'],
  ['other data does not matter', kept('core-database x', 'access: write').concat('\nentity log\nstream s { retentionSeconds: unlimited, cleanupPolicy: delete }\napi -> s { dataFlows: [log] }'), 'met'],
  ['a place that may have it', kept('core-database x', 'access: write').concat('\nstream s { retentionSeconds: unlimited, cleanupPolicy: delete }\napi -> s as b'), 'cannot-tell b.dataFlows'],
]);

const parts = 'client web\nload-balancer lb { scope: global }\nservice one\nservice two\ncore-database a\ncore-database b\nentity me';
const calls = `web -> lb { access: read-write, dataFlows: [me] }\nlb -> one { access: read-write, dataFlows: [me] }\nlb -> two { access: read-write, dataFlows: [me] }\none -> a { access: read-write, dataFlows: [me] }`;
const two = 'boundary eu { boundaryType: region } [one, a]\nboundary us { boundaryType: region } [two, b]';
table('survives-region', { fact: 'survives-region', entity: 'me', access: 'write' }, [
  ['a copy that the other region writes', `${parts}\n${two}\n${calls}\na -> b { interaction: replicate }\ntwo -> b { access: read-write, dataFlows: [me] }`, 'met'],
  ['a copy that nobody may write', `${parts}\n${two}\n${calls}\na -> b { interaction: replicate }\ntwo -> b { access: read, dataFlows: [me] }`, 'not-met'],
  ['another database without the data', `${parts}\n${two}\n${calls}\ntwo -> b { access: read-write, dataFlows: [] }`, 'not-met'],
  ['all in one region', `${parts}\nboundary eu { boundaryType: region } [one, two, a, b]\n${calls}`, 'not-met'],
  ['no region drawn', `${parts}\n${calls}`, 'cannot-tell one.boundary a.boundary'],
  ['where the balancer is, is not stated', `${parts.replace(' { scope: global }', '')}\n${two}\n${calls}\na -> b { interaction: replicate }\ntwo -> b { access: read-write, dataFlows: [me] }`, 'cannot-tell lb.scope'],
  ['nobody writes it', `${parts}\n${two}\nweb -> lb`, 'not-met'],
]);
const taken = (...steps: readonly string[]): string => `client web\nload-balancer lb { scope: global }\nservice one\nservice two\nstream p\nstream q\nworker v\nworker w\ncore-database a\ncore-database b\nentity me\nweb -> lb { dataFlows: [me] }\nlb -> one { dataFlows: [me] }\nlb -> two { dataFlows: [me] }\none -> p { dataFlows: [me] }\ntwo -> q { dataFlows: [me] }\nboundary eu { boundaryType: region } [one, p, v, a]\nboundary us { boundaryType: region } [two, q, w, b]\n${steps.join('\n')}`;
const write = '{ access: write, dataFlows: [me] }';
table('survives-region, writes that are taken later', { fact: 'survives-region', entity: 'me', access: 'write' }, [
  ['by a worker in each region', taken('p -> v', `v -> a ${write}`, 'q -> w', `w -> b ${write}`), 'met'],
  ['by the stores themselves', taken('p -> a { interaction: consume, dataFlows: [me] }', 'q -> b { interaction: consume, dataFlows: [me] }'), 'met'],
  ['by one region for both', taken('p -> v', 'q -> v', `v -> a ${write}`, 'a -> b { interaction: replicate }'), 'not-met'],
]);
table('survives-region, over a CDN', { fact: 'survives-region', entity: 'me', access: 'read' }, [
  ['from files in several regions', 'client web\ncdn edge\nservice api\nblob-storage files { redundancy: cross-region }\nentity me\nweb -> edge { access: read, dataFlows: [me] }\nedge -> files { interaction: origin-fetch, dataFlows: [me] }\nweb -> api { access: write, dataFlows: [me] }\napi -> files { access: write, dataFlows: [me] }', 'met'],
  ['from files in one region', 'client web\ncdn edge\nservice api\nblob-storage files { redundancy: multi-zone }\nentity me\nweb -> edge { access: read, dataFlows: [me] }\nedge -> files { interaction: origin-fetch, dataFlows: [me] }\nweb -> api { access: write, dataFlows: [me] }\napi -> files { access: write, dataFlows: [me] }\nboundary eu { boundaryType: region } [api, files]', 'not-met'],
]);
table('survives-region, files', { fact: 'survives-region', entity: 'me', access: 'read' }, [
  ['copies in other regions, by nature', 'client web\nblob-storage files { redundancy: cross-region }\nentity me\nweb -> files { access: read-write, dataFlows: [me] }', 'met'],
  ['how they are kept is not stated', 'client web\nblob-storage files\nentity me\nweb -> files { access: read-write, dataFlows: [me] }', 'cannot-tell files.redundancy'],
]);
