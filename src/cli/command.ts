import type { Io } from './io.ts';

/** One option of a command: its help, and what may be given. */
export interface Option {
  readonly name: string;
  /** What stands for its value in the help; absent for a switch. */
  readonly value?: string;
  /** The values that it takes, where they are few. */
  readonly choices?: readonly string[];
  /** May be given more than once. */
  readonly many?: true;
  readonly help: string;
}

/** The words after a command, checked against its options. */
export interface Input {
  readonly operands: readonly string[];
  has(option: string): boolean;
  value(option: string): string | undefined;
  values(option: string): readonly string[];
}

/** A command as the list of commands knows it. What it does is loaded when it is called. */
export interface Entry {
  readonly name: string;
  readonly summary: string;
  /** The words that it takes, as its help shows them: "FILE...". */
  readonly operands: string;
  load(): Promise<Command>;
}

/** What a command takes, and what it does. */
export interface Command {
  /** How many words it takes. */
  readonly least: number;
  /** As many as there are, where absent. */
  readonly most?: number;
  readonly options: readonly Option[];
  /** What else its help says, a paragraph each. */
  readonly notes: readonly string[];
  /** Does it; resolves to the exit code. */
  run(input: Input, io: Io): Promise<number>;
}
