import { describe, expect, test } from 'vitest';
import type { Fact } from '#practice/facts.ts';
import { judged, type Judged } from '../../support/judged.ts';

const entities = [{ id: 'post', name: 'Post' }, { id: 'feed', name: 'Feed' }];
const data = 'entity post\nentity feed\n';
const table = (name: string, fact: Fact, cases: readonly Judged[]) =>
  describe(name, () => {
    test.each(cases)('%s', (_, design, verdict) => expect(judged(fact, data + design, entities)).toBe(verdict));
  });

const site = 'client web\nservice api\ncore-database posts\nweb -> api { dataFlows: [post] }\n';
const write = (what: string): string => `access: write, dataFlows: [${what}]`;
const saved = `${site}api -> posts { ${write('post')} }\n`;
const worker = 'queue tasks\nworker filler\ncore-database feeds\n';

table('deferred', { fact: 'deferred', entity: 'feed' }, [
  ['a service takes it from a stream', `${saved}stream tasks\nservice filler\ncore-database feeds\napi -> tasks -> filler\nfiller -> feeds { ${write('feed')} }`, 'met'],
  ['a cache that the service fills does not count beside the store', `${saved}${worker}distributed-cache cache\napi -> tasks -> filler\nfiller -> feeds { ${write('feed')} }\napi -> cache { interaction: request, ${write('feed')} }`, 'met'],
  ['a cache alone is the store', `${saved}distributed-cache cache\napi -> cache { interaction: request, ${write('feed')} }`, 'not-met'],
]);

const filled = `${worker}filler -> feeds { ${write('feed')} }\ntasks -> filler { dataFlows: [post] }\n`;
table('derived', { fact: 'derived', entity: 'feed', from: 'post' }, [
  ['an outbox', `${saved}${filled}api -> tasks { outbox: true, dataFlows: [post] }`, 'met'],
  ['written and announced in two steps', `${saved}${filled}api -> tasks { outbox: false, dataFlows: [post] }`, 'not-met'],
  ['a worker reads one store and fills the other', `${saved}scheduled-job filler\ncore-database feeds\nfiller -> posts { access: read, dataFlows: [post] }\nfiller -> feeds { ${write('feed')} }`, 'met'],
  ['only another store leads there', `${saved}${filled}entity follow\ncore-database follows\napi -> follows { access: write, dataFlows: [follow] }\nfollows -> tasks { interaction: change-data-capture, dataFlows: [follow] }`, 'not-met'],
  ['nothing is written', site, 'not-met'],
  ['one store has both, and follows itself over a worker', `${saved}queue tasks\nworker filler\nposts -> tasks { interaction: change-data-capture, dataFlows: [post] }\ntasks -> filler { dataFlows: [post] }\nfiller -> posts { ${write('feed')} }`, 'met'],
]);

const fanOut = (values: string, store = ''): string => `client web\nservice api\ncore-database feeds { ${store} }\nweb -> api { access: write, peakRps: 10, dataFlows: [post] }\napi -> feeds { ${write('feed')}, ${values} }`;
table('entity-load', { fact: 'entity-load', entity: 'feed', atLeast: 1000, below: 0.8 }, [
  ['stated as a rate', fanOut('peakRps: 1000'), 'met'],
  ['the store is too small for it', fanOut('callsPerRequest: 100', 'perInstanceWriteRps: 1000, partitioning: none'), 'not-met'],
  ['the store carries it', fanOut('callsPerRequest: 100', 'perInstanceWriteRps: 2000, partitioning: none'), 'met'],
]);

const counted = (consumer: string, stream = '', flows = 'dataFlows: [post]'): string => `client web\nservice api\nstream events { ${stream} }\nworker counter { ${consumer} }\nweb -> api { dataFlows: [post] }\napi -> events { dataFlows: [post] }\nevents -> counter { ${flows} }`;
table('windowed', { fact: 'windowed', entity: 'post' }, [
  ['the consumer says so', counted('streamProcessing: { windowing: tumbling }'), 'met'],
  ['the stream says so', counted('', 'windowing: sliding'), 'met'],
  ['the consumer has none', counted('streamProcessing: { windowing: none }', 'windowing: none'), 'not-met'],
  ['nobody says', counted('', 'windowing: none'), 'cannot-tell counter.streamProcessing'],
  ['what arrives is not stated', counted('streamProcessing: { windowing: tumbling }', '', ''), 'cannot-tell c3.dataFlows'],
  ['something else arrives', counted('streamProcessing: { windowing: tumbling }', '', 'dataFlows: [feed]'), 'not-met'],
  ['it is a queue', saved, 'not-met'],
]);

const bucket = (raised: string, made: string): string => `client web\nblob-storage files\nqueue tasks\nworker maker\nweb -> files { ${write('post')} }\nfiles -> tasks { ${raised} }\ntasks -> maker { ${raised} }\nmaker -> files { ${write(made)} }`;
table('loops', { fact: 'loops', entity: 'feed' }, [
  ['what is made raises the same event', bucket('dataFlows: [post, feed]', 'feed'), 'met'],
  ['only what comes in raises one', bucket('dataFlows: [post]', 'feed'), 'not-met'],
  ['what raises it is not stated', bucket('', 'feed'), 'cannot-tell c2.dataFlows c3.dataFlows'],
  ['nothing of it is written', bucket('dataFlows: [feed]', 'post'), 'not-met'],
]);

const pair = 'client web\nservice api { instances: 1, perInstanceRps: 100 }\nworker clerk { instances: 1, perInstanceRps: 1000 }\nqueue tasks\nweb -> api { access: write, peakRps: 90 }\napi -> tasks -> clerk';
table('utilisation of one sort', { fact: 'utilisation', below: 0.8, of: { kind: 'worker' } }, [
  ['others may be full', pair, 'met'],
  ['one of the sort is full', `${pair}\nset clerk { perInstanceRps: 100 }`, 'not-met'],
]);
