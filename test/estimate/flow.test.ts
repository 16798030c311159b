import { describe, expect, test } from 'vitest';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { type Flow, flowOf, flowWithCold } from '#estimate/flow.ts';
import type { Amount, Rate } from '#estimate/rate.ts';
import { graphOf } from '#graph/graph.ts';

const written = (amount: Amount): string => (amount ? `${amount.certainty === 'known' ? '' : '<'}${amount.value}` : '?');
const text = ({ reads, writes, unclassified }: Rate): string => [reads, writes, unclassified].map(written).join(' ');

/** Reads, writes and unclassified into a component: "100 0 0"; `<` marks an upper bound, `?` an unknown. */
function into(diagram: Diagram, id: string, flow: Flow = flowOf(graphOf(diagram))): string {
  const component = diagram.components.get(id);
  if (!component) throw new Error(`There is no ${id}.`);
  return text(flow.into(component));
}

const arriving = (lines: string, id: string): string => into(sketch(lines), id);

describe('where work starts', () => {
  test.each([
    ['peakRps: 100, access: read', '100 0 0'],
    ['peakRps: 100, access: write', '0 100 0'],
    ['peakRps: 100, access: read-write, readFraction: 0.75', '75 25 0'],
    ['peakRps: 100, access: read-write', '0 0 100'],
    ['peakRps: 100', '0 0 100'],
    ['access: read', '? 0 0'],
    ['', '0 0 ?'],
  ])('a client with %s', (values, rate) => {
    expect(arriving(`client web\nservice api\nweb -> api { ${values} }`, 'api')).toBe(rate);
  });

  test('a job runs so often a day', () => {
    expect(arriving('scheduled-job job { runsPerDay: 86400 }\nservice api\njob -> api { access: write, callsPerRequest: 3 }', 'api')).toBe('0 3 0');
    expect(arriving('scheduled-job job\nservice api\njob -> api { access: write }', 'api')).toBe('0 ? 0');
  });

  test('a service that nobody calls says nothing', () => {
    expect(arriving('service api\ncore-database db\napi -> db { access: read }', 'db')).toBe('? 0 0');
  });
});

describe('inside', () => {
  const api = (call: string, entry = 'access: read-write, readFraction: 0.75'): string => `client web\nservice api\ncore-database db\nweb -> api { peakRps: 100, ${entry} }\napi -> db { ${call} }`;

  test.each([
    ['access: read', '75 0 0'],
    ['access: write', '0 25 0'],
    ['access: read-write', '75 25 0'],
    ['access: read-write, readFraction: 0.5', '50 50 0'],
    ['access: read, trigger: all', '100 0 0'],
    ['access: write, trigger: reads', '0 75 0'],
    ['access: read, callsPerRequest: 0.2', '15 0 0'],
    ['', '0 0 100'],
    ['access: read, peakRps: 7', '7 0 0'],
  ])('a call with %s', (call, rate) => {
    expect(arriving(api(call), 'db')).toBe(rate);
  });

  test('what is not classified may be either', () => {
    expect(arriving(api('access: read', ''), 'db')).toBe('100 0 0');
    expect(arriving(api('access: write', ''), 'db')).toBe('0 100 0');
  });

  test('callers add up, and one unknown makes the sum unknown', () => {
    const two = (second: string): string => `client a\nclient b\nservice api\na -> api { peakRps: 10, access: read }\nb -> api { ${second} }`;
    expect(arriving(two('peakRps: 5, access: read'), 'api')).toBe('15 0 0');
    expect(arriving(two('access: read'), 'api')).toBe('? 0 0');
  });

  test('dead letters and replication are no load', () => {
    expect(arriving('service api\nqueue q { isDeadLetterQueue: true }\napi -> q', 'q')).toBe('? ? ?');
    expect(arriving('client web\ncore-database a\ncore-database b\nweb -> a { peakRps: 1, access: write }\na -> b { interaction: replicate }', 'b')).toBe('? ? ?');
  });
});

describe('data on its way through a proxy', () => {
  const routed = (first: string, second: string, out: string, proxy = 'api-gateway'): string =>
    `entity message\nentity media\nclient phone\n${proxy} gw\nservice messages\nservice files\nphone -> gw { access: write, peakRps: 900, ${first} }\nphone -> gw { access: write, peakRps: 100, ${second} }\ngw -> files { access: write, ${out} }`;
  const [message, media] = ['dataFlows: [message]', 'dataFlows: [media]'];

  test.each([
    ['only what carries it', message, media, media, '0 100 0'],
    ['all that carries it', 'dataFlows: [message, media]', media, media, '0 1000 0'],
    ['all, where what leaves says nothing', message, media, '', '0 1000 0'],
    ['what may carry it, where a connection in says nothing', message, '', media, '0 100 0'],
    ['all, where nothing that comes in carries it', message, message, media, '0 1000 0'],
    ['several calls for each that carries it', message, media, `${media}, callsPerRequest: 3`, '0 300 0'],
    ['the share that is stated, of all that arrives', message, media, `${media}, callsPerRequest: 0.2`, '0 200 0'],
  ])('%s', (_, first, second, out, rate) => {
    expect(arriving(routed(first, second, out), 'files')).toBe(rate);
  });

  test('two callers of a balancer, an origin of a CDN, but not a service, which makes one thing of another', () => {
    const two = routed(message, media, media, 'load-balancer').replace('phone -> gw', 'client tablet\ntablet -> gw');
    expect(arriving(two, 'files')).toBe('0 100 0');
    const origins = 'entity page\nentity film\nclient web\ncdn edge { hitRatio: 0.5 }\nblob-storage films\nweb -> edge { access: read, peakRps: 900, dataFlows: [page] }\nweb -> edge { access: read, peakRps: 100, dataFlows: [film] }\nedge -> films { interaction: origin-fetch, dataFlows: [film] }';
    expect(arriving(origins, 'films')).toBe('50 0 0');
    expect(arriving(routed(message, media, media, 'service'), 'files')).toBe('0 1000 0');
  });
});

describe('caches', () => {
  const aside = (cache: string, miss: string): string =>
    `entity e\nclient web\nservice api\ndistributed-cache cache { ${cache} }\ncore-database db\nweb -> api { peakRps: 100, access: read }\napi -> cache { interaction: request, access: read, dataFlows: [e] }\napi -> db { access: read, dataFlows: [e], ${miss} }`;

  test('only misses pass', () => {
    expect(arriving(aside('hitRatio: 0.75', 'cacheMissOf: cache'), 'db')).toBe('25 0 0');
    expect(arriving(aside('hitRatio: 0.75', 'cacheMissOf: cache'), 'cache')).toBe('100 0 0');
  });

  test('without a hit ratio, or without a word about misses, it is an upper bound', () => {
    expect(arriving(aside('', 'cacheMissOf: cache'), 'db')).toBe('<100 0 0');
    expect(arriving(aside('hitRatio: 0.75', ''), 'db')).toBe('<100 0 0');
  });

  test('a cold cache answers nothing', () => {
    const diagram = sketch(aside('hitRatio: 0.75', 'cacheMissOf: cache'));
    expect(into(diagram, 'db', flowWithCold(graphOf(diagram), 'cache'))).toBe('100 0 0');
  });

  test('a cache loads what it misses and flushes what was written', () => {
    const through = 'client web\nservice api\ndistributed-cache cache { hitRatio: 0.75 }\ncore-database db\nweb -> api { peakRps: 100, access: read-write, readFraction: 0.8 }\napi -> cache { interaction: request, access: read-write }\n';
    expect(arriving(`${through}cache -> db { interaction: cache-load }`, 'db')).toBe('20 0 0');
    expect(arriving(`${through}cache -> db { interaction: cache-flush }`, 'db')).toBe('0 <20 0');
  });

  test('what nobody classified is at most read or written', () => {
    const open = 'client web\ndistributed-cache cache { hitRatio: 0.75 }\ncore-database db\nstream changes\nweb -> cache { peakRps: 100 }\n';
    expect(arriving(`${open}cache -> db { interaction: cache-load }`, 'db')).toBe('<25 0 0');
    expect(arriving(`${open}cache -> db { interaction: cache-flush }`, 'db')).toBe('0 <100 0');
    expect(arriving('client web\ncore-database db\nstream changes\nweb -> db { peakRps: 100 }\ndb -> changes', 'changes')).toBe('0 <100 0');
    expect(arriving('client web\ncore-database db\nstream changes\nweb -> db { peakRps: 100, access: read-write, readFraction: 0.75 }\ndb -> changes', 'changes')).toBe('0 25 0');
  });

  test('a CDN fetches what it misses', () => {
    const edge = (cdn: string): string => `client web\ncdn edge { ${cdn} }\nblob-storage files\nweb -> edge { peakRps: 100, access: read }\nedge -> files`;
    expect(arriving(edge('hitRatio: 0.75'), 'files')).toBe('25 0 0');
    expect(arriving(edge(''), 'files')).toBe('<100 0 0');
  });
});

describe('brokers', () => {
  const brokered = (broker: string, readers: string): string => `client web\nservice api\n${broker} b\nweb -> api { peakRps: 100, access: write }\napi -> b { interaction: publish }\n${readers}`;
  const two = 'worker one { instances: 1, perInstanceRps: 10 }\nworker two { instances: 3, perInstanceRps: 10 }\nb -> one { consumerGroup: x }\nb -> two { consumerGroup: x }';

  test('messages count as writes', () => {
    expect(arriving(brokered('queue', 'worker w\nb -> w'), 'w')).toBe('0 100 0');
  });

  test('consumers share by what they can take; another group gets all', () => {
    expect(arriving(brokered('queue', two), 'two')).toBe('0 75 0');
    expect(arriving(brokered('stream', two), 'one')).toBe('0 25 0');
    expect(arriving(brokered('stream', two.replace('consumerGroup: x', 'consumerGroup: y')), 'one')).toBe('0 100 0');
    expect(arriving(brokered('queue', 'worker one\nworker two\nb -> one\nb -> two'), 'one')).toBe('0 ? 0');
    expect(arriving(brokered('queue', 'worker one\nworker two { instances: 2 }\nb -> one\nb -> two { deliveryMode: broadcast }'), 'one')).toBe('0 100 0');
  });

  test('a broadcast reaches every copy', () => {
    expect(arriving(brokered('stream', 'worker w { instances: 4 }\nb -> w { deliveryMode: broadcast }'), 'w')).toBe('0 400 0');
    expect(arriving(brokered('stream', 'worker w\nb -> w { deliveryMode: broadcast }'), 'w')).toBe('0 ? 0');
  });

  test.each([
    ['instances: 2, perInstanceRps: 10', '0 20 0'],
    ['instances: 20, perInstanceRps: 10', '0 100 0'],
    ['instances: 2, perInstanceRps: 10, autoScaling: automatic, maxInstances: 5', '0 50 0'],
    ['instances: 2, perInstanceRps: 10, autoScaling: automatic', '0 <100 0'],
    ['', '0 <100 0'],
  ])('behind a broker no more than a worker with %s can take', (worker, rate) => {
    expect(arriving(brokered('queue', `worker w { ${worker} }\ncore-database db\nb -> w\nw -> db { access: write }`), 'db')).toBe(rate);
  });
});

describe('cycles', () => {
  const loop = (back: string): string => `client web\nservice a\nservice b\ncore-database db\nweb -> a { peakRps: 10, access: write }\na -> b { access: write }\nb -> a { access: write, ${back} }\nb -> db { access: write }`;

  test('nobody can tell how much goes round', () => {
    expect(arriving(loop(''), 'db')).toBe('0 ? 0');
  });

  test('a stated rate cuts it', () => {
    expect(arriving(loop('peakRps: 5'), 'db')).toBe('0 15 0');
  });
});
