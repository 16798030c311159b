import type { Diagram, Id, Point } from '../diagram.ts';
import { fragmentOf, withFreshIds } from '../fragment.ts';
import { boundaryAt, boundsOf, centreOf, placedRecords, rectOf, snap } from '../geometry.ts';
import { type Command, type FreshId, transaction } from '../transaction.ts';

export interface Paste {
  readonly fragment: Diagram;
  readonly freshId: FreshId;
  /** Where its middle goes; absent keeps the place that it was copied from. */
  readonly at?: Point;
}

/** Puts a fragment into the diagram under fresh ids. Entities are shared where id and name agree. Null for an empty fragment. */
export const pasteRecords: Command<Paste> = (diagram, { fragment, freshId, at }) => {
  const bounds = boundsOf([...placedRecords(fragment)].map(rectOf));
  if (!bounds) return null;
  const centre = centreOf(bounds);
  const by = at ? { x: snap(at.x - centre.x), y: snap(at.y - centre.y) } : { x: 0, y: 0 };
  return insert('Paste', diagram, withSharedEntities(diagram, fragment, freshId), freshId, by);
};

export interface Duplicate {
  readonly ids: Iterable<Id>;
  readonly freshId: FreshId;
  readonly by: Point;
}

/** Copies records within the diagram, moved by an offset. Null where nothing has a place. */
export const duplicateRecords: Command<Duplicate> = (diagram, { ids, freshId, by }) => {
  const fragment = fragmentOf(diagram, ids);
  return boundsOf([...placedRecords(fragment)].map(rectOf)) ? insert('Duplicate', diagram, fragment, freshId, by) : null;
};

/** The diagram with a fragment in it, under fresh ids and moved by an offset. */
function insert(label: string, diagram: Diagram, fragment: Diagram, freshId: FreshId, by: Point): ReturnType<typeof transaction> {
  const fresh = withFreshIds(fragment, freshId, by);
  const merged = <K extends 'components' | 'connections' | 'boundaries' | 'notes' | 'entities' | 'suppressions'>(table: K): Diagram[K] =>
    new Map([...(diagram[table] as ReadonlyMap<Id, never>), ...(fresh[table] as ReadonlyMap<Id, never>)]) as unknown as Diagram[K];
  const next: Diagram = {
    ...diagram,
    components: new Map([...diagram.components, ...settled(diagram, fresh.components)]),
    connections: merged('connections'),
    boundaries: new Map([...diagram.boundaries, ...settled(diagram, fresh.boundaries)]),
    notes: new Map([...diagram.notes, ...settled(diagram, fresh.notes)]),
    entities: merged('entities'),
    suppressions: merged('suppressions'),
  };
  return transaction(label, diagram, next);
}

type PlacedTable = Diagram['components'] | Diagram['boundaries'] | Diagram['notes'];

/** Outermost records of a fragment belong to the boundary that they land in. */
function settled<T extends PlacedTable>(diagram: Diagram, table: T): T {
  return new Map(
    [...table.values()].map((record) => {
      if (record.boundary !== undefined) return [record.id, record];
      const boundary = boundaryAt(diagram, centreOf(rectOf(record)));
      return [record.id, boundary === undefined ? record : { ...record, boundary }];
    }),
  ) as unknown as T;
}

function withSharedEntities(diagram: Diagram, fragment: Diagram, freshId: FreshId): Diagram {
  const names = new Map<Id, Id>();
  for (const entity of fragment.entities.values()) {
    const known = diagram.entities.get(entity.id);
    if (known && known.name !== entity.name) names.set(entity.id, freshId());
  }
  if (names.size === 0) return { ...fragment, entities: new Map([...fragment.entities].filter(([id]) => !diagram.entities.has(id))) };
  const renamed = (ids: readonly Id[]): Id[] => ids.map((id) => names.get(id) ?? id);
  const entities = [...fragment.entities.values()].map((entity) => ({ ...entity, id: names.get(entity.id) ?? entity.id })).filter(({ id }) => !diagram.entities.has(id));
  return {
    ...fragment,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    components: mapStated(fragment.components, 'dataStored', renamed),
    connections: mapStated(fragment.connections, 'dataFlows', renamed),
  };
}

function mapStated<R extends { readonly id: Id; readonly properties: object }>(table: ReadonlyMap<Id, R>, name: string, change: (ids: readonly Id[]) => Id[]): ReadonlyMap<Id, R> {
  return new Map(
    [...table.values()].map((record) => {
      const value: unknown = Reflect.get(record.properties, name);
      return [record.id, Array.isArray(value) ? { ...record, properties: { ...record.properties, [name]: change(value.map(String)) } } : record];
    }),
  );
}
