import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { isPersistent, isSync, reads, writes } from '#graph/access.ts';
import { clientDependencies } from '#graph/dependency.ts';
import { dominatorTree } from '#graph/dominators.ts';
import { carriedEntities, isLossTolerant, isStrong, sharesEntities } from '#graph/entities.ts';
import { type Edge, type Graph, graphOf } from '#graph/graph.ts';
import { liveComponents, reachable, shortestPath } from '#graph/paths.ts';
import { passage, wayPassage, waysFrom, waysTo } from '#graph/proxy.ts';
import { isEntry, isInScope, isModest, isUntrusted } from '#graph/roles.ts';

const graph = (text: string): Graph => graphOf(sketch(text));
const edge = (of: Graph, id = 'c1'): Edge => {
  const found = of.edge(id);
  if (!found) throw new Error(`There is no edge ${id}.`);
  return found;
};

describe('edges', () => {
  test.each([
    ['service a\nqueue b\na -> b', 'publish', false],
    ['service a\nqueue b { isDeadLetterQueue: true }\na -> b', 'dead-letter', false],
    ['service a\ncore-database b\na -> b', 'request', false],
    ['service a\ndistributed-cache b\na -> b', undefined, false],
    ['worker a\nqueue b\na -> b { interaction: consume }', 'consume', true],
    ['queue a\nclient b\na -> b', undefined, true],
  ])('%s means %s', (text, interaction, reversed) => {
    expect(edge(graph(text))).toMatchObject({ interaction, reversed });
  });

  test('a connection to nothing is no edge', () => {
    expect(graph('service a\na -> gone').edges).toEqual([]);
  });
});

test.each([
  ['', undefined, undefined],
  ['access: read', true, false],
  ['access: write', false, true],
  ['access: read-write', true, true],
])('{ %s } reads %s, writes %s', (values, doesRead, doesWrite) => {
  const found = edge(graph(`service a\ncore-database b\na -> b { ${values} }`));
  expect([reads(found), writes(found)]).toEqual([doesRead, doesWrite]);
});

test.each([
  ['service a\nservice b\na -> b', true],
  ['service a\nservice b\na -> b { synchrony: async }', false],
  ['service a\nqueue b\na -> b', false],
  ['service a\ndistributed-cache b\na -> b', undefined],
  ['cdn a\nservice b\na -> b', true],
])('%s waits: %s', (text, waits) => {
  expect(isSync(edge(graph(text)))).toBe(waits);
});

test.each([
  ['protocol: websocket', true],
  ['protocol: grpc', false],
  ['protocol: http, connectionLifetime: persistent', true],
  ['', undefined],
])('{ %s } stays open: %s', (values, stays) => {
  expect(isPersistent(edge(graph(`client a\nservice b\na -> b { ${values} }`)))).toBe(stays);
});

describe('data', () => {
  const data = 'entity x { lossTolerant: true }\nentity y { consistencyNeed: strong }\nservice a\ncore-database b\n';
  test.each([
    ['', undefined],
    ['lossTolerant: true', true],
    ['lossTolerant: false, dataFlows: [x]', false],
    ['dataFlows: [x]', true],
    ['dataFlows: [x, y]', false],
    ['dataFlows: [unknown]', false],
  ])('{ %s } may be lost: %s', (values, tolerant) => {
    const of = graph(`${data}a -> b { ${values} }`);
    expect(isLossTolerant(of, edge(of))).toBe(tolerant);
  });

  test('what connections share, carry and need', () => {
    const of = graph(`${data}a -> b { dataFlows: [x] }\na -> b { dataFlows: [y] }\na -> b\na -> b { dataFlows: [x, y] }`);
    expect([sharesEntities(edge(of, 'c1'), edge(of, 'c2')), sharesEntities(edge(of, 'c1'), edge(of, 'c4')), sharesEntities(edge(of, 'c1'), edge(of, 'c3'))]).toEqual([false, true, undefined]);
    expect(carriedEntities(of, 'b').map(({ id }) => id)).toEqual(['x', 'y']);
    expect([isStrong(of, edge(of, 'c1')), isStrong(of, edge(of, 'c2'))]).toEqual([false, true]);
  });
});

describe('roles', () => {
  test('who starts work, whom one trusts, whose system it is', () => {
    const of = graph('client web\nclient staff { trusted: true }\nscheduled-job job\nexternal-system shop\nexternal-system mail\nservice api\nservice theirs { inScope: false }\nshop -> api\napi -> mail');
    const all = [...of.diagram.components.values()];
    const ids = (test: (component: (typeof all)[number]) => boolean): string[] => all.filter(test).map(({ id }) => id);
    expect(ids((component) => isEntry(of, component))).toEqual(['web', 'staff', 'job', 'shop']);
    expect(ids(isUntrusted)).toEqual(['web', 'shop', 'mail']);
    expect(ids((component) => !isInScope(component))).toEqual(['shop', 'mail', 'theirs']);
  });

  test.each([
    ['settings { availabilityTarget: 0.99 }\nclient web', true],
    ['settings { availabilityTarget: 0.999 }\nclient web', false],
    ['client web { clientType: internal }\nclient staff { trusted: true }\nservice api\nweb -> api\nstaff -> api', true],
    ['client web { clientType: internal }\nclient other\nservice api\nweb -> api\nother -> api', false],
    ['client web { clientType: internal }\nclient stranger\nservice api\nweb -> api', true],
    ['service api', false],
  ])('%s is modest: %s', (text, modest) => {
    expect(isModest(graph(text))).toBe(modest);
  });
});

describe('paths', () => {
  const of = graph('client web\nservice a\nservice b\ncore-database db\nworker lonely\nweb -> a -> b -> db\nlonely -> db');

  test('what can be reached, and the way', () => {
    expect([...reachable(of, ['a'])]).toEqual(['a', 'b', 'db']);
    expect(shortestPath(of, 'web', 'db')).toEqual(['web', 'c1', 'a', 'c2', 'b', 'c3', 'db']);
    expect(shortestPath(of, 'db', 'web')).toBeUndefined();
    expect(shortestPath(of, 'a', 'a')).toEqual(['a']);
    expect([...liveComponents(of)]).not.toContain('lonely');
  });
});

describe('proxies', () => {
  const shared = (first: string, second: string, gateway = ''): Graph =>
    graph(`entity x {}\nentity y {}\nclient web\nclient app\napi-gateway gw { ${gateway} }\nservice a "Orders"\nservice b "Users"\nweb -> gw as in ${first}\napp -> gw\ngw -> a as out ${second}\ngw -> b`);

  test.each([
    ['', '', '', 'open'],
    ['"orders"', '"orders"', '', 'certain'],
    ['"orders"', '"orders v2"', '', 'certain'],
    ['"orders"', '"users"', '', 'excluded'],
    ['{ dataFlows: [x] }', '{ dataFlows: [x, y] }', '', 'certain'],
    ['{ dataFlows: [x] }', '{ dataFlows: [y] }', '', 'excluded'],
    ['"/orders"', '', 'routes: [{ match: "/orders", target: Orders }]', 'certain'],
    ['"/orders"', '', 'routes: [{ match: "/orders", target: Users }]', 'excluded'],
    ['"/orders"', '', 'contentRouting: "kept as it came"', 'open'],
  ])('in %s, out %s, %s: %s', (first, second, gateway, expected) => {
    const of = shared(first, second, gateway);
    expect(passage(of, edge(of, 'in'), edge(of, 'out'))).toBe(expected);
  });

  test('with one caller every way is certain, whatever the labels say', () => {
    const of = graph('client web\napi-gateway gw\nservice a\nservice b\nweb -> gw as in "HTTPS"\ngw -> a as out "read"\ngw -> b');
    expect(passage(of, edge(of, 'in'), edge(of, 'out'))).toBe('certain');
    expect(waysFrom(of, edge(of, 'in')).map(({ edges }) => edges.at(-1)?.to.id)).toEqual(['b', 'a']);
  });

  test.each([
    ['x', 'y', 'y', 'excluded'],
    ['y', 'x', 'y', 'certain'],
    ['x', 'x', 'y', 'certain'],
    ['x, y', 'y', 'y', 'certain'],
    ['', 'y', 'y', 'certain'],
    ['x', '', 'y', 'excluded'],
    ['x', 'y', '', 'certain'],
  ])('with one caller that sends [%s] and [%s] apart, the first goes on with [%s]: %s', (first, second, out, expected) => {
    const of = graph(`entity x\nentity y\nclient web\napi-gateway gw\nservice a\nweb -> gw as in { dataFlows: [${first}] }\nweb -> gw { dataFlows: [${second}] }\ngw -> a as out { dataFlows: [${out}] }`);
    expect(passage(of, edge(of, 'in'), edge(of, 'out'))).toBe(expected);
  });

  test('proxies in a circle end', () => {
    const of = graph('client web\nload-balancer l\napi-gateway g\nservice a\nweb -> l -> g -> l\ng -> a');
    expect(waysFrom(of, edge(of)).map(({ edges }) => edges.at(-1)?.to.id)).toEqual(['a']);
  });
});

test('what a client cannot do without', () => {
  const of = graph('client web\nservice a\nservice b\nservice last\ncore-database db\nservice extra\nweb -> a -> last\nweb -> b -> last\nlast -> db\nlast -> extra { critical: false }');
  const [{ certain }] = clientDependencies(of) as [ReturnType<typeof clientDependencies>[number]];
  expect([certain.needs('last', 'db'), certain.needs('a', 'db'), certain.reaches('extra')]).toEqual([true, false, false]);
});

test('dominators are what cannot be taken away: compared with trying it', () => {
  const size = 9;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 26 }), (pairs) => {
      const successors = Array.from({ length: size }, (_, node) => pairs.filter(([from]) => from === node).map(([, to]) => to));
      const reach = (without: number): Set<number> => {
        const seen = new Set(without === 0 ? [] : [0]);
        for (const node of seen) for (const next of successors[node] ?? []) if (next !== without) seen.add(next);
        return seen;
      };
      const tree = dominatorTree({ size, successors: (node) => successors[node] ?? [] }, 0);
      const all = reach(-1);
      for (let gate = 0; gate < size; gate++) {
        for (let node = 0; node < size; node++) {
          expect(tree.dominates(gate, node)).toBe(all.has(node) && (gate === node || (all.has(gate) && !reach(gate).has(node))));
        }
      }
    }),
  );
});

describe('ways to a connection', () => {
  const told = (text: string, id: string): readonly string[] => {
    const of = graph(text);
    return waysTo(of, edge(of, id)).map(({ edges, certainty }) => `${certainty} ${edges.map(({ from }) => from.id).join(' ')}`);
  };
  test.each([
    { when: 'from no proxy', text: 'service a\nservice b\na -> b as last', ways: ['certain a'] },
    { when: 'through two proxies', text: 'client a\nload-balancer lb\napi-gateway gw\nservice b\na -> lb -> gw\ngw -> b as last', ways: ['certain a lb gw'] },
    { when: 'from a CDN', text: 'cdn a\nload-balancer lb\nservice b\na -> lb\nlb -> b as last', ways: ['certain a lb'] },
    { when: 'from two callers', text: 'client a\nclient c\nload-balancer lb\nservice b\nservice d\na -> lb\nc -> lb "b"\nlb -> d\nlb -> b as last "b"', ways: ['open a lb', 'certain c lb'] },
    { when: 'but not past labels', text: 'client a\nclient c\nload-balancer lb\nservice b\nservice d\na -> lb "d"\nc -> lb "b"\nlb -> d "d"\nlb -> b as last "b"', ways: ['certain c lb'] },
    { when: 'not round in circles', text: 'client a\nload-balancer lb\napi-gateway gw\nservice b\na -> lb -> gw -> lb\nlb -> b as last', ways: ['open a lb'] },
  ])('$when', ({ text, ways }) => {
    expect(told(text, 'last')).toEqual(ways);
  });

  test.each([
    ['', 'open'],
    ['"one"', 'excluded'],
    ['"two"', 'certain'],
  ])('a way that starts with %s is %s', (label, sure) => {
    const of = graph(`client a\nclient b\nload-balancer lb\nservice c\nservice d\na -> lb ${label}\nb -> lb\nlb -> c\nlb -> d "two"`);
    expect(wayPassage(of, [edge(of, 'c1'), edge(of, 'c4')])).toBe(sure);
    expect(wayPassage(of, [edge(of, 'c1')])).toBe('certain');
  });
});

test.each([
  { when: 'the only one', text: 'client web\napi-gateway gw\nservice a\ncore-database db\nweb -> gw -> a -> db', needs: true },
  { when: 'entered twice', text: 'client web\nload-balancer lb\napi-gateway gw\nservice a\ncore-database db\nweb -> gw -> a -> db\nweb -> lb -> gw', needs: true },
  { when: 'avoided', text: 'client web\nload-balancer lb\napi-gateway gw\nservice a\ncore-database db\nweb -> gw -> a -> db\nweb -> lb -> gw\nweb -> a', needs: false },
])('a proxy as a gate: $when', ({ text, needs }) => {
  const [dependencies] = clientDependencies(graph(text));
  expect([dependencies?.certain.reaches('gw'), dependencies?.certain.needs('gw', 'db')]).toEqual([true, needs]);
});
