import { failure, success } from '#base/result.ts';
import type { Io } from '#cli/io.ts';
import { run } from '#cli/main.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was written, by file. */
  readonly written: ReadonlyMap<string, string | Uint8Array>;
}

/** Runs a command line against files that exist only here; `-` is standard input. */
export async function runWith(files: Readonly<Record<string, string>>, args: readonly string[], world: Partial<Pick<Io, 'isTerminal' | 'today'>> = {}): Promise<Outcome> {
  const written = new Map<string, string | Uint8Array>();
  let out = '';
  let err = '';
  const code = await run(args, {
    read: (file) => Promise.resolve(Object.hasOwn(files, file) ? success(files[file] ?? '') : failure('does not exist.')),
    write: (file, content) => {
      if (file.startsWith('closed/')) return Promise.resolve(failure('is closed to you.'));
      written.set(file, content);
      return Promise.resolve(success(undefined));
    },
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
    isTerminal: false,
    today: '2026-11-25',
    version: '1.2.3',
    ...world,
  });
  return { code, out, err, written };
}
