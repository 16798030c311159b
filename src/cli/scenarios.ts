import { styleFor } from '#formats/terminal.ts';
import { checksOf } from '#practice/grade.ts';
import { scenarios as all } from '#practice/scenarios.ts';
import type { Command } from './command.ts';
import { exit } from './io.ts';

export const scenarios: Command = {
  least: 0,
  most: 0,
  options: [{ name: 'format', value: 'FORMAT', choices: ['text', 'json'], help: 'How the list is written; text unless you say otherwise.' }],
  notes: ['Judge a design: caveat grade SCENARIO FILE.'],
  run(input, io) {
    io.stdout(input.value('format') === 'json' ? asJson() : asText(io.isTerminal));
    return Promise.resolve(exit.clean);
  },
};

function asText(hasColour: boolean): string {
  const style = styleFor(hasColour);
  const width = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(({ id, difficulty, type, brief }) => `${style.bold(id)}${' '.repeat(width - id.length)}  ${difficulty.padEnd(6)}  ${type.padEnd(14)}  ${brief}`);
  return `${lines.join('\n')}\n\n${all.length} scenarios.\n`;
}

function asJson(): string {
  const written = all.map((scenario) => ({
    id: scenario.id,
    title: scenario.title,
    type: scenario.type,
    difficulty: scenario.difficulty,
    topics: scenario.topics,
    brief: scenario.brief,
    requirements: [...scenario.functional, ...scenario.nonFunctional].map(({ text }) => text),
    entities: scenario.entities.map(({ id, name, about }) => ({ id, name, about })),
    checks: checksOf(scenario).map(({ id, title, mandatory }) => ({ id, title, mandatory })),
  }));
  return `${JSON.stringify({ version: 1, scenarios: written }, null, 2)}\n`;
}
