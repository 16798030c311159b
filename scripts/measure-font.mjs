// node scripts/measure-font.mjs: measures Inter in a browser and writes src/drawing/inter-widths.ts.
import fs from 'node:fs';
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const fontFile = 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
const punctuation = '–—‘’“”•…€';
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? (await packaged.executablePath()), args: ['--no-sandbox'] });
const page = await browser.newPage();
const widths = await page.evaluate(async ([font, punctuation]) => {
  const face = new FontFace('Inter', `url(data:font/woff2;base64,${font})`, { weight: '100 900' });
  await face.load();
  document.fonts.add(face);
  const context = document.createElement('canvas').getContext('2d');
  const codes = [...Array.from({ length: 95 }, (_, i) => 32 + i), ...Array.from({ length: 96 }, (_, i) => 160 + i), ...[...punctuation].map((character) => character.charCodeAt(0))];
  return Object.fromEntries(
    [400, 500, 600].map((weight) => {
      context.font = `${weight} 1000px Inter`;
      return [weight, codes.map((code) => Math.round(context.measureText(String.fromCharCode(code)).width))];
    }),
  );
}, [fs.readFileSync(fontFile).toString('base64'), punctuation]);
await browser.close();

const rows = Object.entries(widths).map(([weight, list]) => `  ${weight}: [${list.join(', ')}],`);
fs.writeFileSync(
  'src/drawing/inter-widths.ts',
  `/** Advance widths of Inter in thousandths of the font size, for U+0020 to U+007E, U+00A0 to U+00FF, then \`punctuation\`. Written by scripts/measure-font.mjs. */
export const interWidths = {
${rows.join('\n')}
} as const;

export const punctuation = '${punctuation}';
`,
);
