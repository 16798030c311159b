import type { Boundary, Component, Connection, Diagram, Entity, Id, Note, Suppression, Unknown } from '#diagram/diagram.ts';
import type { FileContent } from './schema.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Fields that this version knows, in the order in which they are written. `properties` and `unknown` come from elsewhere. */
export const knownFields = {
  components: ['kind', 'name', 'position', 'size', 'boundary', 'properties', 'origins'],
  connections: ['from', 'to', 'label', 'properties', 'waypoints', 'ports', 'origins'],
  boundaries: ['name', 'position', 'size', 'boundary', 'fitted', 'properties'],
  notes: ['text', 'position', 'size', 'boundary', 'properties'],
  suppressions: ['rule', 'on', 'reason', 'author', 'date', 'until', 'status'],
  practice: ['scenario', 'captured', 'requirements', 'api', 'decisions', 'standsFor', 'named'],
  diagram: ['format', 'version', 'title', 'settings', 'practice', 'entities', 'components', 'connections', 'boundaries', 'notes', 'suppressions'],
} as const;

/** The diagram that a checked file describes. */
export function toDiagram(file: FileContent): Diagram {
  return {
    title: file.title ?? 'Untitled',
    settings: file.settings ?? {},
    ...(file.practice ? { practice: { scenario: file.practice.scenario, ...recordOf(file.practice, knownFields.practice) } } : {}),
    components: tableOf<Component>(named(file.components), knownFields.components, { properties: {} }),
    connections: tableOf<Connection>(file.connections, knownFields.connections, { label: '', properties: {} }),
    boundaries: tableOf<Boundary>(named(file.boundaries), knownFields.boundaries, { properties: {} }),
    notes: tableOf<Note>(file.notes, knownFields.notes, { text: '', properties: {} }),
    entities: new Map(Object.entries(file.entities ?? {}).map(([id, fields]) => [id, { name: id, ...fields, id } as Entity])),
    suppressions: suppressionsOf(file.suppressions ?? []),
    ...withUnknown(file, knownFields.diagram),
  };
}

/** What has no name is called by its id, so that a finding can speak of it. */
const named = (table: Readonly<Record<string, Fields>> = {}): Readonly<Record<string, Fields>> => Object.fromEntries(Object.entries(table).map(([id, fields]) => [id, { name: id, ...fields }]));

function tableOf<R extends { readonly id: Id }>(table: Readonly<Record<string, Fields>> | undefined, known: readonly string[], usual: Fields): ReadonlyMap<Id, R> {
  return new Map(Object.entries(table ?? {}).map(([id, fields]) => [id, { ...usual, ...recordOf(fields, known), id } as unknown as R]));
}

function recordOf(fields: Fields, known: readonly string[]): Fields {
  const record = Object.fromEntries(Object.entries(fields).filter(([name, value]) => known.includes(name) && value !== undefined));
  return { ...record, ...withUnknown(fields, known) };
}

function withUnknown(fields: Fields, known: readonly string[]): { readonly unknown?: Unknown } {
  const unknown = Object.entries(fields).filter(([name]) => !known.includes(name));
  return unknown.length > 0 ? { unknown: Object.fromEntries(unknown) } : {};
}

function suppressionsOf(list: readonly Fields[]): ReadonlyMap<Id, Suppression> {
  const table = new Map<Id, Suppression>();
  for (const fields of list) {
    const stem = `${String(fields['rule'])}@${String(fields['on'])}`;
    let id = stem;
    for (let number = 2; table.has(id); number++) id = `${stem}#${number}`;
    table.set(id, { reason: '', ...recordOf(fields, knownFields.suppressions), id } as Suppression);
  }
  return table;
}
