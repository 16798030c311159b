import { memoByIdentity } from '#base/memo.ts';
import type { Boundary, Component, Id } from '#diagram/diagram.ts';
import { enclosing } from '#graph/boundaries.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { flowOf } from './flow.ts';
import { certain, total } from './rate.ts';
import { waitingAt } from './waiting.ts';

/** Half of the requests take longer than p50, one in a hundred longer than p99. Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

/** The 99 % quantile of the standard normal distribution. */
const z99 = 2.3263;
/** Where nothing else is stated, one request in a hundred takes this many times the service time. */
const tail = 4;

/** Round trips in milliseconds where none is stated; estimates of the usual order. */
const roundTrips = { client: 50, external: 50, regions: 80, zones: 1.5, near: 0.5 };

/** Own latency of the component that a connection leads to, waiting included; undefined while it is not stated. */
export const latencyOf = (graph: Graph, { to }: Edge): Latency | undefined => latenciesOf(graph)(to);

const latenciesOf = memoByIdentity((graph: Graph) => memoByIdentity((component: Component) => ownLatency(graph, component)));

function ownLatency(graph: Graph, component: Component): Latency | undefined {
  const { latencyP50Ms, latencyP99Ms, serviceTimeMs } = component.properties;
  if (latencyP50Ms !== undefined && latencyP99Ms !== undefined) return { p50: latencyP50Ms, p99: latencyP99Ms };
  if (serviceTimeMs === undefined) return undefined;
  const wait = waitingAt(component, certain(total(flowOf(graph).into(component))));
  return { p50: serviceTimeMs + (wait?.mean ?? 0), p99: tail * serviceTimeMs + (wait?.p99 ?? 0) };
}

/** The round trip of a connection: stated, else the usual one for where its ends lie. */
export function roundTripOf(graph: Graph, { from, to, connection }: Edge): number {
  const { networkRttMs } = connection.properties;
  if (networkRttMs !== undefined) return networkRttMs;
  if (from.kind === 'client') return roundTrips.client;
  if (from.kind === 'external-system' || to.kind === 'external-system') return roundTrips.external;
  const [here, there] = [from, to].map((component) => enclosing(graph.diagram, component, 'region'));
  if (here && there && here.id !== there.id) return roundTripBetween(here, there);
  const zones = [from, to].map((component) => enclosing(graph.diagram, component, 'availability-zone'));
  return zones[0] && zones[1] && zones[0].id !== zones[1].id ? roundTrips.zones : roundTrips.near;
}

/** The round trip between two regions: the larger of what they state, else the usual one. */
export const roundTripBetween = (one: Boundary, other: Boundary): number =>
  largest([one, other].map(({ properties }) => properties.interRegionRttMs)) ?? roundTrips.regions;

/** The larger of what is stated. */
export function largest(values: readonly (number | undefined)[]): number | undefined {
  const stated = values.filter((value) => value !== undefined);
  return stated.length > 0 ? Math.max(...stated) : undefined;
}

/** Hops one after the other, independent and log-normal each (a convention). A constant hop has p50 = p99. */
export function inSeries(hops: readonly Latency[]): Latency {
  let [mean, variance] = [0, 0];
  for (const { p50, p99 } of hops) {
    if (p50 <= 0 || p99 <= p50) {
      mean += Math.max(p50, 0);
      continue;
    }
    const sigma = Math.log(p99 / p50) / z99;
    const own = p50 * Math.exp(sigma ** 2 / 2);
    mean += own;
    variance += (Math.exp(sigma ** 2) - 1) * own ** 2;
  }
  if (mean === 0) return { p50: 0, p99: 0 };
  const spread = Math.log(1 + variance / mean ** 2);
  const middle = Math.log(mean) - spread / 2;
  return { p50: Math.exp(middle), p99: Math.exp(middle + z99 * Math.sqrt(spread)) };
}

/** Latency of a way of calls, round trips counted as told; undefined while one of its components states none. */
export function pathLatency(graph: Graph, way: readonly Edge[], tripOf = roundTripOf): Latency | undefined {
  const hops: Latency[] = [];
  for (const edge of way) {
    const own = latencyOf(graph, edge);
    if (!own) return undefined;
    const trip = tripOf(graph, edge);
    hops.push({ p50: trip, p99: trip }, own);
  }
  return inSeries(hops);
}

/** Ids of the components of a way, its start first. */
export const stops = (way: readonly Edge[]): readonly Id[] => [...way.slice(0, 1).map(({ from }) => from.id), ...way.map(({ to }) => to.id)];
