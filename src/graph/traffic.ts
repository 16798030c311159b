import { memoByIdentity } from '#base/memo.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import { isRequest, reads } from './access.ts';
import { sharesEntities } from './entities.ts';
import type { Edge, Graph } from './graph.ts';
import { isEntry } from './roles.ts';

/** Calls per second at peak. `other` are those of which nothing says whether they read or write. */
export interface Traffic {
  readonly reads: number;
  readonly writes: number;
  readonly other: number;
}

/** Estimated traffic of a diagram; undefined wherever a number is missing or could only be bounded. */
export interface Flow {
  rate(edge: Edge): Traffic | undefined;
  /** What arrives at a component over all its connections. */
  load(id: Id): Traffic | undefined;
}

export const totalOf = ({ reads, writes, other }: Traffic): number => reads + writes + other;

/**
 * The traffic that follows from the rates stated at clients and jobs, from call to call, computed once for each graph.
 * What leaves a broker, or runs in a circle, is unknown unless its rate is stated.
 */
export const flowOf: (graph: Graph) => Flow = memoByIdentity((graph) => {
  const loads = new Map<Id, Traffic | undefined>();
  const load = (id: Id): Traffic | undefined => {
    if (loads.has(id)) return loads.get(id);
    loads.set(id, undefined);
    const result = sum(graph.into(id).filter(isLoad).map(rate));
    loads.set(id, result);
    return result;
  };
  const rate = (edge: Edge): Traffic | undefined => {
    const stated = statedRate(graph, edge);
    if (stated !== undefined) return classified(edge, { reads: 0, writes: 0, other: stated });
    if (startsWork(graph, edge.from) || edge.interaction === undefined || edge.interaction === 'consume') return undefined;
    const [arriving, share] = [load(edge.from.id), missShare(graph, edge)];
    if (!arriving || share === undefined) return undefined;
    return classified(edge, scaled(triggering(edge, arriving), share * (edge.connection.properties.callsPerRequest ?? 1)));
  };
  return { rate, load };
});

/** Calls per second on a connection at peak, stated or derived. */
export function rateOf(graph: Graph, edge: Edge): number | undefined {
  const rate = flowOf(graph).rate(edge);
  return rate && totalOf(rate);
}

const secondsPerDay = 86_400;
const messages: ReadonlySet<string | undefined> = new Set(['publish', 'consume', 'change-data-capture', 'cache-flush', 'acquire-lock', 'invalidate']);
const fetches: ReadonlySet<string | undefined> = new Set(['origin-fetch', 'cache-load']);

/** Copies between members of one store, parked messages and the purges of a CDN are no load of the usual day. */
const isLoad = ({ interaction, to }: Edge): boolean => interaction !== 'replicate' && interaction !== 'dead-letter' && !(interaction === 'invalidate' && to.kind === 'cdn');

/** An external system starts work only where nothing calls it. */
const startsWork = (graph: Graph, component: Component): boolean => isEntry(graph, component) && (component.kind !== 'external-system' || graph.into(component.id).length === 0);

/** Stated at the connection, or by how often a job runs. */
function statedRate(graph: Graph, { from, connection: { properties } }: Edge): number | undefined {
  if (properties.peakRps !== undefined || !startsWork(graph, from) || from.properties.runsPerDay === undefined) return properties.peakRps;
  return (from.properties.runsPerDay / secondsPerDay) * (properties.callsPerRequest ?? 1);
}

/** The part of what arrives at the source that leads to this call. */
function triggering({ interaction, connection: { properties } }: Edge, { reads, writes, other }: Traffic): Traffic {
  const byAccess = properties.access === 'read' ? 'reads' : properties.access === 'write' ? 'writes' : 'all';
  const usual = fetches.has(interaction) ? 'reads' : messages.has(interaction) ? 'writes' : byAccess;
  const trigger = properties.trigger ?? usual;
  return { reads: trigger === 'writes' ? 0 : reads, writes: trigger === 'reads' ? 0 : writes, other };
}

/** The same calls, as reads and writes of the target. */
function classified({ interaction, connection: { properties } }: Edge, traffic: Traffic): Traffic {
  const total = totalOf(traffic);
  const { access, readFraction } = properties;
  if (messages.has(interaction) || access === 'write') return { reads: 0, writes: total, other: 0 };
  if (fetches.has(interaction) || access === 'read') return { reads: total, writes: 0, other: 0 };
  if (access === undefined) return { reads: 0, writes: 0, other: total };
  return readFraction === undefined ? traffic : { reads: total * readFraction, writes: total * (1 - readFraction), other: 0 };
}

/** The share of calls that a cache before the target does not answer; undefined where only a bound is known. */
function missShare(graph: Graph, edge: Edge): number | undefined {
  const { cacheMissOf } = edge.connection.properties;
  if (edge.interaction === 'cache-flush') return undefined;
  const cache = fetches.has(edge.interaction) ? edge.from : cacheMissOf === undefined ? undefined : graph.diagram.components.get(cacheMissOf);
  if (cache) return cache.properties.hitRatio === undefined ? undefined : 1 - cache.properties.hitRatio;
  return reads(edge) === true && isCachedElsewhere(graph, edge) ? undefined : 1;
}

/** Whether the caller reads the same data from a cache, so that nobody knows how much of it is left for this call. */
const isCachedElsewhere = (graph: Graph, edge: Edge): boolean =>
  edge.to.kind !== 'distributed-cache' &&
  graph.out(edge.from.id).some((other) => isRequest(other) && other.to.kind === 'distributed-cache' && reads(other) === true && sharesEntities(other, edge) === true);

const scaled = ({ reads, writes, other }: Traffic, factor: number): Traffic => ({ reads: reads * factor, writes: writes * factor, other: other * factor });

/** Undefined where one part is, or where nothing arrives: a missing caller is no caller with no traffic. */
function sum(parts: readonly (Traffic | undefined)[]): Traffic | undefined {
  let [total] = parts;
  for (const part of parts.slice(1)) total = total && part && { reads: total.reads + part.reads, writes: total.writes + part.writes, other: total.other + part.other };
  return total;
}
