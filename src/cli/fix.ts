import type { FreshId } from '#diagram/transaction.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { withReadableIds } from '#diagram/readable-ids.ts';
import { tableOf } from '#diagram/edits.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { plain } from '#formats/terminal.ts';
import { displayName } from '#rules/display-name.ts';
import { fixAll } from '#rules/fix-all.ts';
import { changeLines } from './changes.ts';
import type { Command } from './command.ts';
import { exit, type Io } from './io.ts';
import { type ReadFile, readFiles } from './read-diagrams.ts';

export const fix: Command = {
  least: 1,
  options: [{ name: 'dry-run', help: 'Prints the changes and writes nothing.' }],
  notes: [
    'Safe fixes only: those with one sensible result and no decision of yours in them. Findings that a file accepts stay as they are.',
    'A FILE of - is standard input; the diagram goes to standard output, the changes to standard error.',
  ],
  async run(input, io) {
    const { read, unread } = await readFiles(input.operands, io);
    let code: number = unread.length > 0 ? exit.unreadable : exit.clean;
    for (const file of read) code = Math.max(code, await mend(file, input.has('dry-run'), io));
    return code;
  },
};

async function mend({ file, text, diagram }: ReadFile, isDryRun: boolean, io: Io): Promise<number> {
  const { diagram: fixed, applied } = fixAll(diagram, countingIds(diagram), { today: io.today });
  const mended = withReadableIds(diagram, fixed);
  const say = (line: string): void => (file === '-' ? io.stderr(`${line}\n`) : io.stdout(`${line}\n`));
  if (applied.length === 0) say(`${plain(file)}: nothing to mend safely.`);
  else {
    say(`${plain(file)}: ${applied.length === 1 ? '1 safe fix' : `${applied.length} safe fixes`}${isDryRun ? ' to apply' : ' applied'}`);
    for (const { finding, title } of applied) say(`  ${title}: ${plain(displayName(diagram, finding.primary))} (${finding.rule})`);
    for (const line of changeLines(diagram, mended)) say(`    ${line}`);
  }
  if (file === '-') io.stdout(isDryRun || applied.length === 0 ? text : writeDiagram(mended));
  else if (applied.length > 0 && !isDryRun) {
    const wrote = await io.write(file, writeDiagram(mended));
    if (!wrote.ok) {
      io.stderr(`caveat: ${plain(file)} ${wrote.error}\n`);
      return exit.unreadable;
    }
  }
  return exit.clean;
}

/** Ids that stand in until a record has a name to be called by. */
function countingIds(diagram: Diagram): FreshId {
  let count = 0;
  return () => {
    do count += 1;
    while (tableOf(diagram, `new-${count}`) !== undefined);
    return `new-${count}`;
  };
}
