import type { Component, Id } from '#diagram/diagram.ts';
import { clientDependencies, isDependency } from './dependency.ts';
import type { Graph } from './graph.ts';
import { isRedundant } from './redundancy.ts';
import { isInScope, isModest } from './roles.ts';
import { shortestPath } from './paths.ts';

/** What stops when a component does. */
export interface SinglePoint {
  readonly clients: readonly Component[];
  readonly stores: readonly Component[];
  /** `open` where it rests on a proxy whose targets the diagram leaves open. */
  readonly certainty: 'certain' | 'open';
  /** Components and connections of one way through it. */
  readonly witness: readonly Id[];
}

/** Whether a component with one copy stands on every way from some client to some store. Undefined where it does not, or is out of scope. */
export const singlePoint = (graph: Graph, component: Component): SinglePoint | undefined => (isRedundant(component) === false ? bottleneck(graph, component) : undefined);

/** The same, whatever is stated of its copies. */
export function bottleneck(graph: Graph, component: Component): SinglePoint | undefined {
  if (!isInScope(component)) return undefined;
  const hits: { readonly client: Component; readonly store: Component; readonly certain: boolean }[] = [];
  for (const { client, certain, open } of clientDependencies(graph)) {
    if (!open.reaches(component.id)) continue;
    for (const store of open.stores) {
      if (store.id === component.id && component.kind !== 'core-database') continue;
      const isCertain = certain.reaches(store.id) && open.needs(component.id, store.id);
      const isOpen = open.needs(component.id, store.id) || certain.needs(component.id, store.id);
      if (isCertain || isOpen) hits.push({ client, store, certain: isCertain });
    }
  }
  const certainty = hits.some(({ certain }) => certain) ? 'certain' : 'open';
  const strong = hits.filter(({ certain }) => certain || certainty === 'open');
  const first = strong[0];
  if (!first) return undefined;
  const before = shortestPath(graph, first.client.id, component.id, isDependency) ?? [];
  const after = first.store.id === component.id ? [] : (shortestPath(graph, component.id, first.store.id, isDependency) ?? []);
  return {
    clients: [...new Set(strong.map(({ client }) => client))],
    stores: [...new Set(strong.map(({ store }) => store))],
    certainty,
    witness: [...before, ...after.slice(before.length > 0 ? 1 : 0)],
  };
}

/** The usual severity of a single point: a question where the diagram is modest or the way open. */
export const singlePointSeverity = (graph: Graph, { certainty }: SinglePoint): 'warning' | 'suggestion' => (certainty === 'open' || isModest(graph) ? 'suggestion' : 'warning');
