import { z } from 'zod';
import { type KindId, kinds } from '#catalog/kinds.ts';
import { clientPathOver, isOnClientPath } from '#graph/client-path.ts';
import type { Edge } from '#graph/graph.ts';
import { cannotTell, met, notMet } from '../judgement.ts';
import { storeWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { listed, waysOf, whoDo } from './judging.ts';
import { selectorWords } from './selector.ts';

const kind = z.custom<KindId>((value) => kinds.some(({ id }) => id === value), 'must be a kind');

/** `not-into(E, kind)`: an entity never gets into a store of this kind, or at least no client waits until it is there. */
export const notInto = defineFact(
  'not-into',
  'An entity is never written to a store of this kind; with "awaited", only writes that a client waits for are meant.',
  { entity, kind, awaited: z.boolean('must be true or false').optional() },
  ({ entity: id, kind: store, awaited = false }, judging) => {
    const { graph } = judging;
    const name = judging.entityName(id);
    const writes = storeWrites(judging, id);
    const isMeant = (edge: Edge): boolean => edge.to.kind === store && (!awaited || isOnClientPath(graph, edge));
    const guilty = writes.certain.filter(isMeant);
    if (guilty.length > 0) return notMet(`${awaited ? 'A client waits while ' : ''}${whoDo(guilty.map(({ from }) => from.name), 'writes', 'write')} ${name} to ${listed(guilty.map(({ to }) => to.name))}.`, guilty.flatMap((edge) => (awaited ? clientPathOver(graph, edge) : [edge.from.id, edge.id, edge.to.id])));
    const open = writes.open.filter(isMeant);
    if (open.length > 0) return cannotTell(`Whether ${name} is written over ${waysOf(open)} is not stated.`, writes.fields.filter(({ record }) => open.some((edge) => edge.id === record)));
    return met(awaited ? `No client waits for a write of ${name} to ${selectorWords({ kind: store })}.` : `${name} is never written to ${selectorWords({ kind: store })}.`);
  },
);
