import { styleFor } from '#formats/terminal.ts';
import type { Rule } from '#rules/rule.ts';
import { rules as allRules } from '#rules/rules.ts';
import type { Command } from './command.ts';
import { exit } from './io.ts';

export const rules: Command = {
  least: 0,
  most: 0,
  options: [{ name: 'format', value: 'FORMAT', choices: ['text', 'json'], help: 'How the list is written; text unless you say otherwise.' }],
  notes: ['One of them in full: caveat explain RULE.'],
  run(input, io) {
    io.stdout(input.value('format') === 'json' ? asJson() : asText(io.isTerminal));
    return Promise.resolve(exit.clean);
  },
};

function asText(hasColour: boolean): string {
  const style = styleFor(hasColour);
  const paint = { error: style.red, warning: style.yellow, suggestion: style.blue } as const;
  const width = Math.max(...allRules.map(({ id }) => id.length));
  const lines = allRules.map(({ id, severity, docs }) => `${style.bold(id)}${' '.repeat(width - id.length)}  ${paint[severity](severity.padEnd(10))}  ${docs.what}`);
  return `${lines.sort().join('\n')}\n\n${allRules.length} rules.\n`;
}

function asJson(): string {
  return `${JSON.stringify({ version: 1, rules: allRules.map(ruleJson) }, null, 2)}\n`;
}

const ruleJson = ({ id, severity, category, recommended, messages, docs, options, fixes }: Rule): object => ({
  id,
  severity,
  category,
  recommended: recommended !== false,
  hasFix: fixes !== undefined,
  variants: Object.entries<{ readonly text: string; readonly severity?: string }>(messages).map(([variant, message]) => ({ id: variant, severity: message.severity ?? severity, message: message.text })),
  ...docs,
  options: Object.entries(options ?? {}).map(([name, option]) => ({ name, ...option })),
});
