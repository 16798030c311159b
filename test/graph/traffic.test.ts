import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { graphOf } from '#graph/graph.ts';
import { flowOf, rateOf } from '#graph/traffic.ts';

/** Reads, writes and other calls at the component `t`. */
const loads: readonly [when: string, diagram: string, load: readonly [reads: number, writes: number, other: number] | undefined][] = [
  ['a client reads', 'client c\nservice t\nc -> t { access: read, peakRps: 90 }', [90, 0, 0]],
  ['a client writes', 'client c\nservice t\nc -> t { access: write, peakRps: 90 }', [0, 90, 0]],
  ['a client does both, in a known proportion', 'client c\nservice t\nc -> t { access: read-write, peakRps: 100, readFraction: 0.75 }', [75, 25, 0]],
  ['a client does both', 'client c\nservice t\nc -> t { access: read-write, peakRps: 90 }', [0, 0, 90]],
  ['nothing says what a client does', 'client c\nservice t\nc -> t { peakRps: 90 }', [0, 0, 90]],
  ['nothing says how often', 'client c\nservice t\nc -> t { access: read }', undefined],
  ['one of two callers is unknown', 'client c\nclient d\nservice t\nc -> t { peakRps: 90 }\nd -> t', undefined],
  ['two callers add up', 'client c\nclient d\nservice t\nc -> t { access: read, peakRps: 90 }\nd -> t { access: write, peakRps: 10 }', [90, 10, 0]],
  ['nobody calls', 'service t', undefined],
  ['a job runs', 'scheduled-job j { runsPerDay: 43200 }\nservice t\nj -> t { access: write, callsPerRequest: 4 }', [0, 2, 0]],
  ['nobody calls the external system that calls', 'external-system x\nservice t\nx -> t { access: write, peakRps: 5 }', [0, 5, 0]],
  ['a read leads to reads only', 'client c\nservice s\ncore-database t\nc -> s { access: read-write, peakRps: 100, readFraction: 0.9 }\ns -> t { access: read, callsPerRequest: 2 }', [180, 0, 0]],
  ['a write leads to writes only', 'client c\nservice s\ncore-database t\nc -> s { access: read-write, peakRps: 100, readFraction: 0.75 }\ns -> t { access: write }', [0, 25, 0]],
  ['both keep their proportion', 'client c\nservice s\ncore-database t\nc -> s { access: read-write, peakRps: 100, readFraction: 0.75 }\ns -> t { access: read-write }', [75, 25, 0]],
  ['a stated trigger counts', 'client c\nservice s\ncore-database t\nc -> s { access: write, peakRps: 100 }\ns -> t { access: read, trigger: all }', [100, 0, 0]],
  ['a stated rate goes first', 'client c\nservice s\ncore-database t\nc -> s { access: write, peakRps: 100 }\ns -> t { access: read, peakRps: 7 }', [7, 0, 0]],
  ['a miss of a cache', 'client c\nservice s\ndistributed-cache k { hitRatio: 0.75 }\ncore-database t\nc -> s { access: read, peakRps: 100 }\ns -> k { access: read }\ns -> t { access: read, cacheMissOf: k }', [25, 0, 0]],
  ['a miss of a cache that says nothing', 'client c\nservice s\ndistributed-cache k\ncore-database t\nc -> s { access: read, peakRps: 100 }\ns -> k { access: read }\ns -> t { access: read, cacheMissOf: k }', undefined],
  ['the same data is read from a cache too', 'entity a {}\nclient c\nservice s\ndistributed-cache k\ncore-database t\nc -> s { access: read, peakRps: 100 }\ns -> k { interaction: request, access: read, dataFlows: [a] }\ns -> t { access: read, dataFlows: [a] }', undefined],
  ['a cache loads', 'client c\nservice s\ndistributed-cache k { hitRatio: 0.75 }\ncore-database t\nc -> s { access: read, peakRps: 100 }\ns -> k { access: read, interaction: request }\nk -> t { interaction: cache-load }', [25, 0, 0]],
  ['a cache flushes', 'client c\nservice s\ndistributed-cache k\ncore-database t\nc -> s { access: write, peakRps: 100 }\ns -> k { access: write, interaction: request }\nk -> t { interaction: cache-flush }', undefined],
  ['a CDN fetches', 'client c\ncdn k { hitRatio: 0.75 }\nservice t\nc -> k { access: read, peakRps: 100 }\nk -> t', [25, 0, 0]],
  ['a CDN fetches who knows how often', 'client c\ncdn k\nservice t\nc -> k { access: read, peakRps: 100 }\nk -> t', undefined],
  ['a CDN is purged', 'client c\nservice s\ncdn t\nc -> t { access: read, peakRps: 100 }\ns -> t { interaction: invalidate }', [100, 0, 0]],
  ['messages are writes', 'client c\nservice s\nqueue t\nc -> s { access: write, peakRps: 100 }\ns -> t', [0, 100, 0]],
  ['what leaves a broker is open', 'client c\nservice s\nqueue q\nworker t\nc -> s { access: write, peakRps: 100 }\ns -> q -> t', undefined],
  ['what leaves a broker is stated', 'service s\nqueue q\nworker t\ns -> q\nq -> t { peakRps: 8 }', [0, 8, 0]],
  ['calls run in a circle', 'client c\nservice t\nservice s\nc -> t { peakRps: 100 }\nt -> s\ns -> t', undefined],
  ['a stated rate cuts the circle', 'client c\nservice t\nservice s\nc -> t { access: read, peakRps: 100 }\nt -> s { access: read }\ns -> t { access: read, peakRps: 5 }', [105, 0, 0]],
  ['parked messages do not count', 'service s\nqueue q\nqueue t\ns -> q { peakRps: 5 }\nq -> t { interaction: dead-letter }\ns -> t { interaction: publish, peakRps: 3 }', [0, 3, 0]],
];

test.each(loads)('load: %s', (_, diagram, expected) => {
  const load = flowOf(graphOf(sketch(diagram))).load('t');
  expect(load && [load.reads, load.writes, load.other]).toEqual(expected);
});

describe('rate', () => {
  const graph = graphOf(sketch('client c\nservice s\ncore-database t\nc -> s as in { peakRps: 40 }\ns -> t as out { access: read, callsPerRequest: 0.5 }'));
  test.each([
    ['in', 40],
    ['out', 20],
  ])('of %s', (id, expected) => {
    const edge = graph.edge(id);
    expect(edge && rateOf(graph, edge)).toBe(expected);
  });
});
