import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isEntry } from '#graph/roles.ts';
import { drainOf } from './capacity.ts';
import { groupOf, isBroadcast } from './flow.ts';

/** Consumers that share the messages of a queue, or of one group of a stream, and what they take together. */
export interface Drain {
  readonly consumers: readonly Edge[];
  /** Messages per second; undefined while one of them is unknown. */
  readonly rate: number | undefined;
}

/** How fast a queue (one entry) or the groups of a stream (one each) are emptied; where every copy gets every message, as fast as one copy is. */
export function drainsOf(graph: Graph, broker: Component): readonly Drain[] {
  const consuming = graph.out(broker.id).filter(({ interaction }) => interaction === 'consume');
  const [everywhere, shared] = [consuming.filter(isBroadcast), consuming.filter((edge) => !isBroadcast(edge))];
  const drains = new Map<string, readonly Edge[]>();
  for (const edge of shared) {
    const group = broker.kind === 'queue' ? '' : groupOf(edge);
    drains.set(group, [...(drains.get(group) ?? []), edge]);
  }
  const together = [...drains.values()].map((consumers) => ({ consumers, rate: sumOfStated(consumers.map(({ to }) => drainOf(to))) }));
  return [...together, ...everywhere.map((edge) => ({ consumers: [edge], rate: edge.to.properties.perInstanceRps }))];
}

const sumOfStated = (rates: readonly (number | undefined)[]): number | undefined =>
  rates.reduce<number | undefined>((sum, rate) => (sum === undefined || rate === undefined ? undefined : sum + rate), 0);

/** The longest burst, in seconds, that is stated where work starts that reaches a component; a caller that nobody calls counts as such a start. */
export function burstInto(graph: Graph, broker: Component): number | undefined {
  const onWay = new Set([broker.id]);
  for (const id of onWay) for (const { from } of graph.into(id)) onWay.add(from.id);
  const bursts = [...onWay]
    .flatMap((id) => graph.into(id))
    .filter(({ from }) => isEntry(graph, from) || graph.into(from.id).length === 0)
    .flatMap(({ connection }) => connection.properties.burstSeconds ?? []);
  return bursts.length > 0 ? Math.max(...bursts) : undefined;
}

/** What a burst leaves: messages at its end, how long the oldest of them waits, and how long clearing takes (never: Infinity). */
export interface Backlog {
  readonly depth: number;
  readonly oldestSeconds: number;
  readonly clearSeconds: number;
}

/** A burst of `peak` messages a second for so many seconds, against what is drained; afterwards `average` messages a second arrive. */
export function backlog(peak: number, drain: number, seconds: number, average: number | undefined): Backlog | undefined {
  if (drain >= peak) return undefined;
  const depth = (peak - drain) * seconds;
  return { depth, oldestSeconds: drain === 0 ? Infinity : depth / drain, clearSeconds: drain > (average ?? 0) ? depth / (drain - (average ?? 0)) : Infinity };
}
