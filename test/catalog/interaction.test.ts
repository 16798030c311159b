import { describe, expect, test } from 'vitest';
import { interactions } from '#catalog/connection.ts';
import { inferInteraction, interactionsBetween, isAllowed, isSynchronous } from '#catalog/interaction.ts';
import { kinds } from '#catalog/kinds.ts';

const short: Readonly<Record<string, string>> = {
  db: 'core-database',
  blob: 'blob-storage',
  search: 'search-database',
  gateway: 'api-gateway',
  balancer: 'load-balancer',
  queue: 'queue',
  stream: 'stream',
  lock: 'distributed-lock',
  cache: 'distributed-cache',
  cdn: 'cdn',
  client: 'client',
  service: 'service',
  worker: 'worker',
  job: 'scheduled-job',
  external: 'external-system',
};

/** Row by row what each kind may do to which others; everything else makes no sense. */
const table = `
  request             client                                    service worker gateway balancer db blob search cache external cdn queue stream lock
  request             service worker job external gateway balancer  service worker gateway balancer db blob search cache external cdn
  publish             service worker job external gateway blob client   queue stream
  consume             queue stream                              service worker search cache blob db external stream
  change-data-capture  db                                       stream queue worker service
  replicate           db                                        db
  replicate           blob                                      blob
  replicate           search                                    search
  replicate           cache                                     cache
  replicate           stream                                    stream
  dead-letter         queue stream worker service               queue
  origin-fetch        cdn                                       blob service gateway balancer external cdn
  cache-load          cache                                     db search blob service
  cache-flush         cache                                     db queue stream
  acquire-lock        service worker job                        lock
  invalidate          service worker job db stream queue        cache cdn
`;

const allowed = new Set(
  table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [interaction = '', sources = '', targets = ''] = row.trim().split(/\s{2,}/);
      return sources.split(' ').flatMap((from) => targets.split(' ').map((to) => `${interaction} ${short[from]} ${short[to]}`));
    }),
);

describe('which arrow makes sense between which kinds', () => {
  test('the short names are the kinds', () => {
    expect(Object.values(short).sort()).toEqual(kinds.map(({ id }) => id).sort());
  });

  test.each(interactions)('%s', (interaction) => {
    const found = kinds.flatMap((from) => kinds.filter((to) => isAllowed(interaction, from.id, to.id)).map((to) => `${interaction} ${from.id} ${to.id}`));
    expect(found.sort()).toEqual([...allowed].filter((triple) => triple.startsWith(`${interaction} `)).sort());
  });

  test('nothing makes sense with a kind that nobody knows, whatever its name', () => {
    for (const odd of ['quantum-store', 'constructor', '__proto__', '', 'boundary', 'note']) {
      expect(interactionsBetween(odd, 'queue')).toEqual([]);
      expect(interactionsBetween('service', odd)).toEqual([]);
    }
  });
});

describe('what a new arrow means', () => {
  test.each([
    ['client', 'service', 'request'],
    ['service', 'core-database', 'request'],
    ['service', 'queue', 'publish'],
    ['worker', 'queue', 'publish'],
    ['queue', 'worker', 'consume'],
    ['queue', 'queue', 'dead-letter'],
    ['stream', 'queue', 'dead-letter'],
    ['core-database', 'queue', 'change-data-capture'],
    ['core-database', 'core-database', 'replicate'],
    ['cdn', 'blob-storage', 'origin-fetch'],
    ['service', 'distributed-lock', 'acquire-lock'],
    ['client', 'distributed-lock', 'request'],
    ['client', 'queue', undefined],
    ['service', 'cdn', undefined],
    ['service', 'distributed-cache', undefined],
    ['stream', 'stream', undefined],
    ['cdn', 'client', undefined],
  ])('%s to %s: %s', (from, to, interaction) => {
    expect(inferInteraction(from, to)).toBe(interaction);
  });

  test('a queue that says it collects dead letters gets them', () => {
    expect(inferInteraction('worker', 'queue', true)).toBe('dead-letter');
    expect(inferInteraction('service', 'queue', true)).toBe('dead-letter');
    expect(inferInteraction('scheduled-job', 'queue', true)).toBe('publish');
  });

  test('the caller waits for requests, fetches, loads and locks only', () => {
    expect(interactions.filter(isSynchronous)).toEqual(['request', 'origin-fetch', 'cache-load', 'acquire-lock']);
  });
});
