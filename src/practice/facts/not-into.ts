import { z } from 'zod';
import { every3, type Truth } from '#base/truth.ts';
import { type KindId, kinds } from '#catalog/kinds.ts';
import { isRequest, writes } from '#graph/access.ts';
import { clientPathOver, isOnClientPath } from '#graph/client-path.ts';
import type { Edge } from '#graph/graph.ts';
import { cannotTell, met, notMet } from '../judgement.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy, listed } from './judging.ts';

const kind = z.custom<KindId>((value) => kinds.some(({ id }) => id === value), 'must be a kind');
const arriving: ReadonlySet<string> = new Set(['consume', 'cache-flush']);

/** `not-into(E, kind)`: an entity never gets into a store of this kind, or at least no client waits until it is there. */
export const notInto = defineFact(
  'not-into',
  'An entity is never written to a store of this kind; with "awaited", only writes that a client waits for are meant.',
  { entity, kind, awaited: z.boolean('must be true or false').optional() },
  ({ entity: id, kind: store, awaited = false }, judging) => {
    const { graph } = judging;
    const name = judging.entityName(id);
    const meant = graph.edges.filter((edge) => edge.to.kind === store && (isRequest(edge) || arriving.has(edge.interaction ?? '')) && (!awaited || isOnClientPath(graph, edge)));
    const truthOf = (edge: Edge): Truth => every3([changes(edge), judging.carries(edge, id)]);
    const ways = (edges: readonly Edge[]): string => listed(edges.map(({ from, to }) => `${from.name} → ${to.name}`));
    const guilty = meant.filter((edge) => truthOf(edge) === true);
    if (guilty.length > 0) return notMet(`${ways(guilty)} writes ${name} there${awaited ? ' while a client waits' : ''}.`, guilty.flatMap((edge) => (awaited ? clientPathOver(graph, edge) : [edge.from.id, edge.id, edge.to.id])));
    const open = meant.filter((edge) => truthOf(edge) === undefined);
    if (open.length > 0) return cannotTell(`Whether ${ways(open)} writes ${name} is not stated.`, [...carriedBy(open), ...open.filter((edge) => changes(edge) === undefined).map((edge) => ({ record: edge.id, property: 'access' }))]);
    return met(awaited ? `No client waits for such a write of ${name}.` : `${name} is never written there.`);
  },
);

const changes = (edge: Edge): Truth => (isRequest(edge) ? writes(edge) : true);
