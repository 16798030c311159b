import type { Component } from '#diagram/diagram.ts';
import { flowOf } from '#estimate/flow.ts';
import { certain } from '#estimate/rate.ts';
import type { Graph } from '#graph/graph.ts';

/** Whether the busiest key of a database is estimated to get more than one partition takes; false while the numbers are not known. */
export function overloadsPartition(graph: Graph, component: Component): boolean {
  const { hottestKeyShare = 0, perPartitionReadRps = Infinity, perPartitionWriteRps = Infinity } = component.properties;
  const load = flowOf(graph).into(component);
  const [reads, writes] = [certain(load.reads) ?? 0, certain(load.writes) ?? 0];
  return hottestKeyShare * writes > perPartitionWriteRps || hottestKeyShare * reads > perPartitionReadRps;
}
