import { styleFor } from '#formats/terminal.ts';
import { folded } from './help.ts';

/** A part of a page of `explain`: a heading, and paragraphs, points or verbatim lines below it. */
export interface Section {
  readonly heading: string;
  readonly paragraphs?: readonly string[];
  readonly points?: readonly string[];
  readonly verbatim?: string;
}

/** A page of `explain`: what it is about, in a line, and its sections. */
export interface Page {
  readonly title: string;
  readonly about: string;
  readonly sections: readonly Section[];
}

const width = 92;

/** A page as text for a terminal. Sections without content are left out. */
export function pageText({ title, about, sections }: Page, hasColour: boolean): string {
  const style = styleFor(hasColour);
  const blocks = sections
    .map(({ heading, paragraphs = [], points = [], verbatim }) => ({
      heading,
      lines: [...paragraphs.flatMap((text) => folded(text, width)), ...points.flatMap((text) => folded(text, width - 2).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`)), ...(verbatim?.split('\n') ?? [])],
    }))
    .filter(({ lines }) => lines.length > 0);
  return [`${style.bold(title)}  ${style.dim(about)}`, ...blocks.flatMap(({ heading, lines }) => ['', style.blue(heading), ...lines.map((line) => `  ${line}`)]), ''].join('\n');
}
