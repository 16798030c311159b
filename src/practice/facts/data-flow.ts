import type { Truth } from '#base/truth.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import { isRequest, reads, writes } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';

/** A step that data takes, along its connection or, where a worker or a job reads, against it. */
export interface DataStep {
  readonly edge: Edge;
  readonly to: Component;
}

const pulls: ReadonlySet<string> = new Set(['worker', 'scheduled-job']);
const forward: ReadonlySet<string> = new Set(['change-data-capture', 'publish', 'consume', 'replicate', 'cache-flush']);

/** A step that data may take: not certain while the connection does not say what it means, or whether it reads or writes. */
export interface PossibleStep extends DataStep {
  readonly truth: Truth;
}

/** Where data goes from a component without anybody waiting for it, or may go: changes, messages, what workers write, and what workers and jobs fetch. */
export function possibleSteps(graph: Graph, id: Id): readonly PossibleStep[] {
  const onward = graph.out(id).map((edge) => ({ edge, to: edge.to, truth: edge.interaction === undefined ? undefined : forward.has(edge.interaction) || (isRequest(edge) && writes(edge)) }));
  const fetched = graph.into(id).map((edge) => ({ edge, to: edge.from, truth: isRequest(edge) && pulls.has(edge.from.kind) && reads(edge) }));
  return [...onward, ...fetched].filter(({ truth }) => truth !== false);
}

/** The steps that data certainly takes. */
export const dataSteps = (graph: Graph, id: Id): readonly DataStep[] => possibleSteps(graph, id).filter(({ truth }) => truth === true);

/** Components and connections of a shortest way that data takes; undefined where there is none. `mayPass` says which components it may pass in between. */
export function dataPath(graph: Graph, from: Id, to: Id, mayPass: (component: Component) => boolean = () => true): readonly Id[] | undefined {
  const cameBy = new Map<Id, { readonly before: Id; readonly over: Id }>();
  const seen = new Set([from]);
  for (const id of seen) {
    for (const step of dataSteps(graph, id)) {
      if (step.to.id === to) return wayBack(cameBy, from, id, [step.edge.id, to]);
      if (seen.has(step.to.id) || !mayPass(step.to)) continue;
      seen.add(step.to.id);
      cameBy.set(step.to.id, { before: id, over: step.edge.id });
    }
  }
  return undefined;
}

function wayBack(cameBy: ReadonlyMap<Id, { readonly before: Id; readonly over: Id }>, from: Id, last: Id, end: readonly Id[]): readonly Id[] {
  const path = [last, ...end];
  for (let step = cameBy.get(last); step && path[0] !== from; step = cameBy.get(step.before)) path.unshift(step.before, step.over);
  return path;
}
