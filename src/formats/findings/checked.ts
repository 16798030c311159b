import type { Diagram, Id } from '#diagram/diagram.ts';
import { tableOf } from '#diagram/edits.ts';
import type { Finding, Report } from '#rules/finding.ts';

/** One file after its rules have run. */
export interface CheckedFile {
  /** As it was named; `-` for standard input. */
  readonly file: string;
  readonly text: string;
  readonly diagram: Diagram;
  readonly report: Report;
  /** Keys of the findings that an earlier run has reported. */
  readonly known: ReadonlySet<string>;
}

/** A file that could not be read, and why, in a sentence. */
export interface UnreadFile {
  readonly file: string;
  readonly reason: string;
}

/** Everything that the formats of findings write down. */
export interface CheckRun {
  readonly files: readonly CheckedFile[];
  readonly unread: readonly UnreadFile[];
  /** Of the program. */
  readonly version: string;
  /** Whether findings were compared with those of an earlier run. */
  readonly hasBaseline: boolean;
}

/** Open findings that nobody knew of. */
export const freshFindings = ({ report, known }: CheckedFile): readonly Finding[] => report.findings.filter(({ key }) => !known.has(key));

/** The name of a file for people. */
export const fileName = (file: string): string => (file === '-' ? 'standard input' : file);

/** Where a record stands in its file: `components.jobs`; `diagram` for the whole. */
export function recordPath(diagram: Diagram, id: Id): string {
  const table = tableOf(diagram, id);
  return table ? `${table}.${id}` : id;
}
