import { memoByIdentity } from '#base/memo.ts';
import type { Component } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { rounded } from './rate.ts';

/** Calls per second that a component sustains; a limit is undefined while a number is missing or where nothing is declared. */
export interface Capacity {
  readonly reads: number | undefined;
  readonly writes: number | undefined;
  /** Where reads and writes share one limit. */
  readonly total: number | undefined;
}

export type Part = keyof Capacity;

/** A number that a limit is multiplied with, or divided by; what has a neutral value counts with it. */
export interface Factor {
  readonly property: string;
  readonly value: number | undefined;
  readonly divides?: true;
}

/** What the component sustains as it stands. */
export const capacityOf = memoByIdentity((component: Component): Capacity => limits(component, factorsOf));

/** What it sustains at most: with all the copies that automatic scaling may start. */
export const ceilingOf = memoByIdentity((component: Component): Capacity => limits(component, ceilingFactorsOf));

/** Messages per second that a consumer can take: a store as many as it can write, a system of others what it accepts. */
export function drainOf(component: Component): number | undefined {
  if (component.kind === 'external-system') return component.properties.rateLimitRps;
  const { total, writes } = ceilingOf(component);
  return total ?? writes;
}

/** Whether all that arrives is consumed from a queue or stream: the component then works at its own pace. */
export const isBehindBroker = (graph: Graph, { id }: Component): boolean => graph.into(id).length > 0 && graph.into(id).every(({ interaction }) => interaction === 'consume');

/** The parts that have a limit of their own. */
export const partsOf = ({ kind }: Component): readonly Part[] => (kind === 'core-database' || kind === 'search-database' ? apart : together);

const apart: readonly Part[] = ['reads', 'writes'];
const together: readonly Part[] = ['total'];

/** What a ceiling is made of; what can be multiplied comes first, its own rate last. */
export function ceilingFactorsOf(component: Component, part: Part): readonly Factor[] {
  const { autoScaling, maxInstances } = component.properties;
  if (autoScaling !== 'automatic') return factorsOf(component, part);
  const most = { property: 'maxInstances', value: maxInstances };
  const factors = factorsOf(component, part);
  if (maxInstances === undefined && factors.length > 0) return [most, ...factors.filter(({ property }) => property !== 'instances')];
  return factors.map((factor) => (factor.property === 'instances' ? most : factor));
}

/** What the use of a component is shown against: its ceiling, or what runs now while nobody says how far it may grow. */
export const shownFactorsOf = (component: Component, part: Part): readonly Factor[] =>
  component.properties.maxInstances === undefined ? factorsOf(component, part) : ceilingFactorsOf(component, part);

/** The product of factors; undefined while one is missing, or where there is none. */
export const productOf = (factors: readonly Factor[]): number | undefined =>
  factors.length === 0 ? undefined : factors.reduce<number | undefined>((product, { value, divides }) => (product === undefined || value === undefined ? undefined : divides ? quotient(product, value) : product * value), 1);

const quotient = (product: number, divisor: number): number | undefined => (divisor === 0 ? undefined : rounded(product / divisor));

function limits(component: Component, factors: (component: Component, part: Part) => readonly Factor[]): Capacity {
  const [reads, writes, total] = (['reads', 'writes', 'total'] as const).map((part) => productOf(factors(component, part)));
  return { reads, writes, total };
}

function factorsOf(component: Component, part: Part): readonly Factor[] {
  if (!partsOf(component).includes(part)) return [];
  const { instances, perInstanceRps, lockOpsPerSecond, partitions, perPartitionRps } = component.properties;
  switch (component.kind) {
    case 'core-database':
      return databaseFactors(component.properties, part);
    case 'search-database':
      return [{ property: 'instances', value: instances }, ownRate(component.properties, part)];
    case 'distributed-lock':
      return [{ property: 'lockOpsPerSecond', value: lockOpsPerSecond }];
    case 'stream':
      return [{ property: 'partitions', value: partitions }, { property: 'perPartitionRps', value: perPartitionRps }];
    default:
      return [{ property: 'instances', value: instances }, { property: 'perInstanceRps', value: perInstanceRps }];
  }
}

const ownRate = ({ perInstanceReadRps, perInstanceWriteRps }: Component['properties'], part: Part): Factor =>
  part === 'reads' ? { property: 'perInstanceReadRps', value: perInstanceReadRps } : { property: 'perInstanceWriteRps', value: perInstanceWriteRps };

/** A leaderless store spreads over its members, a partitioned service over its partitions, everything else over the leaders of its shards. */
function databaseFactors(properties: Component['properties'], part: Part): readonly Factor[] {
  const { instances, replicationMode, replicationFactor, readQuorum, shardCount = 1, readPreference, readReplicas } = properties;
  const { perPartitionReadRps, perPartitionWriteRps } = properties;
  const own = ownRate(properties, part);
  if (replicationMode === 'leaderless') {
    const spent: Factor = part === 'reads' ? { property: 'readQuorum', value: readQuorum, divides: true } : { property: 'replicationFactor', value: replicationFactor, divides: true };
    return [{ property: 'instances', value: instances }, spent, own];
  }
  const shards = { property: 'shardCount', value: shardCount };
  const partition: Factor = part === 'reads' ? { property: 'perPartitionReadRps', value: perPartitionReadRps } : { property: 'perPartitionWriteRps', value: perPartitionWriteRps };
  if (own.value === undefined && partition.value !== undefined) return [shards, partition];
  const readsFromReplicas = part === 'reads' && (readPreference === 'replica' || readPreference === 'nearest');
  return readsFromReplicas ? [shards, { property: 'readReplicas', value: readReplicas === undefined ? undefined : 1 + readReplicas }, own] : [shards, own];
}
