import { some3 } from '#base/truth.ts';
import { waysToEnds } from '#estimate/ways.ts';
import { isCall } from '#graph/dependency.ts';
import type { Edge } from '#graph/graph.ts';
import { ofKind } from '#graph/roles.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy } from './judging.ts';

/** `before(E, F)`: whoever hands a client's E on has asked about F: counted the call, checked the right, screened the payment. */
export const before = defineFact(
  'before',
  'On every way that an entity takes by calls from a client, somebody who hands it on also makes a call that carries the other entity.',
  { entity, first: entity },
  ({ entity: id, first }, judging): Judgement => {
    const { graph } = judging;
    const [name, other] = [judging.entityName(id), judging.entityName(first)];
    const ways = ofKind(graph, 'client').flatMap((client) => waysToEnds(graph, client.id, { follows: (edge) => isCall(edge) && judging.carries(edge, id) === true }));
    const judged = ways.map((way) => {
      const asked = way.slice(1).flatMap(({ from }) => graph.out(from.id).filter(isCall));
      // A way that stops where calls do not say what they carry may go on over them.
      const onward = graph.out(way.at(-1)?.to.id ?? '').filter((edge) => isCall(edge) && judging.carries(edge, id) === undefined);
      return { way, asked, onward, truth: some3([...asked.map((edge) => judging.carries(edge, first)), onward.length > 0 ? undefined : false]) };
    });
    const witness = (list: readonly { readonly way: readonly Edge[]; readonly asked: readonly Edge[] }[]): readonly string[] =>
      list.flatMap(({ way, asked }) => [...way, ...asked.filter((edge) => judging.carries(edge, first) === true)].flatMap((edge) => [edge.from.id, edge.id, edge.to.id]));
    const past = judged.filter(({ truth }) => truth === false);
    if (past.length > 0) return notMet(`${name} gets to ${past[0]?.way.at(-1)?.to.name} before anybody asks about ${other}.`, witness(past));
    const open = judged.filter(({ truth }) => truth === undefined);
    if (open.length > 0) return cannotTell(`Whether ${name} is handed on before anybody asks about ${other} is not stated.`, carriedBy(open.flatMap(({ asked, onward }) => [...asked, ...onward])), witness(open));
    if (judged.length > 0) return met(`Whoever hands ${name} on asks about ${other} first.`, witness(judged));
    const silent = graph.edges.filter((edge) => isCall(edge) && judging.carries(edge, id) === undefined);
    return silent.length > 0 ? cannotTell(`Nothing says on which way ${name} travels.`, carriedBy(silent)) : notMet(`No client's call carries ${name}.`);
  },
);
