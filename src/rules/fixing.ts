import type { Interaction } from '#catalog/connection.ts';
import { stated } from '#diagram/commands/set-properties.ts';
import type { Boundary, Component, Connection, Diagram, Id } from '#diagram/diagram.ts';
import { putRecord, type Values } from '#diagram/edits.ts';
import { freePlace, freePlaceInside, rectOf } from '#diagram/geometry.ts';
import { uniqueName } from '#diagram/names.ts';
import { type FreshId, transaction } from '#diagram/transaction.ts';
import type { Fix } from './rule.ts';

/** How a fix changes the diagram, from change to change. */
export type Change = (diagram: Diagram, freshId: FreshId) => Diagram;

/** A way out as one step of history, named by its effect. */
export function fix(title: string, kind: Fix['kind'], change: Change): Fix {
  return { title, kind, apply: (diagram, freshId) => transaction(title, diagram, change(diagram, freshId)) };
}

/** A fix that states values; they are marked as coming from a fix. */
export const setFix = (title: string, kind: Fix['kind'], id: Id, values: Values): Fix => fix(title, kind, (diagram) => set(diagram, id, values));

/** The diagram in which a record states these values. */
export const set = (diagram: Diagram, id: Id, values: Values): Diagram => stated(diagram, id, values, 'fix');

export interface Beside {
  readonly id: Id;
  readonly kind: string;
  readonly name: string;
  readonly values?: Values;
  /** The component that it stands next to, and whose boundary it shares. */
  readonly anchor: Id;
  readonly direction: 'right' | 'below' | 'left';
}

/** The diagram with a new component next to another one, under a name of its own. */
export function addBeside(diagram: Diagram, { id, kind, name, values = {}, anchor, direction }: Beside): Diagram {
  const near = diagram.components.get(anchor);
  const position = near?.position && freePlace(diagram, rectOf(near), direction);
  const component: Component = {
    id,
    kind,
    name: uniqueName(diagram, name),
    ...(position ? { position } : {}),
    ...(near?.boundary === undefined ? {} : { boundary: near.boundary }),
    properties: {},
  };
  return set(putRecord(diagram, 'components', component), id, values);
}

/** The diagram with one more connection. */
export function addConnection(diagram: Diagram, id: Id, from: Id, to: Id, interaction: Interaction, values: Values = {}): Diagram {
  const connection: Connection = { id, from, to, label: '', properties: { interaction } };
  return set(putRecord(diagram, 'connections', connection), id, values);
}

/** The diagram with one end of a connection at another component. Corners and sides that were set for the old way are given up. */
export function retarget(diagram: Diagram, id: Id, end: 'from' | 'to', component: Id): Diagram {
  const connection = diagram.connections.get(id);
  if (!connection) return diagram;
  const { waypoints: _, ports: __, ...rest } = connection;
  return putRecord(diagram, 'connections', { ...rest, [end]: component });
}

/** The diagram without a connection. */
export const removeConnection = (diagram: Diagram, id: Id): Diagram => ({ ...diagram, connections: new Map([...diagram.connections].filter(([other]) => other !== id)) });

/** The components of a kind, for fixes that offer a choice; at most a handful. */
export const choices = (diagram: Diagram, kinds: readonly string[], without?: Id): readonly Component[] =>
  [...diagram.components.values()].filter(({ id, kind }) => kinds.includes(kind) && id !== without).slice(0, 4);

/** The diagram with a component, or a new boundary, inside a boundary, which grows where it has no room left. */
export function putInside(diagram: Diagram, record: Component | Boundary, into: Id): Diagram {
  const frame = diagram.boundaries.get(into);
  if (!frame?.position) return put(diagram, { ...record, boundary: into });
  const { position, size } = freePlaceInside(diagram, frame, record);
  const { width, height } = rectOf(frame);
  const isRoomy = size.width === width && size.height === height;
  return put(isRoomy ? diagram : putRecord(diagram, 'boundaries', { ...frame, size }), { ...record, boundary: into, position });
}

const put = (diagram: Diagram, record: Component | Boundary): Diagram => ('kind' in record ? putRecord(diagram, 'components', record) : putRecord(diagram, 'boundaries', record));
