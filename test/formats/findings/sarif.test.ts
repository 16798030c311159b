import fs from 'node:fs';
import addFormats from 'ajv-formats';
import Ajv from 'ajv-draft-04';
import { describe, expect, test } from 'vitest';
import { writeSarif } from '#formats/findings/sarif.ts';
import { rules } from '#rules/rules.ts';
import { checkedFile, checkRun, flawed } from '../../support/checked.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly baselineState?: string;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string }; readonly region: { readonly startLine: number } } }[];
}

interface Log {
  readonly runs: readonly [{ readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }; readonly results: readonly Result[]; readonly invocations: readonly { readonly executionSuccessful: boolean }[] }];
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const isValid = ajv.compile<Log>(JSON.parse(fs.readFileSync('test/fixtures/sarif/sarif-schema-2.1.0.json', 'utf8')));

function logOf(text: string): Log {
  const log: unknown = JSON.parse(text);
  if (!isValid(log)) throw new Error(ajv.errorsText(isValid.errors));
  return log;
}

const file = checkedFile('diagrams/a b.caveat.json', flawed);

describe('SARIF', () => {
  test.each([
    ['nothing', checkRun([])],
    ['a file', checkRun([file])],
    ['files that cannot be read', checkRun([], { unread: [{ file: 'bad.json', reason: 'bad.json does not exist.' }] })],
    ['a baseline', checkRun([checkedFile('a.json', flawed, [file.report.findings[0]?.key ?? ''])], { hasBaseline: true })],
    ['standard input, and absolute paths of two systems', checkRun([checkedFile('-', flawed), checkedFile('/srv/ä.json', flawed), checkedFile('C:\\x\\y.json', flawed)])],
  ])('of %s is valid by the published schema', (_, run) => {
    logOf(writeSarif(run));
  });

  const [run] = logOf(writeSarif(checkRun([file]))).runs;

  test('declares every rule, and results point to theirs', () => {
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('has a result for each finding, accepted finding and question', () => {
    const { findings, accepted, questions } = file.report;
    expect([findings.length, accepted.length, questions.length].every((length) => length > 0), 'something of each').toBe(true);
    expect(run.results.map((result) => result.partialFingerprints['caveatFindingKey/v1'])).toEqual([...findings, ...accepted, ...questions].map(({ key }) => key));
    expect(run.results.filter(({ kind }) => kind === 'open')).toHaveLength(questions.length);
    expect(run.results.filter(({ kind }) => kind === 'open').every(({ level }) => level === 'none')).toBe(true);
  });

  test('an accepted finding carries its reason', () => {
    const accepted = run.results.filter(({ suppressions }) => suppressions?.length);
    expect(accepted.map(({ suppressions }) => suppressions?.[0])).toEqual([{ kind: 'inSource', status: 'accepted', justification: 'Losing a <mail> is fine & agreed.' }]);
  });

  test('a result points to the line that begins its record', () => {
    const result = run.results.find(({ partialFingerprints }) => partialFingerprints['caveatFindingKey/v1'] === 'queue/missing-dead-letter-queue@jobs');
    const place = result?.locations[0]?.physicalLocation;
    expect(place?.artifactLocation).toEqual({ uri: 'diagrams/a%20b.caveat.json', uriBaseId: '%SRCROOT%' });
    expect(file.text.split('\n')[(place?.region.startLine ?? 0) - 1]).toContain('"jobs": {');
  });

  test('says which findings a baseline knows', () => {
    const known = file.report.findings[0]?.key ?? '';
    const [compared] = logOf(writeSarif(checkRun([checkedFile('a.json', flawed, [known])], { hasBaseline: true }))).runs;
    for (const { partialFingerprints, kind, baselineState } of compared.results) {
      if (kind === 'fail') expect(baselineState).toBe(partialFingerprints['caveatFindingKey/v1'] === known ? 'unchanged' : 'new');
    }
    expect(run.results.every(({ baselineState }) => baselineState === undefined)).toBe(true);
  });

  test('a run that could not read a file was not successful', () => {
    const [failed] = logOf(writeSarif(checkRun([file], { unread: [{ file: 'bad.json', reason: 'bad.json is empty.' }] }))).runs;
    expect(failed.invocations[0]?.executionSuccessful).toBe(false);
    expect(run.invocations[0]?.executionSuccessful).toBe(true);
  });
});
