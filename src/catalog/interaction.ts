import { type Interaction, interactions } from './connection.ts';

const requesters = ['client', 'service', 'worker', 'scheduled-job', 'external-system', 'api-gateway', 'load-balancer'];
const brokers = ['queue', 'stream'];

/** Which connection makes sense between which kinds, as [from, to] pairs of lists. */
const allowed: Readonly<Record<Interaction, readonly (readonly [from: readonly string[], to: readonly string[]])[]>> = {
  request: [
    [
      requesters,
      ['service', 'worker', 'api-gateway', 'load-balancer', 'core-database', 'blob-storage', 'search-database', 'distributed-cache', 'external-system', 'cdn'],
    ],
    // Representable, so that the rules about clients can speak.
    [['client'], ['queue', 'stream', 'distributed-lock']],
  ],
  publish: [[['service', 'worker', 'scheduled-job', 'external-system', 'api-gateway', 'blob-storage', 'client'], brokers]],
  consume: [
    [brokers, ['service', 'worker', 'search-database', 'distributed-cache', 'blob-storage', 'core-database', 'external-system', 'stream']],
  ],
  'change-data-capture': [[['core-database'], ['stream', 'queue', 'worker', 'service']]],
  replicate: ['core-database', 'blob-storage', 'search-database', 'distributed-cache', 'stream'].map((kind) => [[kind], [kind]] as const),
  'dead-letter': [[['queue', 'stream', 'worker', 'service'], ['queue']]],
  'origin-fetch': [[['cdn'], ['blob-storage', 'service', 'api-gateway', 'load-balancer', 'external-system', 'cdn']]],
  'cache-load': [[['distributed-cache'], ['core-database', 'search-database', 'blob-storage', 'service']]],
  'cache-flush': [[['distributed-cache'], ['core-database', 'queue', 'stream']]],
  'acquire-lock': [[['service', 'worker', 'scheduled-job'], ['distributed-lock']]],
  invalidate: [[['service', 'worker', 'scheduled-job', 'core-database', 'stream', 'queue'], ['distributed-cache', 'cdn']]],
};

const between = new Map<string, readonly Interaction[]>();

/** The interactions that make sense from one kind to another, in the order of the vocabulary. */
export function interactionsBetween(from: string, to: string): readonly Interaction[] {
  const pair = `${from} ${to}`;
  const known = between.get(pair) ?? interactions.filter((interaction) => isAllowed(interaction, from, to));
  between.set(pair, known);
  return known;
}

/** Whether this interaction makes sense from one kind to another. */
export function isAllowed(interaction: Interaction, from: string, to: string): boolean {
  return allowed[interaction].some(([sources, targets]) => sources.includes(from) && targets.includes(to));
}

/**
 * The interaction that a new arrow between two kinds has: the only one that makes sense.
 * A service's or worker's arrow into a queue is dead-letter where the queue says so, otherwise publish. Undefined where it stays open.
 */
export function inferInteraction(from: string, to: string, toDeadLetterQueue = false): Interaction | undefined {
  const candidates = interactionsBetween(from, to);
  if (candidates.length === 1) return candidates[0];
  if (to === 'queue' && (from === 'service' || from === 'worker')) return toDeadLetterQueue ? 'dead-letter' : 'publish';
  return undefined;
}

const waiting: ReadonlySet<Interaction> = new Set(['request', 'origin-fetch', 'cache-load', 'acquire-lock']);

/** Whether the caller of such an interaction waits for the result. */
export const isSynchronous = (interaction: Interaction): boolean => waiting.has(interaction);
