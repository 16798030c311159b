import type { Unit, ValueType } from './property.ts';

const spelling: Readonly<Record<string, string>> = {
  l4: 'L4',
  l7: 'L7',
  fifo: 'FIFO',
  lru: 'LRU',
  lfu: 'LFU',
  ttl: 'TTL',
  http: 'HTTP',
  grpc: 'gRPC',
  graphql: 'GraphQL',
  websocket: 'WebSocket',
  sse: 'SSE',
  webrtc: 'WebRTC',
  tcp: 'TCP',
  udp: 'UDP',
  sql: 'SQL',
  nosql: 'NoSQL',
  api: 'API',
  s3: 'S3',
  amqp: 'AMQP',
  mqtt: 'MQTT',
  jwt: 'JWT',
  oauth2: 'OAuth 2',
  mtls: 'mTLS',
  iam: 'IAM',
  url: 'URL',
  urls: 'URLs',
  ip: 'IP',
  vpc: 'VPC',
  cdn: 'CDN',
  db: 'DB',
  iot: 'IoT',
  bff: 'BFF',
  oltp: 'OLTP',
  olap: 'OLAP',
  lsm: 'LSM',
  crdt: 'CRDT',
  bm25: 'BM25',
  etcd: 'etcd',
  zookeeper: 'ZooKeeper',
  redis: 'Redis',
  kafka: 'Kafka',
  dynamodb: 'DynamoDB',
  b: 'B',
  html: 'HTML',
  id: 'ID',
};

/** An option of an enum in words: "fifo-per-group" becomes "FIFO per group". */
export function optionLabel(option: string): string {
  const words = option.split('-').map((word) => spelling[word.toLowerCase()] ?? word);
  const [first = '', ...rest] = words;
  const start = spelling[first.toLowerCase()] === undefined && spelling[option.split('-')[0]?.toLowerCase() ?? ''] === undefined;
  return [start ? first.charAt(0).toUpperCase() + first.slice(1) : first, ...rest].join(' ');
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

/** A number with its unit, in the largest unit that it fills without a long fraction: 345600 s are "4 days". */
export function quantity(value: number, unit: Unit | undefined): string {
  const scale = (unit ? scales[unit] : undefined) ?? [];
  const [factor, name] = scale.find(([size]) => Math.abs(value) >= size && Number.isInteger((value / size) * 10)) ?? scale.at(-1) ?? [1, ''];
  const amount = digits(value / factor);
  if (name === '') return amount;
  if (name === 'days' && amount === '1') return '1 day';
  return name.startsWith('/') ? `${amount}${name}` : `${amount} ${name}`;
}

/** A stated value in words, as cards, forms and messages show it. */
export function valueText(type: ValueType, value: unknown): string {
  if (value === undefined) return 'Not stated';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') {
    if (type.type === 'ratio') return `${digits(value * 100)} %`;
    return quantity(value, type.type === 'integer' || type.type === 'number' ? type.unit : undefined);
  }
  if (Array.isArray(value)) return value.length === 0 ? 'None' : value.map((item) => valueText(type.type === 'list' ? type.item : type, item)).join(', ');
  if (typeof value === 'string') return type.type === 'enum' || type.type === 'integer' || type.type === 'number' ? optionLabel(value) : value;
  return JSON.stringify(value);
}
