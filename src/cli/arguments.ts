import { parseArgs } from 'node:util';
import { nearest } from '#base/nearest.ts';
import { failure, type Result, success } from '#base/result.ts';
import type { Command, Entry, Input, Option } from './command.ts';

/** The words after a command; else what is wrong with them, in a sentence. */
export function readArguments({ name: own, operands: wanted }: Entry, command: Command, args: readonly string[]): Result<Input, string> {
  const config = Object.fromEntries(command.options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string', multiple: true } as const]));
  const { tokens, positionals: operands } = parseArgs({ args: [...args], options: config, strict: false, allowPositionals: true, tokens: true });
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = command.options.find(({ name }) => name === token.name);
    if (!option) return failure(unknownOption(own, command, token.rawName));
    const problem = problemOf(option, token.value);
    if (problem !== undefined) return failure(problem);
    given.set(option.name, [...(given.get(option.name) ?? []), token.value ?? '']);
  }
  const repeated = command.options.find(({ name, many }) => !many && (given.get(name)?.length ?? 0) > 1);
  if (repeated) return failure(`--${repeated.name} is given more than once. Give it once.`);
  if (operands.length < command.least) return failure(`caveat ${own} wants ${wanted}. See caveat ${own} --help.`);
  if (command.most !== undefined && operands.length > command.most) return failure(`caveat ${own} does not know what to do with "${operands[command.most]}". It takes ${wanted || 'no arguments'}.`);
  return success({ operands, has: (name) => given.has(name), value: (name) => given.get(name)?.[0], values: (name) => given.get(name) ?? [] });
}

function unknownOption(own: string, { options }: Command, rawName: string): string {
  const meant = nearest(rawName.replace(/^-+/, ''), options.map(({ name }) => name));
  return `caveat ${own} has no option ${rawName}. ${meant === undefined ? `See caveat ${own} --help.` : `Did you mean --${meant}?`}`;
}

function problemOf({ name, value, choices }: Option, given: string | undefined): string | undefined {
  if (value === undefined) return given === undefined ? undefined : `--${name} takes no value. Leave out "=${given}".`;
  if (given === undefined || given === '') return `--${name} wants a value: ${choices?.join(', ') ?? value}.`;
  if (!choices || choices.includes(given)) return undefined;
  const meant = nearest(given, choices);
  return `--${name} cannot be "${given}". ${meant === undefined ? `Use one of ${choices.join(', ')}.` : `Did you mean ${meant}?`}`;
}
