import type { Component } from '#diagram/diagram.ts';
import { isPersistent } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { componentRule, fail, type Fix, type NotStated, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { count, scalingFix } from './capacity-terms.ts';

/** More connections are held open than a component can hold. */
export const connectionCapacityExceeded = componentRule({
  id: 'capacity/connection-capacity-exceeded',
  kinds: ['service', 'load-balancer'],
  severity: 'error',
  category: 'performance',
  reach: 'neighbours',
  messages: { exceeded: { text: '{open} connections are open at peak; {name} holds {limit} (estimate).' } },
  docs: {
    what: 'The connections that stay open are more than all copies of a component hold.',
    why: 'An open connection costs memory for as long as it lasts. Whoever comes when all places are taken is refused.',
    fix: 'Run more copies, or let each hold more connections.',
    silentWhen: ['How many connections are open, or how many it holds, is not stated.', 'Connections are short: then the rate counts.'],
    sources: ['The caveats of services and load balancers.'],
    question: 'How many connections are open at the busiest time, and how many does one copy hold?',
  },
  examples: {
    bad: 'client app\nservice push { instances: 10, maxConnectionsPerInstance: 100000 }\napp -> push { protocol: websocket, concurrentConnections: 2000000 }',
    good: 'client app\nservice push { instances: 10, maxConnectionsPerInstance: 100000 }\napp -> push { protocol: websocket, concurrentConnections: 500000 }',
  },
  check(component, { graph }) {
    const lasting = lastingEdges(graph, component);
    if (lasting.length === 0) return undefined;
    const [open, limit] = [openConnections(lasting), limitOf(component)];
    if (limit === undefined) return open > 0 ? askForLimit(component) : undefined;
    if (open <= limit) return askForConnections(lasting) ?? pass;
    const stated: Readonly<Record<string, unknown>> = component.properties;
    return fail('exceeded', {
      data: { name: component.name, open: count(open), limit: count(limit) },
      related: lasting.map(({ from }) => ({ id: from.id, role: 'caller' })),
      witness: [...lasting.map(({ id }) => id), component.id],
      evidence: [
        ...lasting.flatMap(({ id, connection: { properties } }) => statedEvidence(id, { concurrentConnections: properties.concurrentConnections })),
        ...limitProperties(component).map((property) => ({ record: component.id, property, value: stated[property] })),
      ],
    });
  },
  fixes({ primary }, { diagram, graph }): readonly Fix[] {
    const component = diagram.components.get(primary);
    const each = component?.kind === 'service' ? component.properties.maxConnectionsPerInstance : undefined;
    if (!component || !each) return [];
    return [scalingFix(component, { property: copiesOf(component), count: Math.ceil(openConnections(lastingEdges(graph, component)) / each) })];
  },
});

const lastingEdges = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter((edge) => isPersistent(edge) === true);

const openConnections = (edges: readonly Edge[]): number => edges.reduce((sum, { connection }) => sum + (connection.properties.concurrentConnections ?? 0), 0);

const copiesOf = ({ properties }: Component): 'instances' | 'maxInstances' => (properties.autoScaling === 'automatic' ? 'maxInstances' : 'instances');

/** What decides how many connections a component holds. */
const limitProperties = (component: Component): readonly ('maxConcurrentConnections' | 'instances' | 'maxInstances' | 'maxConnectionsPerInstance')[] =>
  component.kind === 'load-balancer' ? ['maxConcurrentConnections'] : [copiesOf(component), 'maxConnectionsPerInstance'];

const limitOf = (component: Component): number | undefined =>
  limitProperties(component).reduce<number | undefined>((product, property) => {
    const value = component.properties[property];
    return product === undefined || value === undefined ? undefined : product * value;
  }, 1);

/** Asks for the rest of a limit of which a part is stated; how many copies run is no part of it. */
function askForLimit(component: Component): NotStated | undefined {
  const { maxConnectionsPerInstance } = component.properties;
  const open = limitProperties(component).filter((property) => component.properties[property] === undefined);
  return maxConnectionsPerInstance === undefined ? undefined : notStated(component.id, ...open);
}

/** Asks how many connections are open where only some arrows say so. */
function askForConnections(edges: readonly Edge[]): NotStated | undefined {
  const open = edges.filter(({ connection }) => connection.properties.concurrentConnections === undefined);
  return open.length === 0 ? undefined : { verdict: 'not-stated', fields: open.map(({ id }) => ({ record: id, property: 'concurrentConnections' })) };
}
