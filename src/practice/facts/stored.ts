import { every3, type Truth } from '#base/truth.ts';
import { isRequest, writes } from '#graph/access.ts';
import { awaitedByClients } from '#graph/client-path.ts';
import type { Edge } from '#graph/graph.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy, listed } from './judging.ts';
import { isOfKind, openFields, selectorSchema, selects, selectorWords } from './selector.ts';

/** `stored(E, in)`: a client has its answer only when such a store or log has the entity. */
export const stored = defineFact(
  'stored',
  'Whoever answers a client first writes an entity to such a store, or publishes it to such a stream, and fails if that fails.',
  { entity, in: selectorSchema },
  ({ entity: id, in: wanted }, judging): Judgement => {
    const { graph } = judging;
    const name = judging.entityName(id);
    const awaited = awaitedByClients(graph);
    const changes = (edge: Edge): Truth => (edge.interaction === 'publish' ? true : isRequest(edge) && edge.connection.properties.synchrony !== 'async' && writes(edge));
    const judged = graph.edges
      .filter(({ from, to }) => awaited.has(from.id) && isOfKind(wanted, to))
      .map((edge) => ({ edge, kept: every3([changes(edge), judging.carries(edge, id), selects(wanted, edge.to)]), isVital: edge.connection.properties.critical !== false && edge.connection.properties.lossTolerant !== true }));
    const witness = (list: typeof judged): readonly string[] => list.flatMap(({ edge }) => [edge.from.id, edge.id, edge.to.id]);
    const words = (list: typeof judged): string => listed(list.map(({ edge }) => edge.to.name));
    const vital = judged.filter(({ isVital }) => isVital);
    const certain = vital.filter(({ kept }) => kept === true);
    if (certain.length > 0) return met(`No client has its answer before ${words(certain)} has ${name}.`, witness(certain));
    const open = vital.filter(({ kept }) => kept === undefined);
    if (open.length > 0) {
      const fields = open.flatMap(({ edge }) => [...carriedBy([edge]), ...(changes(edge) === undefined ? [{ record: edge.id, property: 'access' }] : []), ...openFields(wanted, edge.to)]);
      return cannotTell(`Whether ${name} is kept in ${words(open)} before the answer is not stated.`, fields, witness(open));
    }
    const dispensable = judged.filter(({ kept, isVital }) => kept !== false && !isVital);
    if (dispensable.length > 0) return notMet(`The client has its answer even if ${words(dispensable)} never gets ${name}.`, witness(dispensable));
    return notMet(`Nobody writes ${name} to ${selectorWords(wanted)} before the client has its answer.`);
  },
);
