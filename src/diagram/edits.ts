import type { Diagram, Id, Origin, RecordOf, TableName } from './diagram.ts';

/** The diagram with this record added, or put in the place of the one with its id. */
export function putRecord<T extends TableName>(diagram: Diagram, table: T, record: RecordOf<T> & { readonly id: Id }): Diagram {
  return { ...diagram, [table]: new Map(diagram[table] as ReadonlyMap<Id, unknown>).set(record.id, record) };
}

/** The diagram with one record changed; the same diagram where there is no such record. */
export function updateRecord<T extends TableName>(diagram: Diagram, table: T, id: Id, change: (record: RecordOf<T>) => RecordOf<T> & { readonly id: Id }): Diagram {
  const record = diagram[table].get(id) as RecordOf<T> | undefined;
  return record ? putRecord(diagram, table, change(record)) : diagram;
}

/** Which table holds the record of this id; undefined where none does. Entities and suppressions are not looked at. */
export function tableOf(diagram: Diagram, id: Id): 'components' | 'connections' | 'boundaries' | 'notes' | undefined {
  return (['components', 'connections', 'boundaries', 'notes'] as const).find((table) => diagram[table].has(id));
}

/** Stated values by name; undefined takes a value back to "not stated". */
export type Values = Readonly<Record<string, unknown>>;

interface Stated {
  readonly properties: object;
  readonly origins?: Readonly<Record<string, Origin>>;
}

/** The record with these values stated. Without an origin they are the user's own. */
export function withProperties<R extends Stated>(record: R, values: Values, origin?: Origin): R {
  const properties: Record<string, unknown> = { ...record.properties };
  const origins: Record<string, Origin> = { ...record.origins };
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete properties[name];
    else properties[name] = value;
    if (value === undefined || !origin) delete origins[name];
    else origins[name] = origin;
  }
  const { origins: _, ...rest } = record;
  return (Object.keys(origins).length > 0 ? { ...rest, properties, origins } : { ...rest, properties }) as R;
}
