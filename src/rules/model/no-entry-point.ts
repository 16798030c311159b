import type { Component, Diagram } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { isEntry } from '#graph/roles.ts';
import { addBeside, addConnection, fix } from '../fixing.ts';
import { isJoined } from '../joined.ts';
import { diagramRule, fail, type Fix, pass } from '../rule.ts';

/** Nobody uses the system. */
export const noEntryPoint = diagramRule({
  id: 'model/no-entry-point',
  severity: 'suggestion',
  category: 'completeness',
  reach: 'diagram',
  messages: { nobody: { text: 'Add the client (or job) that uses this system.' } },
  docs: {
    what: 'The diagram has no client, no scheduled job and no system of others that calls it.',
    why: 'Requirements and load start with somebody. Without them nothing can be said about paths.',
    fix: 'Add whoever starts the first request.',
    silentWhen: ['The diagram says that it is a fragment.', 'It has fewer than three connected components or two connections.'],
    sources: ['C4 model, people first.'],
    question: 'Who uses this system?',
  },
  examples: { bad: 'service api\ncore-database db\ndistributed-cache cache\napi -> db\napi -> cache { interaction: request }', good: 'client web\nservice api\ncore-database db\nweb -> api -> db' },
  check({ components, settings }, { graph }) {
    if (settings.fragment === true || graph.edges.length < 2) return undefined;
    const joined = [...components.values()].filter(({ id }) => isJoined(graph, id));
    if (joined.length < 3) return undefined;
    return [...components.values()].some((component) => isEntry(graph, component)) ? pass : fail('nobody');
  },
  fixes(_, { diagram, graph }): readonly Fix[] {
    const first = firstComponent(diagram, graph);
    if (!first) return [];
    return [
      fix(`Add a client of ${first.name}`, 'suggest', (now, freshId) => {
        const id = freshId();
        const added = addBeside(now, { id, kind: 'client', name: 'Client', anchor: first.id, direction: 'left' });
        return addConnection(added, freshId(), id, first.id, 'request');
      }),
    ];
  },
});

/** Where a client would come in: the gateway, else the balancer, else a service that nobody calls, else any service. */
function firstComponent(diagram: Diagram, graph: Graph): Component | undefined {
  const all = [...diagram.components.values()];
  const services = all.filter(({ kind }) => kind === 'service');
  return all.find(({ kind }) => kind === 'api-gateway') ?? all.find(({ kind }) => kind === 'load-balancer') ?? services.find(({ id }) => graph.into(id).length === 0) ?? services[0];
}
