import { connectionProperties } from '#catalog/connection.ts';
import { boundaryProperties, noteProperties } from '#catalog/diagram-fields.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Property } from '#catalog/property.ts';
import type { Diagram, Id } from './diagram.ts';

type PropertyTable = Readonly<Record<string, Property>>;

/** What becomes of an id that a property mentions; undefined takes the mention away. */
type Rename = (id: Id) => Id | undefined;

/** The properties with every mention of a record renamed; the same object where none is. */
export function renameReferences<P extends object>(table: PropertyTable, properties: P, rename: Rename): P {
  const next: Record<string, unknown> = Object.fromEntries(Object.entries(properties));
  let changed = false;
  for (const [name, value] of Object.entries(properties)) {
    const property = Object.hasOwn(table, name) ? table[name] : undefined;
    if (property?.type === 'reference' && property.to !== 'entity' && typeof value === 'string') {
      const renamed = rename(value);
      if (renamed === value) continue;
      changed = true;
      if (renamed === undefined) delete next[name];
      else next[name] = renamed;
    } else if (property?.type === 'list' && property.item.type === 'reference' && property.item.to !== 'entity' && Array.isArray(value)) {
      const renamed = value.map((item) => rename(String(item))).filter((item) => item !== undefined);
      if (renamed.length === value.length && renamed.every((item, index) => item === value[index])) continue;
      changed = true;
      next[name] = renamed;
    }
  }
  return changed ? (next as P) : properties;
}

/** The diagram with each record's mentions of others renamed, and its place in a boundary too. */
export function withRenamedReferences(diagram: Diagram, rename: Rename, renameBoundary: Rename = rename): Diagram {
  const placed = <R extends { readonly boundary?: Id; readonly properties: object }>(record: R, table: PropertyTable): R => {
    const properties = renameReferences(table, record.properties, rename);
    const boundary = record.boundary === undefined ? undefined : renameBoundary(record.boundary);
    if (properties === record.properties && boundary === record.boundary) return record;
    const { boundary: _, ...rest } = record;
    return { ...rest, properties, ...(boundary === undefined ? {} : { boundary }) } as R;
  };
  return {
    ...diagram,
    components: mapRecords(diagram.components, (record) => placed(record, kindOf(record.kind)?.properties ?? {})),
    boundaries: mapRecords(diagram.boundaries, (record) => placed(record, boundaryProperties)),
    notes: mapRecords(diagram.notes, (record) => placed(record, noteProperties)),
    connections: mapRecords(diagram.connections, (record) => {
      const properties = renameReferences(connectionProperties, record.properties, rename);
      return properties === record.properties ? record : { ...record, properties };
    }),
    entities: mapRecords(diagram.entities, (record) => {
      const source = record.sourceOfTruth === undefined ? undefined : rename(record.sourceOfTruth);
      if (source === record.sourceOfTruth) return record;
      const { sourceOfTruth: _, ...rest } = record;
      return source === undefined ? rest : { ...rest, sourceOfTruth: source };
    }),
  };
}

/** The diagram without mentions of what is gone; members of a boundary that is gone belong to the next one outside. */
export function withoutReferences(diagram: Diagram, before: Diagram, gone: ReadonlySet<Id>): Diagram {
  const outside = (boundary: Id): Id | undefined => {
    let id: Id | undefined = boundary;
    for (let depth = 0; id !== undefined && gone.has(id) && depth <= before.boundaries.size; depth++) id = before.boundaries.get(id)?.boundary;
    return id !== undefined && gone.has(id) ? undefined : id;
  };
  return withRenamedReferences(diagram, (id) => (gone.has(id) ? undefined : id), outside);
}

/** The table with each record changed; the same table where none is. */
function mapRecords<R>(table: ReadonlyMap<Id, R>, change: (record: R) => R): ReadonlyMap<Id, R> {
  let next: Map<Id, R> | undefined;
  for (const [id, record] of table) {
    const changed = change(record);
    if (changed === record) continue;
    next ??= new Map(table);
    next.set(id, changed);
  }
  return next ?? table;
}
