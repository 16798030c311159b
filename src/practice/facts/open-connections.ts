import { z } from 'zod';
import { quantity } from '#catalog/wording.ts';
import { isPersistent } from '#graph/access.ts';
import { ofKind } from '#graph/roles.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact } from './fact.ts';

/** The design is drawn for as many clients as were asked for: what their lasting connections add up to. */
export const openConnections = defineFact(
  'open-connections',
  'The connections that clients keep open add up to at least so many at peak.',
  { atLeast: z.number('must be a number').positive('must be above 0') },
  ({ atLeast }, { graph }): Judgement => {
    const calls = ofKind(graph, 'client').flatMap(({ id }) => graph.out(id));
    const lasting = calls.filter((edge) => isPersistent(edge) === true);
    const witness = lasting.flatMap(({ from, id }) => [from.id, id]);
    const amount = lasting.reduce((sum, { connection }) => sum + (connection.properties.concurrentConnections ?? 0), 0);
    const wanted = quantity(atLeast, undefined);
    if (amount >= atLeast) return met(`${quantity(amount, undefined)} connections are open at peak.`, witness);
    const uncounted = lasting.filter(({ connection }) => connection.properties.concurrentConnections === undefined).map(({ id }) => ({ record: id, property: 'concurrentConnections' }));
    const unclear = calls.filter((edge) => isPersistent(edge) === undefined).map(({ id }) => ({ record: id, property: 'protocol' }));
    if (uncounted.length + unclear.length > 0) return cannotTell(`How many connections are open at peak is not stated; ${wanted} were asked for.`, [...uncounted, ...unclear]);
    return notMet(`${lasting.length === 0 ? 'No client keeps a connection open' : `${quantity(amount, undefined)} connections are open at peak`}; ${wanted} were asked for.`, witness);
  },
);
