import type { Id } from '#diagram/diagram.ts';
import type { Edge } from '#graph/graph.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { dataSteps } from './data-flow.ts';
import { storeWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy, type Judging } from './judging.ts';

/** Writing an entity sets off work that writes it again: an event of the store leads back to the store, without an end. */
export const loops = defineFact('loops', 'Writes of an entity set off messages or changes, carrying it, that lead to another write of it in the same store.', { entity }, ({ entity: id }, judging): Judgement => {
  const name = judging.entityName(id);
  const { certain, open } = storeWrites(judging, id);
  const [round] = certain.flatMap((write) => wayRound(judging, write, (edge) => judging.carries(edge, id) === true) ?? []);
  if (round) return met(`What is written of ${name} sets off the next write of it.`, round);
  const perhaps = [...certain, ...open].flatMap((write) => wayRound(judging, write, (edge) => judging.carries(edge, id) !== false) ?? [])[0];
  if (perhaps) return cannotTell(`Whether what is written of ${name} sets off more of it is not stated.`, carriedBy(perhaps.flatMap((each) => judging.graph.edge(each) ?? [])), perhaps);
  return notMet(`No write of ${name} sets off another.`);
});

/** Ways from the store that is written to, over such connections, back to this write; at most one, the shortest. */
function wayRound({ graph }: Judging, write: Edge, follows: (edge: Edge) => boolean): readonly (readonly Id[])[] | undefined {
  if (!follows(write)) return undefined;
  const ways: (readonly Id[])[] = [[write.to.id]];
  const seen = new Set([write.to.id]);
  for (const way of ways) {
    const last = way.at(-1) ?? write.to.id;
    if (last === write.from.id) return [[...way, write.id]];
    for (const { edge, to } of dataSteps(graph, last)) {
      if (seen.has(to.id) || !follows(edge)) continue;
      seen.add(to.id);
      ways.push([...way, edge.id, to.id]);
    }
  }
  return undefined;
}
