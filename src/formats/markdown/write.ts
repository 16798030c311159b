import { entryOf } from '#catalog/palette.ts';
import { noteProperties } from '#catalog/diagram-fields.ts';
import { detailOf } from '#catalog/detail.ts';
import { optionLabel } from '#catalog/wording.ts';
import type { Diagram, Note } from '#diagram/diagram.ts';
import { graphOf } from '#graph/graph.ts';
import { displayName } from '#rules/display-name.ts';
import type { Report } from '#rules/finding.ts';
import { countsText, undecidedText } from '../findings/counts.ts';
import { acceptedSection, findingSections, questionSection } from './findings.ts';
import { escapedMarkdown, markdownTable } from './text.ts';

/** The diagram as a Markdown report: what it consists of, what was decided, what the rules say, what was accepted and why. */
export function writeMarkdown(diagram: Diagram, report: Report): string {
  const undecided = undecidedText(report.questions);
  const lines = [
    `# ${escapedMarkdown(diagram.title)}`,
    '',
    `${countsText(report.findings)}.${undecided === '' ? '' : ` ${undecided}`}`,
    '',
    ...section('Components', componentTable(diagram)),
    ...section('Connections', connectionTable(diagram)),
    ...noteSections(diagram),
    ...section('Findings', findingSections(diagram, report.findings, '###')),
    ...questionSection(diagram, report.questions, '##'),
    ...acceptedSection(diagram, report.accepted, '##'),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const section = (heading: string, content: readonly string[]): readonly string[] => (content.length === 0 ? [] : [`## ${heading}`, '', ...content]);

function componentTable(diagram: Diagram): readonly string[] {
  const rows = [...diagram.components.values()].map(({ id, kind, properties }) => {
    const technology = properties.technology ?? '';
    const detail = detailOf(kind, Object.fromEntries(Object.entries(properties).filter(([property]) => property !== 'technology')), () => true);
    const label = entryOf(kind, properties)?.label ?? kind;
    return [displayName(diagram, id), label, technology, detail === label ? '' : detail, properties.rationale ?? ''].map(escapedMarkdown);
  });
  return markdownTable(['Name', 'Kind', 'Technology', 'Stated', 'Rationale'], rows);
}

function connectionTable(diagram: Diagram): readonly string[] {
  const graph = graphOf(diagram);
  const rows = [...diagram.connections.values()].map(({ id, from, to, label, properties }) => {
    const interaction = properties.interaction ?? graph.edge(id)?.interaction;
    return [displayName(diagram, from), displayName(diagram, to), interaction === undefined ? '' : optionLabel(interaction), properties.protocol === undefined ? '' : optionLabel(properties.protocol), label].map(escapedMarkdown);
  });
  return markdownTable(['From', 'To', 'Interaction', 'Protocol', 'Label'], rows);
}

const headings = { requirement: 'Requirements', assumption: 'Assumptions', decision: 'Decisions', question: 'Questions to settle', note: 'Notes' } as const satisfies Readonly<Record<(typeof noteProperties)['noteType']['options'][number], string>>;

function noteSections(diagram: Diagram): readonly string[] {
  const notes = [...diagram.notes.values()].filter(({ text }) => text.trim() !== '');
  return Object.entries(headings).flatMap(([type, heading]) => {
    const own = notes.filter(({ properties }) => (properties.noteType ?? 'note') === type);
    return section(heading, own.length === 0 ? [] : [...own.map((note) => noteLine(diagram, note)), '']);
  });
}

function noteLine(diagram: Diagram, { text, properties }: Note): string {
  const about = (properties.attachedTo ?? []).map((id) => escapedMarkdown(displayName(diagram, id)));
  return `- ${about.length === 0 ? '' : `**${about.join(', ')}**: `}${escapedMarkdown(text)}`;
}
