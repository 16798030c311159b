/** Text that Markdown shows as it is, on one line, also in a cell of a table. */
export const escapedMarkdown = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>|#~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replace(/^(\d+)([.)]) /, '$1\\$2 ')
    .replace(/^([-+=]) /, '\\$1 ');

/** A table; cells come escaped. Empty where there are no rows. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row), ''];
}

/** A word as code: rule ids and the like. */
export const markdownCode = (text: string): string => `\`${text.replaceAll(/[`|\s]+/g, ' ')}\``;
