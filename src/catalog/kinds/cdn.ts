import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';
import { sources } from '../sources.ts';

export const cdn = defineKind({
  id: 'cdn',
  label: 'CDN',
  family: 'traffic',
  summary: 'Copies of content near the users, fetched from an origin when they miss.',
  silhouette: 'pill',
  traits: [],
  section: 'building-block',
  entries: [
    {
      id: 'cdn',
      label: 'CDN',
      shortcut: '0',
      glyph: ['M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z', 'M4 12h16', 'M12 4c2.3 2.2 3.5 4.9 3.5 8s-1.2 5.8-3.5 8c-2.3-2.2-3.5-4.9-3.5-8S9.7 6.2 12 4z'],
    },
  ],
  properties: properties({
    ...common,
    contentTypes: { type: 'list', item: { type: 'enum', options: ['static-assets', 'images', 'video', 'downloads', 'html', 'api-responses'] }, label: 'Content types', help: 'What it delivers.', group: 'general', key: true, typical: 'Static assets' },
    pullOrPush: { type: 'enum', options: ['pull', 'push'], label: 'Pull or push', help: 'Whether it fetches on the first miss, or you upload ahead.', group: 'behaviour', typical: 'pull' },
    ttlSeconds: { type: 'number', min: 0, unit: 's', label: 'Expiry (TTL)', help: 'How long it keeps an answer when the origin says nothing.', group: 'behaviour', key: true, typical: 86400 },
    respectsCacheControl: { type: 'boolean', label: 'Respects Cache-Control', help: 'What the headers of the origin say goes first.', group: 'behaviour', typical: true },
    cacheKey: { type: 'list', item: { type: 'enum', options: ['path', 'query', 'host', 'headers', 'cookies', 'identity'] }, label: 'Cache key', help: 'What two requests must share to get the same answer. Leave identity out only of what everybody may see.', group: 'behaviour', typical: 'Path and host' },
    personalizedPolicy: { type: 'enum', options: ['bypass', 'private-header', 'vary-by-identity', 'edge-compute', 'cached-shared'], label: 'Personalised answers', help: 'How answers that differ per user are kept from strangers.', group: 'behaviour', key: true, typical: 'bypass' },
    invalidation: { type: 'list', item: { type: 'enum', options: ['none', 'ttl', 'purge', 'versioned-urls', 'surrogate-keys'] }, label: 'Invalidation', help: 'How people get the new version after a change.', group: 'behaviour', key: true, typical: 'Versioned URLs' },
    evictionPolicy: { type: 'enum', options: ['provider-default', 'lru', 'lfu', 'fifo'], label: 'Eviction policy', help: 'What makes room when an edge is full.', group: 'behaviour', key: true, typical: 'provider-default' },
    hitRatio: { type: 'ratio', label: 'Hit ratio', help: 'Share of the requests that the edge answers.', group: 'capacity', typical: 0.9 },
    originShield: { type: 'boolean', label: 'Origin shield', help: 'One more cache gathers the misses of all edges before they reach the origin.', group: 'behaviour' },
    requestCoalescing: { type: 'boolean', label: 'Request coalescing', help: 'Many misses for one object become one fetch.', group: 'behaviour', typical: true },
    staleWhileRevalidate: { type: 'boolean', label: 'Stale while revalidate', help: 'Serves the old entry while fetching the new one.', group: 'behaviour' },
    staleIfError: { type: 'boolean', label: 'Stale if error', help: 'Serves the old entry while the origin fails.', group: 'behaviour' },
    signedUrls: { type: 'boolean', label: 'Signed URLs', help: 'Private content is reached by links that expire.', group: 'security' },
    originAccessRestricted: { type: 'boolean', label: 'Origin closed to others', help: 'Nobody but the CDN can read the origin.', group: 'security', typical: true },
    rangeRequests: { type: 'boolean', label: 'Range requests', help: 'Parts of a file can be asked for, as video players do.', group: 'behaviour' },
    compression: { type: 'boolean', label: 'Compression', help: 'Answers travel compressed.', group: 'behaviour' },
    waf: { type: 'boolean', label: 'Web application firewall', help: 'Attacks are filtered at the edge.', group: 'security' },
  }),
  detail: ['technology', 'contentTypes', 'ttlSeconds', 'hitRatio'],
  caveats: [
    { text: 'It is a cache: keys, expiry, invalidation and stampedes all apply.' },
    { text: 'Static files with versioned names can stay for a year. Dynamic answers can stay for seconds and still take off most of the load, if they are asked for often and all users may share them.' },
    { text: 'Not cached is not useless: TLS near the user, reused connections and absorbed attacks help dynamic calls.' },
    { text: 'Whatever the key leaves out is shared. Personal data without identity in the key goes to strangers.', source: sources.rfc9111 },
    { text: 'Defaults differ: CloudFront keeps 24 hours when headers are silent, Cloudflare ignores HTML and JSON unless told.', source: sources.cloudflare },
    { text: 'A purge reaches one location after the other. Prefer new names.' },
    { text: 'After a purge or a cold start every request reaches the origin. Shield it.' },
    { text: 'Only GET and HEAD are cached. Writes pass through.' },
  ],
  products: [
    { name: 'Amazon CloudFront', aliases: ['cloudfront'], facts: ['Keeps 24 hours when the origin says nothing, a year at most by default.', 'Can be the only reader of an S3 bucket; offers an origin shield.'] },
    { name: 'Cloudflare', facts: ['Caches by file extension; HTML and JSON not by default.', 'Keeps a plain 200 for 120 minutes; many misses become one fetch.'] },
    { name: 'Fastly', facts: ['Purges at once, by surrogate keys. Runs code at the edge.'] },
    { name: 'Akamai', facts: ['The most locations, in tiers.'] },
    { name: 'Google Cloud CDN', aliases: ['azure front door'], facts: ['Comes with its balancer, as does Azure Front Door.'] },
  ],
  presets: [
    {
      id: 'cloudfront',
      title: 'CloudFront',
      technology: 'Amazon CloudFront',
      values: { ttlSeconds: 86_400, pullOrPush: 'pull', highAvailability: 'managed', requestCoalescing: true },
    },
    {
      id: 'cloudflare',
      title: 'Cloudflare',
      technology: 'Cloudflare',
      values: { ttlSeconds: 7200, pullOrPush: 'pull', highAvailability: 'managed', requestCoalescing: true },
    },
  ],
  searchWords: ['content delivery network', 'edge', 'static'],
});
