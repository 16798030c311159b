import { kindOf } from './kinds.ts';
import { entryOf } from './palette.ts';
import type { Property } from './property.ts';
import { optionPhrase, quantity, sentenceCase, valueText } from './wording.ts';

const fitsUsually = (text: string): boolean => text.length <= 26;

const count = (value: unknown, noun: string): string => `${Number(value).toLocaleString('en-US')} ${noun}${value === 1 ? '' : 's'}`;

/** A word for true, and silence otherwise. */
const onlyIf = (word: string) => (value: unknown) => (value === true ? word : undefined);

/** An option in words, and silence for the option that says nothing. */
const unless = (silent: string, write: (phrase: string) => string = (phrase) => phrase) => (value: unknown) => (value === silent ? undefined : write(optionPhrase(String(value))));

/** Values that read better in words of their own than as value alone. Undefined leaves the value out. */
const phrases: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  technology: (value) => String(value).replace(/^(Amazon|Apache|AWS) /, ''),
  instances: (value) => count(value, 'instance'),
  replicas: (value) => (value === 0 ? 'no replica' : count(value, 'replica')),
  replicationFactor: (value) => `RF ${String(value)}`,
  replicasPerShard: (value) => `RF ${Number(value) + 1}`,
  shardCount: (value) => count(value, 'shard'),
  shardKey: (value) => `by ${String(value)}`,
  partitions: (value) => count(value, 'partition'),
  partitioning: unless('none'),
  partitionKey: (value) => `by ${String(value)}`,
  maxDeliveryAttempts: (value) => (value === 'unlimited' ? 'endless retries' : count(value, 'attempt')),
  isDeadLetterQueue: onlyIf('dead letters'),
  ordering: unless('none'),
  stickySessions: (value) => `sticky ${optionPhrase(String(value))}`,
  hitRatio: (value) => `${valueText({ type: 'ratio' }, Math.round(Number(value) * 100) / 100)} hits`,
  ttlMs: (value) => (typeof value === 'number' ? `TTL ${quantity(value, 'ms')}` : 'no expiry'),
  ttlSeconds: (value) => `TTL ${quantity(Number(value), 's')}`,
  granularity: (value) => (value === 'global' ? 'one for all' : `per ${optionPhrase(String(value))}`),
  chunkedUpload: onlyIf('chunked'),
  fencingToken: onlyIf('fenced'),
  fuzzySearch: unless('off', () => 'fuzzy'),
  idempotent: onlyIf('idempotent'),
  autoScaling: (value) => (value === 'automatic' ? 'scales' : undefined),
  rateLimiting: unless('none', (phrase) => `${phrase} limits`),
  writeStrategy: unless('none'),
  overlapPolicy: (value) => ({ allow: 'runs may overlap', forbid: 'one at a time', replace: 'latest run wins' })[String(value)],
  schedule: (value) => schedulePhrase(String(value)),
};

/** The second line of a card: the most telling stated values, as many as fit. The label of the kind where nothing is stated. */
export function detailOf(kindId: string, properties: Readonly<Record<string, unknown>>, fits: (text: string) => boolean = fitsUsually): string {
  const kind = kindOf(kindId);
  if (!kind) return kindId;
  let line = '';
  for (const name of kind.detail) {
    const property = kind.properties[name];
    const part = property && phrase(name, property, properties[name]);
    if (!part || line.toLowerCase().includes(part.toLowerCase())) continue;
    const isVerbatim = property.type === 'product' || (property.type === 'text' && part === properties[name]);
    const longer = line === '' ? (isVerbatim ? part : sentenceCase(part)) : `${line}, ${part}`;
    if (line === '' || fits(longer)) line = longer;
  }
  return line === '' ? (entryOf(kindId, properties)?.label ?? kind.label) : line;
}

function phrase(name: string, property: Property, value: unknown): string | undefined {
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) return undefined;
  const own = phrases[name];
  if (own) return own(value);
  if (Array.isArray(value)) return value.length > 0 ? value.map((item) => optionPhrase(String(item))).join(', ') : undefined;
  return property.type === 'enum' ? optionPhrase(String(value)) : valueText(property, value);
}

/** The usual cron lines as people say them; any other as it stands. */
function schedulePhrase(cron: string): string {
  const every = /^\*\/(\d+) \* \* \* \*$/.exec(cron)?.[1];
  if (every !== undefined) return `every ${every} min`;
  const [, minute = '', hour = ''] = /^(\d{1,2}) (\d{1,2}) \* \* \*$/.exec(cron) ?? [];
  return hour === '' ? cron : `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
