import type { Diagram } from '#diagram/diagram.ts';
import { failure, type Result, success } from '#base/result.ts';
import { writeMarkdown } from '#formats/markdown/write.ts';
import { plain } from '#formats/terminal.ts';
import { validate } from '#rules/validate.ts';
import type { Command, Input } from './command.ts';
import { exit, type Io } from './io.ts';
import { readFile } from './read-diagrams.ts';

export const exportDiagram: Command = {
  least: 2,
  most: 2,
  options: [
    { name: 'theme', value: 'THEME', choices: ['light', 'dark'], help: 'The colours of a picture; light unless you say otherwise.' },
    { name: 'scale', value: 'N', choices: ['1', '2', '3'], help: 'Pixels of a PNG for each unit of the canvas; 2 unless you say otherwise.' },
  ],
  notes: ['What has no place is laid out as the editor does it. A picture holds its diagram: Caveat opens it again.', 'OUT.md is the report: components, connections, decisions, findings, open questions, accepted trade-offs.'],
  async run(input, io) {
    const [file = '', out = ''] = input.operands;
    const write = writers.get(/\.(\w+)$/.exec(out)?.[1]?.toLowerCase() ?? '');
    if (!write) return refuse(io, `${plain(out)} is no format to export to. End its name in .svg, .png or .md.`);
    const read = await readFile(file, io);
    if (!read.ok) return refuse(io, read.error);
    const content = await write(read.value.diagram, input, io);
    if (!content.ok) return refuse(io, content.error);
    const wrote = await io.write(out, content.value);
    return wrote.ok ? exit.clean : refuse(io, `${plain(out)} ${wrote.error}`);
  },
};

type Writer = (diagram: Diagram, input: Input, io: Io) => Promise<Result<string | Uint8Array, string>>;

/** What draws and lays out is loaded when it is needed. */
const writers: ReadonlyMap<string, Writer> = new Map<string, Writer>(Object.entries<Writer>({
  svg: async (diagram, input) => {
    const [{ svgPicture }, { withPlaces }] = await Promise.all([import('./picture.ts'), import('./layout.ts')]);
    return success(await svgPicture(await withPlaces(diagram), themeOf(input)));
  },
  png: async (diagram, input, io) => {
    const [{ pngPicture }, { withPlaces }] = await Promise.all([import('./picture.ts'), import('./layout.ts')]);
    const picture = await pngPicture(await withPlaces(diagram), themeOf(input), Number(input.value('scale') ?? '2'));
    if (!picture.ok) return failure(picture.error);
    const { bytes, missing } = picture.value;
    if (missing.length > 0) io.stderr(`caveat: The font has no ${missing.slice(0, 8).join(' ')}, so the PNG leaves ${missing.length === 1 ? 'it' : 'them'} out. An SVG shows them in a font of its reader.\n`);
    return success(bytes);
  },
  md: (diagram, _input, io) => Promise.resolve(success(writeMarkdown(diagram, validate(diagram, { today: io.today })))),
}));

const themeOf = (input: Input): 'light' | 'dark' => (input.value('theme') === 'dark' ? 'dark' : 'light');

function refuse(io: Io, sentence: string): number {
  io.stderr(`caveat: ${sentence}\n`);
  return exit.unreadable;
}
