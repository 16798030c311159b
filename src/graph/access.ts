import type { Truth } from '#base/truth.ts';
import { isSynchronous } from '#catalog/interaction.ts';
import type { Edge } from './graph.ts';

/** Whether the call reads the target's data; not stated while its access is not. */
export function reads({ connection }: Edge): Truth {
  const { access } = connection.properties;
  return access === undefined ? undefined : access !== 'write';
}

/** Whether the call changes the target's data; not stated while its access is not. */
export function writes({ connection }: Edge): Truth {
  const { access } = connection.properties;
  return access === undefined ? undefined : access !== 'read';
}

export const isRequest = ({ interaction }: Edge): boolean => interaction === 'request';

/** Whether the caller waits: stated, else by what the arrow means. */
export function isSync({ connection, interaction }: Edge): Truth {
  const { synchrony } = connection.properties;
  if (synchrony) return synchrony === 'sync';
  return interaction === undefined ? undefined : isSynchronous(interaction);
}

const lasting: ReadonlySet<string> = new Set(['websocket', 'sse', 'long-polling', 'mqtt']);

/** Whether the connection stays open: stated, else by its protocol. */
export function isPersistent({ connection }: Edge): Truth {
  const { connectionLifetime, protocol } = connection.properties;
  if (connectionLifetime) return connectionLifetime === 'persistent';
  return protocol === undefined ? undefined : lasting.has(protocol);
}
