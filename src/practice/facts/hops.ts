import { z } from 'zod';
import type { Id } from '#diagram/diagram.ts';
import { reads, writes } from '#graph/access.ts';
import { isCall } from '#graph/dependency.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isStore, ofKind } from '#graph/roles.ts';
import { waysToEnds } from '#estimate/ways.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { count, defineFact, entity } from './fact.ts';
import type { Judging } from './judging.ts';

/** A client's call for an entity passes at most so many connections before the last store answers. */
export const hops = defineFact('hops', 'A read or write of an entity passes at most so many connections between the client and the store.', { entity, access: z.enum(['read', 'write'], 'must be read or write'), atMost: count }, ({ entity: id, access, atMost }, judging): Judgement => {
  const name = judging.entityName(id);
  const ways = ofKind(judging.graph, 'client').flatMap((client) => wayOf(judging, id, client.id));
  const ending = ways.filter((way) => {
    const last = way.at(-1);
    return last !== undefined && isStore(last.to) && (access === 'read' ? reads(last) : writes(last)) !== false;
  });
  const longest = ending.toSorted((a, b) => b.length - a.length)[0];
  if (!longest) {
    const open = unsaid(judging.graph);
    if (open.length > 0) return cannotTell(`Nothing says on which way ${name} travels.`, open);
    return notMet(`No client's call ends in a store that holds ${name}.`);
  }
  const witness = longest.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]);
  return longest.length <= atMost ? met(`${name} takes ${longest.length} ${longest.length === 1 ? 'hop' : 'hops'} at most.`, witness) : notMet(`${name} takes ${longest.length} hops to ${longest.at(-1)?.to.name}; at most ${atMost} were asked for.`, witness);
});

const wayOf = (judging: Judging, entityId: string, client: Id): readonly (readonly Edge[])[] =>
  waysToEnds(judging.graph, client, { follows: (edge) => isCall(edge) && judging.carries(edge, entityId) === true });

const unsaid = (graph: Graph) => graph.edges.filter((edge) => isCall(edge) && edge.interaction !== 'acquire-lock' && (edge.connection.properties.dataFlows ?? []).length === 0).map(({ id }) => ({ record: id, property: 'dataFlows' }));
