import { describe, expect, test } from 'vitest';
import { connectionProperties } from '#catalog/connection.ts';
import { boundaryProperties, entityProperties, noteProperties, settingsProperties } from '#catalog/diagram-fields.ts';
import type { Kind } from '#catalog/kind.ts';
import { type ComponentProperties, kindOf, kinds } from '#catalog/kinds.ts';
import type { Property } from '#catalog/property.ts';
import { propertiesSchema } from '#catalog/schema.ts';

const all: readonly Kind[] = kinds;
const sentence = /^([A-Z0-9"]|gRPC ).*[.]$/s;
const duplicates = (words: readonly string[]): string[] => words.filter((word, index) => words.indexOf(word) !== index);

describe('the kinds', () => {
  test('stand in the order of the palette', () => {
    expect(all.map(({ id }) => id)).toEqual([
      'core-database',
      'blob-storage',
      'search-database',
      'api-gateway',
      'load-balancer',
      'queue',
      'stream',
      'distributed-lock',
      'distributed-cache',
      'cdn',
      'client',
      'service',
      'worker',
      'scheduled-job',
      'external-system',
    ]);
    expect(all.map(({ section }) => section).lastIndexOf('building-block')).toBe(9);
  });

  test('are known by their own ids only', () => {
    for (const { id } of all) expect(kindOf(id)?.id).toBe(id);
    for (const odd of ['toString', '__proto__', 'Queue', '']) expect(kindOf(odd)).toBeUndefined();
  });

  test('have an outline each', () => {
    expect(duplicates(all.map(({ silhouette }) => silhouette))).toEqual([]);
  });

  test('share no preset id', () => {
    expect(duplicates(all.flatMap(({ presets }) => presets.map(({ id }) => id)))).toEqual([]);
  });

  test.each(all.map((kind) => [kind.id, kind] as const))('%s says what it is', (_, kind) => {
    expect(kind.summary).toMatch(sentence);
    expect(kind.caveats.length).toBeGreaterThan(1);
    expect(duplicates(kind.caveats.map(({ text }) => text))).toEqual([]);
    for (const { text, source } of kind.caveats) {
      expect(text).toMatch(sentence);
      if (source !== undefined) expect(source.length).toBeGreaterThan(8);
    }
    for (const { facts = [] } of kind.products) for (const fact of facts) expect(fact).toMatch(sentence);
    for (const { glyph } of kind.entries) for (const path of glyph) expect(path).toMatch(/^M[-\d.,\sA-Za-z]+$/);
  });

  test.each(all.map((kind) => [kind.id, kind] as const))('%s names only its own properties', (_, kind) => {
    const names = Object.keys(kind.properties);
    expect(names).toEqual(expect.arrayContaining([...kind.detail]));
    for (const { properties = {} } of kind.entries) expect(propertiesSchema(kind.properties).safeParse(properties).success).toBe(true);
    for (const { entry } of kind.products) if (entry !== undefined) expect(kind.entries.map(({ id }) => id)).toContain(entry);
    expect(duplicates(kind.products.map(({ name }) => name))).toEqual([]);
  });

  test.each(all.flatMap((kind) => kind.presets.map((preset) => [preset.id, kind, preset] as const)))('preset %s writes values of the kind', (_, kind, preset) => {
    expect(Object.keys(kind.properties)).toEqual(expect.arrayContaining(Object.keys(preset.values)));
    expect(propertiesSchema(kind.properties).safeParse(preset.values).error?.issues).toBeUndefined();
    expect(Object.keys(preset.values)).toEqual(expect.arrayContaining([...(preset.estimates ?? [])]));
    expect(kind.products.map(({ name }) => name)).toContain(preset.technology);
  });
});

const tables: readonly (readonly [string, Readonly<Record<string, Property>>])[] = [
  ...all.map(({ id, properties }) => [id, properties] as const),
  ['connection', connectionProperties],
  ['settings', settingsProperties],
  ['entity', entityProperties],
  ['boundary', boundaryProperties],
  ['note', noteProperties],
];

describe('the properties', () => {
  test.each(tables)('of %s are explained', (_, table) => {
    for (const [name, { label, help }] of Object.entries(table)) {
      expect(label, name).toMatch(/^[A-Z][^.]*$/);
      expect(help, name).toMatch(sentence);
      expect(help.length, name).toBeLessThan(160);
    }
    expect(duplicates(Object.values(table).map(({ label }) => label))).toEqual([]);
  });

  test.each(tables)('of %s have units that their names promise', (_, table) => {
    const promised = [
      [/Ms$/, 'ms'],
      [/Seconds$/, 's'],
      [/BytesPerSecond$/, 'bytes/s'],
      [/Bytes(PerDay)?$/, 'bytes'],
      [/Rps$/, 'req/s'],
    ] as const;
    for (const [name, property] of Object.entries(table)) {
      const unit = promised.find(([pattern]) => pattern.test(name))?.[1];
      if (unit === undefined || name === 'snapshotEvery') continue;
      expect(property, name).toMatchObject({ unit });
    }
  });

  test.each(tables)('of %s have hints that they would take, or words', (_, table) => {
    for (const [name, property] of Object.entries(table)) {
      if (property.typical === undefined || typeof property.typical === 'string') continue;
      expect(propertiesSchema(table).safeParse({ [name]: property.typical }).success, name).toBe(true);
    }
  });

  test.each([
    ['client', 'clientType'],
    ['service', 'instances stateless'],
    ['worker', 'instances idempotent'],
    ['scheduled-job', 'instances overlapPolicy'],
    ['external-system', ''],
    ['core-database', 'databaseKind dataModel consistencyModel replicas replicationFactor partitioning backup'],
    ['blob-storage', 'redundancy accessControl chunkedUpload'],
    ['search-database', 'tokenizer stemming fuzzySearch shardCount replicasPerShard refreshIntervalMs isSourceOfTruth'],
    ['api-gateway', 'instances highAvailability authentication rateLimiting'],
    ['load-balancer', 'layer algorithm stickySessions healthCheck'],
    ['queue', 'ordering deliveryGuarantee maxDeliveryAttempts backpressure retentionSeconds'],
    ['stream', 'partitions partitionKey replicationFactor retentionSeconds'],
    ['distributed-lock', 'mechanism ttlMs granularity purpose fencingToken deadlockPrevention'],
    ['distributed-cache', 'evictionPolicy invalidationStrategy writeStrategy ttlSeconds replicas'],
    ['cdn', 'contentTypes ttlSeconds personalizedPolicy invalidation evictionPolicy'],
  ])('of %s that an interviewer asks for: %s', (id, keys) => {
    const table = kindOf(id)?.properties ?? {};
    expect(Object.keys(table).filter((name) => table[name]?.key)).toEqual(keys === '' ? [] : keys.split(' '));
  });
});

test('a misspelt value or name does not compile', () => {
  const good: ComponentProperties = { poisonMessagePolicy: 'block', replicationMode: 'sync', maxDeliveryAttempts: 'unlimited', ttlMs: 30_000, contentTypes: ['video'], indexes: [{ type: 'hash' }] };
  // The types of these say what would not compile: one union over the kinds that have the name.
  const mode: 'none' | 'single-leader-async' | 'single-leader-semi-sync' | 'single-leader-sync' | 'multi-leader' | 'leaderless' | 'consensus' | 'async' | 'sync' | undefined = good.replicationMode;
  const attempts: number | 'unlimited' | undefined = good.maxDeliveryAttempts;
  const expiry: number | 'none' | undefined = good.ttlMs;
  expect([mode, attempts, expiry, good.poisonMessagePolicy === 'block']).toEqual(['sync', 'unlimited', 30_000, true]);
});
