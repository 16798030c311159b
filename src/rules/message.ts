/** A template with its `{placeholders}` filled. A placeholder without data stays visible, so that a test finds it. */
export function renderMessage(template: string, data: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => (Object.hasOwn(data, name) ? String(data[name]) : placeholder));
}

/** Names in a row: "A", "A and B", "A, B and C"; long rows are cut with a count. */
export function listed(names: readonly string[], most = 3): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  return shown.length <= 1 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** Names along a way: "A → B → C"; of long ways the first ones and the last. */
export function arrowed(names: readonly string[], most = 4): string {
  const shown = names.length > most ? [...names.slice(0, most - 2), '…', ...names.slice(-1)] : names;
  return shown.join(' → ');
}
