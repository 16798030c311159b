import { inferInteraction, isAllowed } from '#catalog/interaction.ts';
import type { Connection, Diagram, Id, Side } from '../diagram.ts';
import { putRecord, withProperties } from '../edits.ts';
import { type Command, transaction } from '../transaction.ts';

export interface NewEnd {
  readonly id: Id;
  readonly end: 'from' | 'to';
  readonly target: Id;
  /** The side that the user dropped it on; absent lets the route choose. */
  readonly port?: Side;
}

/** Moves one end of a connection to another component. Its interaction is inferred anew where the old one makes no sense there. */
export const reconnect: Command<NewEnd> = (diagram, { id, end, target, port }) => {
  const connection = diagram.connections.get(id);
  if (!connection || !diagram.components.has(target)) return null;
  const { waypoints: _, ports, ...rest } = connection;
  const other = end === 'from' ? 'to' : 'from';
  const sides = { ...(ports?.[other] ? { [other]: ports[other] } : {}), ...(port ? { [end]: port } : {}) };
  const moved: Connection = { ...rest, [end]: target, ...(Object.keys(sides).length > 0 ? { ports: sides } : {}) };
  return transaction('Reconnect', diagram, putRecord(diagram, 'connections', withSensibleInteraction(diagram, moved)));
};

/** Turns connections round. Null where none is named. */
export const reverseConnection: Command<{ readonly ids: Iterable<Id> }> = (diagram, { ids }) => {
  let next = diagram;
  for (const id of ids) {
    const connection = next.connections.get(id);
    if (!connection) continue;
    const { ports, waypoints, ...rest } = connection;
    const turned: Connection = {
      ...rest,
      from: connection.to,
      to: connection.from,
      ...(ports ? { ports: { from: ports.to, to: ports.from } } : {}),
      ...(waypoints ? { waypoints: waypoints.toReversed() } : {}),
    };
    next = putRecord(next, 'connections', withSensibleInteraction(next, turned));
  }
  return transaction('Reverse connection', diagram, next);
};

function withSensibleInteraction(diagram: Diagram, connection: Connection): Connection {
  const from = diagram.components.get(connection.from);
  const to = diagram.components.get(connection.to);
  const stated = connection.properties.interaction;
  if (!from || !to || (stated && isAllowed(stated, from.kind, to.kind))) return connection;
  const inferred = inferInteraction(from.kind, to.kind, to.properties.isDeadLetterQueue === true);
  return inferred ? withProperties(connection, { interaction: inferred }) : connection;
}
