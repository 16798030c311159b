import { kindOf } from '#catalog/kinds.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { displayName } from '#rules/display-name.ts';
import type { Finding, Severity } from '#rules/finding.ts';
import { fixesOf, ruleOf } from '#rules/fixes.ts';
import { listed } from '#rules/message.ts';
import { type Place, placesOf } from '../json/places.ts';
import { plain, type Style, styleFor } from '../terminal.ts';
import { type CheckedFile, type CheckRun, fileName, freshFindings, recordPath } from './checked.ts';
import { counted, countsText, undecidedText } from './counts.ts';

const widest = 100;

/** The findings for a person at a terminal: each with its place in the file, what to do, and a summary at the end. */
export function writeText({ files }: CheckRun, hasColour: boolean): string {
  const style = styleFor(hasColour);
  const blocks = files.flatMap((checked) => fileBlocks(checked, style));
  return [...blocks, ...(files.length > 0 ? [summary(files, style)] : [])].map((block) => `${block}\n`).join('\n');
}

/** A file with what its blocks need. */
interface Page {
  readonly checked: CheckedFile;
  readonly places: ReadonlyMap<Id, Place>;
  readonly lines: readonly string[];
  /** As wide as the number of the last line, so that all bars stand below each other. */
  readonly gutter: string;
  readonly style: Style;
}

function fileBlocks(checked: CheckedFile, style: Style): string[] {
  const lines = checked.text.split('\n');
  const page: Page = { checked, places: placesOf(checked.text), lines, gutter: ' '.repeat(String(lines.length).length), style };
  const { findings, accepted } = checked.report;
  const asideBlock = (finding: Finding, prefix: string): string => `${heading(finding, prefix, style)}\n${arrow(page, finding.primary)}`;
  return [
    ...freshFindings(checked).map((finding) => openBlock(finding, page)),
    ...findings.filter(({ key }) => checked.known.has(key)).map((finding) => asideBlock(finding, 'known ')),
    ...accepted.map((finding) => `${asideBlock(finding, 'accepted ')}\n${note('reason', finding.acceptedBecause ?? '', page)}`),
  ];
}

function openBlock(finding: Finding, page: Page): string {
  const { style } = page;
  const { diagram } = page.checked;
  const roles = new Map<string, string[]>();
  for (const { id, role } of finding.related) roles.set(role, [...(roles.get(role) ?? []), displayName(diagram, id)]);
  const safe = safeFix(finding, diagram);
  return [
    heading(finding, '', style),
    arrow(page, finding.primary),
    ...excerpt(page, finding.primary),
    ...[...roles].map(([role, names]) => note(role, listed(names, 5), page)),
    note('help', ruleOf(finding.rule)?.docs.fix ?? '', page),
    ...(safe === undefined ? [] : [note('safe fix', safe, page)]),
  ].join('\n');
}

const safeFix = (finding: Finding, diagram: Diagram): string | undefined => fixesOf(finding, diagram).find(({ kind, completes }) => kind === 'auto' && completes !== false)?.title;

function heading({ severity, rule, message }: Finding, prefix: string, style: Style): string {
  const paint = prefix === '' ? paints(style)[severity] : style.dim;
  const text = plain(message);
  return `${paint(`${prefix}${severity}[${rule}]`)}${prefix === '' ? style.bold(`: ${text}`) : `: ${text}`}`;
}

const paints = (style: Style): Readonly<Record<Severity, (text: string) => string>> => ({ error: style.red, warning: style.yellow, suggestion: style.blue });

const note = (name: string, text: string, { gutter, style }: Page): string => `${gutter} ${style.blue('=')} ${style.bold(`${plain(name)}:`)} ${plain(text)}`;

function arrow({ checked, places, gutter, style }: Page, id: Id): string {
  const place = places.get(id);
  const name = plain(fileName(checked.file));
  return `${gutter}${style.blue('-->')} ${place ? `${name}:${place.line}:${place.column}` : `${name}: ${plain(recordPath(checked.diagram, id))}`}`;
}

/** The line of the file that begins the record, with what it is. Nothing where the line is too long to be read. */
function excerpt({ checked, places, lines, gutter, style }: Page, id: Id): readonly string[] {
  const place = places.get(id);
  const line = place && lines[place.line - 1]?.replaceAll('\r', '');
  if (!place || line === undefined || line.length > widest) return [];
  const bar = style.blue('|');
  // Control characters of the file must not reach the terminal, and each keeps its column.
  const shown = [...line].map((character) => plain(character) || ' ').join('');
  return [
    `${gutter} ${bar}`,
    `${style.blue(String(place.line).padStart(gutter.length))} ${bar} ${shown}`,
    `${gutter} ${bar} ${' '.repeat(place.column - 1)}${style.yellow(`${'^'.repeat(place.length)} ${described(checked.diagram, id)}`)}`,
    `${gutter} ${bar}`,
  ];
}

/** What a record is, beside the id that the line shows. */
function described(diagram: Diagram, id: Id): string {
  const component = diagram.components.get(id);
  const name = plain(displayName(diagram, id));
  return component ? `${name}, ${kindOf(component.kind)?.label.toLowerCase() ?? plain(component.kind)}` : name;
}

function summary(files: readonly CheckedFile[], style: Style): string {
  const fresh = files.flatMap(freshFindings);
  const known = files.reduce((sum, { report }) => sum + report.findings.length, 0) - fresh.length;
  const accepted = files.reduce((sum, { report }) => sum + report.accepted.length, 0);
  const place = files.length === 1 ? plain(fileName(files[0]?.file ?? '')) : `${files.length} files`;
  const aside = [...(known > 0 ? [`${known} known`] : []), ...(accepted > 0 ? [`${accepted} accepted with a reason`] : [])].join(', ');
  const owners = new Map(files.flatMap((checked) => checked.report.questions.map((question) => [question, checked.file] as const)));
  const undecided = undecidedText([...owners.keys()], (question) => owners.get(question) ?? '');
  const fixable = files.map((checked) => ({ checked, count: freshFindings(checked).filter((finding) => safeFix(finding, checked.diagram) !== undefined).length })).filter(({ count }) => count > 0);
  const count = fixable.reduce((sum, each) => sum + each.count, 0);
  const names = fixable.map(({ checked }) => plain(checked.file)).join(' ');
  const [example] = fresh;
  const paint = example ? paints(style)[example.severity] : style.green;
  return [
    `${style.bold(`${place}:`)} ${paint(countsText(fresh))}${aside === '' ? '' : `; ${aside}`}.`,
    ...(undecided === '' ? [] : [`${undecided} See them with --format markdown.`]),
    ...(count === 0 ? [] : [`${counted(count, 'finding')} can be mended safely: caveat fix ${names}`]),
    ...(example ? [`What is behind a rule: caveat explain ${example.rule}`] : []),
  ].join('\n');
}
