import type { Diagram, Id, Point, Size } from '../diagram.ts';
import { type Command, transaction } from '../transaction.ts';

export interface Placement {
  readonly position: Point;
  /** For boundaries only. */
  readonly size?: Size;
}

/** Puts records where a layout wants them; corners that the user had set are given up. */
export const placeRecords: Command<{ readonly placements: ReadonlyMap<Id, Placement> }> = (diagram, { placements }) =>
  transaction('Tidy up', diagram, placed(diagram, placements));

/** The diagram with these records at these places. */
export function placed(diagram: Diagram, placements: ReadonlyMap<Id, Placement>): Diagram {
  const at = <R extends { readonly id: Id }>(table: ReadonlyMap<Id, R>): ReadonlyMap<Id, R> => {
    const next = new Map(table);
    for (const [id, placement] of placements) {
      const record = next.get(id);
      if (record) next.set(id, { ...record, ...placement });
    }
    return next;
  };
  const connections = new Map(diagram.connections);
  for (const connection of diagram.connections.values()) {
    if (!connection.waypoints || !(placements.has(connection.from) && placements.has(connection.to))) continue;
    const { waypoints: _, ...rest } = connection;
    connections.set(connection.id, rest);
  }
  return { ...diagram, components: at(diagram.components), boundaries: at(diagram.boundaries), notes: at(diagram.notes), connections };
}
