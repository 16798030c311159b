import { describe, expect, test } from 'vitest';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';

const profiles = {
  components: { postgres: { kind: 'core-database', values: { technology: 'PostgreSQL', replicas: 2 } } },
  connections: { acquire: { interaction: 'acquire-lock', timeoutMs: 300 } },
};

const base = sketch(`
  entity order "Order" { classification: personal, lossTolerant: false }
  settings { interviewType: product, availabilityTarget: 0.99 }
  service api "API" { instances: 3, zones: 3 }
  distributed-cache cache "Cache"
  core-database db "Orders" { replicas: 2 }
  boundary vpc [db]
  api -> cache
  api -> db { access: read, cacheMissOf: cache }
  api -> db { access: write }
  accept cache/no-ttl on cache "Later."
`);

const edited = (text: string): Diagram => sketch(text, { base, profiles });
const arrows = ({ connections }: Diagram): string[] => [...connections.values()].map(({ id, from, to }) => `${id}: ${from} -> ${to}`);

describe('profiles', () => {
  test.each([
    ['alone', 'postgres p', { technology: 'PostgreSQL', replicas: 2 }],
    ['overridden', 'postgres p { replicas: 1, zones: 3 }', { technology: 'PostgreSQL', replicas: 1, zones: 3 }],
    ['with a value taken away', 'postgres p { technology: unset }', { replicas: 2 }],
  ])('of a component: %s', (_, text, properties) => {
    expect(sketch(text, { profiles }).components.get('p')).toEqual({ id: 'p', kind: 'core-database', name: 'p', properties });
  });

  test('a head that is no profile is a kind', () => {
    expect(sketch('queue q "Jobs" { ordering: none }', { profiles }).components.get('q')).toEqual({ id: 'q', kind: 'queue', name: 'Jobs', properties: { ordering: 'none' } });
  });

  test.each([
    ['api -> db by acquire', { interaction: 'acquire-lock', timeoutMs: 300 }],
    ['api -> db by acquire as hold "Hold" { timeoutMs: unset, idempotent: true }', { interaction: 'acquire-lock', idempotent: true }],
  ])('of a connection: %s', (text, properties) => {
    expect([...edited(text).connections.values()].at(-1)?.properties).toEqual(properties);
  });
});

describe('changing what is there', () => {
  test('a component goes with its connections and every mention of it', () => {
    const diagram = edited('remove cache');
    expect([...diagram.components.keys()]).toEqual(['api', 'db']);
    expect(arrows(diagram)).toEqual(['c2: api -> db', 'c3: api -> db']);
    expect(diagram.connections.get('c2')?.properties).toEqual({ access: 'read' });
    expect(diagram.suppressions.size).toBe(0);
  });

  test.each([
    ['remove c2', ['c1: api -> cache', 'c3: api -> db']],
    ['remove api -> db', ['c1: api -> cache']],
    ['remove c1, api -> db', []],
    ['remove api, cache', []],
  ])('%s', (text, left) => expect(arrows(edited(text))).toEqual(left));

  test.each([
    ['set db { replicas: unset, zones: 3 }', ['db'], { zones: 3 }],
    ['set c2 { cacheMissOf: unset }', ['c2'], { access: 'read' }],
    ['set api -> db { access: unset, cacheMissOf: unset, batchSize: 5 }', ['c2', 'c3'], { batchSize: 5 }],
    ['set api, db { instances: 3, replicas: unset, zones: 2 }', ['api', 'db'], { instances: 3, zones: 2 }],
  ])('%s', (text, ids, properties) => {
    const { components, connections } = edited(text);
    for (const id of ids) expect((components.get(id) ?? connections.get(id))?.properties).toEqual(properties);
  });

  test('entities and settings', () => {
    const diagram = edited('set entity order { lossTolerant: true, classification: unset }\nset settings { availabilityTarget: unset, retentionDays: 30 }');
    expect(diagram.entities.get('order')).toEqual({ id: 'order', name: 'Order', lossTolerant: true });
    expect(diagram.settings).toEqual({ interviewType: 'product', retentionDays: 30 });
  });

  test('drawn again, a component keeps its name, place and connections', () => {
    const diagram = edited('blob-storage db { durabilityNines: 11 }\npostgres api "Other"');
    expect(diagram.components.get('db')).toEqual({ id: 'db', kind: 'blob-storage', name: 'Orders', boundary: 'vpc', properties: { durabilityNines: 11 } });
    expect(diagram.components.get('api')?.name).toBe('Other');
    expect(arrows(diagram)).toEqual(arrows(base));
  });

  test('the base stays as it was', () => {
    const before = structuredClone(base);
    edited('remove cache\nset db { replicas: 0 }\npostgres api');
    expect(base).toEqual(before);
  });
});

test.each([
  ['by order', 'queue a\nqueue b\na -> b -> a', ['c1: a -> b', 'c2: b -> a']],
  ['past what is taken', 'queue c2\nqueue b\nc2 -> b as c1\nb -> c2', ['c1: c2 -> b', 'c3: b -> c2']],
])('free ids of connections: %s', (_, text, ids) => expect(arrows(sketch(text))).toEqual(ids));

test('after a removal, a new connection takes no id that is left', () => {
  expect(arrows(edited('remove c1\ncache -> db'))).toEqual(['c2: api -> db', 'c3: api -> db', 'c4: cache -> db']);
});

test.each([
  ['remove gone', 'There is no gone.'],
  ['remove cache -> db', 'Nothing connects cache to db.'],
  ['set gone { zones: 3 }', 'There is no gone.'],
  ['set db -> api { timeoutMs: 1 }', 'Nothing connects db to api.'],
  ['set entity gone { lossTolerant: true }', 'There is no entity gone.'],
  ['mysql db', 'mysql is neither a profile nor a kind.'],
  ['api -> db by carrier', 'carrier is no profile of connections.'],
  ['api -> gone', 'There is no component gone.'],
  ['api -> db as c1', 'The id c1 can name one record only.'],
  ['api -> db -> api as both', 'The id both can name one record only.'],
  ['api -> db { access: read', 'A sketch wants a word at: the end'],
  ['postgres p { replicas: 1 } { zones: 2 }', 'A sketch cannot read: { zones: 2 }'],
])('%s cannot be read', (text, sentence) => {
  expect(() => edited(text)).toThrow(`${sentence} (in the line: ${text})`);
});
