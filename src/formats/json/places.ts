import type { Id } from '#diagram/diagram.ts';

/** Where something stands in a text; lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** Of the record's id with its quotes, as it stands there. */
  readonly length: number;
}

const tables: ReadonlySet<string> = new Set(['components', 'connections', 'boundaries', 'notes']);

/** Where the file of a diagram names each of its records. Nothing for records that are not in a table by id, as in the oldest files. */
export function placesOf(text: string): ReadonlyMap<Id, Place> {
  const places = new Map<Id, Place>();
  const token = /"(?:[^"\\]+|\\.)*"|[{}[\],:]|\n/g;
  /** The key that each open bracket has last met. */
  const keys: (string | undefined)[] = [];
  let word: { readonly text: string; readonly place: Place } | undefined;
  let line = 1;
  let lineStart = 0;
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found === '\n') {
      line += 1;
      lineStart = index + 1;
    } else if (found.startsWith('"')) word = { text: found, place: { line, column: index - lineStart + 1, length: found.length } };
    else if (found === '{' || found === '[') keys.push(undefined);
    else if (found === '}' || found === ']') keys.pop();
    else if (found === ':' && word) {
      const key: unknown = JSON.parse(word.text);
      keys[keys.length - 1] = String(key);
      if (keys.length === 2 && tables.has(keys[0] ?? '')) places.set(String(key), word.place);
    }
  }
  return places;
}
