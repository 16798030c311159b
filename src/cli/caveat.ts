import fs from 'node:fs';
import { isoDay } from '#base/iso-day.ts';
import { failure, success } from '#base/result.ts';
import type { Io } from './io.ts';
import { run } from './main.ts';

/** The system's codes in words. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'does not exist. Check its name, and the folder that you are in.'],
  ['EISDIR', 'is a folder. Name the files in it.'],
  ['ENOTDIR', 'lies in something that is no folder. Check its path.'],
  ['EACCES', 'is closed to you. Change its permissions.'],
  ['EROFS', 'lies on a disk that cannot be written. Choose another place.'],
  ['ENOSPC', 'does not fit on its disk. Make room there.'],
  ['ERR_ENCODING_INVALID_ENCODED_DATA', 'is not UTF-8 text. Save it as UTF-8.'],
]);

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return reasons.get(code) ?? `cannot be read or written (${code}). Try another place.`;
}

/** Colour is for people; NO_COLOR and FORCE_COLOR are what they usually are. */
function hasColour({ NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return process.stdout.isTTY && TERM !== 'dumb';
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const io: Io = {
  async read(file) {
    try {
      // Strict about bytes, and without the byte order mark.
      return success(new TextDecoder('utf-8', { fatal: true }).decode(file === '-' ? await standardInput() : fs.readFileSync(file)));
    } catch (error) {
      return failure(reasonOf(error));
    }
  },
  write(file, content) {
    try {
      fs.writeFileSync(file, content);
      return Promise.resolve(success(undefined));
    } catch (error) {
      return Promise.resolve(failure(reasonOf(error)));
    }
  },
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  isTerminal: hasColour(process.env),
  today: isoDay(new Date()),
  // The build puts it in.
  version: process.env.CAVEAT_VERSION ?? '',
};

// A reader that has seen enough, such as "head", is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), io);
