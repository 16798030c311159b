import type { Connection, Diagram, Id, Point } from './diagram.ts';
import { emptyDiagram } from './diagram.ts';
import { contentOf } from './geometry.ts';
import { withRenamedReferences } from './references.ts';
import type { FreshId } from './transaction.ts';

/** Part of a diagram as a diagram of its own: these records, the content of boundaries among them, the connections inside, the entities they use. */
export function fragmentOf(diagram: Diagram, ids: Iterable<Id>): Diagram {
  const chosen = new Set(ids);
  for (const id of chosen) if (diagram.boundaries.has(id)) for (const inner of contentOf(diagram, id)) chosen.add(inner);
  const inside = ({ from, to }: Connection): boolean => chosen.has(from) && chosen.has(to);
  const pick = <R>(table: ReadonlyMap<Id, R>): ReadonlyMap<Id, R> => new Map([...table].filter(([id]) => chosen.has(id)));
  const components = pick(diagram.components);
  const connections = new Map([...diagram.connections].filter(([, connection]) => inside(connection)));
  const used = new Set([...components.values()].flatMap(({ properties }) => properties.dataStored ?? []));
  for (const { properties } of connections.values()) for (const entity of properties.dataFlows ?? []) used.add(entity);
  const fragment: Diagram = {
    ...emptyDiagram,
    title: diagram.title,
    components,
    connections,
    boundaries: pick(diagram.boundaries),
    notes: pick(diagram.notes),
    entities: new Map([...diagram.entities].filter(([id]) => used.has(id))),
    suppressions: new Map([...diagram.suppressions].filter(([, { on }]) => chosen.has(on) || connections.has(on))),
  };
  const here = (id: Id): Id | undefined => (chosen.has(id) || connections.has(id) ? id : undefined);
  return withRenamedReferences(fragment, here);
}

/** The same fragment under ids that nobody has, moved by an offset. */
export function withFreshIds(fragment: Diagram, freshId: FreshId, by: Point): Diagram {
  const names = new Map<Id, Id>();
  for (const table of ['components', 'connections', 'boundaries', 'notes'] as const) for (const id of fragment[table].keys()) names.set(id, freshId());
  const renamed = (id: Id): Id => names.get(id) ?? id;
  const next = withRenamedReferences(fragment, (id) => names.get(id));
  const shifted = <R extends { readonly id: Id; readonly position?: Point }>(table: ReadonlyMap<Id, R>): ReadonlyMap<Id, R> =>
    new Map(
      [...table.values()].map((record) => {
        const position = record.position && { x: record.position.x + by.x, y: record.position.y + by.y };
        return [renamed(record.id), { ...record, id: renamed(record.id), ...(position ? { position } : {}) }];
      }),
    );
  return {
    ...next,
    components: shifted(next.components),
    boundaries: shifted(next.boundaries),
    notes: shifted(next.notes),
    connections: new Map(
      [...next.connections.values()].map((connection) => {
        const waypoints = connection.waypoints?.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }));
        const fresh = { ...connection, id: renamed(connection.id), from: renamed(connection.from), to: renamed(connection.to), ...(waypoints ? { waypoints } : {}) };
        return [fresh.id, fresh];
      }),
    ),
    suppressions: new Map(
      [...next.suppressions.values()].map((suppression) => {
        const on = renamed(suppression.on);
        const id = `${suppression.rule}@${on}`;
        return [id, { ...suppression, id, on }];
      }),
    ),
  };
}
