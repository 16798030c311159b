import type { Diagram, Id } from '#diagram/diagram.ts';
import type { Rect } from '#diagram/geometry.ts';
import { noteLineHeight, type Scene, sceneOf } from '#drawing/scene.ts';
import { detailStyle, labelStyle, nameStyle, noteStyle, type TextStyle, titleStyle } from '#drawing/text.ts';
import { type DrawingTheme, drawingThemes, type ThemeName } from '#drawing/theme.ts';
import { rounded, type Wire } from '#drawing/wire.ts';
import { escapedXml } from '../xml.ts';

/** One file of a font, for the characters in its range. */
export interface FontFace {
  readonly family: string;
  readonly dataUri: string;
  readonly unicodeRange?: string;
}

export interface SvgOptions {
  readonly theme: ThemeName;
  /** False leaves the ground transparent. */
  readonly background: boolean;
  /** Space around the drawing, in canvas units. */
  readonly padding?: number;
  /** Only these records; everything where absent. */
  readonly ids?: ReadonlySet<Id>;
  readonly fontFaces?: readonly FontFace[];
  /** The diagram's own file, kept inside so that the picture can be opened again. */
  readonly source?: string;
}

const fontStack = "Inter, 'Inter Variable', system-ui, sans-serif";

/** The picture of a diagram as SVG text: no style sheet, no script, every text escaped, the same for the same diagram. */
export function writeSvg(diagram: Diagram, { theme, background, padding = 32, ids, fontFaces = [], source }: SvgOptions): string {
  const scene = sceneOf(diagram, ids);
  const colours = drawingThemes[theme];
  const view = grown(scene.bounds, padding);
  const size = `width="${rounded(view.width)}" height="${rounded(view.height)}"`;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${[view.x, view.y, view.width, view.height].map(rounded).join(' ')}" font-family="${fontStack}" role="img">`,
    `<title>${escapedXml(diagram.title)}</title>`,
    `<desc>${escapedXml(describe(scene))}</desc>`,
    ...(source === undefined ? [] : [`<metadata id="caveat-source">${escapedXml(source)}</metadata>`]),
    ...(fontFaces.length > 0 ? [`<style>${fontFaces.map(fontRule).join('')}</style>`] : []),
    ...(background ? [`<rect x="${rounded(view.x)}" y="${rounded(view.y)}" ${size} fill="${colours.canvas}"/>`] : []),
    ...scene.boundaries.map((frame) => drawBoundary(frame, colours)),
    ...scene.wires.map((wire) => drawWire(wire, colours)),
    ...scene.cards.map((item) => drawCard(item, colours)),
    ...scene.notes.map((item) => drawNote(item, colours)),
    ...scene.wires.map((wire) => drawLabel(wire, colours)).filter((label) => label !== ''),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

/** The size of the picture in canvas units, without drawing it. */
export function pictureSize(diagram: Diagram, padding = 32, ids?: ReadonlySet<Id>): { readonly width: number; readonly height: number } {
  const { width, height } = grown(sceneOf(diagram, ids).bounds, padding);
  return { width, height };
}

const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

const describe = ({ cards, wires }: Scene): string =>
  `${cards.length} components: ${cards.map(({ component }) => component.name).join(', ')}. ${wires.length} connections.`;

const fontRule = ({ family, dataUri, unicodeRange }: FontFace): string =>
  `@font-face{font-family:'${family}';font-weight:100 900;src:url(${dataUri}) format('woff2');${unicodeRange ? `unicode-range:${unicodeRange};` : ''}}`;

function drawBoundary({ rect, title }: Scene['boundaries'][number], colours: DrawingTheme): string {
  const frame = `<rect x="${rounded(rect.x)}" y="${rounded(rect.y)}" width="${rounded(rect.width)}" height="${rounded(rect.height)}" rx="12" fill="${colours.ink3}" fill-opacity="0.04" stroke="${colours.ink3}" stroke-opacity="0.55" stroke-dasharray="5 4"/>`;
  return `${frame}${textAt(title, rect.x + 14, rect.y + 22, titleStyle, colours.ink2)}`;
}

function drawWire({ path, arrow, dashed }: Wire, colours: DrawingTheme): string {
  const stroke = `fill="none" stroke="${colours.connection}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"`;
  return `<path d="${path}" ${stroke}${dashed ? ' stroke-dasharray="5 4"' : ''}/><path d="${arrow}" ${stroke}/>`;
}

function drawLabel({ label }: Wire, colours: DrawingTheme): string {
  if (!label) return '';
  const { x, y, width, height } = label.rect;
  const ground = label.isClear ? '' : `<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}" rx="4" fill="${colours.canvas}"/>`;
  return `${ground}${textAt(label.text, x + width / 2, y + height / 2 + 4, labelStyle, colours.ink2, 'middle')}`;
}

function drawCard({ rect, card }: Scene['cards'][number], colours: DrawingTheme): string {
  const [accent, tint] = [colours.accent[card.family], colours.tint[card.family]];
  const { x, y, scale } = card.glyphAt;
  const shape = `<path d="${card.shape.outline}" fill="${tint}" stroke="${accent}" stroke-width="1.4"${card.shape.dashed ? ' stroke-dasharray="5 4"' : ''}/>`;
  const details = card.shape.details.map((d) => `<path d="${d}" fill="none" stroke="${accent}" stroke-width="1.1" stroke-opacity="0.75" stroke-linecap="round"/>`).join('');
  const glyph = `<g transform="translate(${rounded(x)} ${rounded(y)}) scale(${rounded(scale)})" fill="none" stroke="${accent}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${card.glyph.map((d) => `<path d="${d}"/>`).join('')}</g>`;
  const lines = card.lines.map(({ text, role, x: left, y: baseline }) =>
    textAt(text, left, baseline, role === 'name' ? nameStyle : detailStyle, role === 'name' ? colours.ink1 : colours.ink2),
  );
  return `<g transform="translate(${rounded(rect.x)} ${rounded(rect.y)})">${shape}${details}${glyph}${lines.join('')}</g>`;
}

function drawNote({ rect, lines }: Scene['notes'][number], colours: DrawingTheme): string {
  const paper = `<rect width="${rounded(rect.width)}" height="${rounded(rect.height)}" rx="8" fill="${colours.note}" stroke="${colours.line}"/>`;
  const text = lines.map((line, index) => textAt(line, 12, 22 + index * noteLineHeight, noteStyle, colours.ink1));
  return `<g transform="translate(${rounded(rect.x)} ${rounded(rect.y)})">${paper}${text.join('')}</g>`;
}

function textAt(content: string, x: number, y: number, { size, weight }: TextStyle, fill: string, anchor?: 'middle'): string {
  if (content === '') return '';
  const anchored = anchor ? ` text-anchor="${anchor}"` : '';
  return `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}"${anchored}>${escapedXml(content)}</text>`;
}
