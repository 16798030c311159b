import type { Diagram, Id } from '#diagram/diagram.ts';
import { withPngText } from '#formats/png-metadata.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { type FontFace, pictureSize, type SvgOptions, writeSvg } from '#formats/svg/write.ts';

export interface PictureOptions {
  readonly theme: 'light' | 'dark';
  readonly isTransparent: boolean;
  /** Pixels for each canvas unit. */
  readonly scale: 1 | 2 | 3;
  /** Only these records. */
  readonly ids?: ReadonlySet<Id>;
}

/** The largest picture that browsers draw reliably, in pixels. */
const mostPixels = { side: 16_384, area: 200_000_000 };

/** Files of the font, with the characters that each holds. */
const fontFiles = import.meta.glob<string>('/node_modules/@fontsource-variable/inter/files/inter-*-wght-normal.woff2', { query: '?url', import: 'default' });

const ranges: readonly { readonly subset: string; readonly holds: RegExp; readonly range: string }[] = [
  { subset: 'latin', holds: /[ -\u00ff]/, range: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD' },
  { subset: 'latin-ext', holds: /[\u0100-\u02ba\u1e00-\u1e9f]/, range: 'U+0100-02BA,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF' },
  { subset: 'cyrillic', holds: /[\u0400-\u045f]/, range: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' },
  { subset: 'greek', holds: /[\u0370-\u03ff]/, range: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF' },
];

/** The picture as SVG text, with the font that its text needs inside it. */
export async function svgPicture(diagram: Diagram, options: Omit<PictureOptions, 'scale'>, withSource: boolean): Promise<string> {
  const drawing: SvgOptions = { theme: options.theme, background: !options.isTransparent, ...(options.ids ? { ids: options.ids } : {}) };
  const bare = writeSvg(diagram, drawing);
  return writeSvg(diagram, { ...drawing, fontFaces: await fontsFor(bare), ...(withSource ? { source: writeDiagram(diagram) } : {}) });
}

/** The picture as PNG, with the diagram inside it so that it can be opened again. Throws with a sentence where it would be too large. */
export async function pngPicture(diagram: Diagram, options: PictureOptions): Promise<Blob> {
  const size = pictureSize(diagram, undefined, options.ids);
  const [width, height] = [Math.round(size.width * options.scale), Math.round(size.height * options.scale)];
  if (width > mostPixels.side || height > mostPixels.side || width * height > mostPixels.area) {
    throw new Error(`A picture of ${width.toLocaleString('en-US')} by ${height.toLocaleString('en-US')} pixels is more than browsers can draw. Choose a smaller scale, a selection, or SVG.`);
  }
  const svg = await svgPicture(diagram, options, false);
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The browser could not draw the picture. Choose a smaller scale, or SVG.');
    const bytes = withPngText(new Uint8Array(await blob.arrayBuffer()), writeDiagram(diagram));
    return new Blob([new Uint8Array(bytes)], { type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function fontsFor(text: string): Promise<readonly FontFace[]> {
  const needed = ranges.filter(({ holds }) => holds.test(text));
  return Promise.all(
    needed.map(async ({ subset, range }) => {
      const load = fontFiles[`/node_modules/@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`];
      const address = await load?.();
      const bytes = new Uint8Array(await (await fetch(address ?? '')).arrayBuffer());
      return { family: 'Inter', unicodeRange: range, dataUri: `data:font/woff2;base64,${base64(bytes)}` };
    }),
  );
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
