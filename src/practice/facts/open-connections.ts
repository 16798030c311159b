import { z } from 'zod';
import { quantity } from '#catalog/wording.ts';
import type { Component } from '#diagram/diagram.ts';
import { isPersistent } from '#graph/access.ts';
import { waysFrom } from '#graph/proxy.ts';
import { isInScope, ofKind } from '#graph/roles.ts';
import { type DecidingField, type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact } from './fact.ts';
import { listed } from './judging.ts';

/** So many clients are connected at a time, and the services that hold their connections have room for them. */
export const openConnections = defineFact(
  'open-connections',
  'The connections that clients keep open add up to at least so many at peak, and the services that hold them have room for all.',
  { atLeast: z.number('must be a number').positive('must be above 0') },
  ({ atLeast }, { graph }): Judgement => {
    const calls = ofKind(graph, 'client').flatMap(({ id }) => graph.out(id));
    const lasting = calls.filter((edge) => isPersistent(edge) === true);
    const amount = lasting.reduce((sum, { connection }) => sum + (connection.properties.concurrentConnections ?? 0), 0);
    const wanted = quantity(atLeast, undefined);
    const holders = [...new Set(lasting.flatMap((edge) => waysFrom(graph, edge).flatMap(({ edges }) => edges.at(-1)?.to ?? [])))].filter((component) => component.kind === 'service' && isInScope(component));
    const witness = [...lasting.flatMap(({ from, id }) => [from.id, id]), ...holders.map(({ id }) => id)];
    if (amount < atLeast) {
      const uncounted = lasting.filter(({ connection }) => connection.properties.concurrentConnections === undefined).map(({ id }) => ({ record: id, property: 'concurrentConnections' }));
      const unclear = calls.filter((edge) => isPersistent(edge) === undefined).map(({ id }) => ({ record: id, property: 'protocol' }));
      if (uncounted.length + unclear.length > 0) return cannotTell(`How many connections are open at peak is not stated; ${wanted} were asked for.`, [...uncounted, ...unclear]);
      return notMet(`${lasting.length === 0 ? 'No client keeps a connection open' : `${quantity(amount, undefined)} connections are open at peak`}; ${wanted} were asked for.`, witness);
    }
    const room = holders.reduce((sum, component) => sum + roomOf(component), 0);
    if (room >= amount) return met(`${quantity(amount, undefined)} connections are open at peak; ${listed(holders.map(({ name }) => name))} can hold ${quantity(room, undefined)}.`, witness);
    const open = holders.flatMap(unsaid);
    if (holders.length === 0 || open.length > 0) return cannotTell(`What holds ${quantity(amount, undefined)} connections, and how many it can hold, is not stated.`, open, witness);
    return notMet(`${quantity(amount, undefined)} connections are open at peak; ${listed(holders.map(({ name }) => name))} can hold ${quantity(room, undefined)}.`, witness);
  },
);

/** What runs now counts, and what automatic scaling may add. */
function roomOf({ properties: { instances = 0, maxInstances = 0, autoScaling, maxConnectionsPerInstance = 0 } }: Component): number {
  return (autoScaling === 'automatic' ? Math.max(instances, maxInstances) : instances) * maxConnectionsPerInstance;
}

const unsaid = ({ id, properties }: Component): readonly DecidingField[] =>
  (['maxConnectionsPerInstance', properties.autoScaling === 'automatic' ? 'maxInstances' : 'instances'] as const).filter((name) => properties[name] === undefined).map((property) => ({ record: id, property }));
