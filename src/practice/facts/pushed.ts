import { every3, some3, type Truth } from '#base/truth.ts';
import type { Edge } from '#graph/graph.ts';
import { waysFrom } from '#graph/proxy.ts';
import { ofKind } from '#graph/roles.ts';
import type { DecidingField } from '../judgement.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy, whoDo } from './judging.ts';

const pushing: ReadonlySet<string> = new Set(['websocket', 'sse', 'long-polling']);

/** `push(E)`: whoever holds the open connections of clients gets the entity, and pushes over them. */
export const pushed = defineFact('push', 'An entity reaches clients over connections that stay open and that the server pushes on.', { entity }, ({ entity: id }, judging): Judgement => {
  const { graph } = judging;
  const name = judging.entityName(id);
  const ways = ofKind(graph, 'client').flatMap((client) => graph.out(client.id).flatMap((edge) => waysFrom(graph, edge).map(({ edges }) => edges)));
  const judged = ways.map((way) => {
    const last = way.at(-1) ?? way[0];
    const arrivals = graph.into(last.to.id).filter((edge) => !way.includes(edge) && edge.interaction !== 'dead-letter');
    const asked = graph.out(last.to.id).filter(({ interaction }) => interaction === 'request');
    const known = [...arrivals, ...asked, ...way];
    const gets = some3(known.map((edge) => judging.carries(edge, id)));
    return { way, known, truth: every3([isPushed(way[0]), way.every((edge) => isPushed(edge) !== false), gets]), gets };
  });
  const witness = (list: typeof judged): readonly string[] => list.flatMap(({ way, known }) => [...way.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]), ...known.filter((edge) => judging.carries(edge, id) === true).map((edge) => edge.id)]);
  const fitting = judged.filter(({ truth }) => truth === true);
  if (fitting.length > 0) return met(`${whoDo(fitting.map(({ way }) => (way.at(-1) ?? way[0]).to.name), 'pushes', 'push')} ${name} to clients.`, witness(fitting));
  const open = judged.filter(({ truth }) => truth === undefined);
  if (open.length > 0) return cannotTell(`Whether ${name} is pushed to clients is not stated.`, open.flatMap(({ way, known, gets }) => [...openPush(way[0]), ...(gets === undefined ? carriedBy(known) : [])]), witness(open));
  return notMet(`${name} is not pushed to any client.`);
});

const isPushed = ({ connection: { properties } }: Edge): Truth =>
  every3([properties.serverPush, properties.protocol === undefined ? undefined : pushing.has(properties.protocol)]);

const openPush = ({ id, connection: { properties } }: Edge): readonly DecidingField[] =>
  (['serverPush', 'protocol'] as const).filter((property) => properties[property] === undefined).map((property) => ({ record: id, property }));
