import { memoByIdentity } from '#base/memo.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import { isSync } from './access.ts';
import { type DominatorTree, dominatorTree, type FlowGraph } from './dominators.ts';
import type { Edge, Graph } from './graph.ts';
import { passage } from './proxy.ts';
import { isProxy } from './roles.ts';

const calls: ReadonlySet<string> = new Set(['request', 'origin-fetch', 'cache-load', 'acquire-lock']);

/** Gsync: the caller waits for the answer. */
export const isCall = (edge: Edge): boolean => edge.interaction !== undefined && calls.has(edge.interaction) && isSync(edge) === true;

/** Gdep: the request fails without it. Calls and publishes, but for those that are declared not critical. */
export const isDependency = (edge: Edge): boolean => edge.connection.properties.critical !== false && (edge.interaction === 'publish' || isCall(edge));

/** What a client depends on: what it reaches, and what cannot be avoided on the way. */
export interface Dependencies {
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
  const clients = [...graph.diagram.components.values()].filter(({ kind }) => kind === 'client');
  const certain = passageGraph(graph, false);
  const open = passageGraph(graph, true);
  return clients.map((client) => ({ client, certain: lazily(() => certain(client.id)), open: lazily(() => open(client.id)) }));
});

/** Computed when it is first asked. */
function lazily(compute: () => Dependencies): Dependencies {
  let known: Dependencies | undefined;
  const get = (): Dependencies => (known ??= compute());
  return { reaches: (id) => get().reaches(id), needs: (gate, target) => get().needs(gate, target) };
}

/** Components and arrivals at proxies as the nodes of one flow graph: at a proxy the way on depends on where one came from. */
function passageGraph(graph: Graph, withOpen: boolean): (client: Id) => Dependencies {
  const numbers = new Map<string, number>();
  const arrivals = new Map<Id, Set<number>>();
  const number = (key: string): number => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  const nodeOf = ({ id, to }: Edge): number => {
    if (!isProxy(to)) return number(`at:${to.id}`);
    const arrival = number(`arrival:${id}`);
    arrivals.set(to.id, (arrivals.get(to.id) ?? new Set()).add(arrival));
    return arrival;
  };
  const successors: number[][] = [];
  const link = (from: number, to: number): void => {
    const list = (successors[from] ??= []);
    list.push(to);
  };
  for (const edge of graph.edges) {
    if (!isDependency(edge)) continue;
    if (!isProxy(edge.from)) link(number(`at:${edge.from.id}`), nodeOf(edge));
    if (!isProxy(edge.to)) continue;
    for (const next of graph.out(edge.to.id)) {
      if (!isDependency(next)) continue;
      const step = passage(graph, edge, next);
      if (step === 'certain' || (withOpen && step === 'open')) link(nodeOf(edge), nodeOf(next));
    }
  }
  const flow: FlowGraph = { size: numbers.size, successors: (node) => successors[node] ?? [] };
  return (client) => {
    const root = numbers.get(`at:${client}`);
    const tree: DominatorTree | undefined = root === undefined ? undefined : dominatorTree(flow, root);
    const at = (id: Id): number => numbers.get(`at:${id}`) ?? -1;
    const reaches = (id: Id): boolean => [...(arrivals.get(id) ?? [at(id)])].some((node) => tree?.reaches(node) ?? false);
    const past = new Map<Id, ReadonlySet<number>>();
    return {
      reaches,
      needs(gate, target) {
        const closed = arrivals.get(gate);
        if (root === undefined || !closed) return tree?.dominates(at(gate), at(target)) ?? false;
        const open = past.get(gate) ?? reachedPast(flow, root, closed);
        past.set(gate, open);
        return reaches(target) && !open.has(at(target));
      },
    };
  };
}

/** Nodes that the root still reaches when these are closed: a proxy is many nodes, of which none need dominate alone. */
function reachedPast(flow: FlowGraph, root: number, closed: ReadonlySet<number>): ReadonlySet<number> {
  const seen = new Set([root]);
  for (const node of seen) for (const next of flow.successors(node)) if (!closed.has(next)) seen.add(next);
  return seen;
}
