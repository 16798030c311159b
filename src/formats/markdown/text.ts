/** Text that Markdown shows as it is, on one line, also in a cell of a table. */
export const escapedMarkdown = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>|#~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replace(/^(\d+)([.)]) /, '$1\\$2 ')
    .replace(/^([-+=]) /, '\\$1 ');

/** A table; cells come escaped. Columns without content are left out, and everything where there are no rows. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const filled = (_: unknown, column: number): boolean => rows.some((cells) => cells[column] !== '');
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const shown = heads.filter(filled);
  return rows.length === 0 ? [] : [row(shown), row(shown.map(() => '---')), ...rows.map((cells) => row(cells.filter(filled))), ''];
}

/** A word as code: rule ids and the like. */
export const markdownCode = (text: string): string => `\`${text.replaceAll(/[`|\s]+/g, ' ')}\``;
