import { failure, type Result, success } from '#base/result.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { fileName } from '#formats/findings/checked.ts';
import type { Problem } from '#formats/json/problem.ts';
import { readDiagram } from '#formats/json/read.ts';
import { plain } from '#formats/terminal.ts';
import type { Io } from './io.ts';

export interface ReadFile {
  readonly file: string;
  readonly text: string;
  readonly diagram: Diagram;
}

/** The diagram of a file; else why there is none, in one sentence that names the file and the JSON path. */
export async function readFile(file: string, io: Io): Promise<Result<ReadFile, string>> {
  const read = await io.read(file);
  if (!read.ok) return failure(plain(`${fileName(file)} ${read.error}`));
  const diagram = readDiagram(read.value);
  return diagram.ok ? success({ file, text: read.value, diagram: diagram.value }) : failure(plain(`${fileName(file)}: ${reason(diagram.error)}`));
}

/** The diagrams of several files, each once. What cannot be read is said on standard error, and the others are still there. */
export async function readFiles(files: readonly string[], io: Io): Promise<{ readonly read: readonly ReadFile[]; readonly unread: readonly { readonly file: string; readonly reason: string }[] }> {
  const read: ReadFile[] = [];
  const unread: { readonly file: string; readonly reason: string }[] = [];
  for (const file of new Set(files)) {
    const result = await readFile(file, io);
    if (result.ok) read.push(result.value);
    else {
      unread.push({ file, reason: result.error });
      io.stderr(`caveat: ${result.error}\n`);
    }
  }
  return { read, unread };
}

function reason([first, ...others]: readonly Problem[]): string {
  const sentence = first?.message ?? 'It holds no diagram.';
  return others.length === 0 ? sentence : `${sentence.replace(/\.$/, '')} (and ${others.length === 1 ? '1 more problem' : `${others.length} more problems`}).`;
}
