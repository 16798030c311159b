import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import type { Figure } from '#estimate/figure.ts';
import { componentFigures, connectionFigures } from '#estimate/figures.ts';
import { graphOf } from '#graph/graph.ts';
import { reference } from '../support/references.ts';

const shown = ({ name, value, certainty, formula }: Figure): string => `${name}: ${certainty === 'upper-bound' ? '<' : ''}${value === undefined ? '?' : Number(value.toPrecision(3))} = ${formula}`;
const asked = (figure: Figure | undefined): readonly string[] => (figure?.inputs ?? []).map(({ record, property }) => `${record}.${property}`);

const of = (text: string, id: string): readonly Figure[] => {
  const graph = graphOf(sketch(text));
  const component = graph.diagram.components.get(id);
  if (!component) throw new Error(`There is no ${id}.`);
  return componentFigures(graph, component);
};
const along = (text: string, id: string): readonly Figure[] => {
  const graph = graphOf(sketch(text));
  const edge = graph.edge(id);
  if (!edge) throw new Error(`There is no ${id}.`);
  return connectionFigures(graph, edge);
};

describe('a component', () => {
  const shop = (values: string, entry = 'peakRps: 600, access: read'): string => `client web "Web"\nservice api { ${values} }\nweb -> api as ask { ${entry} }`;

  test.each([
    ['nothing stated', shop('', ''), ['Rate in: ? = ?/s from Web']],
    ['a rate', shop(''), ['Rate in: 600 = 600/s from Web']],
    ['a limit', shop('instances: 3, perInstanceRps: 400'), ['Rate in: 600 = 600/s from Web', 'Use: 0.5 = 600/s ÷ (3 × 400/s)']],
    ['half a limit', shop('perInstanceRps: 400'), ['Rate in: 600 = 600/s from Web', 'Use: ? = 600/s ÷ (? × 400/s)']],
    ['a limit and scaling without end', shop('instances: 3, perInstanceRps: 400, autoScaling: automatic'), ['Rate in: 600 = 600/s from Web', 'Use: 0.5 = 600/s ÷ (3 × 400/s)']],
    ['a limit and scaling', shop('instances: 3, perInstanceRps: 400, autoScaling: automatic, maxInstances: 6'), ['Rate in: 600 = 600/s from Web', 'Use: 0.25 = 600/s ÷ (6 × 400/s)']],
    ['only copies', shop('instances: 3'), ['Rate in: 600 = 600/s from Web']],
    [
      'places',
      shop('instances: 10, concurrencyPerInstance: 1, serviceTimeMs: 10'),
      ['Rate in: 600 = 600/s from Web', 'Mean wait: 15 = 600/s on 10 copies with 1 places, 10 ms each (M/M/c)', 'Wait, p99: 102 = 600/s on 10 copies with 1 places, 10 ms each (M/M/c)'],
    ],
    ['few places', shop('instances: 7, concurrencyPerInstance: 1, serviceTimeMs: 10'), ['Rate in: 600 = 600/s from Web', 'Mean wait: ? = unsteady: 85 % of the places are taken', 'Wait, p99: ? = unsteady: 85 % of the places are taken']],
    ['an availability', shop('availability: 0.999', ''), ['Rate in: ? = ?/s from Web', 'Outage a year: 31500 = (1 − 0.999) × 365 days']],
  ])('with %s', (_, text, figures) => {
    expect(of(text, 'api').map(shown)).toEqual(figures);
  });

  test('reads and writes have limits of their own, and what may be both is a bound', () => {
    const store = (access: string): string => `${shop('')}\ncore-database db { perInstanceReadRps: 1000, perInstanceWriteRps: 100, shardCount: 2 }\napi -> db { ${access} }`;
    expect(of(store('access: read'), 'db').map(shown).slice(1)).toEqual(['Use by reads: 0.3 = 600/s ÷ (2 × 1,000/s)', 'Use by writes: 0 = 0/s ÷ (2 × 100/s)']);
    expect(of(store(''), 'db').map(shown).slice(1)).toEqual(['Use by reads: <0.3 = 600/s ÷ (2 × 1,000/s)', 'Use by writes: <3 = 600/s ÷ (2 × 100/s)']);
  });

  test('a figure names what it follows from', () => {
    const [rate, use] = of(shop('instances: 3, perInstanceRps: 400'), 'api');
    expect(asked(rate)).toEqual(['ask.peakRps']);
    expect(asked(use)).toEqual(['ask.peakRps', 'api.instances', 'api.perInstanceRps']);
  });

  test('behind a broker it has no use and no wait, its queue has a drain', () => {
    const jobs = `${shop('')}\nqueue jobs\nworker one "One" { instances: 2, perInstanceRps: 10, concurrencyPerInstance: 1, serviceTimeMs: 10 }\nexternal-system two "Two" { rateLimitRps: 5 }\napi -> jobs\njobs -> one\njobs -> two`;
    expect(of(jobs, 'one').map(({ name }) => name)).toEqual(['Rate in']);
    const drain = of(jobs, 'jobs').at(-1);
    expect(drain && shown(drain)).toBe('Drain: 25 = 20/s by One + 5/s by Two');
    expect(asked(drain)).toEqual(['one.instances', 'one.perInstanceRps', 'two.rateLimitRps']);
  });

  test('each group of a stream has its own drain', () => {
    const events = 'service api\nstream events\nworker one "One" { instances: 2, perInstanceRps: 10 }\nworker two "Two"\napi -> events\nevents -> one { consumerGroup: mail }\nevents -> two';
    expect(of(events, 'events').map(shown).slice(1)).toEqual(['Drain of mail: 20 = 20/s by One', 'Drain of Two: ? = ?/s by Two']);
  });
});

describe('a store grows', () => {
  const orders = 'entity order { recordsPerDay: 1000, averageBytes: 500 }';
  test.each([
    ['as stated', 'core-database db { growthBytesPerDay: 100 }', ['Growth a day: 100 = 100 bytes, stated']],
    ['until it is full', 'core-database db { growthBytesPerDay: 100, storageBytes: 500, maxStorageBytes: 1000, shardCount: 2 }', ['Growth a day: 100 = 100 bytes, stated', 'Full in: 15 = (1,000 × 2 − 500) ÷ 100 bytes']],
    ['with its records', `${orders}\ncore-database db { dataStored: [order], replicas: 2 }`, ['Growth a day: 1950000 = (1,000 × 500) bytes × 3 copies × 1.3 for indexes']],
    ['in so many copies', `${orders}\ncore-database db { dataStored: [order], replicationFactor: 2 }`, ['Growth a day: 1300000 = (1,000 × 500) bytes × 2 copies × 1.3 for indexes']],
    ['in nobody knows how many copies', `${orders}\ncore-database db { dataStored: [order] }`, ['Growth a day: ? = (1,000 × 500) bytes × ? copies × 1.3 for indexes']],
    ['with its objects', 'blob-storage db { objectsPerDay: 1000, averageObjectBytes: 2000 }', ['Growth a day: 2000000 = 1,000 objects × 2,000 bytes']],
    ['by what nobody stated', 'core-database db', []],
  ])('%s', (_, text, figures) => {
    expect(of(text, 'db').map(shown)).toEqual(figures);
  });
});

describe('a connection', () => {
  const entry = 'client web\nservice api "Shop"\nweb -> api as ask { peakRps: 100, access: read-write, readFraction: 0.75 }\n';
  const cached = `${entry}entity e\ndistributed-cache cache "Hot" { hitRatio: 0.9 }\ncore-database db\napi -> cache { interaction: request, access: read, dataFlows: [e] }\n`;

  test.each([
    ['states its rate', entry, 'ask', 'Peak rate: 100 = 100/s, stated', ['ask.peakRps']],
    ['does not state it', 'client web\nservice api\nweb -> api as ask', 'ask', 'Peak rate: ? = not stated', ['ask.peakRps']],
    ['is a job', 'scheduled-job job { runsPerDay: 86400 }\nservice api\njob -> api as run { callsPerRequest: 3 }', 'run', 'Peak rate: 3 = 86,400 runs a day ÷ 86,400 s × 3 calls', ['job.runsPerDay', 'run.callsPerRequest']],
    ['follows from reads', `${entry}core-database db\napi -> db as look { access: read, callsPerRequest: 2 }`, 'look', 'Peak rate: 150 = 75/s reads at Shop × 2 calls', ['look.callsPerRequest']],
    ['follows from everything', `${entry}service other\napi -> other as next`, 'next', 'Peak rate: 100 = 100/s at Shop', []],
    ['follows from misses', `${cached}api -> db as miss { access: read, cacheMissOf: cache, dataFlows: [e] }`, 'miss', 'Peak rate: 7.5 = 75/s reads at Shop × (1 − 0.9)', ['cache.hitRatio']],
    ['may follow from misses', `${cached}api -> db as miss { access: read, dataFlows: [e] }`, 'miss', 'Peak rate: <75 = 75/s reads at Shop, less what the cache answers', ['miss.cacheMissOf']],
    ['loads a cache', `${cached}cache -> db as load { interaction: cache-load }`, 'load', 'Peak rate: 7.5 = 75/s reads at Hot × (1 − 0.9)', ['cache.hitRatio']],
    ['flushes a cache', `${cached}cache -> db as flush { interaction: cache-flush }`, 'flush', 'Peak rate: 0 = at most 0/s writes at Hot', []],
    ['fetches for a CDN', 'client web\ncdn edge "Edge" { hitRatio: 0.5 }\nblob-storage files\nweb -> edge { peakRps: 100, access: read }\nedge -> files as fetch', 'fetch', 'Peak rate: 50 = 100/s reads at Edge × (1 − 0.5)', ['edge.hitRatio']],
    ['brings all messages', `${entry}queue jobs "Jobs"\nworker one\napi -> jobs\njobs -> one as take`, 'take', 'Peak rate: 25 = 25/s at Jobs', []],
    ['brings a share of them', `${entry}queue jobs "Jobs"\nworker one "One" { instances: 1, perInstanceRps: 10 }\nworker two { instances: 4, perInstanceRps: 10 }\napi -> jobs\njobs -> one as take\njobs -> two`, 'take', 'Peak rate: 5 = the share of One in 25/s at Jobs', ['one.instances', 'one.perInstanceRps']],
    ['brings them to every copy', `${entry}stream events "Events"\nservice push { instances: 3 }\napi -> events\nevents -> push as take { deliveryMode: broadcast }`, 'take', 'Peak rate: 75 = 25/s at Events × 3 copies', ['push.instances']],
    ['has no meaning yet', `${entry}distributed-cache cache\napi -> cache as what`, 'what', 'Peak rate: ? = what the arrow means is not stated', ['what.interaction']],
    ['copies', 'core-database a\ncore-database b\na -> b as copy { interaction: replicate }', 'copy', 'Peak rate: 0 = no load of its own', []],
  ])('that %s', (_, text, id, figure, inputs) => {
    const [rate] = along(text, id);
    expect(rate && shown(rate)).toBe(figure);
    expect(asked(rate)).toEqual(inputs);
  });

  test('has a bandwidth where sizes are stated', () => {
    const sized = (values: string): string => `client web\nservice api\nqueue jobs\nweb -> api as ask { peakRps: 100, access: write, ${values} }\napi -> jobs as tell { requestBytes: 10 }`;
    expect(along(sized('requestBytes: 500, responseBytes: 1500'), 'ask').map(shown)).toEqual(['Peak rate: 100 = 100/s, stated', 'Bandwidth: 200000 = 100/s × (500 + 1,500) bytes']);
    expect(along(sized('requestBytes: 500'), 'ask').map(shown)[1]).toBe('Bandwidth: ? = 100/s × (500 + ?) bytes');
    expect(along(sized(''), 'tell').map(shown)[1]).toBe('Bandwidth: 1000 = 100/s × 10 bytes');
  });
});

/** Uses at peak, worked by hand. */
test.each([
  ['gateway', 'Use', 0.25],
  ['search-svc', 'Use', 0.6],
  ['event-svc', 'Use', 0.6],
  ['event-cache', 'Use', 0.036],
  ['tickets-db', 'Use by reads', 0.027],
  ['tickets-db', 'Use by writes', 0.4],
  ['seat-lock', 'Use', 0.1],
  ['search-db', 'Use by reads', 0.6],
  ['media-store', 'Rate in', 1000],
  ['payment-provider', 'Rate in', 1000],
  ['indexer', 'Rate in', 2000],
  ['notifier', 'Rate in', 2000],
])('the ticket sale: %s, %s %d', (id, name, value) => {
  const diagram = reference('concert-ticketing');
  const component = diagram.components.get(id);
  const figure = component && componentFigures(graphOf(diagram), component).find((each) => each.name === name);
  expect(figure?.certainty).toBe('known');
  expect(figure?.value).toBeCloseTo(value, 6);
});
