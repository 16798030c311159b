import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { currentVersion, migrations } from '#diagram/migrations/migrations.ts';
import { sketch } from '#diagram/sketch.ts';
import { problemsText } from '#formats/json/problem.ts';
import { readDiagram } from '#formats/json/read.ts';
import { writeDiagram } from '#formats/json/write.ts';

const file = (fields: object): string => JSON.stringify({ format: 'caveat-diagram', version: 1, ...fields });
const jobs = (fields: object): string => file({ components: { jobs: { kind: 'queue', name: 'Jobs', ...fields } } });

const bad: readonly [what: string, text: string, path: string, sentence: RegExp][] = [
  ['nothing', '', '', /empty/],
  ['a truncated file', '{ "format": "caveat-diagram", "version": 1, "comp', '', /ends too early, at line 1/],
  ['a broken line', '{\n  "format": oops\n}', '', /line 2, column 13/],
  ['a list', '[]', '', /one object/],
  ['another format', '{"type":"excalidraw"}', 'format', /not a Caveat diagram/],
  ['a newer version', '{"format":"caveat-diagram","version":2}', 'version', /newer Caveat \(version 2/],
  ['a version in quotes', '{"format":"caveat-diagram","version":"1"}', 'version', /whole number/],
  ['a list of components', file({ components: [] }), 'components', /must be an object with one record for each id/],
  ['a component without a kind', file({ components: { jobs: {} } }), 'components.jobs.kind', /must be text/],
  ['null for a component', file({ components: { jobs: null } }), 'components.jobs', /must be an object/],
  ['text for a number', jobs({ properties: { maxDeliveryAttempts: '5' } }), 'components.jobs.properties.maxDeliveryAttempts', /whole number or "unlimited"/],
  ['half an attempt', jobs({ properties: { maxDeliveryAttempts: 2.5 } }), 'components.jobs.properties.maxDeliveryAttempts', /whole number/],
  ['a word that the list lacks', jobs({ properties: { ordering: 'lifo' } }), 'components.jobs.properties.ordering', /must be one of none, fifo-per-group/],
  ['a number that the list lacks', file({ components: { s: { kind: 'stream', properties: { producerAcks: 2 } } } }), 'components.s.properties.producerAcks', /must be one of 0, 1, all/],
  ['a share above 1', file({ components: { c: { kind: 'distributed-cache', properties: { hitRatio: 95 } } } }), 'components.c.properties.hitRatio', /not be above 1/],
  ['a position without y', jobs({ position: { x: 1 } }), 'components.jobs.position.y', /must be a number/],
  ['a position at infinity', `{"format":"caveat-diagram","version":1,"components":{"a":{"kind":"queue","position":{"x":1e999,"y":0}}}}`, 'components.a.position.x', /must be a number/],
  ['a connection from a number', file({ connections: { c1: { from: 1, to: 'a' } } }), 'connections.c1.from', /must be text/],
  ['an unknown protocol', file({ connections: { c1: { from: 'a', to: 'b', properties: { protocol: 'carrier-pigeon' } } } }), 'connections.c1.properties.protocol', /must be one of http/],
  ['a setting in words', file({ settings: { availabilityTarget: 'high' } }), 'settings.availabilityTarget', /from 0 to 1/],
  ['suppressions as a table', file({ suppressions: {} }), 'suppressions', /must be a list/],
  ['one id in two tables', file({ components: { a: { kind: 'queue' } }, notes: { a: { text: '' } } }), 'notes.a', /uses the id of components\.a/],
  ['boundaries in a circle', file({ boundaries: { a: { boundary: 'b' }, b: { boundary: 'a' } } }), 'boundaries.a.boundary', /into itself/],
  ['__proto__ as an id', '{"format":"caveat-diagram","version":1,"components":{"__proto__":{"kind":"queue"}}}', 'components.__proto__', /not allowed/],
  ['__proto__ deep inside', '{"format":"caveat-diagram","version":1,"x":[{"__proto__":1}]}', 'x.0.__proto__', /not allowed/],
  ['50 MB of noise', 'x'.repeat(50_000_000), '', /larger than 20 MB/],
  ['10 MB of noise', '{"a":'.repeat(2_000_000), '', /ends too early/],
];

describe('a bad file is refused with the path and a sentence', () => {
  test.each(bad)('%s', (_, text, path, sentence) => {
    const result = readDiagram(text);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error[0]?.path).toBe(path);
    expect(result.error[0]?.message).toMatch(sentence);
    for (const { message } of result.error) expect(message).toMatch(/[.]$/);
  });

  test('deep nesting is refused, not followed', () => {
    const text = `{"format":"caveat-diagram","version":1,"x":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    const result = readDiagram(text);
    expect(!result.ok && result.error[0]?.message).toMatch(/nested more than 40 levels/);
  });

  test('several problems are told together, briefly', () => {
    const result = readDiagram(file({ components: { a: {}, b: {}, c: {}, d: {}, e: {} } }));
    expect(result.ok ? '' : problemsText(result.error)).toMatch(/^components\.a\.kind .*And 2 more\.$/);
  });
});

const read = (text: string): ReturnType<typeof sketch> => {
  const result = readDiagram(text);
  if (!result.ok) throw new Error(problemsText(result.error));
  return result.value;
};

describe('a file comes back as it was', () => {
  test.each(fs.readdirSync('test/fixtures/reference'))('%s', (name) => {
    const diagram = read(fs.readFileSync(`test/fixtures/reference/${name}`, 'utf8'));
    const text = writeDiagram(diagram);
    expect(read(text)).toEqual(diagram);
    expect(writeDiagram(read(text))).toBe(text);
  });

  test('unknown kinds, properties, fields and settings are kept', () => {
    const given = {
      format: 'caveat-diagram',
      version: 1,
      title: 'T',
      settings: { futureSetting: [1] },
      entities: { e: { name: 'E', futureField: 'x' } },
      components: { q: { kind: 'quantum-store', name: 'Q', colour: 'red', properties: { entangled: true, nested: { a: [1, null] } } }, k: { kind: 'queue', name: 'K', properties: { spin: 0.5 } } },
      connections: { c: { from: 'q', to: 'k', label: '', properties: { teleports: true }, weight: 3 } },
      suppressions: [{ rule: 'queue/*', on: 'k', reason: 'Because it is a test.', mood: 'good' }],
      plugins: { p: 1 },
    };
    expect(JSON.parse(writeDiagram(read(JSON.stringify(given))))).toEqual(given);
  });

  test('ids and names may be any text', () => {
    const hostile = ['constructor', 'toString', '<script>alert(1)</script>', '"; DROP TABLE', '\u0000', '‮', '😀', ' '];
    const components = Object.fromEntries(hostile.map((text) => [text, { kind: 'queue', name: text, properties: { technology: text } }]));
    const diagram = read(file({ components, connections: { c: { from: 'constructor', to: 'hasOwnProperty', label: '' } } }));
    expect([...diagram.components.keys()]).toEqual(hostile);
    expect(diagram.components.get('hasOwnProperty')).toBeUndefined();
    expect(read(writeDiagram(diagram))).toEqual(diagram);
  });

  test('what has no name is called by its id', () => {
    const diagram = read(file({ components: { api: { kind: 'service' }, blank: { kind: 'service', name: '' } }, boundaries: { vpc: {} } }));
    expect([...diagram.components.values(), ...diagram.boundaries.values()].map(({ name }) => name)).toEqual(['api', '', 'vpc']);
  });

  test('a connection whose end is missing opens', () => {
    expect(read(file({ connections: { c: { from: 'gone', to: 'lost' } } })).connections.size).toBe(1);
  });

  test('the same acceptance twice stays twice', () => {
    const twice = file({ suppressions: [{ rule: 'a/b', on: 'x', reason: 'one reason' }, { rule: 'a/b', on: 'x', reason: 'two reasons' }] });
    expect(JSON.parse(writeDiagram(read(twice)))).toMatchObject({ suppressions: [{ reason: 'one reason' }, { reason: 'two reasons' }] });
  });

  test('a sketch can be written and read', () => {
    const diagram = sketch('queue jobs "Jobs" { ordering: none }\nworker mailer\njobs -> mailer');
    expect(read(writeDiagram(diagram))).toEqual(diagram);
  });
});

describe('older versions', () => {
  test('the steps have no gap', () => {
    expect(migrations.map(({ from }) => from)).toEqual(migrations.map((_, index) => index));
    expect(currentVersion).toBe(migrations.length);
  });

  test.each(migrations.map(({ from }) => from))('a file of version %i opens', (version) => {
    const names = fs.readdirSync('test/fixtures/files').filter((name) => name.startsWith(`v${version}-`));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const diagram = read(fs.readFileSync(`test/fixtures/files/${name}`, 'utf8'));
      expect(diagram.components.size).toBeGreaterThan(0);
      expect([...diagram.connections.values()].every(({ from, to }) => diagram.components.has(from) && diagram.components.has(to))).toBe(true);
    }
  });
});

test('an option that is a digit may come without quotes', () => {
  const read = readDiagram(file({ components: { s: { kind: 'stream', properties: { producerAcks: 1 } } } }));
  expect(read.ok && read.value.components.get('s')?.properties).toEqual({ producerAcks: '1' });
});

test('5,000 components are read and written', () => {
  const components = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`n${index}`, { kind: 'service', name: `S${index}`, position: { x: index, y: 0 }, properties: {} }]));
  expect(read(writeDiagram(read(file({ components })))).components.size).toBe(5000);
});
