import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { backlog, burstInto, drainsOf } from '#estimate/burst.ts';
import { graphOf } from '#graph/graph.ts';

describe('a burst', () => {
  test.each([
    { when: 'is worked off afterwards', peak: 5000, drain: 3000, average: 1000, left: { depth: 1_200_000, oldestSeconds: 400, clearSeconds: 600 } },
    { when: 'is never worked off', peak: 5000, drain: 3000, average: 3000, left: { depth: 1_200_000, oldestSeconds: 400, clearSeconds: Infinity } },
    { when: 'leaves nothing', peak: 3000, drain: 3000, average: 1000, left: undefined },
  ])('$when', ({ peak, drain, average, left }) => {
    expect(backlog(peak, drain, 600, average)).toEqual(left);
  });
});

const around = (text: string, id: string) => {
  const graph = graphOf(sketch(text));
  const broker = graph.diagram.components.get(id);
  if (!broker) throw new Error(`There is no ${id}.`);
  return { graph, broker };
};

test.each([
  { when: 'consumers of a queue share it', text: 'queue q\nworker a { instances: 2, perInstanceRps: 10 }\nworker b { instances: 1, perInstanceRps: 5 }\nq -> a\nq -> b', rates: [25] },
  { when: 'groups of a stream do not', text: 'stream q\nworker a { instances: 2, perInstanceRps: 10 }\nworker b { instances: 1, perInstanceRps: 5 }\nq -> a\nq -> b', rates: [20, 5] },
  { when: 'one group of a stream does', text: 'stream q\nworker a { instances: 2, perInstanceRps: 10 }\nworker b { instances: 1, perInstanceRps: 5 }\nq -> a { consumerGroup: g }\nq -> b { consumerGroup: g }', rates: [25] },
  { when: 'one unknown consumer makes the drain unknown', text: 'queue q\nworker a { instances: 2, perInstanceRps: 10 }\nworker b\nq -> a\nq -> b', rates: [undefined] },
  { when: 'automatic scaling counts with its limit', text: 'queue q\nworker a { instances: 2, perInstanceRps: 10, autoScaling: automatic, maxInstances: 8 }\nq -> a', rates: [80] },
  { when: 'a system of others takes what it accepts', text: 'queue q\nexternal-system a { rateLimitRps: 7 }\nq -> a', rates: [7] },
  { when: 'a store takes what it can write', text: 'stream q\nsearch-database a { instances: 2, perInstanceWriteRps: 50 }\nq -> a', rates: [100] },
  { when: 'a broadcast is taken as fast as one copy takes it', text: 'stream q\nworker a { instances: 4, perInstanceRps: 10 }\nworker b { instances: 1, perInstanceRps: 5 }\nq -> a { deliveryMode: broadcast, consumerGroup: g }\nq -> b { consumerGroup: g }', rates: [5, 10] },
  { when: 'nobody drains what nobody consumes', text: 'queue q\nservice s\ns -> q', rates: [] },
  { when: 'and is unknown without one', text: 'queue q\nworker a { instances: 2, perInstanceRps: 10, autoScaling: automatic }\nq -> a', rates: [undefined] },
])('$when', ({ text, rates }) => {
  const { graph, broker } = around(text, 'q');
  expect(drainsOf(graph, broker).map(({ rate }) => rate)).toEqual(rates);
});

test('the longest burst of what feeds it counts, and no other', () => {
  const { graph, broker } = around('client a\nclient b\nclient c\nservice s\nservice t\nqueue q\na -> s { burstSeconds: 60 }\nb -> s { burstSeconds: 600 }\nc -> t { burstSeconds: 9000 }\ns -> q', 'q');
  expect(burstInto(graph, broker)).toBe(600);
});

test('a client that is also called starts bursts; a service in the middle does not', () => {
  const { graph, broker } = around('client a\nservice s\nservice t\nqueue q\na -> s { burstSeconds: 60 }\ns -> t { burstSeconds: 900 }\nt -> q\nt -> a { interaction: request }', 'q');
  expect(burstInto(graph, broker)).toBe(60);
});
