import { inferInteraction } from '#catalog/interaction.ts';
import type { Connection, Id, Side } from '../diagram.ts';
import { putRecord } from '../edits.ts';
import { type Command, transaction } from '../transaction.ts';

export interface NewConnection {
  readonly id: Id;
  readonly from: Id;
  readonly to: Id;
  readonly ports?: { readonly from?: Side; readonly to?: Side };
}

/**
 * Draws an arrow and states its interaction where only one makes sense. One that makes none is drawn all the same: a rule says so.
 * Null where an end is missing or the id is taken.
 */
export const connect: Command<NewConnection> = (diagram, { id, from, to, ports }) => {
  const source = diagram.components.get(from);
  const target = diagram.components.get(to);
  if (!source || !target || diagram.connections.has(id)) return null;
  const interaction = inferInteraction(source.kind, target.kind, target.properties.isDeadLetterQueue === true);
  const connection: Connection = { id, from, to, label: '', properties: interaction ? { interaction } : {}, ...(ports ? { ports } : {}) };
  return transaction(`Connect ${source.name} to ${target.name}`, diagram, putRecord(diagram, 'connections', connection));
};
