import { sentenceCase } from '#catalog/wording.ts';
import type { RequirementVerdict } from '#practice/judgement.ts';
import type { ReportCard } from '#practice/report-card.ts';
import { escapedMarkdown, markdownTable } from './text.ts';

const verdicts: Readonly<Record<RequirementVerdict, string>> = { met: 'Met', 'not-met': 'Not met', 'cannot-tell': 'Cannot tell' };

/** The report card of an interview as Markdown, to keep or to share. */
export function writeReportCard(card: ReportCard): string {
  const lines = [
    `# ${escapedMarkdown(card.title)}: ${card.score} of 100`,
    '',
    `${escapedMarkdown(card.date)}. ${card.complete ? 'Complete: every mandatory requirement is met.' : 'Not complete yet.'}`,
    '',
    ...bullets(card.scoreParts),
    ...section('Requirements', requirementTable(card)),
    ...section('Before the reveal', bullets(before(card))),
    ...section('Curveball', bullets(curveballLines(card))),
    ...section('Time', timeTable(card)),
    ...section('Findings', bullets(card.findings.map(({ severity, message, named }) => `${sentenceCase(severity)}: ${message}${named ? ' You named it.' : ''}`))),
    ...section('Next', bullets(card.nextSteps)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const section = (heading: string, content: readonly string[]): readonly string[] => (content.length === 0 ? [] : [`## ${heading}`, '', ...content]);

const bullets = (texts: readonly string[]): readonly string[] => (texts.length === 0 ? [] : [...texts.map((text) => `- ${escapedMarkdown(text)}`), '']);

const requirementTable = ({ requirements }: ReportCard): readonly string[] =>
  markdownTable(
    ['Requirement', '', 'Verdict', 'Why'],
    requirements.map(({ title, mandatory, verdict, reason }) => [escapedMarkdown(title), mandatory ? '' : 'bonus', verdicts[verdict], escapedMarkdown(reason)]),
  );

function before({ named, nameable, hints }: ReportCard): readonly string[] {
  return [
    nameable === 0 ? 'There was no weakness to name.' : `${named} of ${nameable} weaknesses named.`,
    hints === 0 ? 'No hint taken.' : `${hints} ${hints === 1 ? 'hint' : 'hints'} taken.`,
  ];
}

function curveballLines({ curveball }: ReportCard): readonly string[] {
  if (!curveball) return [];
  return [
    `${curveball.title}: ${curveball.met ? 'met' : 'not met'}.`,
    ...(curveball.minimal ? (curveball.met ? ['Nothing was changed that it did not need.'] : []) : ['Some changes were not needed.']),
    ...(curveball.broken.length === 0 ? ['Nothing else broke.'] : curveball.broken.map((title) => `Met before, not any more: ${title}`)),
  ];
}

function timeTable({ phases, pausedMinutes }: ReportCard): readonly string[] {
  const rows = phases.map(({ title, minutes, planned }) => [escapedMarkdown(title), `${minutes} min`, `${planned} min`]);
  return [...markdownTable(['Phase', 'Spent', 'Planned'], rows), ...(pausedMinutes === 0 ? [] : [`Paused for ${pausedMinutes} min.`, ''])];
}
