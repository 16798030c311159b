import { writeDiagram } from '#formats/json/write.ts';
import type { Command } from './command.ts';
import { exit } from './io.ts';
import { readFiles } from './read-diagrams.ts';

export const fmt: Command = {
  least: 1,
  options: [{ name: 'check', help: 'Changes nothing; names the files that would change and exits with 1 if there are any.' }],
  notes: ['A FILE of - is standard input, written to standard output.'],
  async run(input, io) {
    const { read, unread } = await readFiles(input.operands, io);
    let code: number = unread.length > 0 ? exit.unreadable : exit.clean;
    for (const { file, text, diagram } of read) {
      const stable = writeDiagram(diagram);
      if (input.has('check')) {
        if (stable === text) continue;
        io.stdout(`${file} is not in its stable form. Run caveat fmt on it.\n`);
        code = Math.max(code, exit.findings);
      } else if (file === '-') io.stdout(stable);
      else if (stable !== text) {
        const wrote = await io.write(file, stable);
        if (wrote.ok) io.stdout(`${file} written.\n`);
        else {
          io.stderr(`caveat: ${file} ${wrote.error}\n`);
          code = exit.unreadable;
        }
      }
    }
    return code;
  },
};
