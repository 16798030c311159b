import { every3, type Truth } from '#base/truth.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import { reads, writes } from '#graph/access.ts';
import { awaitedByClients } from '#graph/client-path.ts';
import { isCall } from '#graph/dependency.ts';
import type { Edge } from '#graph/graph.ts';
import { reachable } from '#graph/paths.ts';
import { isCompute, isDurableStore, isStore } from '#graph/roles.ts';
import type { DecidingField } from '../judgement.ts';
import { carriedBy, type Judging } from './judging.ts';

/** Connections that certainly do something with an entity, and those that may: they do not say what they carry, or how. */
export interface EntityEdges {
  readonly certain: readonly Edge[];
  readonly open: readonly Edge[];
  /** What would decide about the open ones. */
  readonly fields: readonly DecidingField[];
}

function entityEdges(judging: Judging, entity: string, candidates: readonly Edge[], does: (edge: Edge) => Truth): EntityEdges {
  const truth = (edge: Edge): Truth => every3([edge.interaction !== undefined || undefined, does(edge)]);
  const of = (wanted: Truth): readonly Edge[] => candidates.filter(({ from }) => judging.isLive(from)).filter((edge) => every3([truth(edge), judging.carries(edge, entity)]) === wanted);
  const open = of(undefined);
  const access = open.filter((edge) => does(edge) === undefined).map(({ id }) => ({ record: id, property: 'access' }));
  return { certain: of(true), open, fields: [...unclearInteractions(open), ...carriedBy(open), ...access] };
}

/** Between some kinds an arrow may mean this or that: a service may read a cache, or tell it what is stale. */
export const mayRequest = ({ interaction }: Edge): boolean => interaction === undefined || interaction === 'request';

/** Says that what these connections mean would decide. */
export const unclearInteractions = (edges: readonly Edge[]): readonly DecidingField[] => edges.filter(({ interaction }) => interaction === undefined).map(({ id }) => ({ record: id, property: 'interaction' }));

/** Writes of an entity into durable stores, whoever makes them. */
export const durableWrites = (judging: Judging, entity: string): EntityEdges =>
  entityEdges(judging, entity, judging.graph.edges.filter((edge) => mayRequest(edge) && isDurableStore(edge.to)), writes);

/** Ways for an entity into stores of any sort: calls, messages that a store takes by itself, and what a cache writes back. */
export const storeWrites = (judging: Judging, entity: string): EntityEdges =>
  entityEdges(judging, entity, judging.graph.edges.filter((edge) => isStore(edge.to) && (mayRequest(edge) || isTaken(edge))), (edge) => isTaken(edge) || writes(edge));

const isTaken = ({ interaction }: Edge): boolean => interaction === 'consume' || interaction === 'cache-flush';

/** Reads of an entity from such components, for which a client waits. */
export function clientReads(judging: Judging, entity: string, isSource: (component: Component) => boolean): EntityEdges {
  const awaited = awaitedByClients(judging.graph);
  return entityEdges(judging, entity, judging.graph.edges.filter((edge) => mayRequest(edge) && isSource(edge.to) && awaited.has(edge.from.id)), reads);
}

/** Reads of an entity from such components by whoever gets another one, by a call or as a message, or by a service that is asked for the first by such a one. */
export function readsHandling(judging: Judging, entity: string, handled: string, isSource: (component: Component) => boolean): EntityEdges {
  const { graph } = judging;
  const getting = (isMeant: (carried: Truth) => boolean): ReadonlySet<Id> => {
    const first = graph.edges.filter((edge) => isCompute(edge.to) && isMeant(judging.carries(edge, handled))).map(({ to }) => to.id);
    return reachable(graph, first, (edge) => isCall(edge) && isMeant(judging.carries(edge, entity)));
  };
  const [sure, perhaps] = [getting((carried) => carried === true), getting((carried) => carried !== false)];
  const all = entityEdges(judging, entity, graph.edges.filter((edge) => mayRequest(edge) && isSource(edge.to) && perhaps.has(edge.from.id)), reads);
  const unclear = all.certain.filter(({ from }) => !sure.has(from.id));
  return { certain: all.certain.filter(({ from }) => sure.has(from.id)), open: [...unclear, ...all.open], fields: [...all.fields, ...carriedBy(unclear.flatMap(({ from }) => graph.into(from.id)))] };
}
