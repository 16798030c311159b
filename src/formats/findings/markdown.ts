import { acceptedSection, findingSections, questionSection } from '../markdown/findings.ts';
import { escapedMarkdown } from '../markdown/text.ts';
import { type CheckedFile, type CheckRun, fileName, freshFindings } from './checked.ts';
import { countsText, undecidedText } from './counts.ts';

/** The findings as Markdown, for the summary of a job or a comment: a section for each file. */
export function writeFindingsMarkdown({ files, unread }: CheckRun): string {
  const failed = unread.flatMap(({ file, reason }) => [`## ${escapedMarkdown(fileName(file))}`, '', escapedMarkdown(reason), '']);
  return `${['# Caveat', '', ...files.flatMap(section), ...failed].join('\n').trimEnd()}\n`;
}

function section(checked: CheckedFile): readonly string[] {
  const { file, diagram, report } = checked;
  const fresh = freshFindings(checked);
  const known = report.findings.length - fresh.length;
  const undecided = undecidedText(report.questions);
  return [
    `## ${escapedMarkdown(fileName(file))}`,
    '',
    `${countsText(fresh)}${known > 0 ? `; ${known} known` : ''}.${undecided === '' ? '' : ` ${undecided}`}`,
    '',
    ...findingSections(diagram, fresh, '###'),
    ...questionSection(diagram, report.questions, '###'),
    ...acceptedSection(diagram, report.accepted, '###'),
  ];
}
