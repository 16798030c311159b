import type { Unit, ValueType } from './property.ts';

const spelling: ReadonlyMap<string, string> = new Map(
  [
    'L4', 'L7', 'FIFO', 'LRU', 'LFU', 'TTL', 'HTTP', 'gRPC', 'GraphQL', 'WebSocket', 'SSE', 'WebRTC', 'TCP', 'UDP', 'SQL', 'NoSQL', 'API', 'S3', 'AMQP', 'MQTT', 'JWT', 'mTLS', 'IAM',
    'URL', 'URLs', 'IP', 'VPC', 'CDN', 'DB', 'IoT', 'BFF', 'OLTP', 'OLAP', 'LSM', 'CRDT', 'BM25', 'HTML', 'ID', 'etcd', 'ZooKeeper', 'Redis', 'Kafka', 'DynamoDB',
  ].map((word) => [word.toLowerCase(), word]),
);

/** Options that are written otherwise than word by word. */
const whole: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'b-tree': 'B-tree',
    'lsm-tree': 'LSM tree',
    oauth2: 'OAuth 2',
    'fsync-everysec': 'Fsync every second',
    'append-log-everysec': 'Append log, every second',
    'append-log-always': 'Append log, every write',
    'single-leader-async': 'Single leader, async',
    'single-leader-semi-sync': 'Single leader, semi-sync',
    'single-leader-sync': 'Single leader, sync',
    'reduce-db-queries': 'Fewer database queries',
    'speed-expensive-queries': 'Faster expensive queries',
    'fifo-global': 'FIFO for all',
    'multi-zone': 'Multi-zone',
    'multi-item': 'Multi-item',
    'multi-partition': 'Multi-partition',
    'multi-leader': 'Multi-leader',
    'write-back': 'Write-back',
    'write-through': 'Write-through',
    'write-around': 'Write-around',
    'read-through': 'Read-through',
    'refresh-ahead': 'Refresh-ahead',
    'cache-aside': 'Cache-aside',
    'read-write': 'Read and write',
    'try-lock-timeout': 'Try-lock with timeout',
    'cross-region': 'Cross-region',
    'single-zone': 'Single zone',
    're-encrypt': 'Re-encrypt',
    'key-value': 'Key-value',
    'two-phase-commit': 'Two-phase commit',
    'try-confirm-cancel': 'Try, confirm, cancel',
    'full-text': 'Full text',
    'third-party': 'Third party',
    'dead-letter': 'Dead letter',
    'compact-delete': 'Compact and delete',
    'tier-and-expire': 'Tier down and expire',
    '0': 'Nobody',
    '1': 'The leader',
  }),
);

/** An option of an enum in words, inside a sentence: "fifo-per-group" becomes "FIFO per group". */
export function optionPhrase(option: string): string {
  const written = whole.get(option.toLowerCase());
  if (written === undefined) return option.split('-').map((word) => spelling.get(word.toLowerCase()) ?? word).join(' ');
  return inSentence(written);
}

/** An option of an enum in words, alone: "at-least-once" becomes "At least once". */
export const optionLabel = (option: string): string => sentenceCase(optionPhrase(option));

/** A label inside a sentence: "Expiry (TTL)" becomes "expiry (TTL)", "TLS ends" stays. */
export const inSentence = (label: string): string => (/^.[a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label);

/** Starts with a capital, unless its first word is always written otherwise, as etcd is. */
export function sentenceCase(text: string): string {
  const first = text.split(' ')[0] ?? '';
  return spelling.has(first.toLowerCase()) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

const scales: Readonly<Partial<Record<Unit, readonly (readonly [factor: number, name: string])[]>>> = {
  s: [
    [86_400, 'days'],
    [3_600, 'h'],
    [60, 'min'],
    [1, 's'],
  ],
  ms: [
    [60_000, 'min'],
    [1_000, 's'],
    [1, 'ms'],
  ],
  bytes: [
    [2 ** 40, 'TiB'],
    [2 ** 30, 'GiB'],
    [2 ** 20, 'MiB'],
    [2 ** 10, 'KiB'],
    [1, 'B'],
  ],
  'bytes/s': [
    [1e6, 'MB/s'],
    [1e3, 'kB/s'],
    [1, 'B/s'],
  ],
  'req/s': [[1, '/s']],
  days: [[1, 'days']],
  events: [[1, 'events']],
  'per month': [[1, 'per month']],
};

const digits = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** A number with its unit: 345600 s are "4 days". Time stays exact, sizes are rounded to two digits. */
export function quantity(value: number, unit: Unit | undefined): string {
  const scale = (unit ? scales[unit] : undefined) ?? [];
  const isRounded = unit === 'bytes' || unit === 'bytes/s';
  const [factor, name] = scale.find(([size]) => Math.abs(value) >= size && (isRounded || Number.isInteger((value / size) * 10))) ?? scale.at(-1) ?? [1, ''];
  const amount = digits(value / factor);
  if (name === '') return amount;
  if (name === 'days' && amount === '1') return '1 day';
  return name.startsWith('/') ? `${amount}${name}` : `${amount} ${name}`;
}

/** A stated value in words, as cards, forms and messages show it. */
export function valueText(type: ValueType, value: unknown): string {
  if (value === undefined) return 'Not stated';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return numberText(type, value);
  if (typeof value === 'string') return type.type === 'enum' || type.type === 'integer' || type.type === 'number' ? optionLabel(value) : value;
  if (Array.isArray(value)) return value.length === 0 ? 'None' : value.map((item) => valueText(type.type === 'list' ? type.item : type, item)).join(', ');
  if (type.type !== 'record' || typeof value !== 'object' || value === null) return JSON.stringify(value);
  const stated = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return stated.map(([name, inner]) => valueText(type.fields[name] ?? { type: 'text' }, inner)).join(' / ');
}

function numberText(type: ValueType, value: number): string {
  if (type.type === 'ratio') return value.toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 4 }).replace('%', ' %');
  return quantity(value, type.type === 'integer' || type.type === 'number' ? type.unit : undefined);
}
