// Writes the example diagrams as the editor would save them, and draws their thumbnails, light and dark.
import fs from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';

const folder = 'public/examples';
const ending = '.caveat.json';
const load = async (file) => (await runnerImport(path.resolve(file))).module;
const { readDiagram } = await load('src/formats/json/read.ts');
const { writeDiagram } = await load('src/formats/json/write.ts');
const { writeSvg } = await load('src/formats/svg/write.ts');

/** Words and icons cannot be seen at the size of a thumbnail, and every first visit loads it. */
const asThumbnail = (svg) =>
  svg
    .replaceAll(/<(text|title|desc)[^>]*>[^<]*<\/\1>/g, '')
    .replaceAll(/<g transform="[^"]*scale[^>]*>.*?<\/g>/g, '')
    .replaceAll(/\n+/g, '\n');

for (const name of fs.readdirSync(folder).filter((file) => file.endsWith(ending))) {
  const file = path.join(folder, name);
  const read = readDiagram(fs.readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(`${file}: ${read.error.map(({ message }) => message).join(' ')}`);
  fs.writeFileSync(file, writeDiagram(read.value));
  for (const theme of ['light', 'dark']) {
    fs.writeFileSync(file.replace(ending, `-${theme}.svg`), asThumbnail(writeSvg(read.value, { theme, background: true })));
  }
}
