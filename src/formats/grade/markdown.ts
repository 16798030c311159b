import type { Diagram } from '#diagram/diagram.ts';
import type { Grade } from '#practice/grade.ts';
import { escapedMarkdown, markdownTable } from '../markdown/text.ts';
import { fieldWords, verdictWords } from './words.ts';

/** A grade as Markdown: a table of the checks, and what would decide the open ones. */
export function writeGradeMarkdown(title: string, diagram: Diagram, { checks, complete }: Grade): string {
  const open = checks.filter(({ fields }) => fields.length > 0);
  return [
    `# ${escapedMarkdown(title)}`,
    '',
    complete ? '**Complete.** Every requirement is met.' : '**Not complete yet.**',
    '',
    ...markdownTable(
      ['Check', 'Requirement', 'Verdict', 'Why'],
      checks.map(({ id, title: requirement, mandatory, verdict, reason }) => [id, `${escapedMarkdown(requirement)}${mandatory ? '' : ' (bonus)'}`, verdictWords[verdict], escapedMarkdown(reason)]),
    ),
    ...(open.length === 0 ? [] : ['', '## Say it', '', ...open.flatMap(({ id, fields }) => fields.map((field) => `- ${id}: ${escapedMarkdown(fieldWords(diagram, field))}`))]),
    '',
  ].join('\n');
}
