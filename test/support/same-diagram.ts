import fc from 'fast-check';
import { connectionProperties } from '#catalog/connection.ts';
import { boundaryProperties, entityProperties, noteProperties } from '#catalog/diagram-fields.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Property } from '#catalog/property.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';

const tables = ['components', 'connections', 'boundaries', 'notes', 'entities', 'suppressions'] as const;

/** The same records in another order. */
export function shuffled(diagram: Diagram, draw: fc.GeneratorValue): Diagram {
  const inOtherOrder = tables.map((table) => {
    const entries = [...(diagram[table] as ReadonlyMap<Id, unknown>)];
    return [table, new Map(draw(fc.shuffledSubarray, entries, { minLength: entries.length }))] as const;
  });
  return { ...diagram, ...Object.fromEntries(inOtherOrder) };
}

type Rename = (id: Id) => Id;

function renamedValues<V extends object>(table: Readonly<Record<string, Property>>, values: V, rename: Rename): V {
  const isMention = (name: string): boolean => {
    const property = Object.hasOwn(table, name) ? table[name] : undefined;
    return property?.type === 'reference' || (property?.type === 'list' && property.item.type === 'reference');
  };
  const renamed = (value: unknown): unknown => (Array.isArray(value) ? value.map((item) => rename(String(item))) : rename(String(value)));
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isMention(name) ? renamed(value) : value])) as V;
}

/** The same diagram under other ids, also where records mention each other. */
export function renamedIds(diagram: Diagram, rename: Rename): Diagram {
  const mapped = <R extends { readonly id: Id }>(table: ReadonlyMap<Id, R>, change: (record: R) => R): ReadonlyMap<Id, R> =>
    new Map([...table.values()].map((record) => [rename(record.id), { ...change(record), id: rename(record.id) }]));
  const inside = <R extends { readonly boundary?: Id }>(record: R): R => (record.boundary === undefined ? record : { ...record, boundary: rename(record.boundary) });
  return {
    ...diagram,
    components: mapped(diagram.components, (record) => inside({ ...record, properties: renamedValues(kindOf(record.kind)?.properties ?? {}, record.properties, rename) })),
    connections: mapped(diagram.connections, (record) => ({ ...record, from: rename(record.from), to: rename(record.to), properties: renamedValues(connectionProperties, record.properties, rename) })),
    boundaries: mapped(diagram.boundaries, (record) => inside({ ...record, properties: renamedValues(boundaryProperties, record.properties, rename) })),
    notes: mapped(diagram.notes, (record) => inside({ ...record, properties: renamedValues(noteProperties, record.properties, rename) })),
    entities: mapped(diagram.entities, (record) => renamedValues(entityProperties, record, rename)),
    suppressions: mapped(diagram.suppressions, (record) => ({ ...record, on: rename(record.on) })),
  };
}
