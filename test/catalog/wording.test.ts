import { describe, expect, test } from 'vitest';
import { connectionProperties } from '#catalog/connection.ts';
import { type Kind } from '#catalog/kind.ts';
import { kinds } from '#catalog/kinds.ts';
import type { Property, ValueType } from '#catalog/property.ts';
import { indexType, route } from '#catalog/record-values.ts';
import { optionLabel, optionPhrase, quantity, valueText } from '#catalog/wording.ts';

describe('options in words', () => {
  test.each([
    ['fifo-per-group', 'FIFO per group', 'FIFO per group'],
    ['at-least-once', 'At least once', 'at least once'],
    ['L7', 'L7', 'L7'],
    ['jwt', 'JWT', 'JWT'],
    ['per-ip', 'Per IP', 'per IP'],
    ['etcd', 'etcd', 'etcd'],
    ['grpc', 'gRPC', 'gRPC'],
    ['b-tree', 'B-tree', 'B-tree'],
    ['nosql-api', 'NoSQL API', 'NoSQL API'],
    ['multi-zone', 'Multi-zone', 'multi-zone'],
    ['single-leader-semi-sync', 'Single leader, semi-sync', 'single leader, semi-sync'],
    ['dynamodb-conditional', 'DynamoDB conditional', 'DynamoDB conditional'],
    ['write-back', 'Write-back', 'write-back'],
    ['constructor', 'Constructor', 'constructor'],
    ['', '', ''],
  ])('%s', (option, alone, inside) => {
    expect(optionLabel(option)).toBe(alone);
    expect(optionPhrase(option)).toBe(inside);
  });

  const tables: readonly Readonly<Record<string, Property>>[] = [connectionProperties, ...kinds.map(({ properties }: Kind) => properties)];
  const lists = tables.flatMap((table) =>
    Object.entries(table).flatMap(([name, property]) => {
      const type: ValueType = property.type === 'list' ? property.item : property;
      return type.type === 'enum' ? [[name, type.options] as const] : [];
    }),
  );

  test.each(lists)('those of %s are words, all different', (_, options) => {
    const labels = options.map(optionLabel);
    expect(new Set(labels).size).toBe(options.length);
    for (const label of labels) expect(label).toMatch(/^([A-Z][\w ,-]*|etcd|gRPC|mTLS)$/);
  });
});

describe('quantities', () => {
  test.each([
    [345_600, 's', '4 days'],
    [86_400, 's', '1 day'],
    [604_800, 's', '7 days'],
    [90, 's', '1.5 min'],
    [100, 's', '100 s'],
    [0, 's', '0 s'],
    [0.5, 's', '0.5 s'],
    [30_000, 'ms', '30 s'],
    [1_048_576, 'bytes', '1 MiB'],
    [409_600, 'bytes', '400 KiB'],
    [8_000_000, 'bytes', '7.63 MiB'],
    [0, 'bytes', '0 B'],
    [1_000_000, 'bytes/s', '1 MB/s'],
    [100_000, 'req/s', '100,000/s'],
    [1, 'days', '1 day'],
    [365, 'days', '365 days'],
    [1000, undefined, '1,000'],
  ] as const)('%d %s is %s', (value, unit, text) => {
    expect(quantity(value, unit)).toBe(text);
  });
});

describe('values in words', () => {
  const attempts: ValueType = { type: 'integer', min: 1, word: 'unlimited' };
  const strategies: ValueType = { type: 'list', item: { type: 'enum', options: ['ttl', 'delete-on-write'] } };
  test.each<[string, ValueType, unknown, string]>([
    ['nothing stated', { type: 'text' }, undefined, 'Not stated'],
    ['yes', { type: 'boolean' }, true, 'Yes'],
    ['no', { type: 'boolean' }, false, 'No'],
    ['a share', { type: 'ratio' }, 0.9999, '99.99 %'],
    ['all of it', { type: 'ratio' }, 1, '100 %'],
    ['a number', attempts, 5, '5'],
    ['its word', attempts, 'unlimited', 'Unlimited'],
    ['text as it is', { type: 'text' }, 'fifo-per-group', 'fifo-per-group'],
    ['a product as it is', { type: 'product' }, 'nginx', 'nginx'],
    ['an empty list', strategies, [], 'None'],
    ['a list of options', strategies, ['ttl', 'delete-on-write'], 'TTL, Delete on write'],
    ['a route', route, { match: '/api/*', target: 'orders' }, '/api/* / orders'],
    ['an index', indexType, { name: 'by_user', fields: ['userId', 'at'], type: 'b-tree' }, 'by_user / userId, at / B-tree'],
    ['what does not fit', { type: 'boolean' }, { a: 1 }, '{"a":1}'],
    ['null', { type: 'text' }, null, 'null'],
  ])('%s', (_, type, value, text) => {
    expect(valueText(type, value)).toBe(text);
  });
});
