import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { inSeries, latencyOf, pathLatency, roundTripOf } from '#estimate/latency.ts';
import { waysToEnds } from '#estimate/ways.ts';
import { isCall } from '#graph/dependency.ts';
import { type Graph, graphOf } from '#graph/graph.ts';

test('independent hops add up to less than the sum of their slowest', () => {
  const total = inSeries([{ p50: 40, p99: 120 }, { p50: 1, p99: 5 }, { p50: 15, p99: 60 }, { p50: 3, p99: 20 }]);
  expect(total.p99).toBeCloseTo(148, 0);
  expect(total.p50).toBeCloseTo(63.7, 0);
});

test('constant hops just add up', () => {
  expect(inSeries([{ p50: 10, p99: 10 }, { p50: 5, p99: 5 }]).p99).toBeCloseTo(15);
  expect(inSeries([])).toEqual({ p50: 0, p99: 0 });
});

const first = (text: string) => {
  const graph = graphOf(sketch(text));
  const edge = graph.edges[0];
  if (!edge) throw new Error('Draw a connection.');
  return { graph, edge };
};

describe('the round trip of a connection', () => {
  test.each([
    { when: 'stated', text: 'service a\nservice b\na -> b { networkRttMs: 7 }', trip: 7 },
    { when: 'from a client', text: 'client a\nservice b\na -> b', trip: 50 },
    { when: 'to a system of others', text: 'service a\nexternal-system b\na -> b', trip: 50 },
    { when: 'nearby', text: 'service a\nservice b\na -> b', trip: 0.5 },
    { when: 'in one zone', text: 'service a\nservice b\nboundary z { boundaryType: availability-zone } [a, b]\na -> b', trip: 0.5 },
    { when: 'between zones', text: 'service a\nservice b\nboundary y { boundaryType: availability-zone } [a]\nboundary z { boundaryType: availability-zone } [b]\na -> b', trip: 1.5 },
    { when: 'between regions', text: 'service a\nservice b\nboundary y { boundaryType: region } [a]\nboundary z { boundaryType: region } [b]\na -> b', trip: 80 },
    { when: 'between regions that say how far', text: 'service a\nservice b\nboundary y { boundaryType: region, interRegionRttMs: 120 } [a]\nboundary z { boundaryType: region, interRegionRttMs: 90 } [b]\na -> b', trip: 120 },
  ])('$when', ({ text, trip }) => {
    const { graph, edge } = first(text);
    expect(roundTripOf(graph, edge)).toBe(trip);
  });
});

describe('the latency of a component', () => {
  test.each([
    { when: 'measured', values: 'latencyP50Ms: 5, latencyP99Ms: 20', latency: { p50: 5, p99: 20 } },
    { when: 'half measured', values: 'latencyP50Ms: 5', latency: undefined },
    { when: 'from its service time', values: 'serviceTimeMs: 5', latency: { p50: 5, p99: 20 } },
    { when: 'not stated', values: '', latency: undefined },
  ])('$when', ({ values, latency }) => {
    const { graph, edge } = first(`service a\nservice b { ${values} }\na -> b`);
    expect(latencyOf(graph, edge)).toEqual(latency);
  });

  test('with the wait of a busy one', () => {
    const { graph, edge } = first('client a\nservice b { serviceTimeMs: 10, concurrencyPerInstance: 1, instances: 1 }\na -> b { peakRps: 50, access: read }');
    expect(latencyOf(graph, edge)?.p50).toBeCloseTo(20);
  });
});

const ends = (graph: Graph, follows = isCall): readonly string[] => waysToEnds(graph, 'web', { follows }).map((way) => way.map(({ to }) => to.id).join(' '));

test('ways end where nobody is called further, and go round nowhere', () => {
  const graph = graphOf(sketch('client web\nservice a\nservice b\ncore-database db\nweb -> a\na -> b\na -> db\nb -> db\nb -> a'));
  expect(ends(graph)).toEqual(['a b db', 'a db']);
});

test('the search for ways ends where everybody calls everybody', () => {
  const names = Array.from({ length: 14 }, (_, index) => `s${index}`);
  const calls = names.flatMap((from) => names.filter((to) => to !== from).map((to) => `${from} -> ${to}`));
  const graph = graphOf(sketch(['client web', ...names.map((name) => `service ${name}`), 'web -> s0', ...calls].join('\n')));
  expect(ends(graph)).toEqual([]);
});

test('a way with a component that states nothing has no latency', () => {
  const graph = graphOf(sketch('client web\nservice a { serviceTimeMs: 5 }\ncore-database db\nweb -> a\na -> db'));
  const [way] = waysToEnds(graph, 'web', { follows: isCall });
  expect(way && pathLatency(graph, way)).toBeUndefined();
  expect(way && pathLatency(graph, way.slice(0, 1))?.p99).toBeGreaterThan(55);
});
