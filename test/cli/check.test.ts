import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { runWith } from '../support/fake-io.ts';

const drawn = (text: string): string => writeDiagram(sketch(text));
const parts = 'service api\nstream events { replicationFactor: 1 }\nworker reader\napi -> events -> reader\n';
const only = (severity: string): string => `settings { lintConfig: { preset: off, rules: { stream/no-replication: ${severity} } } }\n`;
const accepted = 'accept stream/no-replication on events "A copy is enough here."\n';
const key = 'stream/no-replication@events';

/** One finding each, of the severity in the name. */
const files = {
  'clean.json': drawn('client web\nservice api\nweb -> api\nsettings { lintConfig: { preset: off } }'),
  'error.json': drawn(parts + only('error')),
  'warning.json': drawn(parts + only('warning')),
  'suggestion.json': drawn(parts + only('suggestion')),
  'accepted.json': drawn(parts + only('error') + accepted),
  'ended.json': drawn(parts + only('error') + accepted.replace('\n', ' { until: "2026-11-24" }\n')),
};

interface Json {
  readonly files: readonly { readonly file: string; readonly findings: readonly { readonly key: string; readonly rule: string; readonly severity: string; readonly suppressed: boolean }[] }[];
}

async function jsonOf(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Json> {
  return JSON.parse((await runWith({ ...files, ...more }, ['check', ...args, '--format', 'json'])).out) as Json;
}

describe('exit codes', () => {
  test.each([
    ['clean.json', undefined, 0],
    ['clean.json', 'suggestion', 0],
    ['error.json', undefined, 1],
    ['error.json', 'error', 1],
    ['error.json', 'never', 0],
    ['warning.json', undefined, 0],
    ['warning.json', 'warning', 1],
    ['warning.json', 'suggestion', 1],
    ['suggestion.json', 'warning', 0],
    ['suggestion.json', 'suggestion', 1],
    ['accepted.json', 'suggestion', 0],
    ['ended.json', 'error', 1],
    ['missing.json', undefined, 2],
    ['missing.json', 'never', 2],
  ])('%s with --fail-on %s: %i', async (file, threshold, code) => {
    expect((await runWith(files, ['check', file, ...(threshold === undefined ? [] : ['--fail-on', threshold])])).code).toBe(code);
  });

  test.each([
    [['clean.json', 'error.json'], 1],
    [['error.json', 'missing.json'], 2],
  ])('%j together: %i', async (names, code) => {
    expect((await runWith(files, ['check', ...names])).code).toBe(code);
  });
});

describe('what cannot be read', () => {
  const head = '"format":"caveat-diagram","version":1';
  test.each([
    ['', 'x.json: This file is empty.'],
    ['{', 'x.json: This file ends too early, at line 1. It was probably cut off; get a complete copy.'],
    ['{"format":"other"}', 'x.json: This is not a Caveat diagram: format should be "caveat-diagram".'],
    [`{${head.replace('1', '99')}}`, 'x.json: This diagram was saved by a newer Caveat (version 99; this one reads up to 1). Update Caveat to open it.'],
    [`{${head},"components":{"jobs":{"kind":"queue","properties":{"ordering":"lifo"}}}}`, 'x.json: components.jobs.properties.ordering must be one of none, fifo-per-group, fifo-global.'],
    [`{${head},"components":{"a":{"name":1},"b":{}}}`, expect.stringMatching(/^x\.json: components\.a\.\w+ .+ \(and \d more problems\)\.$/)],
    [`{${head},"settings":{"lintConfig":{"preset":"lax"}}}`, 'x.json: settings.lintConfig.preset must be one of recommended, strict, interview-coach, off.'],
    [`{${head},"components":{"a\\u001b[2J":{}}}`, expect.stringMatching(/^x\.json: components\.a\[2J\.kind /)],
  ])('%s', async (text, sentence) => {
    const { code, err, out } = await runWith({ ...files, 'x.json': text }, ['check', 'x.json', 'warning.json']);
    expect(code).toBe(2);
    expect(err.slice('caveat: '.length, -1)).toEqual(sentence);
    expect(err.split('\n'), 'one line').toHaveLength(2);
    expect(out, 'the other file is checked').toContain('warning[stream/no-replication]');
  });

  test('is in the formats that have a place for it', async () => {
    const format = async (name: string): Promise<string> => (await runWith(files, ['check', 'missing.json', '--format', name])).out;
    expect(await format('junit')).toContain('<error message="missing.json does not exist."');
    expect(await format('sarif')).toContain('"executionSuccessful": false');
    expect(await format('markdown')).toContain('missing.json does not exist.');
    expect(JSON.parse(await format('json'))).toEqual({ version: 1, files: [] });
  });
});

describe('files', () => {
  test('a dash is standard input', async () => {
    const { out, code } = await runWith({ '-': files['error.json'] }, ['check', '-']);
    expect(code).toBe(1);
    expect(out).toContain('--> standard input:');
    expect((await jsonOf(['-'], { '-': files['error.json'] })).files[0]?.file).toBe('-');
  });

  test('a file that is named twice is checked once', async () => {
    expect((await jsonOf(['error.json', 'clean.json', 'error.json'])).files.map(({ file }) => file)).toEqual(['error.json', 'clean.json']);
  });

  test('a finding on the whole diagram has the primary "diagram"', async () => {
    const json = await runWith({ 'a.json': drawn('accept queue/* on diagram "Not needed, says the team."\nservice a\nservice b\na -> b') }, ['check', 'a.json', '--format', 'json']);
    expect(json.out).toContain('"primary": "diagram"');
  });
});

describe('--preset and --rule', () => {
  test.each([
    [['--preset', 'off'], ['stream/no-replication']],
    [['--rule', 'stream/no-replication=off'], []],
    [['--preset', 'off', '--rule', 'stream/no-replication=off', '--rule', 'queue/no-consumer=error'], []],
  ])('%j in place of what the file says', async (args, rules) => {
    const { files: [only] } = await jsonOf(['error.json', ...args]);
    expect(only?.findings.map(({ rule }) => rule)).toEqual(rules);
  });

  test('a severity is that of the command line', async () => {
    const severityOf = async (setting: string): Promise<string | undefined> => (await jsonOf(['error.json', '--rule', `stream/no-replication=${setting}`])).files[0]?.findings[0]?.severity;
    expect(await severityOf('suggestion')).toBe('suggestion');
    expect((await runWith(files, ['check', 'suggestion.json', '--rule', 'stream/no-replication=error'])).code).toBe(1);
  });

  test('a preset brings in the rules that the file left out', async () => {
    const rulesOf = async (...args: readonly string[]): Promise<number> => new Set((await jsonOf(['error.json', ...args])).files[0]?.findings.map(({ rule }) => rule)).size;
    expect(await rulesOf('--preset', 'strict')).toBeGreaterThan(await rulesOf());
  });
});

describe('--baseline', () => {
  test('what stands in it is known and does not count', async () => {
    const baseline = (await runWith(files, ['check', 'error.json', '--format', 'json'])).out;
    const world = { ...files, './error.json': files['error.json'], 'base.json': baseline };
    const same = await runWith(world, ['check', './error.json', '--baseline', 'base.json']);
    expect(same.code).toBe(0);
    expect(same.out).toMatch(/^known \w+\[stream\/no-replication\]/);
    expect(same.out).toContain('No objection; 1 known.');
    expect((await runWith(world, ['check', 'ended.json', '--baseline', 'base.json'])).code, 'another file').toBe(1);
    expect((await runWith(world, ['check', 'error.json', '--baseline', 'base.json', '--format', 'sarif'])).out).toContain('"baselineState": "unchanged"');
    expect((await jsonOf(['error.json', '--baseline', 'base.json'], { 'base.json': baseline })).files[0]?.findings[0]?.key, 'still reported').toBe(key);
  });

  test.each([
    [{}, 'caveat: The baseline base.json does not exist.\n'],
    [{ 'base.json': '<xml/>' }, 'caveat: The baseline base.json is not valid JSON. Write it with "caveat check --format json".\n'],
    [{ 'base.json': '{"version":1}' }, 'caveat: The baseline base.json is not a report of "caveat check --format json": files is not as expected.\n'],
  ])('that cannot be read stops the run', async (more, err) => {
    expect(await runWith({ ...files, ...more }, ['check', 'error.json', '--baseline', 'base.json'])).toMatchObject({ code: 2, out: '', err });
  });
});

test('colour is for terminals', async () => {
  expect((await runWith(files, ['check', 'error.json'], { isTerminal: true })).out).toContain('\u001b[');
  expect((await runWith(files, ['check', 'error.json'])).out).not.toContain('\u001b[');
  expect((await runWith(files, ['check', 'error.json', '--format', 'markdown'], { isTerminal: true })).out).not.toContain('\u001b[');
});
