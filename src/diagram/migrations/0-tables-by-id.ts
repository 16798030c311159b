import type { Migration } from './migration.ts';

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of records with their ids becomes a table by id; what has none is left for the schema to name. */
function byId(list: unknown, change: (record: Bag) => Bag = (record) => record): unknown {
  if (!Array.isArray(list)) return list;
  return Object.fromEntries(
    list.map((record: unknown, index) => {
      if (!isBag(record) || typeof record['id'] !== 'string') return [`record-${index + 1}`, record];
      const { id, ...rest } = record;
      return [id, change(rest)];
    }),
  );
}

function withEnds({ source, target, ...connection }: Bag): Bag {
  return { from: source, to: target, ...connection };
}

/** Version 0, the drafts: no version number, lists of records with `id`, connections with `source` and `target`. */
export const tablesById: Migration = {
  from: 0,
  migrate: ({ components, connections, boundaries, notes, ...file }) => ({
    ...file,
    version: 1,
    components: byId(components),
    connections: byId(connections, withEnds),
    ...(boundaries === undefined ? {} : { boundaries: byId(boundaries) }),
    ...(notes === undefined ? {} : { notes: byId(notes) }),
  }),
};
