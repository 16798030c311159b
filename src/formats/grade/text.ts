import type { Diagram } from '#diagram/diagram.ts';
import type { Grade, GradedCheck } from '#practice/grade.ts';
import { displayName } from '#rules/display-name.ts';
import { plain, type Style, styleFor } from '../terminal.ts';
import { fieldWords, verdictWords } from './words.ts';

/** A grade for a person at a terminal: each check with its verdict, why, and what proves or would decide it. */
export function writeGradeText(title: string, diagram: Diagram, { checks, complete }: Grade, hasColour: boolean): string {
  const style = styleFor(hasColour);
  const width = Math.max(...checks.map(({ id }) => id.length));
  const mandatory = checks.filter((check) => check.mandatory);
  const isMet = ({ verdict }: GradedCheck): boolean => verdict === 'met';
  return [
    style.bold(plain(title)),
    '',
    ...checks.flatMap((check) => checkLines(diagram, check, width, style)),
    '',
    `${complete ? style.green('Complete') : style.red('Not complete')}: ${mandatory.filter(isMet).length} of ${mandatory.length} requirements met, ${checks.filter((check) => !check.mandatory && isMet(check)).length} of ${checks.length - mandatory.length} bonus.`,
    '',
  ].join('\n');
}

const marks = { met: '+', 'not-met': '-', 'cannot-tell': '?' } as const;

function checkLines(diagram: Diagram, { id, title, mandatory, verdict, reason, witness, fields }: GradedCheck, width: number, style: Style): readonly string[] {
  const paint = { met: style.green, 'not-met': style.red, 'cannot-tell': style.yellow }[verdict];
  const indent = ' '.repeat(width + 4);
  const proof = witness.filter((each) => diagram.components.has(each)).map((each) => displayName(diagram, each));
  return [
    `${paint(marks[verdict])} ${style.bold(id.padEnd(width))}  ${plain(title)}${mandatory ? '' : style.dim(' (bonus)')}`,
    `${indent}${paint(verdictWords[verdict])}: ${plain(reason)}`,
    ...(verdict === 'met' || proof.length === 0 ? [] : [`${indent}${style.dim('where:')} ${plain(proof.join(', '))}`]),
    ...(fields.length === 0 ? [] : [`${indent}${style.blue('say:')} ${plain(fields.map((field) => fieldWords(diagram, field)).join('; '))}`]),
  ];
}
