import type { Finding } from '#rules/finding.ts';
import { ruleOf } from '#rules/fixes.ts';
import { escapedXml } from '../xml.ts';
import { type CheckedFile, type CheckRun, fileName, recordPath, type UnreadFile } from './checked.ts';

/**
 * The findings as JUnit XML: a test suite for each file, a test case for each finding. Open findings fail;
 * accepted and known ones are skipped with the reason; a file without findings passes; one that cannot be read is an error.
 */
export function writeJunit({ files, unread }: CheckRun): string {
  const suites = [...files.map(suiteOf), ...unread.map(unreadSuite)];
  const total = (name: keyof Counts): number => suites.reduce((sum, { counts }) => sum + counts[name], 0);
  const counts = { tests: total('tests'), failures: total('failures'), errors: total('errors'), skipped: total('skipped') };
  return ['<?xml version="1.0" encoding="UTF-8"?>', tag('testsuites', { name: 'caveat', ...counts }), ...suites.map(({ xml }) => xml), '</testsuites>', ''].join('\n');
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

interface Suite {
  readonly counts: Counts;
  readonly xml: string;
}

function suiteOf(checked: CheckedFile): Suite {
  const { file, report, known } = checked;
  const findings = [...report.findings, ...report.accepted];
  const isSkipped = ({ key, acceptedBecause }: Finding): boolean => acceptedBecause !== undefined || known.has(key);
  const skipped = findings.filter(isSkipped).length;
  const cases = findings.length === 0 ? [`    ${tag('testcase', { name: 'No objection', classname: fileName(file), file, time: 0 }, '/')}`] : findings.map((finding) => caseOf(checked, finding));
  return suite(file, { tests: cases.length, failures: findings.length - skipped, errors: 0, skipped }, cases);
}

function caseOf({ file, diagram, known }: CheckedFile, finding: Finding): string {
  const { rule, primary, severity, message, key, acceptedBecause } = finding;
  const docs = ruleOf(rule)?.docs;
  const detail = [message, `${fileName(file)}: ${recordPath(diagram, primary)}`, docs?.why, docs?.fix].filter((line) => line !== undefined).join('\n');
  const outcome =
    acceptedBecause !== undefined
      ? tag('skipped', { message: `Accepted: ${acceptedBecause}` }, '/')
      : known.has(key)
        ? tag('skipped', { message: `Known: ${message}` }, '/')
        : `${tag('failure', { message, type: severity })}${escapedXml(detail)}</failure>`;
  return `    ${tag('testcase', { name: `${rule} on ${primary}`, classname: fileName(file), file, time: 0 })}\n      ${outcome}\n    </testcase>`;
}

function unreadSuite({ file, reason }: UnreadFile): Suite {
  const attributes = { name: 'The file can be read', classname: fileName(file), file, time: 0 };
  return suite(file, { tests: 1, failures: 0, errors: 1, skipped: 0 }, [`    ${tag('testcase', attributes)}\n      ${tag('error', { message: reason, type: 'unreadable' }, '/')}\n    </testcase>`]);
}

function suite(file: string, counts: Counts, cases: readonly string[]): Suite {
  return { counts, xml: [`  ${tag('testsuite', { name: fileName(file), ...counts, time: 0 })}`, ...cases, '  </testsuite>'].join('\n') };
}

function tag(name: string, attributes: Readonly<Record<string, string | number>>, end = ''): string {
  return `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escapedXml(String(value))}"`).join('')}${end}>`;
}
