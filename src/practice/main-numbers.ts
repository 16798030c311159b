import { byId } from '#base/order.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import type { Figure } from '#estimate/figure.ts';
import { componentFigures } from '#estimate/figures.ts';
import { latencyOf, pathLatency, stops } from '#estimate/latency.ts';
import { waysToEnds } from '#estimate/ways.ts';
import { awaitedByClients } from '#graph/client-path.ts';
import { isCall } from '#graph/dependency.ts';
import { type Edge, type Graph, graphOf } from '#graph/graph.ts';
import { depths } from '#graph/paths.ts';
import { wayPassage } from '#graph/proxy.ts';
import { isInScope, ofKind } from '#graph/roles.ts';

/** What is known of a component that clients wait for; each number is absent while something is not stated. All of them are estimates. */
export interface ComponentNumbers {
  readonly component: Id;
  readonly load?: Figure;
  /** The tightest of its uses. */
  readonly use?: Figure;
  /** What one request in a hundred exceeds here, in milliseconds, waiting included. */
  readonly p99Ms?: number;
}

/** A way of calls of which every part is known, the slowest of its client. */
export interface PathNumbers {
  /** Components in their order, the client first. */
  readonly components: readonly Id[];
  readonly witness: readonly Id[];
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** What the diagram promises, where it does. */
  readonly targetP99Ms?: number;
}

/** Estimates along the ways that clients wait for. */
export interface MainNumbers {
  /** From the clients on. Components of which nothing is known are left out. */
  readonly components: readonly ComponentNumbers[];
  readonly paths: readonly PathNumbers[];
}

/** The numbers of a design, as far as they are known: nothing is guessed. */
export function mainNumbers(diagram: Diagram): MainNumbers {
  const graph = graphOf(diagram);
  const awaited = awaitedByClients(graph);
  const depth = depths(graph);
  const components = [...diagram.components.values()]
    .filter((component) => component.kind !== 'client' && awaited.has(component.id) && isInScope(component))
    .toSorted((a, b) => (depth.get(a.id) ?? Infinity) - (depth.get(b.id) ?? Infinity) || byId(a, b))
    .map(({ id }) => numbersOf(graph, id))
    .filter(({ load, use, p99Ms }) => load !== undefined || use !== undefined || p99Ms !== undefined);
  return { components, paths: ofKind(graph, 'client').flatMap(({ id }) => slowestWay(graph, id)) };
}

function numbersOf(graph: Graph, id: Id): ComponentNumbers {
  const component = graph.diagram.components.get(id);
  const figures = (component ? componentFigures(graph, component) : []).filter(({ value, certainty }) => value !== undefined && certainty !== 'unknown');
  const load = figures.find(({ name, unit }) => unit === 'req/s' && name === 'Rate in');
  const use = figures.filter(({ unit, name }) => unit === 'ratio' && name.startsWith('Use')).reduce<Figure | undefined>((most, figure) => ((figure.value ?? 0) > (most?.value ?? -1) ? figure : most), undefined);
  const [call] = graph.into(id).filter(isCall);
  const p99Ms = call && latencyOf(graph, call)?.p99;
  return { component: id, ...(load ? { load } : {}), ...(use ? { use } : {}), ...(p99Ms === undefined ? {} : { p99Ms }) };
}

function slowestWay(graph: Graph, client: Id): readonly PathNumbers[] {
  const { latencyTargetP99Ms } = graph.diagram.settings;
  const ways = waysToEnds(graph, client, { follows: isCall }).filter((way) => wayPassage(graph, way) === 'certain');
  const timed = ways.flatMap((way) => {
    const latency = pathLatency(graph, way);
    return latency ? [{ way, latency }] : [];
  });
  const [slowest] = timed.toSorted((a, b) => b.latency.p99 - a.latency.p99);
  if (!slowest) return [];
  const { way, latency } = slowest;
  return [{ components: stops(way), witness: witnessOf(way), p50Ms: latency.p50, p99Ms: latency.p99, ...(latencyTargetP99Ms === undefined ? {} : { targetP99Ms: latencyTargetP99Ms }) }];
}

const witnessOf = (way: readonly Edge[]): readonly Id[] => way.flatMap((edge, index) => [...(index === 0 ? [edge.from.id] : []), edge.id, edge.to.id]);
