import { z } from 'zod';
import { every3, type Truth } from '#base/truth.ts';
import type { Id } from '#diagram/diagram.ts';
import { reads, writes } from '#graph/access.ts';
import type { Edge } from '#graph/graph.ts';
import type { DecidingField } from '../judgement.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { edgeConditions, edgeMeets, openEdgeFields } from './edge-conditions.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy, type Judging, listed } from './judging.ts';

interface Candidate {
  readonly truth: Truth;
  readonly fields: readonly DecidingField[];
  readonly witness: readonly Id[];
  readonly name: string;
}

const presigned = ['authorization', '=', 'presigned-url'] as const;

/** `direct(client → blob)`: bytes go from clients to blob storage by presigned addresses, or come from it over a CDN; not through the own servers. */
export const direct = defineFact(
  'direct',
  'Clients write an entity straight to blob storage with presigned addresses, or read it from there over a CDN.',
  { entity, access: z.enum(['write', 'read'], 'must be write or read'), where: edgeConditions.optional() },
  ({ entity: id, access, where = [] }, judging): Judgement => {
    const name = judging.entityName(id);
    const candidates = access === 'write' ? uploads(judging, id, where) : deliveries(judging, id, where);
    const fitting = candidates.filter(({ truth }) => truth === true);
    if (fitting.length > 0) return met(`${name} goes ${access === 'write' ? 'straight to' : 'by the CDN, from'} blob storage: ${listed(fitting.map((each) => each.name))}.`, fitting.flatMap(({ witness }) => witness));
    const open = candidates.filter(({ truth }) => truth === undefined);
    if (open.length > 0) return cannotTell(`${listed(open.map((each) => each.name))} may be it: say more about the connection.`, open.flatMap(({ fields }) => fields), open.flatMap(({ witness }) => witness));
    return notMet(access === 'write' ? `No client uploads ${name} straight to blob storage with a presigned address.` : `No client reads ${name} over a CDN from blob storage.`, candidates.flatMap(({ witness }) => witness));
  },
);

function uploads(judging: Judging, entityId: string, where: readonly Parameters<typeof edgeMeets>[1][number][]): readonly Candidate[] {
  const wanted = [presigned, ...where];
  return judging.graph.edges
    .filter(({ from, to }) => from.kind === 'client' && to.kind === 'blob-storage')
    .map((edge) => ({
      truth: every3([writes(edge), judging.carries(edge, entityId), edgeMeets(edge, wanted)]),
      fields: [...(writes(edge) === undefined ? [{ record: edge.id, property: 'access' }] : []), ...carriedBy([edge]), ...openEdgeFields(edge, wanted)],
      witness: [edge.from.id, edge.id, edge.to.id],
      name: `${edge.from.name} → ${edge.to.name}`,
    }));
}

function deliveries(judging: Judging, entityId: string, where: readonly Parameters<typeof edgeMeets>[1][number][]): readonly Candidate[] {
  const { graph } = judging;
  const visits = graph.edges.filter(({ from, to }) => from.kind === 'client' && to.kind === 'cdn');
  const fetches = (edge: Edge): readonly Edge[] => graph.out(edge.to.id).filter(({ interaction, to }) => interaction === 'origin-fetch' && to.kind === 'blob-storage');
  return visits.flatMap((edge) =>
    fetches(edge).map((fetch) => ({
      truth: every3([reads(edge), judging.carries(edge, entityId), judging.carries(fetch, entityId), edgeMeets(edge, where)]),
      fields: [...(reads(edge) === undefined ? [{ record: edge.id, property: 'access' }] : []), ...carriedBy([edge, fetch]), ...openEdgeFields(edge, where)],
      witness: [edge.from.id, edge.id, edge.to.id, fetch.id, fetch.to.id],
      name: `${edge.from.name} → ${edge.to.name} → ${fetch.to.name}`,
    })),
  );
}
