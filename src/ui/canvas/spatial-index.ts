import { memoByIdentity } from '#base/memo.ts';
import type { Connection, Diagram, Id } from '#diagram/diagram.ts';
import { boundsOf, type Rect, rectOf } from '#diagram/geometry.ts';
import { type GridIndex, gridIndex } from '#drawing/grid-index.ts';
import { type Router, routerOf } from '#drawing/router.ts';
import type { Wire } from '#drawing/wire.ts';

/** Answers what is where, for all of a diagram, whether it is mounted or not. */
export interface SpatialIndex {
  readonly router: Router;
  /** Connections whose drawing may touch an area. */
  readonly connections: GridIndex<Connection>;
  wiresIn(area: Rect): readonly Wire[];
}

/** How far a route may stray from the box around its ends. */
const stray = 90;

/** The index of a diagram, built once for each. */
export const spatialIndexOf: (diagram: Diagram) => SpatialIndex = memoByIdentity((diagram) => {
  const router = routerOf(diagram);
  const connections = gridIndex(
    [...diagram.connections.values()].filter(({ from, to }) => diagram.components.has(from) && diagram.components.has(to)),
    (connection) => boxOf(diagram, connection),
  );
  return {
    router,
    connections,
    wiresIn: (area) => connections.inside(area).flatMap(({ id }: { readonly id: Id }) => router.wire(id) ?? []),
  };
});

function boxOf(diagram: Diagram, { from, to, waypoints = [] }: Connection): Rect {
  const ends = [diagram.components.get(from), diagram.components.get(to)].flatMap((component) => (component ? [rectOf(component)] : []));
  const box = boundsOf([...ends, ...waypoints.map((point) => ({ ...point, width: 0, height: 0 }))]) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: box.x - stray, y: box.y - stray, width: box.width + 2 * stray, height: box.height + 2 * stray };
}
