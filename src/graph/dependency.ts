import { memoByIdentity } from '#base/memo.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import { isSync } from './access.ts';
import { dominatorTree, type FlowGraph, reachedPast } from './dominators.ts';
import type { Edge, Graph } from './graph.ts';
import { passage } from './proxy.ts';
import { isProxy, isStore, ofKind } from './roles.ts';

const calls: ReadonlySet<string> = new Set(['request', 'origin-fetch', 'cache-load', 'acquire-lock']);

/** Gsync: the caller waits for the answer. */
export const isCall = (edge: Edge): boolean => edge.interaction !== undefined && calls.has(edge.interaction) && isSync(edge) === true;

/** Gdep: the request fails without it. Calls and publishes, but for those that are declared not critical. */
export const isDependency = (edge: Edge): boolean => edge.connection.properties.critical !== false && (edge.interaction === 'publish' || isCall(edge));

/** What a client depends on: what it reaches, and what cannot be avoided on the way. */
export interface Dependencies {
  /** The stores that it reaches. */
  readonly stores: readonly Component[];
  reaches(id: Id): boolean;
  /** Whether every way to `target` passes `gate`. */
  needs(gate: Id, target: Id): boolean;
}

/** Dependencies of one client: over passages that are certain only, and over open ones too. */
export interface ClientDependencies {
  readonly client: Component;
  readonly certain: Dependencies;
  readonly open: Dependencies;
}

/** The dependencies of every client of a graph, computed once for each graph. */
export const clientDependencies: (graph: Graph) => readonly ClientDependencies[] = memoByIdentity((graph) => {
  const clients = ofKind(graph, 'client');
  const certain = passageGraph(graph, false);
  const open = passageGraph(graph, true);
  return clients.map((client) => ({ client, certain: lazily(() => certain(client.id)), open: lazily(() => open(client.id)) }));
});

/** Computed when it is first asked. */
function lazily(compute: () => Dependencies): Dependencies {
  let known: Dependencies | undefined;
  const get = (): Dependencies => (known ??= compute());
  return {
    get stores() {
      return get().stores;
    },
    reaches: (id) => get().reaches(id),
    needs: (gate, target) => get().needs(gate, target),
  };
}

/** Components and arrivals at proxies as the nodes of one flow graph: at a proxy the way on depends on where one came from. */
function passageGraph(graph: Graph, withOpen: boolean): (client: Id) => Dependencies {
  const numbers = new Map<string, number>();
  const nodes = new Map<Id, number[]>();
  const stores: (Component | undefined)[] = [];
  /** A component is one node, a proxy one for each arrival. */
  const nodeFor = (key: string, component: Component): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const node = numbers.size;
    numbers.set(key, node);
    nodes.set(component.id, [...(nodes.get(component.id) ?? []), node]);
    if (isStore(component)) stores[node] = component;
    return node;
  };
  const start = ({ from }: Edge): number => nodeFor(`at:${from.id}`, from);
  const arrival = ({ id, to }: Edge): number => nodeFor(isProxy(to) ? `arrival:${id}` : `at:${to.id}`, to);
  const successors: number[][] = [];
  const link = (from: number, to: number): void => {
    const list = (successors[from] ??= []);
    list.push(to);
  };
  for (const edge of graph.edges) {
    if (!isDependency(edge)) continue;
    const target = arrival(edge);
    if (!isProxy(edge.from)) link(start(edge), target);
    if (!isProxy(edge.to)) continue;
    for (const next of graph.out(edge.to.id)) {
      if (!isDependency(next)) continue;
      const step = passage(graph, edge, next);
      if (step === 'certain' || (withOpen && step === 'open')) link(target, arrival(next));
    }
  }
  const flow: FlowGraph = { size: numbers.size, successors: (node) => successors[node] ?? [] };
  const nodesOf = (id: Id): readonly number[] => nodes.get(id) ?? [];
  return (client) => {
    const [root] = nodesOf(client);
    if (root === undefined) return { stores: [], reaches: () => false, needs: () => false };
    const tree = dominatorTree(flow, root);
    const pastGates = new Map<Id, ReadonlySet<number>>();
    return {
      stores: tree.reached.flatMap((node) => stores[node] ?? []),
      reaches: (id) => nodesOf(id).some((node) => tree.reaches(node)),
      needs(gate, target) {
        const [gates, ends] = [nodesOf(gate).filter((node) => tree.reaches(node)), nodesOf(target).filter((node) => tree.reaches(node))];
        const [only] = gates;
        if (only === undefined || ends.length === 0) return false;
        if (gates.length === 1) return ends.every((end) => tree.dominates(only, end));
        const past = pastGates.get(gate) ?? reachedPast(flow, root, new Set(gates));
        pastGates.set(gate, past);
        return !ends.some((end) => past.has(end));
      },
    };
  };
}
