import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ThemeName } from '#drawing/theme.ts';
import { detailStyle, labelStyle, nameStyle, noteStyle, titleStyle } from '#drawing/text.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { failure, type Result, success } from '#base/result.ts';
import { withPngText } from '#formats/png-metadata.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { charactersOutside, fontSubsetsOf } from '#formats/svg/font-subsets.ts';
import { pictureSize, writeSvg } from '#formats/svg/write.ts';

const { resolve } = createRequire(import.meta.url);

const fontFile = (subset: string): Promise<Buffer> => fs.readFile(resolve(`@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`));

/** The diagram as SVG with its font and its own file inside. */
export async function svgPicture(diagram: Diagram, theme: ThemeName): Promise<string> {
  const drawing = { theme, background: true };
  const fontFaces = fontSubsetsOf(writeSvg(diagram, drawing)).map(async ({ subset, range }) => ({
    family: 'Inter',
    unicodeRange: range,
    dataUri: `data:font/woff2;base64,${(await fontFile(subset)).toString('base64')}`,
  }));
  return writeSvg(diagram, { ...drawing, fontFaces: await Promise.all(fontFaces), source: writeDiagram(diagram) });
}

/** The longest side and the area of a PNG that every viewer opens, in pixels. */
const most = { side: 16_384, area: 200_000_000 };

export interface Png {
  readonly bytes: Uint8Array;
  /** Characters that the font does not have, and that are missing in the picture. */
  readonly missing: readonly string[];
}

/** The diagram as PNG with its own file inside; else why it cannot be drawn. */
export async function pngPicture(diagram: Diagram, theme: ThemeName, scale: number): Promise<Result<Png, string>> {
  const size = pictureSize(diagram);
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  if (Math.max(width, height) > most.side || width * height > most.area) {
    return failure(`A picture of ${width} by ${height} pixels is more than a PNG should have. Choose a smaller --scale, or SVG.`);
  }
  const svg = writeSvg(diagram, { theme, background: true });
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await (initialised ??= fs.readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')).then((bytes) => initWasm(bytes)));
  const drawing = new Resvg(svg, { font: { fontBuffers: await staticFonts(svg), loadSystemFonts: false, defaultFontFamily: 'Inter' }, fitTo: { mode: 'zoom', value: scale } });
  return success({ bytes: withPngText(drawing.render().asPng(), writeDiagram(diagram)), missing: charactersOutside(svg.replaceAll(/\s/g, '')) });
}

/** The renderer can be initialised once only. */
let initialised: Promise<void> | undefined;

/** The characters of a text in each weight that drawings use: the renderer knows neither compressed nor variable fonts. */
async function staticFonts(text: string): Promise<Uint8Array[]> {
  const { default: subsetFont } = await import('subset-font');
  const weights = new Set([nameStyle, detailStyle, labelStyle, titleStyle, noteStyle].map(({ weight }) => weight));
  const fonts: Uint8Array[] = [];
  for (const { subset } of fontSubsetsOf(text)) {
    const file = await fontFile(subset);
    for (const wght of weights) fonts.push(await subsetFont(file, text, { targetFormat: 'truetype', variationAxes: { wght } }));
  }
  return fonts;
}
