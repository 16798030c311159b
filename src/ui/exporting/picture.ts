import type { Diagram, Id } from '#diagram/diagram.ts';
import { withPngText } from '#formats/png-metadata.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { fontSubsetsOf } from '#formats/svg/font-subsets.ts';
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
  return Promise.all(
    fontSubsetsOf(text).map(async ({ subset, range }) => {
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
