import type { Component } from '#diagram/diagram.ts';

/** Reads per second that a store sustains; undefined while a number is missing. */
export function readCapacity({ kind, properties }: Component): number | undefined {
  const { instances, perInstanceReadRps } = properties;
  if (kind === 'search-database') return product(instances, perInstanceReadRps);
  if (kind !== 'core-database') return undefined;
  const { replicationMode, readQuorum, shardCount = 1, perPartitionReadRps, readPreference, readReplicas } = properties;
  if (replicationMode === 'leaderless') return product(instances, perInstanceReadRps, readQuorum === undefined ? undefined : 1 / readQuorum);
  if (perInstanceReadRps === undefined) return product(shardCount, perPartitionReadRps);
  const readsReplicas = readPreference === 'replica' || readPreference === 'nearest';
  return product(shardCount, perInstanceReadRps, readsReplicas ? 1 + (readReplicas ?? 0) : 1);
}

const product = (...factors: readonly (number | undefined)[]): number | undefined =>
  factors.reduce((result, factor) => (result === undefined || factor === undefined ? undefined : result * factor), 1);
