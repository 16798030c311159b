import { interWidths, punctuation } from './inter-widths.ts';

export type Weight = keyof typeof interWidths;

/** How a line of text is set. */
export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
}

export const nameStyle: TextStyle = { size: 13.5, weight: 600 };
export const detailStyle: TextStyle = { size: 11.5, weight: 400 };
export const labelStyle: TextStyle = { size: 11.5, weight: 400 };
export const titleStyle: TextStyle = { size: 12, weight: 500 };
export const noteStyle: TextStyle = { size: 12, weight: 400 };

const ellipsis = '…';
const elsewhere = { wide: 1000, usual: 620 };

/** The width of a text in canvas units, from Inter's own metrics; other scripts by a generous guess. */
export function textWidth(text: string, { size, weight }: TextStyle): number {
  let width = 0;
  for (const character of text) width += advance(character.codePointAt(0) ?? 32, weight);
  return (width * size) / 1000;
}

function advance(code: number, weight: Weight): number {
  const widths = interWidths[weight];
  if (code >= 0x20 && code <= 0x7e) return widths[code - 0x20] ?? elsewhere.usual;
  if (code >= 0xa0 && code <= 0xff) return widths[95 + code - 0xa0] ?? elsewhere.usual;
  const mark = code >= 0x2010 && code <= 0x20ac ? punctuation.indexOf(String.fromCharCode(code)) : -1;
  if (mark >= 0) return widths[191 + mark] ?? elsewhere.usual;
  if (code < 0x20 || (code >= 0x200b && code <= 0x200f)) return 0;
  return code >= 0x1100 ? elsewhere.wide : elsewhere.usual;
}

/** The text, cut to a width with an ellipsis where it is too long. */
export function fitted(text: string, width: number, style: TextStyle): string {
  if (textWidth(text, style) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join('').trimEnd()}${ellipsis}`, style) > width) characters.pop();
  return `${characters.join('').trimEnd()}${ellipsis}`;
}

/** The text in lines of a width: broken at spaces, long words at their joints or anywhere, the last line with an ellipsis where lines run out. */
export function wrapped(text: string, width: number, style: TextStyle, most: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (textWidth(longer, style) <= width) line = longer;
      else {
        const pieces = piecesOf(word, width, style);
        if (line !== '') lines.push(line);
        lines.push(...pieces.slice(0, -1));
        line = pieces.at(-1) ?? '';
      }
      if (lines.length > most) break;
    }
    lines.push(line);
    if (lines.length > most) break;
  }
  if (lines.length <= most) return lines.map((line) => fitted(line, width, style));
  const last = `${lines[most - 1] ?? ''}${ellipsis}`;
  return [...lines.slice(0, most - 1), textWidth(last, style) <= width ? last : fitted(`${lines[most - 1] ?? ''}${ellipsis}${ellipsis}`, width, style)];
}

/** A word in pieces of a width, cut after a joint such as a hyphen where there is one. */
function piecesOf(word: string, width: number, style: TextStyle): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, style) > width) {
      const joint = /^.+[-_/.:@](?=.)/u.exec(piece)?.[0] ?? (/[-_/.:@]$/u.test(piece) ? piece : '');
      const cut = joint === '' ? piece : joint;
      pieces.push(cut);
      piece = piece.slice(cut.length);
    }
    piece += character;
  }
  return [...pieces, piece];
}
