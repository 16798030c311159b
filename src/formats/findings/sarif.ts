import type { Id } from '#diagram/diagram.ts';
import { displayName } from '#rules/display-name.ts';
import type { Finding, Question, Severity } from '#rules/finding.ts';
import type { Rule } from '#rules/rule.ts';
import { rules } from '#rules/rules.ts';
import { type Place, placesOf } from '../json/places.ts';
import { type CheckedFile, type CheckRun, recordPath, type UnreadFile } from './checked.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', suggestion: 'note' };

const ruleIndex: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

/**
 * The findings as SARIF 2.1.0. All rules are declared, so that "found nothing" differs from "did not run"; accepted findings carry
 * their reason as a suppression; questions are results of kind `open`.
 */
export function writeSarif(run: CheckRun): string {
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Caveat', semanticVersion: run.version, rules: rules.map(declaration) } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: run.unread.length === 0, ...(run.unread.length > 0 ? { toolExecutionNotifications: run.unread.map(notification) } : {}) }],
        results: run.files.flatMap((checked) => resultsOf(checked, run.hasBaseline)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function declaration({ id, severity, category, docs }: Rule): object {
  const help = `${docs.what} ${docs.why}\n\nWhat to do: ${docs.fix}`;
  return {
    id,
    shortDescription: { text: docs.what },
    fullDescription: { text: docs.why },
    help: { text: help, markdown: [docs.what, docs.why, `**What to do.** ${docs.fix}`, ...docs.silentWhen.map((guard) => `* Silent when: ${guard}`)].join('\n\n') },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [category], category },
  };
}

function resultsOf(checked: CheckedFile, hasBaseline: boolean): object[] {
  const places = placesOf(checked.text);
  const { report, known } = checked;
  return [
    ...[...report.findings, ...report.accepted].map((finding) => ({
      ...common(finding, finding.message, checked, places),
      kind: 'fail',
      level: levels[finding.severity],
      ...(finding.related.length > 0 ? { relatedLocations: relatedOf(finding, checked, places) } : {}),
      ...(hasBaseline ? { baselineState: known.has(finding.key) ? 'unchanged' : 'new' } : {}),
      // An empty list says that suppressions were looked for and none found.
      suppressions: finding.acceptedBecause === undefined ? [] : [{ kind: 'inSource', status: 'accepted', justification: finding.acceptedBecause }],
    })),
    ...report.questions.map((question) => ({ ...common(question, questionText(question, checked), checked, places), kind: 'open', level: 'none' })),
  ];
}

function common({ rule, key, primary }: Finding | Question, text: string, checked: CheckedFile, places: ReadonlyMap<Id, Place>): object {
  return {
    ruleId: rule,
    ruleIndex: ruleIndex.get(rule) ?? -1,
    message: { text },
    locations: [location(primary, checked, places)],
    partialFingerprints: { 'caveatFindingKey/v1': key },
  };
}

function questionText({ primary, question, fields }: Question, { diagram }: CheckedFile): string {
  return `${displayName(diagram, primary)}: ${question} Not stated: ${fields.map(({ record, property }) => `${property} of ${displayName(diagram, record)}`).join(', ')}.`;
}

const relatedOf = ({ related }: Finding, checked: CheckedFile, places: ReadonlyMap<Id, Place>): object[] =>
  related.map(({ id, role }, index) => ({ id: index, ...location(id, checked, places), message: { text: `${role}: ${displayName(checked.diagram, id)}` } }));

function location(id: Id, { file, diagram }: CheckedFile, places: ReadonlyMap<Id, Place>): object {
  const place = places.get(id);
  const region = place ? { startLine: place.line, startColumn: place.column, endColumn: place.column + place.length } : { startLine: 1 };
  return {
    physicalLocation: { artifactLocation: artifact(file), region },
    logicalLocations: [{ name: displayName(diagram, id), fullyQualifiedName: recordPath(diagram, id), kind: 'element' }],
  };
}

const notification = ({ file, reason }: UnreadFile): object => ({ level: 'error', message: { text: reason }, locations: [{ physicalLocation: { artifactLocation: artifact(file) } }] });

/** A path as a URI: relative to the root of the sources, unless it is absolute. */
function artifact(file: string): object {
  if (file === '-') return { uri: 'stdin' };
  const path = file.replaceAll('\\', '/').replace(/^(\.\/+)+/, '');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (/^[a-z]:\//i.test(path)) return { uri: `file:///${encoded.replace('%3A', ':')}` };
  return path.startsWith('/') ? { uri: `file://${encoded}` } : { uri: encoded, uriBaseId: '%SRCROOT%' };
}
