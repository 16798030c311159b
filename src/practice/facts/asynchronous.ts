import type { Id } from '#diagram/diagram.ts';
import { isCall } from '#graph/dependency.ts';
import { shortestPath } from '#graph/paths.ts';
import { isBroker, isInScope } from '#graph/roles.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { callersOf } from './callers.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy } from './judging.ts';

/** `async(E)`: the entity passes a broker before a worker or an external system deals with it; no client waits for that. */
export const asynchronous = defineFact('async', 'An entity passes a queue or stream before a worker, a consumer or an external system deals with it; no client waits for that.', { entity }, ({ entity: id }, judging): Judgement => {
  const { graph } = judging;
  const name = judging.entityName(id);
  const ends = [...judging.diagram.components.values()].filter((component) => component.kind === 'worker' || !isInScope(component)).filter(({ kind }) => kind !== 'client');
  const waited = callersOf(graph).flatMap((caller) => ends.filter(({ id: end }) => end !== caller).flatMap((end) => shortestPath(graph, caller, end.id, (edge) => isCall(edge) && judging.carries(edge, id) === true) ?? []));
  if (waited.length > 0) return notMet(`A client waits until ${name} has been dealt with.`, waited);
  const consumed = graph.edges.filter((edge) => edge.interaction === 'consume' && isBroker(edge.from));
  const certain = consumed.filter((edge) => judging.carries(edge, id) === true);
  const witness = (edges: typeof certain): readonly Id[] => edges.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]);
  if (certain.length > 0) return met(`${certain[0]?.from.name} takes ${name}, and ${certain[0]?.to.name} deals with it later.`, witness(certain));
  const open = consumed.filter((edge) => judging.carries(edge, id) === undefined);
  if (open.length > 0) return cannotTell(`Nothing says which consumer gets ${name}.`, carriedBy(open), witness(open));
  return notMet(`No queue or stream hands ${name} on.`);
});
