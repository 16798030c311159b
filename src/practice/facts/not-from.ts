import { z } from 'zod';
import { type KindId, kinds } from '#catalog/kinds.ts';
import { cannotTell, met, notMet } from '../judgement.ts';
import { clientReads } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { edgeConditions, edgeMeets, openEdgeFields } from './edge-conditions.ts';
import { listed } from './judging.ts';

const kind = z.custom<KindId>((value) => kinds.some(({ id }) => id === value), 'must be a kind');

/** `not-from(E, kind)`: no client waits for a read of the entity from a store of this kind; conditions narrow the reads that are meant. */
export const notFrom = defineFact(
  'not-from',
  'No client waits for a read of an entity from a store of this kind (only reads that meet the conditions are meant).',
  { entity, kind, where: edgeConditions.optional() },
  ({ entity: id, kind: store, where = [] }, judging) => {
    const name = judging.entityName(id);
    const reads = clientReads(judging, id, (component) => component.kind === store);
    const guilty = reads.certain.filter((edge) => edgeMeets(edge, where) === true);
    if (guilty.length > 0) return notMet(`${listed(guilty.map(({ from, to }) => `${from.name} → ${to.name}`))} reads ${name} there while a client waits.`, guilty.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]));
    const unclear = reads.certain.filter((edge) => edgeMeets(edge, where) === undefined);
    const open = reads.open.filter((edge) => edgeMeets(edge, where) !== false);
    const fields = [...unclear.flatMap((edge) => openEdgeFields(edge, where)), ...reads.fields.filter(({ record }) => open.some((edge) => edge.id === record))];
    if (fields.length > 0) return cannotTell(`Whether ${name} is read there is not stated.`, fields);
    return met(`No client waits for such a read of ${name}.`);
  },
);
