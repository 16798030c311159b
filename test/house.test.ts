import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { kinds } from '#catalog/kinds.ts';
import { factDefinitions } from '#practice/facts.ts';
import { scenarios } from '#practice/scenarios.ts';
import { rules } from '#rules/rules.ts';

const files = (folder: string): string[] =>
  fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')));

const sources = files('src').filter((file) => /\.tsx?$/.test(file));
const code = [...sources, ...files('test').filter((file) => /\.tsx?$/.test(file)), ...files('scripts').filter((file) => file.endsWith('.ts'))];
const read = (file: string): string => fs.readFileSync(file, 'utf8');
const linesOf = (file: string): number => read(file).split('\n').length - 1;
const topFolder = (file: string): string => file.split('/')[1] ?? '';

/** Which folders a folder may read, besides itself. What is not here may read nothing. */
const headless = ['base', 'catalog', 'diagram', 'drawing', 'graph', 'estimate', 'rules', 'practice', 'formats'];
const arrows: Readonly<Record<string, readonly string[]>> = {
  base: [],
  catalog: ['base'],
  diagram: ['base', 'catalog'],
  drawing: ['base', 'catalog', 'diagram'],
  graph: ['base', 'catalog', 'diagram'],
  estimate: ['base', 'catalog', 'diagram', 'graph'],
  rules: ['base', 'catalog', 'diagram', 'graph', 'estimate'],
  practice: ['base', 'catalog', 'diagram', 'graph', 'estimate', 'rules'],
  formats: headless,
  cli: headless,
  editor: headless,
  storage: ['base', 'diagram', 'practice', 'formats', 'editor'],
  ui: [...headless, 'editor', 'storage'],
  'main.tsx': ['editor', 'storage', 'ui'],
};

/** What a reader would stumble over. */
const marks = /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|expect-error)|(oxlint|eslint)-disable|\bas any\b|: any\b|\.(skip|only|todo)\(/;

const importsOf = (file: string): string[] => [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) => target ?? '');

describe('walls', () => {
  test.each(sources)('%s reads only what its folder may', (file) => {
    const own = topFolder(file);
    for (const target of importsOf(file)) {
      if (target.startsWith('#')) expect([own, ...(arrows[own] ?? [])], `${file} imports ${target}`).toContain(target.slice(1).split('/')[0]);
      if (!target.startsWith('.')) continue;
      expect(topFolder(path.posix.join(path.posix.dirname(file), target)), `${file} imports ${target}: cross folders by #folder/file.ts`).toBe(own);
    }
  });

  test.each(sources.filter((file) => file.startsWith('src/ui/')))('%s reads no other panel', (file) => {
    const panel = file.split('/')[2] ?? '';
    if (panel === 'app') return;
    for (const target of importsOf(file).filter((name) => name.startsWith('#ui/'))) {
      expect([panel, 'parts', 'theme', 'actions'], `${file} imports ${target}`).toContain(target.split('/')[1]);
    }
  });

  test.each(sources.filter((file) => headless.includes(topFolder(file))))('%s has no clock and no chance', (file) => {
    expect(read(file)).not.toMatch(/Math\.random|Date\.now|new Date\(\)|performance\.now|crypto\./);
  });
});

describe('sizes and names', () => {
  test.each(code)('%s holds one thing', (file) => {
    expect(linesOf(file)).toBeLessThanOrEqual(file.startsWith('src') ? 300 : 400);
    if (!file.startsWith('src/catalog/kinds/')) expect(path.basename(file)).not.toMatch(/^(utils?|helpers?|types|constants|manager|service|index)\./i);
  });

  test.each(code)('%s leaves no marks', (file) => {
    if (file !== 'test/house.test.ts') expect(read(file)).not.toMatch(marks);
  });
});

describe('lists', () => {
  test('every kind file is in the list, named after its kind', () => {
    const named = files('src/catalog/kinds').filter((file) => /export const \w+ = defineKind/.test(read(file)));
    expect(named.map((file) => path.basename(file, '.ts')).sort()).toEqual(kinds.map((kind) => kind.id).sort());
  });

  test('every rule file is in the list, named after its rule', () => {
    const named = sources.filter((file) => file.startsWith('src/rules/') && file.split('/').length > 3 && /(component|connection|record|diagram|suppression)Rule\(\{/.test(read(file)));
    expect(named.map((file) => file.slice('src/rules/'.length, -'.ts'.length)).sort()).toEqual(rules.map((rule) => rule.id).sort());
  });

  test('every scenario file is in the list, named after its scenario', () => {
    expect(files('src/practice/scenarios').map((file) => path.basename(file, '.ts')).sort()).toEqual(scenarios.map(({ id }) => id).sort());
  });

  test('every word for checks is in the list', () => {
    const declared = files('src/practice/facts').flatMap((file) => [...read(file).matchAll(/defineFact\(\s*'([\w-]+)'/g)].map(([, name]) => name));
    expect(declared.sort()).toEqual(factDefinitions.map(({ name }) => name).sort());
  });

  test.each(rules.map((rule) => rule.id))('%s has a test of its own', (id) => {
    expect(fs.existsSync(`test/rules/${id}.test.ts`)).toBe(true);
  });
});
