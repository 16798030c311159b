import { memoByIdentity } from '#base/memo.ts';
import type { Component, Connection, Diagram, Id } from '#diagram/diagram.ts';
import { type Rect, rectOf } from '#diagram/geometry.ts';
import { connectionText, isDashed } from './connection-label.ts';
import { type End, endsAt } from './ends.ts';
import { type GridIndex, gridIndex } from './grid-index.ts';
import { routePoints } from './route.ts';
import { arrowHead, placeLabel, roundedPath, type Wire } from './wire.ts';

/** Draws connections when they are asked for. */
export interface Router {
  /** The connection as drawn; undefined while an end is missing. */
  wire(id: Id): Wire | undefined;
  /** Components that touch an area. */
  readonly components: GridIndex<Component>;
}

/** What a drawn connection depends on: while all of it is the same, so is the drawing. */
interface Memory {
  readonly ends: string;
  /** The largest area that was searched for obstacles, and what stood there. */
  readonly area: Rect;
  readonly obstacles: readonly Component[];
  readonly wire: Wire;
}

const memories = new WeakMap<Connection, Memory>();

/** The router of a diagram, made once for each; drawings of unmoved neighbourhoods are shared between diagrams. */
export const routerOf: (diagram: Diagram) => Router = memoByIdentity(createRouter);

function createRouter(diagram: Diagram): Router {
  const components = gridIndex(diagram.components.values(), rectOf);
  const incident = incidence(diagram);
  const ends = new Map<Id, ReadonlyMap<string, End>>();
  const wires = new Map<Id, Wire | undefined>();

  const endOf = (component: Component, key: string): End | undefined => {
    const known = ends.get(component.id) ?? endsAt(component, incident.get(component.id) ?? [], diagram.components);
    ends.set(component.id, known);
    return known.get(key);
  };

  const draw = (id: Id): Wire | undefined => {
    const connection = diagram.connections.get(id);
    const source = connection && diagram.components.get(connection.from);
    const target = connection && diagram.components.get(connection.to);
    if (!connection || !source || !target) return undefined;
    const from = endOf(source, `from:${id}`);
    const to = endOf(target, `to:${id}`);
    return from && to ? remembered(connection, from, to, components) : undefined;
  };

  return {
    components,
    wire(id) {
      if (!wires.has(id)) wires.set(id, draw(id));
      return wires.get(id);
    },
  };
}

function incidence(diagram: Diagram): ReadonlyMap<Id, readonly Connection[]> {
  const lists = new Map<Id, Connection[]>();
  const add = (id: Id, connection: Connection): void => {
    const list = lists.get(id);
    if (list) list.push(connection);
    else lists.set(id, [connection]);
  };
  for (const connection of diagram.connections.values()) {
    add(connection.from, connection);
    if (connection.to !== connection.from) add(connection.to, connection);
  }
  return lists;
}

function remembered(connection: Connection, from: End, to: End, components: GridIndex<Component>): Wire {
  const ends = JSON.stringify([from, to]);
  const memory = memories.get(connection);
  if (memory?.ends === ends && sameObstacles(memory.obstacles, components.inside(memory.area))) return memory.wire;
  let searched: { readonly area: Rect; readonly obstacles: readonly Component[] } = { area: { ...from.point, width: 0, height: 0 }, obstacles: [] };
  const obstacles = (area: Rect): readonly Rect[] => {
    searched = { area, obstacles: components.inside(area) };
    return searched.obstacles.map(rectOf);
  };
  const points = routePoints(from, to, obstacles, connection.waypoints);
  const wire: Wire = {
    id: connection.id,
    points,
    path: roundedPath(points),
    arrow: arrowHead(points),
    dashed: isDashed(connection),
    label: placeLabel(connectionText(connection), points, from.slot, (area) => components.inside(area).map(rectOf)),
  };
  memories.set(connection, { ends, ...searched, wire });
  return wire;
}

function sameObstacles(before: readonly Component[], now: readonly Component[]): boolean {
  return before.length === now.length && before.every((component, index) => now[index]?.id === component.id && sameRect(rectOf(component), rectOf(now[index] ?? component)));
}

const sameRect = (a: Rect, b: Rect): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
