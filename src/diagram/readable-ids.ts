import type { Connection, Diagram, Id } from './diagram.ts';
import { withRenamedReferences } from './references.ts';

/** The diagram with records that `before` does not have under ids that can be read: `jobs-dlq` after its name, else `new-1`. None collides. */
export function withReadableIds(before: Diagram, diagram: Diagram): Diagram {
  const names = new Map<Id, Id>();
  const taken = new Set<Id>(tables.flatMap((table) => [...before[table].keys()]));
  const rename = (id: Id, stem: string): void => {
    names.set(id, freeId(taken, stem));
    taken.add(names.get(id) ?? id);
  };
  for (const table of ['components', 'boundaries'] as const) for (const { id, name } of diagram[table].values()) if (!before[table].has(id)) rename(id, slug(name));
  for (const id of diagram.notes.keys()) if (!before.notes.has(id)) rename(id, 'note');
  const named = (id: Id): Id => names.get(id) ?? id;
  for (const { id, from, to } of diagram.connections.values()) if (!before.connections.has(id)) rename(id, `${named(from)}-to-${named(to)}`);
  if (names.size === 0) return diagram;
  const next = withRenamedReferences(diagram, named);
  const ended = (connection: Connection): Connection => ({ ...connection, from: named(connection.from), to: named(connection.to) });
  return {
    ...next,
    components: rekeyed(next.components, named),
    boundaries: rekeyed(next.boundaries, named),
    notes: rekeyed(next.notes, named),
    connections: rekeyed(new Map([...next.connections].map(([id, connection]) => [id, ended(connection)])), named),
    suppressions: new Map([...next.suppressions].map(([id, suppression]) => [id, { ...suppression, on: named(suppression.on) }])),
  };
}

const tables = ['components', 'connections', 'boundaries', 'notes'] as const;

function rekeyed<R extends { readonly id: Id }>(table: ReadonlyMap<Id, R>, named: (id: Id) => Id): ReadonlyMap<Id, R> {
  return new Map([...table.values()].map((record) => [named(record.id), { ...record, id: named(record.id) }]));
}

const slug = (name: string): string => name.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');

function freeId(taken: ReadonlySet<Id>, stem: string): Id {
  if (stem !== '' && stem !== 'diagram' && !taken.has(stem)) return stem;
  let number = stem === '' ? 1 : 2;
  while (taken.has(`${stem || 'new'}-${number}`)) number += 1;
  return `${stem || 'new'}-${number}`;
}
