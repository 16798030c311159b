import type { Id } from '#diagram/diagram.ts';
import { capacityOf } from '#estimate/capacity.ts';
import { flowOf, flowWithCold } from '#estimate/flow.ts';
import { certain, noRate, total } from '#estimate/rate.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import type { Survival } from './flaw.ts';

/** Facts about a diagram after a planting, found the slow and simple way: what the rules say is compared with them. */

const waits: ReadonlySet<string> = new Set(['request', 'origin-fetch', 'cache-load', 'acquire-lock']);

const isCall = ({ interaction, connection }: Edge): boolean => waits.has(interaction ?? '') && connection.properties.synchrony !== 'async';

const isNeeded = (edge: Edge): boolean => (isCall(edge) || edge.interaction === 'publish') && edge.connection.properties.critical !== false;

const isProxy = (kind: string): boolean => kind === 'api-gateway' || kind === 'load-balancer';

/** Through a proxy that several share, a request goes on only with its own data. */
export const goesOn = (graph: Graph, before: Edge, next: Edge): boolean => {
  const [a = [], b = []] = [before.connection.properties.dataFlows, next.connection.properties.dataFlows];
  const isShared = isProxy(before.to.kind) && new Set(graph.into(before.to.id).map(({ from }) => from.id)).size > 1;
  return !isShared || a.length === 0 || b.length === 0 || a.some((entity) => b.includes(entity));
};

/** Everything that requests of a component reach over such edges, without passing one of these. */
function reached(graph: Graph, start: Id, follows: (edge: Edge) => boolean, { without, byData = true }: { readonly without?: Id; readonly byData?: boolean } = {}): ReadonlySet<Id> {
  const seen = new Set<Edge>();
  const visit = (at: Id, before?: Edge): void => {
    for (const edge of graph.out(at)) {
      if (seen.has(edge) || edge.to.id === without || !follows(edge) || (byData && before && !goesOn(graph, before, edge))) continue;
      seen.add(edge);
      visit(edge.to.id, edge);
    }
  };
  if (start !== without) visit(start);
  return new Set([start, ...[...seen].map(({ to }) => to.id)]);
}

const clients = (graph: Graph): readonly Id[] => [...graph.diagram.components.values()].filter(({ kind }) => kind === 'client').map(({ id }) => id);

const stores: ReadonlySet<string> = new Set(['core-database', 'blob-storage', 'search-database', 'distributed-cache']);

/** Whether some client waits for this component, or might. */
export const isAwaited = (graph: Graph, id: Id): boolean => clients(graph).some((client) => reached(graph, client, isCall, { byData: false }).has(id));

/** Whether some client depends on this component. */
export const isNeededByClient = (graph: Graph, id: Id): boolean => clients(graph).some((client) => reached(graph, client, isNeeded).has(id));

/** Whether some client loses a store when this component is gone. */
export const cutsOff = (graph: Graph, id: Id): boolean =>
  clients(graph).some((client) => {
    const past = reached(graph, client, isNeeded, { without: id });
    const counts = (store: Id): boolean => {
      const kind = graph.diagram.components.get(store)?.kind ?? '';
      return store === id ? kind === 'core-database' : stores.has(kind);
    };
    return [...reached(graph, client, isNeeded)].some((store) => counts(store) && !past.has(store));
  });

/** Whether some of a flow may get lost: it says so, or all that it carries does. */
export const mayBeLost = ({ diagram }: Graph, { connection }: Edge): boolean => {
  const { lossTolerant, dataFlows = [] } = connection.properties;
  return lossTolerant ?? (dataFlows.length > 0 && dataFlows.every((id) => diagram.entities.get(id)?.lossTolerant === true));
};

/** Whether all that a connection carries is of this sort. */
export const carriesOnly = ({ diagram }: Graph, { connection }: Edge, ...mutabilities: readonly string[]): boolean => {
  const { dataFlows = [] } = connection.properties;
  return dataFlows.length > 0 && dataFlows.every((id) => mutabilities.includes(diagram.entities.get(id)?.mutability ?? ''));
};

/** What feeds a broker. */
export const feeds = (graph: Graph, id: Id): readonly Edge[] => graph.into(id).filter(({ interaction }) => interaction === 'publish' || interaction === 'change-data-capture');

/** What writes a component. */
export const writesTo = (graph: Graph, id: Id): readonly Edge[] => graph.into(id).filter(({ interaction, connection }) => interaction === 'request' && connection.properties.access?.includes('write'));

/** What a survival says of the component, connection or its ends. */
export const where = (because: string, holds: Survival['holds']): Survival => ({ because, holds });

/** The same of a connection. */
export const whereEdge = (because: string, holds: (edge: Edge, graph: Graph) => boolean): Survival => ({
  because,
  holds: (graph, on) => {
    const edge = graph.edge(on);
    return edge !== undefined && holds(edge, graph);
  },
});

export const everythingMayBeLost = (graph: Graph, id: Id): boolean => feeds(graph, id).length > 0 && feeds(graph, id).every((edge) => mayBeLost(graph, edge));

/** Whether some known rate arrives at a component. */
const isKnownToTake = (graph: Graph, id: Id): boolean => {
  const component = graph.diagram.components.get(id);
  const { reads, writes, unclassified } = component ? flowOf(graph).into(component) : noRate;
  return [reads, writes, unclassified].some((amount) => (certain(amount) ?? 0) > 0);
};

export const rateIsOpen: Survival = { because: 'Of the rate that arrives nothing is known, or an upper bound only.', holds: (graph, on) => !isKnownToTake(graph, graph.edge(on)?.to.id ?? on) };

export const takesFewWrites: Survival = {
  because: 'It takes fewer than a hundred writes a second: one shard carries them.',
  holds: (graph, on) => writesTo(graph, on).length > 0 && writesTo(graph, on).every((edge) => (certain(flowOf(graph).along(edge).writes) ?? Infinity) < 50),
};

/** What a cache is asked, as far as it is known. */
export const readsKnown = (graph: Graph, id: Id): number | undefined => {
  const component = graph.diagram.components.get(id);
  return component && certain(flowOf(graph).into(component).reads);
};

/** The stores behind a cache take all reads while it is cold, or nothing says that they do not. */
export const storesCarryIt = (graph: Graph, cache: Id): boolean =>
  graph.edges
    .filter(({ connection }) => connection.properties.cacheMissOf === cache)
    .every(({ to }) => (certain(flowWithCold(graph, cache).into(to).reads) ?? 0) < (capacityOf(to).reads ?? Infinity));

/** All that arrives at a component; undefined where a part is not known. */
export const arriving = (graph: Graph, id: Id): number | undefined => {
  const component = graph.diagram.components.get(id);
  return component && certain(total(flowOf(graph).into(component)));
};

export const totalIsOpen: Survival = { because: 'Of what arrives a part is not known, or an upper bound only.', holds: (graph, on) => !((arriving(graph, on) ?? 0) > 0) };
