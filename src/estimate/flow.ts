import { memoByIdentity } from '#base/memo.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import { isRequest, reads } from '#graph/access.ts';
import { sharesEntities } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { reachable } from '#graph/paths.ts';
import { arrivalsFor } from '#graph/proxy.ts';
import { isBroker, isEntry, isProxy, isStore } from '#graph/roles.ts';
import { drainOf, isBehindBroker } from './capacity.ts';
import { type Amount, certain, known, noRate, product, type Rate, readsOnly, scaled, sum, sumOfRates, total, unclassifiedOnly, unknownRate, withUnclassified, writesOnly } from './rate.ts';

/** How much flows along every arrow at peak, and into every component. */
export interface Flow {
  along(edge: Edge): Rate;
  into(component: Component): Rate;
  /** What leads to calls on a connection: what its source does work for, at a proxy or CDN only what comes with the same data. */
  leadingTo(edge: Edge): Rate;
}

export const daySeconds = 86_400;

/** The flow at peak, computed once for each graph, and only as far as somebody asks. */
export const flowOf: (graph: Graph) => Flow = memoByIdentity((graph) => computeFlow(graph, peakRate, { circles: peakCircles(graph) }));

/** The flow on average over a day; an assumption where it follows from the peak and `peakToAverageRatio`. */
export const averageFlowOf: (graph: Graph) => Flow = memoByIdentity((graph) => computeFlow(graph, averageRate, { circles: circling(graph, averageRate) }));

/** The peak flow while this cache answers nothing: just started, or gone. */
export const flowWithCold = (graph: Graph, cache: Id): Flow => computeFlow(graph, peakRate, { cold: cache, circles: peakCircles(graph) });

/** What the peak flow would be if this connection did not state its rate. */
export const derivedRate = (graph: Graph, edge: Edge): Rate =>
  computeFlow(graph, statedBut(edge), { circles: reachable(graph, [edge.to.id]).has(edge.from.id) ? circling(graph, statedBut(edge)) : peakCircles(graph) }).along(edge);

const statedBut =
  (edge: Edge): StatedRate =>
  (other, graph) =>
    other.id === edge.id ? undefined : peakRate(other, graph);

/** Calls per second on a connection at peak; undefined unless the number is known. */
export const rateOf = (graph: Graph, edge: Edge): number | undefined => certain(total(flowOf(graph).along(edge)));

type StatedRate = (edge: Edge, graph: Graph) => number | undefined;

const peakRate: StatedRate = ({ connection }) => connection.properties.peakRps;

const averageRate: StatedRate = ({ connection }, { diagram }) => {
  const { averageRps, peakRps } = connection.properties;
  const { peakToAverageRatio } = diagram.settings;
  return averageRps ?? (peakRps === undefined || !peakToAverageRatio ? undefined : peakRps / peakToAverageRatio);
};

const peakCircles = memoByIdentity((graph: Graph) => circling(graph, peakRate));

interface FlowOptions {
  /** A cache that has nothing. */
  readonly cold?: Id;
  /** The edges whose flow nobody can tell. */
  readonly circles: ReadonlySet<Id>;
}

function computeFlow(graph: Graph, stated: StatedRate, { cold, circles }: FlowOptions): Flow {
  const rates = new Map<Id, Rate>([...circles].map((id) => [id, unknownRate]));

  const along = (edge: Edge): Rate => {
    const rate = rates.get(edge.id) ?? derive(edge);
    rates.set(edge.id, rate);
    return rate;
  };

  const into = ({ id }: Component): Rate => sumAlong(graph.into(id));

  const sumAlong = (edges: readonly Edge[]): Rate => {
    const arriving = edges.filter(carriesLoad);
    return arriving.length === 0 ? unknownRate : sumOfRates(arriving.map(along));
  };

  const derive = (edge: Edge): Rate => {
    const { from, interaction } = edge;
    if (!carriesLoad(edge)) return noRate;
    const declared = stated(edge, graph);
    if (declared !== undefined) return classified(edge, unclassifiedOnly(known(declared)));
    if (isStart(graph, from)) return classified(edge, unclassifiedOnly(jobRate(edge)));
    switch (interaction) {
      case undefined:
        return unknownRate;
      case 'consume':
        return writesOnly(consumed(edge));
      case 'cache-load':
        return readsOnly(product(readsAt(into(from)), missRatio(from)));
      case 'cache-flush':
        return writesOnly(product(writesAt(into(from)), { value: 1, certainty: 'upper-bound' }));
      case 'change-data-capture':
        return writesOnly(product(writesAt(passedOn(from)), callsOf(edge)));
      case 'origin-fetch':
        return readsOnly(product(total(triggering(edge, leadingTo(edge))), missRatio(from)));
      default:
        return classified(edge, scaled(triggering(edge, leadingTo(edge)), product(callsOf(edge), missFactor(edge))));
    }
  };

  const missRatio = ({ id, properties }: Component): Amount => {
    if (id === cold) return known(1);
    return properties.hitRatio === undefined ? { value: 1, certainty: 'upper-bound' } : known(1 - properties.hitRatio);
  };

  const missFactor = (edge: Edge): Amount => {
    const cache = graph.diagram.components.get(edge.connection.properties.cacheMissOf ?? '');
    if (cache) return missRatio(cache);
    return readsCacheToo(graph, edge) ? { value: 1, certainty: 'upper-bound' } : known(1);
  };

  /** What a component does work for: what arrives, behind a broker no more than it can take. */
  const passedOn = (component: Component): Rate => {
    const arriving = into(component);
    if (!isBehindBroker(graph, component)) return arriving;
    const drain = drainOf(component);
    if (drain === undefined) return scaled(arriving, { value: 1, certainty: 'upper-bound' });
    const all = total(arriving)?.value ?? 0;
    return all > drain ? scaled(arriving, known(drain / all)) : arriving;
  };

  const leadingTo = (edge: Edge): Rate => (followsData(edge) ? sumAlong(arrivalsFor(graph, edge)) : passedOn(edge.from));

  /** A queue's consumers share its messages by what they can take; so do those of one group of a stream, and each group gets all. */
  const consumed = (edge: Edge): Amount => {
    const { from, to } = edge;
    const messages = total(into(from));
    if (isBroadcast(edge)) return product(messages, amountOf(to.properties.instances));
    const sharing = graph.out(from.id).filter((other) => other.interaction === 'consume' && !isBroadcast(other) && (from.kind === 'queue' || groupOf(other) === groupOf(edge)));
    if (sharing.length <= 1) return messages;
    const drains = sharing.map(({ to: consumer }) => amountOf(drainOf(consumer)));
    const all = sum(...drains)?.value;
    const own = drainOf(to);
    return all === undefined || all === 0 || own === undefined ? undefined : product(messages, known(own / all));
  };

  return { along, into, leadingTo };
}

/** Edges on a cycle that no stated rate cuts: nobody can tell how much goes round. */
function circling(graph: Graph, stated: StatedRate): ReadonlySet<Id> {
  let core = graph.edges.filter((edge) => carriesLoad(edge) && stated(edge, graph) === undefined && !isStart(graph, edge.from));
  for (let size = Infinity; core.length < size; ) {
    size = core.length;
    const [sources, targets] = [new Set(core.map(({ from }) => from.id)), new Set(core.map(({ to }) => to.id))];
    core = core.filter(({ from, to }) => targets.has(from.id) && sources.has(to.id));
  }
  const left = new Set(core.map(({ id }) => id));
  return new Set(core.filter(({ from, to }) => reachable(graph, [to.id], ({ id }) => left.has(id)).has(from.id)).map(({ id }) => id));
}

/** Whether work leaves as the data that it came with. Who states a share of less than one there means a share of all that arrives. */
const followsData = ({ from, connection }: Edge): boolean => (isProxy(from) || from.kind === 'cdn') && (connection.properties.callsPerRequest ?? 1) >= 1;

/** Copies and dead letters are no load. */
export const carriesLoad = ({ interaction }: Edge): boolean => interaction !== 'replicate' && interaction !== 'dead-letter';

/** Where rates are stated: clients, jobs, and systems of others that nobody calls. */
export const isStart = (graph: Graph, component: Component): boolean => isEntry(graph, component) && (component.kind !== 'external-system' || graph.into(component.id).length === 0);

const amountOf = (value: number | undefined): Amount => (value === undefined ? undefined : known(value));

const callsOf = ({ connection }: Edge): Amount => known(connection.properties.callsPerRequest ?? 1);

function jobRate(edge: Edge): Amount {
  const { runsPerDay } = edge.from.properties;
  return runsPerDay === undefined ? undefined : product(known(runsPerDay / daySeconds), callsOf(edge));
}

/** Which requests that reach the source lead to this call: stated, else by what the call does. */
export const triggerOf = (edge: Edge): 'reads' | 'writes' | 'all' => edge.connection.properties.trigger ?? usualTrigger(edge);

/** The part of what arrives that leads to this call. */
export function triggering(edge: Edge, rate: Rate): Rate {
  switch (triggerOf(edge)) {
    case 'reads':
      return { ...rate, writes: known(0) };
    case 'writes':
      return { ...rate, reads: known(0) };
    case 'all':
      return rate;
  }
}

function usualTrigger({ interaction, connection }: Edge): 'reads' | 'writes' | 'all' {
  if (interaction === 'origin-fetch') return 'reads';
  if (interaction !== 'request') return 'writes';
  const { access } = connection.properties;
  return access === 'read' ? 'reads' : access === 'write' ? 'writes' : 'all';
}

/** What arrives as reads at most: what nobody classified may be some. */
export const readsAt = ({ reads: part, unclassified }: Rate): Amount => withUnclassified(part, unclassified);

/** What arrives as writes at most. */
export const writesAt = ({ writes: part, unclassified }: Rate): Amount => withUnclassified(part, unclassified);

const messages: ReadonlySet<string> = new Set(['publish', 'consume', 'change-data-capture', 'invalidate']);

/** What a rate means at the target: messages are written; calls do what their access says. */
function classified(edge: Edge, rate: Rate): Rate {
  const { access, readFraction } = edge.connection.properties;
  if (messages.has(edge.interaction ?? '') || isBroker(edge.to) || access === 'write') return writesOnly(total(rate));
  if (access === 'read') return readsOnly(total(rate));
  if (access === 'read-write') {
    const all = total(rate);
    return readFraction === undefined ? rate : { ...noRate, reads: product(all, known(readFraction)), writes: product(all, known(1 - readFraction)) };
  }
  return isStore(edge.to) ? unclassifiedOnly(total(rate)) : rate;
}

/** Whether the caller also asks a cache for the same data, and nothing says that this read is its miss. */
export function readsCacheToo(graph: Graph, edge: Edge): boolean {
  if (!isStore(edge.to) || edge.to.kind === 'distributed-cache' || reads(edge) !== true) return false;
  return graph.out(edge.from.id).some((other) => other.to.kind === 'distributed-cache' && isRequest(other) && reads(other) === true && sharesEntities(edge, other) === true);
}

/** Whether every copy of the consumer gets every message, so that more copies take no more. */
export const isBroadcast = ({ connection }: Edge): boolean => connection.properties.deliveryMode === 'broadcast';

/** The consumer group of a consume connection; a lone consumer is a group of its own. */
export const groupOf = ({ connection, to }: Edge): string => connection.properties.consumerGroup ?? to.id;
