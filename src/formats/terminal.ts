/** Styles of a terminal; each leaves the text as it is where there is no colour. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
  green(text: string): string;
}

const escape = '\u001b[';

/** Styles that colour or do not. */
export function styleFor(hasColour: boolean): Style {
  const paint = (on: string, off: string) => (text: string) => (hasColour && text !== '' ? `${escape}${on}m${text}${escape}${off}m` : text);
  return { bold: paint('1', '22'), dim: paint('2', '22'), red: paint('1;31', '22;39'), yellow: paint('1;33', '22;39'), blue: paint('1;34', '22;39'), green: paint('1;32', '22;39') };
}

/** Text from a file as a terminal may show it: on one line, without characters that steer the terminal or turn the writing direction. */
export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
