import type { Truth } from '#base/truth.ts';
import { isRequest, writes } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isBroker, isCompute } from '#graph/roles.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact, entity } from './fact.ts';
import { listed, whoDo } from './judging.ts';

/** Whoever takes the entity from a queue or stream bears to get the same message twice. */
export const repeatable = defineFact('repeatable', 'Whoever takes an entity from a queue or stream bears to get the same message twice; where nobody takes it, nothing can come twice.', { entity }, ({ entity: id }, judging): Judgement => {
  const { graph } = judging;
  const name = judging.entityName(id);
  const taken = graph.edges.filter((edge) => edge.interaction === 'consume' && isBroker(edge.from) && isCompute(edge.to) && judging.carries(edge, id) !== false);
  const judged = taken.map((edge) => ({ edge, truth: bearsRepeats(graph, edge) }));
  const witness = (list: typeof judged): readonly string[] => list.flatMap(({ edge }) => [edge.from.id, edge.id, edge.to.id]);
  const words = (list: typeof judged): string => listed(list.map(({ edge }) => edge.to.name));
  const harmed = judged.filter(({ edge, truth }) => truth === false && judging.carries(edge, id) === true);
  if (harmed.length > 0) return notMet(`${whoDo(harmed.map(({ edge }) => edge.to.name), 'acts', 'act')} twice when the same ${name} arrives twice.`, witness(harmed));
  const open = judged.filter(({ truth }) => truth !== true);
  if (open.length > 0) {
    const fields = open.flatMap(({ edge, truth }) => [...(judging.carries(edge, id) === undefined ? [{ record: edge.id, property: 'dataFlows' }] : []), ...(truth === undefined ? [{ record: edge.to.kind === 'service' ? edge.id : edge.to.id, property: 'idempotent' }] : [])]);
    return cannotTell(`What ${whoDo(open.map(({ edge }) => edge.to.name), 'does', 'do')} when the same ${name} arrives twice is not stated.`, fields, witness(open));
  }
  return met(judged.length === 0 ? `Nobody takes ${name} from a queue or stream, so it cannot arrive twice.` : `${words(judged)} may get the same ${name} twice without harm.`, witness(judged));
});

/** Stated of the consumer or the connection, or each of its effects is protected by itself. */
function bearsRepeats(graph: Graph, { connection, to }: Edge): Truth {
  const effects = graph.out(to.id).filter((edge) => edge.interaction === 'publish' || (isRequest(edge) && writes(edge) !== false));
  if (effects.length > 0 && effects.every(isProtected)) return true;
  return connection.properties.idempotent ?? to.properties.idempotent;
}

const isProtected = ({ connection: { properties } }: Edge): boolean => properties.idempotent === true || properties.idempotencyKey === true || properties.conditionalWrite === true;
