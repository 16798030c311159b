import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { synchronousCycle } from '#rules/topology/synchronous-cycle.ts';
import { validate } from '#rules/validate.ts';
import { testRule } from '../../support/test-rule.ts';

const pair = (back = '', there = ''): string => `service orders "Orders"\nservice inventory "Inventory"\norders -> inventory { ${there} }\ninventory -> orders { ${back} }`;
const mesh = (calls: string): string => `service a "A"\nservice b "B"\nservice c "C"\nload-balancer mesh "Mesh"\n${calls}`;

testRule(synchronousCycle, {
  fires: [
    { when: 'two services call each other', sketch: pair(), primary: 'inventory', severity: 'error', message: 'Synchronous call cycle: Inventory → Orders → Inventory.', related: ['orders'], fixes: [] },
    { when: 'three do', sketch: 'service c\nservice b\nservice a\na -> b -> c -> a', primary: 'a', message: 'Synchronous call cycle: a → b → c → a.', related: ['b', 'c'] },
    { when: 'the ring is long', sketch: 'service a\nservice b\nservice c\nservice d\nservice e\na -> b -> c -> d -> e -> a', message: 'Synchronous call cycle: a → b → … → a.' },
    { when: 'the shortest of several is shown', sketch: 'service a\nservice b\nservice c\nservice d\na -> b -> c -> d -> a\nd -> c', primary: 'c', message: 'Synchronous call cycle: c → d → c.', related: ['d', 'a', 'b'] },
    { when: 'each calls through a balancer of its own', sketch: 'service a\nservice b\nload-balancer to-a\nload-balancer to-b\na -> to-b -> b -> to-a -> a', primary: 'a', message: 'Synchronous call cycle: a → b → a.' },
    { when: 'a worker is in it', sketch: 'worker a\nservice b\na -> b -> a', primary: 'a' },
    { when: 'a cache loads from the one that asks', sketch: 'service a\nservice b\ndistributed-cache cache\na -> cache { interaction: request }\ncache -> b { interaction: cache-load }\nb -> a', primary: 'a', message: 'Synchronous call cycle: a → cache → b → a.' },
    { when: 'labels of a mesh agree', sketch: mesh('a -> mesh "b"\nmesh -> b "B"\nc -> mesh\nmesh -> c\nb -> a'), primary: 'a', severity: 'error' },
    { when: 'carried data of a mesh agree', sketch: `entity order {}\n${mesh('a -> mesh { dataFlows: [order] }\nmesh -> b { dataFlows: [order] }\nc -> mesh\nmesh -> c\nb -> a')}`, severity: 'error' },
    { when: 'a route of a gateway agrees', sketch: 'service a\nservice b\nservice c\napi-gateway gw { routes: [{ match: "stock", target: "b" }] }\na -> gw "stock"\ngw -> b\nc -> gw\ngw -> c\nb -> a', severity: 'error' },
    { when: 'a mesh leaves it open', sketch: mesh('a -> mesh\nc -> mesh\nmesh -> b\nmesh -> c\nb -> a'), primary: 'a', severity: 'suggestion', message: 'Can A and B call each other through Mesh?' },
    { when: 'a balancer of one caller leaves it open which target it means', sketch: mesh('a -> mesh\nmesh -> b\nmesh -> c\nb -> a'), primary: 'a', severity: 'suggestion', message: 'Can A and B call each other through Mesh?' },
    { when: 'one of them is not the own one', sketch: `service a { inScope: false }\nservice b\na -> b -> a`, primary: 'b' },
  ],
  silent: [
    { when: 'one answers by an event', sketch: 'service a\nservice b\nqueue q\na -> b -> q -> a' },
    { when: 'one call is asynchronous', sketch: pair('synchrony: async') },
    { when: 'one is a webhook', sketch: pair('protocol: webhook') },
    { when: 'the call through a balancer is asynchronous behind it', sketch: 'service a\nservice b\nload-balancer lb\na -> lb\nlb -> b { synchrony: async }\nb -> a' },
    { when: 'a mesh routes by labels', sketch: mesh('a -> mesh "b"\nb -> mesh "c"\nmesh -> b "b"\nmesh -> c "c"') },
    { when: 'a balancer of one caller routes by labels', sketch: mesh('a -> mesh "/c"\nmesh -> b "/b"\nmesh -> c "/c"\nb -> a') },
    { when: 'a mesh routes by a table', sketch: 'service a\nservice b\nservice c\nload-balancer mesh { contentRouting: [{ match: "/c", target: "c" }] }\nservice x\nx -> mesh\na -> mesh "/c"\nmesh -> b\nmesh -> c\nb -> a' },
    { when: 'other data is carried', sketch: `entity order {}\nentity stock {}\n${mesh('service x\na -> mesh { dataFlows: [order] }\nx -> mesh\nmesh -> b { dataFlows: [stock] }\nmesh -> c\nb -> a')}` },
    { when: 'a service calls itself through its balancer', sketch: 'client web\nservice a\nload-balancer lb\nweb -> lb -> a -> lb' },
    { when: 'one waits for a cache that loads from it', sketch: 'service a\ndistributed-cache cache\na -> cache { interaction: request }\ncache -> a { interaction: cache-load }' },
    { when: 'two services each talk with the same provider, not with each other', sketch: 'service a\nservice b\nexternal-system bank\na -> bank -> a\nb -> bank -> b' },
    { when: 'calls go one way', sketch: 'service a\nservice b\nservice c\na -> b -> c\na -> c' },
  ],
});

test('each knot has one finding, and a certain ring hides an open one around it', () => {
  const found = (text: string) => validate(sketch(text)).findings.filter(({ rule }) => rule === synchronousCycle.id);
  expect(found('service a\nservice b\nservice c\nservice d\na -> b -> a\nb -> c -> d -> c').map(({ primary }) => primary)).toEqual(['a', 'c']);
  const open = found('service a\nservice b\nservice c\nservice x\nload-balancer mesh\na -> b -> a\nb -> mesh\nx -> mesh\nmesh -> c\nmesh -> x\nc -> a');
  expect(open.map(({ primary, severity }) => `${severity} ${primary}`)).toEqual(['error a']);
});

test('the witness leads round the ring, proxies included', () => {
  const [finding] = validate(sketch('service a\nservice b\nload-balancer lb\na -> lb -> b -> a')).findings.filter(({ rule }) => rule === synchronousCycle.id);
  expect(finding?.witness).toEqual(['a', 'c1', 'lb', 'c2', 'b', 'c3', 'a']);
});
