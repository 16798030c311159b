import { z } from 'zod';
import { every3, some3, type Truth } from '#base/truth.ts';
import type { Component } from '#diagram/diagram.ts';
import { reads } from '#graph/access.ts';
import type { Edge } from '#graph/graph.ts';
import type { DecidingField } from '../judgement.ts';
import { cannotTell, met, notMet } from '../judgement.ts';
import { clientReads, type EntityEdges, mayRequest, readsHandling, unclearInteractions } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy, type Judging, listed, waysOf, whoDo } from './judging.ts';

const answersFast: ReadonlySet<string> = new Set(['distributed-cache', 'cdn', 'search-database']);
const caches: ReadonlySet<string> = new Set(['distributed-cache', 'cdn']);

/** `cached(E, min)`: a database is asked for the entity only on the misses of a cache that hits often enough, or not at all. `handling` means the reads of whoever deals with that other entity. */
export const cached = defineFact(
  'cached',
  'Reads of an entity that clients wait for go to a core database only on the misses of a cache with at least this share of hits, or never; with `handling` another entity: the reads of whoever gets that one.',
  { entity, hitRatio: z.number('must be a number').min(0, 'must be from 0 to 1').max(1, 'must be from 0 to 1'), handling: entity.optional() },
  ({ entity: id, hitRatio, handling }, judging) => {
    const name = judging.entityName(id);
    const readsOf = (isSource: (component: Component) => boolean): EntityEdges => (handling === undefined ? clientReads(judging, id, isSource) : readsHandling(judging, id, handling, isSource));
    const fromDatabase = readsOf(({ kind }) => kind === 'core-database');
    const fromCache = readsOf(({ kind }) => answersFast.has(kind));
    const witness = (edges: readonly Edge[]): readonly string[] => edges.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]);
    const unclear = fromDatabase.open.filter((edge) => behindCache(judging, edge, id, fromCache.certain, hitRatio).truth !== true);
    const unsaid = fromDatabase.fields.filter(({ record }) => unclear.some((edge) => edge.id === record));
    if (fromDatabase.certain.length === 0) {
      if (fromCache.certain.length > 0 && unclear.length === 0) return met(`${name} is read from ${listed(fromCache.certain.map(({ to }) => to.name))} alone.`, witness(fromCache.certain));
      const open = { edges: [...fromDatabase.open, ...fromCache.open], fields: [...fromDatabase.fields, ...fromCache.fields] };
      if (open.edges.length > 0) return cannotTell(`Nothing says where ${name} is read.`, open.fields);
      return notMet(handling === undefined ? `No client gets to read ${name} from a cache.` : `Nobody who gets ${judging.entityName(handling)} looks at ${name}.`);
    }
    const judged = fromDatabase.certain.map((edge) => ({ edge, ...behindCache(judging, edge, id, fromCache.certain, hitRatio) }));
    const bare = judged.filter(({ truth }) => truth === false).map(({ edge }) => edge);
    if (bare.length > 0) return notMet(`${whoDo(bare.map(({ from }) => from.name), 'asks', 'ask')} ${listed(bare.map(({ to }) => to.name))} for ${name}, and no cache answers ${Math.round(hitRatio * 100)} % of it before.`, witness(bare));
    const open = judged.filter(({ truth }) => truth === undefined);
    if (open.length > 0) return cannotTell(`How often the cache answers for ${name} is not stated.`, open.flatMap(({ fields }) => fields), witness(open.map(({ edge }) => edge)));
    if (unclear.length > 0) return cannotTell(`Whether ${name} is read over ${waysOf(unclear)} too is not stated.`, unsaid, witness(unclear));
    return met(`A cache answers most reads of ${name} before ${listed(judged.map(({ edge }) => edge.to.name))} is asked.`, [...witness(fromCache.certain), ...witness(fromDatabase.certain)]);
  },
);

/** Whether the read is a miss of a cache that is asked for the entity before, and that hits often enough. */
function behindCache({ diagram, graph, carries }: Judging, edge: Edge, entityId: string, cacheReads: readonly Edge[], least: number): { readonly truth: Truth; readonly fields: readonly DecidingField[] } {
  if (least === 0) return { truth: true, fields: [] };
  const missOf = edge.connection.properties.cacheMissOf;
  const cache = missOf === undefined ? undefined : diagram.components.get(missOf);
  if (!cache) {
    const isAsked = cacheReads.some(({ from, to }) => (from.id === edge.from.id && to.kind === 'distributed-cache') || to.kind === 'cdn');
    const mayBeAsked = graph.out(edge.from.id).filter((other) => caches.has(other.to.kind) && mayRequest(other) && reads(other) !== false && carries(other, entityId) !== false);
    return isAsked || mayBeAsked.length > 0 ? { truth: undefined, fields: [{ record: edge.id, property: 'cacheMissOf' }, ...unclearInteractions(mayBeAsked)] } : { truth: false, fields: [] };
  }
  const asks = graph.into(cache.id).filter(mayRequest);
  const isAsked = caches.has(cache.kind) && some3(asks.map((other) => every3([other.interaction !== undefined || undefined, reads(other), carries(other, entityId)])));
  const { hitRatio } = cache.properties;
  const fields = [...(hitRatio === undefined ? [{ record: cache.id, property: 'hitRatio' }] : []), ...(isAsked === undefined ? [...unclearInteractions(asks), ...carriedBy(asks), ...asks.filter((other) => reads(other) === undefined).map(({ id }) => ({ record: id, property: 'access' }))] : [])];
  return { truth: every3([isAsked, hitRatio === undefined ? undefined : hitRatio >= least]), fields };
}
