import type { Id } from '#diagram/diagram.ts';
import { clientPathOver } from '#graph/client-path.ts';
import { isCall } from '#graph/dependency.ts';
import { reachable } from '#graph/paths.ts';
import { isBroker, isInScope } from '#graph/roles.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { callersOf } from './callers.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy, listed } from './judging.ts';

/** `async(E)`: the entity passes a broker before a worker or an external system deals with it; no client waits for that. */
export const asynchronous = defineFact('async', 'An entity passes a queue or stream before a worker, a consumer or an external system deals with it; no client waits for that.', { entity }, ({ entity: id }, judging): Judgement => {
  const { graph } = judging;
  const name = judging.entityName(id);
  const callers = callersOf(graph);
  const awaited = reachable(graph, callers, isCall);
  const handedOver = graph.edges.filter((edge) => isCall(edge) && awaited.has(edge.from.id) && (edge.to.kind === 'worker' || !isInScope(edge.to)) && !callers.includes(edge.to.id));
  const waited = handedOver.filter((edge) => judging.carries(edge, id) === true);
  if (waited.length > 0) return notMet(`A client waits until ${listed(waited.map(({ to }) => to.name))} has dealt with ${name}.`, waited.flatMap((edge) => clientPathOver(graph, edge)));
  const consumed = graph.edges.filter((edge) => edge.interaction === 'consume' && isBroker(edge.from) && edge.from.properties.isDeadLetterQueue !== true && judging.isLive(edge.from));
  const certain = consumed.filter((edge) => judging.carries(edge, id) === true);
  const witness = (edges: typeof certain): readonly Id[] => edges.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]);
  const unclear = handedOver.filter((edge) => judging.carries(edge, id) === undefined);
  if (certain.length > 0 && unclear.length > 0) return cannotTell(`Whether a client waits for ${listed(unclear.map(({ to }) => to.name))} to deal with ${name} is not stated.`, carriedBy(unclear), unclear.flatMap((edge) => clientPathOver(graph, edge)));
  if (certain.length > 0) return met(`${certain[0]?.from.name} takes ${name}, and ${certain[0]?.to.name} deals with it later.`, witness(certain));
  const open = consumed.filter((edge) => judging.carries(edge, id) === undefined);
  if (open.length > 0) return cannotTell(`Nothing says which consumer gets ${name}.`, carriedBy(open), witness(open));
  return notMet(`No queue or stream hands ${name} on.`);
});
