import { kindOf } from './kinds.ts';
import { entryOf } from './palette.ts';
import type { Property } from './property.ts';
import { optionLabel, quantity } from './wording.ts';

const fitsUsually = (text: string): boolean => text.length <= 21;

const count = (value: number, one: string, many = `${one}s`): string => `${value.toLocaleString('en-US')} ${value === 1 ? one : many}`;

/** Values that read better in words of their own than as value alone. Undefined leaves the value out. */
const phrases: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  technology: (value) => String(value).replace(/^(Amazon|Apache|AWS) /, ''),
  instances: (value) => count(Number(value), 'instance'),
  replicas: (value) => (value === 0 ? 'no replica' : count(Number(value), 'replica')),
  replicationFactor: (value) => `RF ${String(value)}`,
  replicasPerShard: (value) => `RF ${Number(value) + 1}`,
  shardCount: (value) => count(Number(value), 'shard'),
  shardKey: (value) => `by ${String(value)}`,
  partitions: (value) => count(Number(value), 'partition'),
  partitioning: (value) => (value === 'none' ? undefined : optionLabel(String(value)).toLowerCase()),
  partitionKey: (value) => `by ${String(value)}`,
  maxDeliveryAttempts: (value) => (value === 'unlimited' ? 'endless retries' : count(Number(value), 'attempt')),
  isDeadLetterQueue: (value) => (value === true ? 'dead letters' : undefined),
  ordering: (value) => (value === 'none' ? undefined : optionLabel(String(value))),
  stickySessions: (value) => (value === 'none' ? undefined : `sticky ${String(value)}`),
  hitRatio: (value) => `${Math.round(Number(value) * 100)} % hits`,
  ttlMs: (value) => (typeof value === 'number' ? `TTL ${quantity(value, 'ms')}` : 'no expiry'),
  ttlSeconds: (value) => `TTL ${quantity(Number(value), 's')}`,
  chunkedUpload: (value) => (value === true ? 'chunked' : undefined),
  fencingToken: (value) => (value === true ? 'fenced' : undefined),
  fuzzySearch: (value) => (value === 'off' ? undefined : 'fuzzy'),
  idempotent: (value) => (value === true ? 'idempotent' : undefined),
  autoScaling: (value) => (value === 'automatic' ? 'scales' : undefined),
  availability: (value) => `${Number((Number(value) * 100).toFixed(3))} %`,
  rateLimiting: (value) => (value === 'none' ? undefined : `${optionLabel(String(value)).toLowerCase()} limits`),
  writeStrategy: (value) => (value === 'none' ? undefined : optionLabel(String(value)).toLowerCase()),
  audience: (value) => optionLabel(String(value)).toLowerCase(),
};

/** The second line of a card: the most telling stated values, as many as fit. The label of the kind where nothing is stated. */
export function detailOf(kindId: string, properties: Readonly<Record<string, unknown>>, fits: (text: string) => boolean = fitsUsually): string {
  const kind = kindOf(kindId);
  if (!kind) return kindId;
  const parts: string[] = [];
  for (const name of kind.detail) {
    const value = properties[name];
    const part = value === undefined || value === '' ? undefined : phrase(name, value, kind.properties[name]);
    if (part && (parts.length === 0 || fits([...parts, part].join(', ')))) parts.push(part);
  }
  return parts.length > 0 ? parts.join(', ') : (entryOf(kindId, properties)?.label ?? kind.label);
}

function phrase(name: string, value: unknown, property: Property | undefined): string | undefined {
  const own = phrases[name];
  if (own) return own(value);
  if (Array.isArray(value)) return value.length > 0 ? value.map((item) => optionLabel(String(item)).toLowerCase()).join(', ') : undefined;
  return property?.type === 'enum' ? optionLabel(String(value)) : String(value);
}
