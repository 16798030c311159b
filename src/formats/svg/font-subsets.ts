/** A file of Inter: its name among the files of the package, and the characters for which it is used. */
export interface FontSubset {
  readonly subset: string;
  readonly range: string;
}

const subsets: readonly (FontSubset & { readonly holds: RegExp })[] = [
  { subset: 'latin', holds: /[ -\u00ff]/, range: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD' },
  { subset: 'latin-ext', holds: /[\u0100-\u02ba\u1e00-\u1e9f]/, range: 'U+0100-02BA,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF' },
  { subset: 'cyrillic', holds: /[\u0400-\u045f]/, range: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' },
  { subset: 'greek', holds: /[\u0370-\u03ff]/, range: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF' },
];

/** The files of the font that a text needs. */
export const fontSubsetsOf = (text: string): readonly FontSubset[] => subsets.filter(({ holds }) => holds.test(text));

/** The characters of a text that no file of the font holds, each once. */
export function charactersOutside(text: string): readonly string[] {
  const spans = subsets.flatMap(({ range }) => range.split(',')).map((span) => span.slice(2).split('-').map((code) => Number.parseInt(code, 16)));
  const isInside = (code: number): boolean => spans.some(([first = 0, last = first]) => code >= first && code <= last);
  return [...new Set(text)].filter((character) => !isInside(character.codePointAt(0) ?? 0));
}
