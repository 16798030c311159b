import type { Result } from '#base/result.ts';

/** Everything that the command line has of the world, so that tests can stand in for it. */
export interface Io {
  /** The text of a file, `-` for standard input; else why it cannot be read, as the end of a sentence. */
  read(file: string): Promise<Result<string, string>>;
  write(file: string, content: string | Uint8Array): Promise<Result<undefined, string>>;
  stdout(text: string): void;
  stderr(text: string): void;
  /** Whether a person reads the output, in colour. */
  readonly isTerminal: boolean;
  /** ISO day. */
  readonly today: string;
  readonly version: string;
}

/** Exit codes: nothing to object; something to object; something that could not be read or understood. */
export const exit = { clean: 0, findings: 1, unreadable: 2 } as const;
