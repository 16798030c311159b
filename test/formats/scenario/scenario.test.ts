import { describe, expect, test } from 'vitest';
import { readScenario } from '#formats/scenario/read.ts';
import { writeScenario } from '#formats/scenario/write.ts';
import { scenarios } from '#practice/scenarios.ts';

const small = {
  format: 'caveat-scenario',
  version: 1,
  id: 'small',
  title: 'Small',
  type: 'product',
  brief: 'Keep notes.',
  entities: [{ id: 'note', name: 'Note' }],
  checks: [{ id: 'M1', title: 'Notes are kept.', mandatory: true, fact: { fact: 'kept-in', entity: 'note', in: { kind: 'core-database' } } }],
};

test.each(scenarios.map((scenario) => ({ id: scenario.id, scenario })))('$id is written and read back the same', ({ scenario }) => {
  expect(readScenario(writeScenario(scenario))).toEqual({ ok: true, value: scenario });
});

test('little is enough for a scenario of your own', () => {
  expect(readScenario(JSON.stringify(small))).toMatchObject({ ok: true, value: { difficulty: 'medium', designs: [], hints: [] } });
});

describe('says where it is wrong', () => {
  const fact = (value: object): object => ({ ...small, checks: [{ ...small.checks[0], fact: value }] });
  test.each([
    [{ ...small, format: 'caveat-diagram' }, 'format'],
    [{ ...small, version: 2 }, 'version'],
    [{ ...small, title: '' }, 'title'],
    [{ ...small, checks: [] }, 'checks'],
    [{ ...small, checks: [small.checks[0], small.checks[0]] }, 'checks.1.id'],
    [{ ...small, surprise: 1 }, ''],
    [fact({ fact: 'has', of: { kind: 'databse' } }), 'checks.0.fact.of.kind'],
    [fact({ fact: 'has', of: { kind: 'queue', where: [['ttlMs', '>', 0]] } }), 'checks.0.fact.of.where.0.0'],
    [fact({ fact: 'has', of: { kind: 'queue', where: [['ordering', 'like', 'x']] } }), 'checks.0.fact.of.where.0.1'],
    [fact({ fact: 'guess' }), 'checks.0.fact.fact'],
    [fact({ fact: 'all', of: [{ fact: 'conditional', entity: 'order' }] }), 'checks.0.fact.of.0.entity'],
    [fact({ fact: 'silent', rules: ['queue/nothing'] }), 'checks.0.fact.rules.0'],
    [{ ...small, designs: [{ id: 'mine', title: 'Mine', text: 'queue' }] }, 'designs.0.text'],
  ])('%#', (file, path) => {
    const read = readScenario(JSON.stringify(file));
    expect(read.ok ? [] : read.error.map((problem) => problem.path)).toContain(path);
    expect(read.ok || read.error.every(({ message }) => message.endsWith('.'))).toBe(true);
  });
});

const sentences = (file: object): string[] => {
  const read = readScenario(JSON.stringify(file));
  return read.ok ? [] : read.error.map(({ message }) => message);
};

describe('what cannot be drawn', () => {
  const reference = { id: 'reference', title: 'Reference', text: 'client web\nservice api { instances: 2 }\npostgres db\nweb -> api { peakRps: 10, access: write }\napi -> db' };
  const drawn = { ...small, designs: [reference] };
  const surprise = { id: 'more', title: 'More', says: 'More comes.', load: { access: 'write', times: 10 }, checks: [] };
  const worse = { what: 'no database', text: 'remove db', fails: ['M1'] };
  test.each([
    ['an answer to a curveball', { ...drawn, curveballs: [{ ...surprise, answer: 'set cache { ttlSeconds: 5 }' }] }, /^curveballs\.0\.answer cannot be drawn: .*cache.*\.$/],
    ['how a mistake is made', { ...drawn, mistakes: [{ text: 'Once.' }, { text: 'Twice.', shown: 'set db { wings: 2 }' }] }, /^mistakes\.1\.shown cannot be drawn: .*wings/],
    ['a mutant', { ...drawn, mutants: [worse, { ...worse, text: 'remove cache' }] }, /^mutants\.1\.text cannot be drawn: .*cache/],
    ['the design itself, and then nothing that changes it', { ...small, designs: [{ ...reference, text: 'queue' }], mutants: [{ ...worse, text: 'remove cache' }] }, /^designs\.0\.text cannot be drawn/],
  ])('%s', (_, file, sentence) => {
    expect(sentences(file)).toHaveLength(1);
    expect(sentences(file)[0]).toMatch(sentence);
  });
  test('what can be drawn is read, and what there is no reference for', () => {
    expect(sentences({ ...small, curveballs: [{ ...surprise, answer: 'remove db' }], mistakes: [{ text: 'Once.', shown: 'remove db' }] })).toEqual([]);
    expect(sentences({ ...drawn, curveballs: [{ ...surprise, answer: 'set api { instances: 20 }' }], mistakes: [{ text: 'Once.', shown: 'remove db' }], mutants: [worse] })).toEqual([]);
  });
});
