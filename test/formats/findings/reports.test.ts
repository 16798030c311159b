import { describe, expect, test } from 'vitest';
import { knownIn, readBaseline } from '#formats/findings/baseline.ts';
import { writeFindingsJson } from '#formats/findings/json.ts';
import { writeJunit } from '#formats/findings/junit.ts';
import { writeFindingsMarkdown } from '#formats/findings/markdown.ts';
import { checkedFile, checkRun, flawed } from '../../support/checked.ts';

const file = checkedFile('a.json', flawed);
const { findings, accepted, questions } = file.report;

describe('JSON', () => {
  const json: unknown = JSON.parse(writeFindingsJson(checkRun([file])));

  test('has every finding, accepted or not, and every question', () => {
    expect(json).toEqual({
      version: 1,
      files: [
        {
          file: 'a.json',
          findings: [
            ...findings.map(({ rule, severity, primary, related, message, key }) => ({ rule, severity, primary, related: related.map(({ id }) => id), message, key, suppressed: false })),
            ...accepted.map(({ rule, severity, primary, related, message, key }) => ({ rule, severity, primary, related: related.map(({ id }) => id), message, key, suppressed: true, reason: 'Losing a <mail> is fine & agreed.' })),
          ],
          questions: questions.map(({ rule, primary, fields, question }) => ({ rule, primary, fields: fields.map(({ record, property }) => (record === primary ? property : `${record}.${property}`)), question })),
        },
      ],
    });
  });

  test('names the fields of the primary alone, those of others with their record', () => {
    const run = checkRun([checkedFile('a.json', 'service a\nservice b { serviceTimeMs: 5 }\na -> b')]);
    const report = { findings: [], accepted: [], questions: [{ key: 'k', rule: 'r/x', primary: 'a', fields: [{ record: 'a', property: 'instances' }, { record: 'b', property: 'timeoutMs' }], question: 'How?' }] };
    expect(writeFindingsJson({ ...run, files: run.files.map((each) => ({ ...each, report })) })).toMatch(/"instances",\s+"b\.timeoutMs"/);
  });

  test('is the baseline of a later run', () => {
    const baseline = readBaseline(writeFindingsJson(checkRun([checkedFile('./x/a.json', flawed)])));
    if (!baseline.ok) throw new Error(baseline.error);
    expect([...knownIn(baseline.value, 'x/a.json')].sort()).toEqual([...findings, ...accepted].map(({ key }) => key).sort());
    expect([...knownIn(baseline.value, '.\\x\\a.json')]).toHaveLength(findings.length + accepted.length);
    expect([...knownIn(baseline.value, 'a.json')]).toEqual([]);
  });

  test.each([
    ['{', 'is not valid JSON. Write it with "caveat check --format json"'],
    ['[]', 'is not a report of "caveat check --format json"'],
    ['{"version":2,"files":[]}', 'is not a report of "caveat check --format json": version is not as expected'],
    ['{"version":1,"files":[{"file":"a","findings":[{}]}]}', 'is not a report of "caveat check --format json": files.0.findings.0.key is not as expected'],
  ])('%s is no baseline', (text, error) => {
    expect(readBaseline(text)).toEqual({ ok: false, error });
  });
});

describe('JUnit', () => {
  const count = (xml: string, pattern: RegExp): number => [...xml.matchAll(pattern)].length;

  test('counts what it holds', () => {
    const known = findings[0]?.key ?? '';
    const xml = writeJunit(checkRun([checkedFile('a.json', flawed, [known]), checkedFile('b.json', 'client web\nservice api { rationale: "Small." }\nsettings { lintConfig: { preset: off } }')], { unread: [{ file: 'bad.json', reason: 'bad.json is "empty".' }] }));
    const total = findings.length + accepted.length + 2;
    expect(xml).toContain(`<testsuites name="caveat" tests="${total}" failures="${findings.length - 1}" errors="1" skipped="${accepted.length + 1}">`);
    expect([count(xml, /<testcase /g), count(xml, /<failure /g), count(xml, /<error /g), count(xml, /<skipped /g), count(xml, /<testsuite /g)]).toEqual([total, findings.length - 1, 1, accepted.length + 1, 3]);
    expect(xml).toContain('message="Accepted: Losing a &lt;mail&gt; is fine &amp; agreed."');
    expect(xml).toContain('<error message="bad.json is &quot;empty&quot;." type="unreadable"/>');
    expect(xml).toContain('<testcase name="No objection" classname="b.json" file="b.json" time="0"/>');
  });

  test('opens and closes every tag', () => {
    const xml = writeJunit(checkRun([file]));
    const open: string[] = [];
    for (const [, close, name = '', attributes = '', self] of xml.matchAll(/<(\/)?([a-z]+)((?: [a-z]+="[^"<>]*")*)(\/)?>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else if (!self) open.push(name);
      expect(attributes).not.toContain('&&');
    }
    expect(open).toEqual([]);
    expect(xml.replaceAll(/<\/?[a-z]+(?: [a-z]+="[^"<>]*")*\/?>|<\?[^>]*\?>/g, '')).not.toMatch(/[<>]/);
  });
});

describe('Markdown of findings', () => {
  test('has a section for each file, with questions and accepted findings', () => {
    const text = writeFindingsMarkdown(checkRun([file], { unread: [{ file: 'bad.json', reason: 'bad.json is empty.' }] }));
    expect(text.match(/^#+ .*$/gm)).toEqual(expect.arrayContaining(['# Caveat', '## a.json', '### Open questions', '### Accepted trade-offs', '## bad.json']));
    expect(text).toContain('Email \\| jobs');
    expect(text).toContain('Losing a \\<mail\\> is fine &amp; agreed.');
  });

  test('of a clean file says so', () => {
    expect(writeFindingsMarkdown(checkRun([checkedFile('-', 'client web\nservice api\nsettings { lintConfig: { preset: off } }')]))).toBe('# Caveat\n\n## standard input\n\nNo objection.\n');
  });
});
