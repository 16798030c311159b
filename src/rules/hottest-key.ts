import type { Component } from '#diagram/diagram.ts';
import { flowOf } from '#estimate/flow.ts';
import { certain, rounded } from '#estimate/rate.ts';
import type { Graph } from '#graph/graph.ts';

/** What the busiest key of a database gets, beside what one partition takes. */
export interface BusiestKey {
  readonly part: 'reads' | 'writes';
  readonly rate: number;
  readonly limit: number;
}

/** Where the busiest key is estimated to get more than one partition takes; undefined elsewhere, and while the numbers are not known. */
export function overloadingKey(graph: Graph, component: Component): BusiestKey | undefined {
  const { hottestKeyShare = 0, perPartitionReadRps = Infinity, perPartitionWriteRps = Infinity } = component.properties;
  const load = flowOf(graph).into(component);
  const ofKey = (part: BusiestKey['part'], limit: number): BusiestKey => ({ part, rate: rounded(hottestKeyShare * (certain(load[part]) ?? 0)), limit });
  return [ofKey('writes', perPartitionWriteRps), ofKey('reads', perPartitionReadRps)].find(({ rate, limit }) => rate > limit);
}

/** Whether the busiest key is estimated to overload its partition. */
export const overloadsPartition = (graph: Graph, component: Component): boolean => overloadingKey(graph, component) !== undefined;
