import { connect } from '#diagram/commands/connect.ts';
import { reconnect } from '#diagram/commands/reconnect.ts';
import type { Connection, Id } from '#diagram/diagram.ts';
import type { Editor, Tool } from '#editor/editor.ts';

/** Finishes what the connect tool has begun, at a component: a new connection, or another end for one that is there. */
export function connectWith(editor: Editor, { from, moves }: Omit<Extract<Tool, { type: 'connect' }>, 'type'>, target: Id, ports?: NonNullable<Connection['ports']>): void {
  const { diagram } = editor.store.getState();
  if (moves) {
    editor.dispatch(reconnect(diagram, { id: moves.connection, end: moves.end, target }), [moves.connection]);
    return;
  }
  const id = editor.freshId();
  editor.dispatch(connect(diagram, { id, from, to: target, ...(ports ? { ports } : {}) }), [id]);
}
