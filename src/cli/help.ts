import type { Command, Entry, Option } from './command.ts';

const width = 100;

/** What the program can do, a line for each command. */
export function overview(commands: readonly Entry[]): string {
  return [
    'Caveat checks system-design diagrams: what breaks, what is not stated, what to do about it.',
    '',
    'Usage: caveat COMMAND ...',
    '',
    ...inColumns(commands.map(({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary])),
    '',
    ...inColumns([
      ['COMMAND --help', 'Says what a command takes.'],
      ['--version', 'Prints the version.'],
    ]),
    '',
    'Exit codes: 0 nothing to object, 1 findings, 2 something that cannot be read.',
    '',
  ].join('\n');
}

/** What a command does and takes. */
export function helpOf({ name, operands, summary }: Entry, { options, notes }: Command): string {
  const usage = `Usage: caveat ${[name, operands, options.length > 0 ? '[OPTION ...]' : ''].filter((part) => part !== '').join(' ')}`;
  const rows = [...options.map((option): [string, string] => [optionText(option), option.help]), ['--help', 'Prints this.'] as [string, string]];
  return `${[summary, '', usage, '', ...inColumns(rows), ...notes.flatMap((paragraph) => ['', ...folded(paragraph, width)])].join('\n')}\n`;
}

function optionText({ name, value, choices }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${choices ? choices.join('|') : value}`;
}

/** Two columns; a first column that is too wide stands on a line of its own. */
function inColumns(rows: readonly (readonly [string, string])[]): string[] {
  const narrow = rows.map(([left]) => left.length).filter((length) => length <= 34);
  const indent = Math.max(...narrow, 0) + 4;
  return rows.flatMap(([left, right]) => {
    const lines = folded(right, width - indent);
    const head = `  ${left}`;
    const rest = lines.map((line) => `${' '.repeat(indent)}${line}`);
    return left.length + 4 > indent ? [head, ...rest] : [`${head.padEnd(indent)}${lines[0] ?? ''}`, ...rest.slice(1)];
  });
}

/** A text in lines of a width, broken at spaces. */
export function folded(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
