import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { clientPathOver, isOnClientPath } from '#graph/client-path.ts';
import { type Edge, type Graph, graphOf } from '#graph/graph.ts';
import { type Chain, isWithinCircle, linksOf, longestChains, wayOf } from '#graph/longest-chain.ts';

const graph = (text: string): Graph => graphOf(sketch(text));
const names = (...ids: string[]): string => ids.map((id) => `service ${id}`).join('\n');

/** The chain of the most calls into a component. */
const mostCalls = (of: Graph, id: string): Chain | undefined => longestChains(of, (edge, before) => ({ length: (before?.length ?? 0) + 1, last: edge, before }))(id);

const idsOf = (edges: readonly Edge[]): readonly string[] => edges.map(({ id }) => id);

describe('longest chains', () => {
  test('the detour is longer', () => {
    const of = graph(`${names('a', 'b', 'c')}\na -> c\na -> b -> c`);
    const chain = mostCalls(of, 'c');
    expect(chain && idsOf(linksOf(chain))).toEqual(['c2', 'c3']);
    expect(mostCalls(of, 'a')).toBeUndefined();
  });

  test('only calls count', () => {
    const of = graph(`${names('a', 'b', 'c')}\nqueue q\na -> q -> b\nb -> c { synchrony: async }`);
    expect(mostCalls(of, 'b')).toBeUndefined();
    expect(mostCalls(of, 'c')).toBeUndefined();
  });

  test('a circle is one station, and the way leads through it', () => {
    const of = graph(`${names('a', 'x', 'y', 'z', 'e')}\na -> x -> y -> z -> x\nz -> e`);
    const chain = mostCalls(of, 'e');
    expect(chain?.length).toBe(2);
    expect(chain && idsOf(wayOf(of, chain))).toEqual(['c1', 'c2', 'c3', 'c5']);
    expect(idsOf(of.edges.filter((edge) => isWithinCircle(of, edge)))).toEqual(['c2', 'c3', 'c4']);
  });

  test('as long as trying all ways finds, where nobody calls in a circle', () => {
    const pair = fc.tuple(fc.nat(7), fc.nat(7)).filter(([from, to]) => from < to);
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 20 }), (pairs) => {
        const lengthInto = (node: number): number => Math.max(0, ...pairs.filter(([, to]) => to === node).map(([from]) => 1 + lengthInto(from)));
        const of = graph(`${names(...Array.from({ length: 8 }, (_, index) => `s${7 - index}`))}\n${pairs.map(([from, to]) => `s${from} -> s${to}`).join('\n')}`);
        for (let node = 0; node < 8; node++) expect(mostCalls(of, `s${node}`)?.length ?? 0).toBe(lengthInto(node));
      }),
    );
  });

  test('layers where every component calls every next one are no trouble', () => {
    const layers = Array.from({ length: 40 }, (_, layer) => Array.from({ length: 10 }, (_, index) => `s${layer}x${index}`));
    const joins = layers.slice(1).flatMap((layer, index) => layer.flatMap((to) => (layers[index] ?? []).map((from) => `${from} -> ${to}`)));
    expect(mostCalls(graph(`${names(...layers.flat())}\n${joins.join('\n')}`), 's39x0')?.length).toBe(39);
  });

  test('a row of thousands is no trouble', () => {
    const ids = Array.from({ length: 3000 }, (_, index) => `s${index}`);
    expect(mostCalls(graph(`${names(...ids)}\n${ids.join(' -> ')}`), 's2999')?.length).toBe(2999);
  });
});

describe('client paths', () => {
  const of = graph(`client web\nscheduled-job job\n${names('a', 'b', 'c')}\nqueue q\nweb -> a -> b\na -> q -> c\nc -> b\njob -> c\na -> c as later { synchrony: async }`);

  test('what a client waits for', () => {
    expect(idsOf(of.edges.filter((edge) => isOnClientPath(of, edge)))).toEqual(['c1', 'c2']);
  });

  test('the way from the nearest client', () => {
    const edge = of.edge('c2');
    expect(edge && clientPathOver(of, edge)).toEqual(['web', 'c1', 'a', 'c2', 'b']);
    const other = of.edge('c6');
    expect(other && clientPathOver(of, other)).toEqual(['job', 'c6', 'c']);
  });
});
