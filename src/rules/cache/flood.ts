import type { Component } from '#diagram/diagram.ts';
import { capacityOf, type Part } from '#estimate/capacity.ts';
import { flowOf, flowWithCold } from '#estimate/flow.ts';
import { loadOf } from '#estimate/load.ts';
import type { Graph } from '#graph/graph.ts';

/** What a store gets while a cache in front of it answers nothing, against what it sustains. */
export interface Flood {
  readonly store: Component;
  readonly part: Part;
  readonly load: number;
  readonly limit: number;
  /** What it gets on a usual day; undefined while that is not known. */
  readonly usual: number | undefined;
}

/** The floods of these stores while the cache is cold, where the numbers are known; reads count where they have a limit of their own. */
export function floodsOf(graph: Graph, cache: Component, stores: readonly Component[]): readonly Flood[] {
  if (stores.length === 0) return [];
  const cold = flowWithCold(graph, cache.id);
  return stores.flatMap((store): readonly Flood[] => {
    const capacity = capacityOf(store);
    const part = capacity.reads === undefined ? 'total' : 'reads';
    const [load, limit] = [loadOf(cold.into(store), part), capacity[part]];
    return load === undefined || limit === undefined ? [] : [{ store, part, load, limit, usual: loadOf(flowOf(graph).into(store), part) }];
  });
}
