import type { Component } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';

/** Calls per second that a component sustains; a limit is undefined while a number is missing or where nothing is declared. */
export interface Capacity {
  readonly reads: number | undefined;
  readonly writes: number | undefined;
  /** Where reads and writes share one limit. */
  readonly total: number | undefined;
}

/** What the component sustains as it stands. */
export const capacityOf = (component: Component): Capacity => limits(component, component.properties.instances);

/** What it sustains at most: with all the copies that automatic scaling may start. */
export function ceilingOf(component: Component): Capacity {
  const { autoScaling, maxInstances, instances } = component.properties;
  if (autoScaling !== 'automatic') return limits(component, instances);
  return maxInstances === undefined ? unlimited : limits(component, maxInstances);
}

/** Messages per second that a consumer can take; of a system of others, what it accepts. */
export const drainOf = (component: Component): number | undefined => (component.kind === 'external-system' ? component.properties.rateLimitRps : ceilingOf(component).total);

/** Whether all that arrives is consumed from a queue or stream: the component then works at its own pace. */
export const isBehindBroker = (graph: Graph, { id }: Component): boolean => graph.into(id).length > 0 && graph.into(id).every(({ interaction }) => interaction === 'consume');

const unlimited: Capacity = { reads: undefined, writes: undefined, total: undefined };

function limits({ kind, properties }: Component, instances: number | undefined): Capacity {
  const { perInstanceRps, perInstanceReadRps, perInstanceWriteRps } = properties;
  switch (kind) {
    case 'core-database':
      return databaseLimits(properties, instances);
    case 'search-database':
      return { ...unlimited, reads: product(instances, perInstanceReadRps), writes: product(instances, perInstanceWriteRps) };
    case 'distributed-lock':
      return { ...unlimited, total: properties.lockOpsPerSecond };
    case 'stream':
      return { ...unlimited, total: product(properties.partitions, properties.perPartitionRps) };
    default:
      return { ...unlimited, total: product(instances, perInstanceRps) };
  }
}

/** A leaderless store spreads over its members, a partitioned service over its partitions, everything else over the leaders of its shards. */
function databaseLimits(properties: Component['properties'], instances: number | undefined): Capacity {
  const { replicationMode, replicationFactor, readQuorum, shardCount = 1, readPreference, readReplicas } = properties;
  const { perInstanceReadRps, perInstanceWriteRps, perPartitionReadRps, perPartitionWriteRps } = properties;
  if (replicationMode === 'leaderless') {
    return { ...unlimited, reads: product(instances, perInstanceReadRps, inverse(readQuorum)), writes: product(instances, perInstanceWriteRps, inverse(replicationFactor)) };
  }
  const readers = readPreference === 'replica' || readPreference === 'nearest' ? 1 + (readReplicas ?? 0) : 1;
  return {
    ...unlimited,
    reads: product(shardCount, perInstanceReadRps, readers) ?? product(shardCount, perPartitionReadRps),
    writes: product(shardCount, perInstanceWriteRps) ?? product(shardCount, perPartitionWriteRps),
  };
}

const inverse = (value: number | undefined): number | undefined => (value ? 1 / value : undefined);

const product = (...factors: readonly (number | undefined)[]): number | undefined =>
  factors.reduce((result, factor) => (result === undefined || factor === undefined ? undefined : result * factor), 1);
