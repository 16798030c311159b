import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { fix, set } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { callersOf, layer7Fix, passingEdges, scalesAutomatically, targetsOf } from './load-balancer-terms.ts';

const evenEnough = 50;

/** gRPC keeps one connection, and the balancer spreads connections. */
export const grpcOnL4 = componentRule({
  id: 'load-balancer/grpc-on-l4',
  kinds: ['load-balancer'],
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: { pinned: { text: 'gRPC keeps one connection; behind L4 {name} all calls of a client stay on one instance of {target}.' } },
  docs: {
    what: 'gRPC calls to a service with several copies pass a layer 4 balancer.',
    why: 'HTTP/2 sends all calls over one connection, and layer 4 chooses a copy per connection. A busy caller meets the same copy for ever, and new copies stay idle.',
    fix: 'Balance requests with an L7 proxy, or let callers choose the copy.',
    silentWhen: ['Callers balance by themselves.', 'Connections are short-lived, or there are many for each copy, so that chance evens them out.', 'Only clients call, and nothing is said of their connections: many devices with one each.'],
    sources: ['grpc.io, gRPC load balancing.'],
    question: 'Which copy answers the second call on the same connection?',
  },
  examples: {
    bad: 'service api\nload-balancer lb { layer: L4 }\nservice rates { instances: 3 }\napi -> lb { protocol: grpc }\nlb -> rates { protocol: grpc }',
    good: 'service api\nload-balancer lb { layer: L7 }\nservice rates { instances: 3 }\napi -> lb { protocol: grpc }\nlb -> rates { protocol: grpc }',
  },
  check(component, { graph }) {
    const calls = grpcEdges(graph, component);
    const targets = targetsOf(graph, component);
    const scaled = targets.filter(isScaled);
    const open = scaled.length > 0 ? [] : targets.filter((target) => isCompute(target) && target.properties.instances === undefined);
    if (calls.length === 0) return undefined;
    if (component.properties.layer === 'L7' || scaled.length + open.length === 0 || isBalanced(graph, component, calls)) return pass;
    const [target] = scaled;
    if (!target || component.properties.layer === undefined) {
      const layer = component.properties.layer === undefined ? [{ record: component.id, property: 'layer' }] : [];
      return { verdict: 'not-stated', fields: [...layer, ...open.map(({ id }) => ({ record: id, property: 'instances' }))] };
    }
    return fail('pinned', {
      data: { name: component.name, target: target.name },
      related: [...calls.map(({ id }) => ({ id, role: 'gRPC' })), ...scaled.map(({ id }) => ({ id, role: 'target' }))],
      witness: calls.slice(0, 1).flatMap(({ from, id, to }) => [from.id, id, to.id]),
      evidence: [
        { record: component.id, property: 'layer', value: 'L4' },
        ...scaled.map(({ id, properties: { instances, autoScaling } }) => ((instances ?? 0) >= 2 ? { record: id, property: 'instances', value: instances } : { record: id, property: 'autoScaling', value: autoScaling })),
      ],
    });
  },
  fixes: ({ primary }, { graph, diagram }): readonly Fix[] => {
    const component = diagram.components.get(primary);
    if (!component) return [];
    return [
      ...layer7Fix(graph, component),
      fix('Callers balance by themselves', 'suggest', (now) => grpcEdges(graph, component).reduce((next, { id }) => set(next, id, { clientSideLoadBalancing: true }), now)),
    ];
  },
});

const grpcEdges = (graph: Graph, component: Component): readonly Edge[] => passingEdges(graph, component).filter(({ connection }) => connection.properties.protocol === 'grpc');

const isScaled = (target: Component): boolean => (target.properties.instances ?? 0) >= 2 || scalesAutomatically(target);

/** Whether calls reach all copies although the balancer spreads connections only. */
function isBalanced(graph: Graph, balancer: Component, calls: readonly Edge[]): boolean {
  const copies = targetsOf(graph, balancer).flatMap(({ properties }) => properties.instances ?? []);
  const callers = callersOf(graph, balancer);
  const connections = calls.flatMap(({ connection }) => connection.properties.concurrentConnections ?? []);
  return (
    passingEdges(graph, balancer).some(({ connection }) => connection.properties.clientSideLoadBalancing === true) ||
    calls.some(({ connection }) => connection.properties.connectionLifetime === 'short') ||
    (copies.length > 0 && Math.max(...connections) >= evenEnough * Math.max(...copies)) ||
    (connections.length === 0 && callers.length > 0 && callers.every(({ kind }) => kind === 'client'))
  );
}
