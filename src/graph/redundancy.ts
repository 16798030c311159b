import { some3, type Truth } from '#base/truth.ts';
import type { Component } from '#diagram/diagram.ts';

/** Whether a component survives losing one copy; not stated while nothing decides it. What counts as a copy depends on its kind. */
export function isRedundant({ kind, properties }: Component): Truth {
  const { highAvailability } = properties;
  if (highAvailability !== undefined) return highAvailability !== 'none';
  switch (kind) {
    case 'core-database':
      return some3([atLeast(properties.replicas, 1), atLeast(properties.replicationFactor, 2)]) ?? (anyStated(properties.replicas, properties.replicationFactor) ? false : undefined);
    case 'search-database':
      return atLeast(properties.replicasPerShard, 1);
    case 'stream':
      return atLeast(properties.replicationFactor, 2);
    case 'queue':
      return atLeast(properties.replicas, 1);
    case 'distributed-lock':
      return atLeast(properties.independentInstances, 3);
    case 'blob-storage':
      return properties.redundancy === undefined ? undefined : properties.redundancy !== 'single-device';
    default:
      return hasCopies(properties);
  }
}

/** Code, proxies, CDN and cache: two running copies, or a replica. */
function hasCopies({ instances, replicas }: Component['properties']): Truth {
  if ((instances ?? 0) >= 2 || (replicas ?? 0) >= 1) return true;
  return instances === 1 ? false : undefined;
}

const atLeast = (value: number | undefined, least: number): Truth => (value === undefined ? undefined : value >= least);
const anyStated = (...values: readonly unknown[]): boolean => values.some((value) => value !== undefined);
