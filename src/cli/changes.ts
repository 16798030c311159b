import { type Diff, diffOf, type FieldChanges, tableNames } from '#diagram/diff.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { plain } from '#formats/terminal.ts';

/** What changed between two diagrams, a line for each record or field, by its path in the file. */
export function changeLines(before: Diagram, after: Diagram): readonly string[] {
  const diff: Diff = diffOf(before, after);
  const lines = tableNames.flatMap((table) => {
    const { added, updated, removed } = diff[table] ?? {};
    return [
      ...[...(added ?? [])].map(([id, record]) => `+ ${table}.${id}: ${shown(withoutId(record))}`),
      ...[...(updated ?? [])].flatMap(([id, changes]) => fieldLines(`${table}.${id}`, changes)),
      ...[...(removed?.keys() ?? [])].map((id) => `- ${table}.${id}`),
    ];
  });
  return [...lines, ...(diff.diagram ? fieldLines('', diff.diagram) : [])].map(plain);
}

/** Who wrote a value is no news beside the value. */
function fieldLines(path: string, changes: FieldChanges): readonly string[] {
  return [...changes]
    .filter(([field]) => !field.startsWith('origins.'))
    .map(([field, [from, to]]) => {
      const place = path === '' ? field : `${path}.${field}`;
      if (to === undefined) return `- ${place}: ${shown(from)}`;
      return from === undefined ? `+ ${place}: ${shown(to)}` : `~ ${place}: ${shown(from)} -> ${shown(to)}`;
    });
}

const shown = (value: unknown): string => JSON.stringify(value) ?? 'not stated';

const withoutId = (record: object): object => Object.fromEntries(Object.entries(record).filter(([name, value]) => name !== 'id' && name !== 'origins' && value !== undefined));
