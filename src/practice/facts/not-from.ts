import { z } from 'zod';
import { type KindId, kinds } from '#catalog/kinds.ts';
import { cannotTell, met, notMet } from '../judgement.ts';
import { clientReads } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { edgeConditions, edgeMeets, edgeWords, openEdgeFields } from './edge-conditions.ts';
import { listed, whoDo } from './judging.ts';
import { selectorWords } from './selector.ts';

const kind = z.custom<KindId>((value) => kinds.some(({ id }) => id === value), 'must be a kind');

/** `not-from(E, kind)`: no client waits for a read of the entity from a store of this kind; conditions narrow the reads that are meant. */
export const notFrom = defineFact(
  'not-from',
  'No client waits for a read of an entity from a store of this kind (only reads that meet the conditions are meant).',
  { entity, kind, where: edgeConditions.optional() },
  ({ entity: id, kind: store, where = [] }, judging) => {
    const name = judging.entityName(id);
    const which = where.length === 0 ? '' : `, ${edgeWords(where)}`;
    const reads = clientReads(judging, id, (component) => component.kind === store);
    const guilty = reads.certain.filter((edge) => edgeMeets(edge, where) === true);
    if (guilty.length > 0) return notMet(`A client waits while ${whoDo(guilty.map(({ from }) => from.name), 'reads', 'read')} ${name} from ${listed(guilty.map(({ to }) => to.name))}${which}.`, guilty.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]));
    const unclear = reads.certain.filter((edge) => edgeMeets(edge, where) === undefined);
    const open = reads.open.filter((edge) => edgeMeets(edge, where) !== false);
    const fields = [...unclear.flatMap((edge) => openEdgeFields(edge, where)), ...reads.fields.filter(({ record }) => open.some((edge) => edge.id === record))];
    if (fields.length > 0) return cannotTell(`Whether ${name} is read from ${listed([...unclear, ...open].map(({ to }) => to.name))}${which} is not stated.`, fields);
    return met(`No client waits for a read of ${name} from ${selectorWords({ kind: store })}${which}.`);
  },
);
