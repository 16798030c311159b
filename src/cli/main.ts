import { nearest } from '#base/nearest.ts';
import { readArguments } from './arguments.ts';
import { commands } from './commands.ts';
import { helpOf, overview } from './help.ts';
import { exit, type Io } from './io.ts';

/** Runs the command that the arguments name; resolves to the exit code. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = args;
  if (first === '--version' || first === '-v' || first === '-V') return print(io, `${io.version}\n`);
  const isHelp = first === undefined || first === '--help' || first === '-h' || first === 'help';
  if (isHelp && rest[0] === undefined) return first === undefined ? refuse(io, overview(commands)) : print(io, overview(commands));
  const name = isHelp ? rest[0] : first;
  const entry = commands.find((each) => each.name === name);
  if (!entry) return refuse(io, `caveat: ${unknownCommand(name ?? '')}\n`);
  const command = await entry.load();
  if (isHelp || asksForHelp(rest)) return print(io, helpOf(entry, command));
  const input = readArguments(entry, command, rest);
  return input.ok ? command.run(input.value, io) : refuse(io, `caveat: ${input.error}\n`);
}

function print(io: Io, text: string): number {
  io.stdout(text);
  return exit.clean;
}

function refuse(io: Io, text: string): number {
  io.stderr(text);
  return exit.unreadable;
}

/** Before "--", which ends the options. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}

function unknownCommand(name: string): string {
  const what = name.startsWith('-') ? `option ${name}` : `command "${name}"`;
  const meant = nearest(name, [...commands.map((each) => each.name), '--help', '--version']);
  return `There is no ${what}. ${meant === undefined ? 'See caveat --help.' : `Did you mean ${meant}?`}`;
}
