import type { Graph } from '#graph/graph.ts';
import { reachable, shortestPath } from '#graph/paths.ts';
import { isRedundant } from '#graph/redundancy.ts';
import { isStore, ofKind } from '#graph/roles.ts';
import { dominatorTree } from '#graph/dominators.ts';
import { bottleneck, singlePointSeverity } from '#graph/single-point.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import { memoByIdentity } from '#base/memo.ts';
import { setFix } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, notStated, pass, type Verdict } from '../rule.ts';

/** One copy stands on every way from a client to a store. */
export const singlePointOfFailure = componentRule({
  id: 'topology/single-point-of-failure',
  kinds: ['service', 'cdn', 'worker'],
  severity: 'warning',
  category: 'availability',
  reach: 'diagram',
  messages: { alone: { text: 'Every path from {clients} to {stores} goes through {name}, which has one copy.' } },
  docs: {
    what: 'There is no way around a component, and it runs once.',
    why: 'One failure, or one deployment, stops the path.',
    fix: 'Run at least two copies in two zones, behind a balancer where somebody must choose between them.',
    silentWhen: ['It has several copies, or its platform sees to that.', 'The diagram does not say how many copies it has.', "It is somebody else's."],
    sources: ['Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm.', 'Google SRE book, addressing cascading failures.'],
    question: 'How many copies run, and what happens when one dies?',
  },
  examples: {
    bad: 'client web\nservice api { instances: 1 }\ncore-database db\nweb -> api -> db',
    good: 'client web\nservice api { instances: 3 }\ncore-database db\nweb -> api -> db',
  },
  check(component, { graph }): Verdict<'alone'> {
    const redundant = isRedundant(component);
    if (redundant) return pass;
    if (redundant === undefined) return isInTheWay(graph, component) ? notStated(component.id, 'instances') : pass;
    const evidence = [{ record: component.id, property: 'instances', value: component.properties.instances ?? component.properties.highAvailability }];
    if (component.kind === 'worker') return stageVerdict(graph, component, evidence);
    const point = bottleneck(graph, component);
    if (point) {
      const data = { name: component.name, clients: listed(point.clients.map(({ name }) => name)), stores: listed(point.stores.map(({ name }) => name)) };
      const related = [...point.clients.map(({ id }) => ({ id, role: 'client' })), ...point.stores.map(({ id }) => ({ id, role: 'store' }))];
      return fail('alone', { severity: singlePointSeverity(graph, point), data, related, witness: point.witness, evidence });
    }
    return pass;
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Run two copies in two zones', 'suggest', primary, { instances: 2, zones: 2, highAvailability: undefined })],
});

/** Whether one copy of it would be a finding. */
const isInTheWay = (graph: Graph, component: Component): boolean =>
  component.kind === 'worker' ? stageVerdict(graph, component, []) !== pass : bottleneck(graph, component) !== undefined;

/** A worker is an asynchronous stage: what waits for it is late, not lost, so it is a question. */
function stageVerdict(graph: Graph, worker: Component, evidence: readonly { readonly record: Id; readonly property: string; readonly value: unknown }[]): Verdict<'alone'> {
  for (const { client, needs } of flowTrees(graph)) {
    const store = [...reachable(graph, [worker.id])].map((id) => graph.diagram.components.get(id)).find((other) => other && isStore(other) && needs(worker.id, other.id));
    if (!store) continue;
    const witness = [...(shortestPath(graph, client.id, worker.id) ?? []), ...(shortestPath(graph, worker.id, store.id) ?? []).slice(1)];
    return fail('alone', { severity: 'suggestion', data: { name: worker.name, clients: client.name, stores: store.name }, related: [{ id: client.id, role: 'client' }, { id: store.id, role: 'store' }], witness, evidence });
  }
  return pass;
}

/** For each client, what lies on every way of the flow. Computed once for each graph. */
const flowTrees: (graph: Graph) => readonly { readonly client: Component; needs(gate: Id, target: Id): boolean }[] = memoByIdentity((graph) => {
  const ids = [...graph.diagram.components.keys()];
  const number = new Map(ids.map((id, index) => [id, index]));
  const at = (id: Id): number => number.get(id) ?? -1;
  const successors = ids.map((id) => graph.out(id).map(({ to }) => at(to.id)));
  const flow = { size: ids.length, successors: (node: number) => successors[node] ?? [] };
  return ofKind(graph, 'client').map((client) => {
    const tree = dominatorTree(flow, at(client.id));
    return { client, needs: (gate: Id, target: Id) => tree.dominates(at(gate), at(target)) };
  });
});
