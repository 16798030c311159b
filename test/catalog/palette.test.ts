import { describe, expect, test } from 'vitest';
import { entryOf, paletteItem, paletteItems, searchPalette } from '#catalog/palette.ts';

describe('the palette', () => {
  test('lists every entry in order, with its key', () => {
    expect(paletteItems.map(({ label, shortcut = '' }) => `${label} ${shortcut}`.trim())).toEqual([
      'Relational database 1',
      'NoSQL database',
      'Blob storage 2',
      'Search database 3',
      'API gateway 4',
      'Load balancer 5',
      'Queue 6',
      'Stream 7',
      'Distributed lock 8',
      'Distributed cache 9',
      'CDN 0',
      'Client l',
      'Service s',
      'Worker w',
      'Scheduled job j',
      'External system e',
      'Boundary b',
      'Note n',
    ]);
  });

  test('gives each entry an id, a key and a glyph of its own', () => {
    for (const own of [paletteItems.map(({ id }) => id), paletteItems.flatMap(({ shortcut }) => shortcut ?? []), paletteItems.map(({ glyph }) => glyph.join(' '))]) {
      expect(new Set(own).size).toBe(own.length);
    }
    for (const item of paletteItems) {
      expect(item.glyph.length).toBeGreaterThan(0);
      expect(item.summary).toMatch(/\.$/);
      expect(paletteItem(item.id)).toBe(item);
    }
  });
});

describe('an entry names and draws a component', () => {
  test.each([
    ['core-database', { databaseKind: 'relational' }, 'relational-database'],
    ['core-database', { databaseKind: 'nosql', replicas: 2 }, 'nosql-database'],
    ['core-database', {}, 'relational-database'],
    ['queue', { ordering: 'none' }, 'queue'],
  ])('%s %j is drawn as %s', (kind, properties, id) => {
    expect(entryOf(kind, properties)?.id).toBe(id);
  });

  test('an unknown kind has none', () => {
    expect(entryOf('quantum-store', {})).toBeUndefined();
    expect(entryOf('constructor', {})).toBeUndefined();
  });
});

const found = (search: string): string[] => searchPalette(search).map(({ item, product }) => (product === undefined ? item.id : `${item.id} (${product})`));

describe('the search', () => {
  test.each([
    ['kafka', ['stream (Apache Kafka)']],
    ['s3', ['blob-storage (Amazon S3)']],
    ['postgres', ['relational-database (PostgreSQL)', 'distributed-lock (PostgreSQL advisory lock)', 'search-database (PostgreSQL full-text)']],
    ['mysql', ['relational-database (MySQL)']],
    ['dynamo', ['nosql-database (Amazon DynamoDB)', 'distributed-lock (DynamoDB conditional write)', 'distributed-cache (DynamoDB Accelerator)']],
    ['mongo', ['nosql-database (MongoDB)']],
    ['NoSQL', ['nosql-database']],
    ['relational', ['relational-database']],
    ['  sqs ', ['queue (Amazon SQS)']],
    ['rabbit', ['queue (RabbitMQ)']],
    ['etcd', ['distributed-lock (etcd)']],
    ['cloudfront', ['cdn (Amazon CloudFront)']],
    ['cron', ['scheduled-job']],
    ['vpc', ['boundary']],
    ['decision', ['note']],
    ['gate', ['api-gateway']],
    ['zzz', []],
  ])('%s', (search, ids) => {
    expect(found(search)).toEqual(ids);
  });

  test('finds the usual homes of Redis first', () => {
    expect(found('redis').slice(0, 2).sort()).toEqual(['distributed-cache (Redis)', 'distributed-lock (Redis (SET NX PX))']);
  });

  test('puts the very word before its beginning, and that before letters inside', () => {
    expect(found('queue')[0]).toBe('queue');
    expect(found('sql')[0]).toBe('relational-database');
    expect(found('cache')[0]).toBe('distributed-cache');
    expect(found('database').slice(0, 2)).toEqual(['relational-database', 'nosql-database']);
  });

  test('for nothing finds everything', () => {
    expect(found(' ')).toEqual(paletteItems.map(({ id }) => id));
  });

  test.each(['.*', '(', '__proto__', '<b>'])('%s is only text', (search) => {
    expect(found(search)).toEqual(search === '(' ? ['distributed-lock (Redis (SET NX PX))'] : []);
  });
});
