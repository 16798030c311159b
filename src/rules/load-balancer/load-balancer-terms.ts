import type { Truth } from '#base/truth.ts';
import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import { isRequest } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isProxy } from '#graph/roles.ts';
import { addBeside, addConnection, set, setFix } from '../fixing.ts';
import type { Fix, NotStated } from '../rule.ts';

/** Connections that pass a proxy: they enter or leave it. */
export const passingEdges = (graph: Graph, { id }: Component): readonly Edge[] => [...graph.into(id), ...graph.out(id)];

/** The components that a balancer sends requests to, each once. */
export const targetsOf = (graph: Graph, { id }: Component): readonly Component[] => [...new Set(graph.out(id).filter(isRequest).map(({ to }) => to))];

/** Who calls, directly or through further proxies: the first components before a proxy that are none. */
export function callersOf(graph: Graph, { id }: Component): readonly Component[] {
  const proxies = new Set([id]);
  const callers = new Set<Component>();
  for (const proxy of proxies) {
    for (const { from } of graph.into(proxy)) {
      if (isProxy(from)) proxies.add(from.id);
      else callers.add(from);
    }
  }
  return [...callers];
}

/** Whether the balancer is told to send a client to the same copy again. */
export const isSticky = ({ properties: { stickySessions } }: Component): Truth => (stickySessions === undefined ? undefined : stickySessions !== 'none');

export const scalesAutomatically = ({ properties }: Component): boolean => properties.autoScaling === 'automatic';

/** Idle timeouts in seconds that a product lets one choose. */
const idleRanges: readonly { readonly product: RegExp; readonly least: number; readonly most: number }[] = [
  { product: /\balb\b|application load balancer/i, least: 1, most: 4000 },
  { product: /\bnlb\b|network load balancer/i, least: 60, most: 6000 },
  { product: /amazon api gateway/i, least: 0, most: 600 },
];

/** The idle timeout that is nearest to the wanted one and that the product allows. */
export function allowedIdleTimeout({ properties: { technology = '' } }: Component, seconds: number): number {
  const range = idleRanges.find(({ product }) => product.test(technology));
  return range ? Math.min(Math.max(seconds, range.least), range.most) : seconds;
}

/** Balances requests instead of connections; nothing to offer where the balancer is known to refuse WebSockets that it carries now. */
export function layer7Fix(graph: Graph, balancer: Component): readonly Fix[] {
  const { websocketSupport, tlsTermination } = balancer.properties;
  const carriesSockets = passingEdges(graph, balancer).some(({ connection }) => connection.properties.protocol === 'websocket');
  if (carriesSockets && websocketSupport === false) return [];
  return [setFix('Change L4 to L7', 'suggest', balancer.id, { layer: 'L7', ...(tlsTermination === 'passthrough' ? { tlsTermination: 'at-balancer' } : {}) })];
}

/** The diagram in which these targets keep their sessions in one cache instead of their own memory. */
export function withSessionStore(diagram: Diagram, freshId: FreshId, targets: readonly Component[]): Diagram {
  const [first] = targets;
  if (!first) return diagram;
  const store = freshId();
  const added = addBeside(diagram, { id: store, kind: 'distributed-cache', name: 'Session store', values: { useCase: 'session-store', replicas: 1 }, anchor: first.id, direction: 'right' });
  return targets.reduce((next, { id }) => set(addConnection(next, freshId(), id, store, 'request', { access: 'read-write' }), id, { sessionState: 'external' }), added);
}

/** One condition of a rule, and the property that states it. */
export interface Fact {
  readonly record: Id;
  readonly property: string;
  readonly holds: Truth;
}

/** Asks for facts that decide alone, all others of their case being true. Who has said little is not asked for everything. */
export function askForLastFact(cases: readonly (readonly Fact[])[]): NotStated | undefined {
  const missing = cases.flatMap((facts) => {
    const open = facts.filter(({ holds }) => holds !== true);
    return open.length === 1 ? open.filter(({ holds }) => holds === undefined) : [];
  });
  const fields = new Map(missing.map(({ record, property }) => [`${record} ${property}`, { record, property }]));
  return fields.size > 0 ? { verdict: 'not-stated', fields: [...fields.values()] } : undefined;
}
