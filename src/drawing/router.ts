import { memoByIdentity } from '#base/memo.ts';
import type { Component, Connection, Diagram, Id, Point } from '#diagram/diagram.ts';
import { boundsOf, type Rect, rectOf } from '#diagram/geometry.ts';
import { connectionText, isDashed } from './connection-label.ts';
import { onOutline } from './ends.ts';
import { type GridIndex, gridIndex, touches } from './grid-index.ts';
import { type LabelNeighbours, placeLabel, type WireLabel } from './label-spots.ts';
import { createLanes } from './lanes.ts';
import { createLines } from './lines.ts';
import { asRect, grown } from './polyline.ts';
import { remembering } from './remembering.ts';
import { arrowHead, roundedPath, type Wire } from './wire.ts';

/** Draws connections when they are asked for. */
export interface Router {
  /** The connection as drawn; undefined while an end is missing. The same object while it looks the same. */
  wire(id: Id): Wire | undefined;
  /** Components that touch an area. */
  readonly components: GridIndex<Component>;
  /** Connections whose drawing may touch an area. */
  readonly connections: GridIndex<Connection>;
}

/** How far a line may stray from the box around its ends, for most of them. */
const stray = 90;

const drawn = new WeakMap<Connection, { readonly key: string; readonly wire: Wire }>();

/** The router of a diagram, made once for each; drawings of unmoved neighbourhoods are shared between diagrams. */
export const routerOf: (diagram: Diagram) => Router = memoByIdentity(createRouter);

function createRouter(diagram: Diagram): Router {
  const components = gridIndex(diagram.components.values(), rectOf);
  const connections = gridIndex(
    [...diagram.connections.values()].filter(({ from, to }) => diagram.components.has(from) && diagram.components.has(to)),
    (connection) => boxOf(diagram, connection),
  );
  const { ends, line } = createLines(diagram, components);
  const near = (area: Rect): readonly Id[] => connections.inside(area).map(({ id }) => id);
  const cards = (area: Rect): readonly Rect[] => components.inside(area).map(rectOf);
  const inLane = createLanes({ line: (id) => (diagram.connections.get(id)?.waypoints ? undefined : line(id)), near, cards });
  const points = remembering((id) => inLane(id) ?? line(id));
  const label = createLabels(diagram, points, near, cards);

  const draw = (id: Id): Wire | undefined => {
    const connection = diagram.connections.get(id);
    const way = points(id);
    const [source, target] = [diagram.components.get(connection?.from ?? ''), diagram.components.get(connection?.to ?? '')];
    if (!connection || !way || !source || !target) return undefined;
    const [from, to] = [ends(source.id).get(`from:${id}`), ends(target.id).get(`to:${id}`)];
    return from && to && wireOf(connection, [onOutline(source, from), ...way.slice(1, -1), onOutline(target, to)], label(id));
  };
  return { components, connections, wire: remembering(draw) };
}

function createLabels(
  diagram: Diagram,
  points: (id: Id) => readonly Point[] | undefined,
  near: (area: Rect) => readonly Id[],
  cards: LabelNeighbours['cards'],
): (id: Id) => WireLabel | undefined {
  const place = (id: Id, labels: LabelNeighbours['labels']): WireLabel | undefined => {
    const connection = diagram.connections.get(id);
    const lines = (area: Rect): readonly (readonly Point[])[] => near(area).flatMap((other) => (other === id ? [] : [points(other) ?? []]));
    return connection && placeLabel(connectionText(connection), points(id) ?? [], { cards, lines, labels });
  };
  const first = remembering((id) => place(id, () => []));
  /** Of two labels that want the same place one moves. */
  return remembering((id) => {
    const rivals = (area: Rect): readonly Rect[] =>
      near(area).flatMap((other) => {
        const rival = other < id ? first(other)?.rect : undefined;
        return rival && touches(rival, area) ? [rival] : [];
      });
    const wanted = first(id);
    return wanted && rivals(wanted.rect).length > 0 ? place(id, rivals) : wanted;
  });
}

function wireOf(connection: Connection, points: readonly Point[], label: WireLabel | undefined): Wire {
  const dashed = isDashed(connection);
  const key = JSON.stringify([points, label, dashed]);
  const known = drawn.get(connection);
  if (known?.key === key) return known.wire;
  const wire = { id: connection.id, points, path: roundedPath(points, label?.rect), arrow: arrowHead(points), dashed, label };
  drawn.set(connection, { key, wire });
  return wire;
}

function boxOf(diagram: Diagram, { from, to, waypoints = [] }: Connection): Rect {
  const ends = [from, to].flatMap((id) => diagram.components.get(id) ?? []).map(rectOf);
  return grown(boundsOf([...ends, ...waypoints.map(asRect)]) ?? { x: 0, y: 0, width: 0, height: 0 }, stray);
}
