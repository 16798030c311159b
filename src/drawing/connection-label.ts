import { isSynchronous } from '#catalog/interaction.ts';
import { optionLabel } from '#catalog/wording.ts';
import type { Connection } from '#diagram/diagram.ts';

const shortWords: Readonly<Record<string, string>> = { 'change-data-capture': 'CDC', 'acquire-lock': 'lock', 'cache-load': 'load', 'cache-flush': 'flush', 'origin-fetch': 'fetch' };

/** What stands on a connection: its own label, else the word that says most about it, else nothing. */
export function connectionText({ label, properties }: Connection): string {
  if (label.trim() !== '') return label.trim();
  const { interaction, protocol, access } = properties;
  if (interaction && interaction !== 'request') return shortWords[interaction] ?? optionLabel(interaction).toLowerCase();
  if (protocol === 'websocket' || protocol === 'sse' || protocol === 'grpc' || protocol === 'graphql') return optionLabel(protocol);
  if (access) return access === 'read-write' ? '' : optionLabel(access).toLowerCase();
  return '';
}

/** Whether nobody waits at the other end: such connections are dashed. */
export function isDashed({ properties }: Connection): boolean {
  if (properties.synchrony) return properties.synchrony === 'async';
  return properties.interaction !== undefined && !isSynchronous(properties.interaction);
}
