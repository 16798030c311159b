import { memoByIdentity } from '#base/memo.ts';
import type { Component, Connection, Diagram, Id, Point } from '#diagram/diagram.ts';
import { boundsOf, type Rect, rectOf } from '#diagram/geometry.ts';
import { connectionText, isDashed } from './connection-label.ts';
import { onOutline } from './ends.ts';
import { type GridEntry, type GridIndex, gridIndex, touches } from './grid-index.ts';
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

/** Where more lines than this come together, no place for a label is good. */
const mostNeighbours = 60;

const drawn = new WeakMap<Connection, { readonly key: string; readonly wire: Wire }>();

/** The last diagram that was drawn: the next one mostly differs from it by a name or a value, and looks the same. */
let last: { readonly diagram: Diagram; readonly router: Router } | undefined;

/** The router of a diagram, made once for each; drawings of unmoved neighbourhoods are shared between diagrams. */
export const routerOf: (diagram: Diagram) => Router = memoByIdentity((diagram) => {
  if (last && sameLayout(last.diagram, diagram)) return withComponents(last.router, diagram);
  const router = createRouter(diagram);
  last = { diagram, router };
  return router;
});

/** Whether all that lines depend on is the same in both. */
function sameLayout(a: Diagram, b: Diagram): boolean {
  if (a.connections !== b.connections || a.boundaries !== b.boundaries || a.components.size !== b.components.size) return false;
  if (a.components === b.components) return true;
  const others = b.components.values();
  for (const component of a.components.values()) {
    const other = others.next().value;
    if (component === other) continue;
    if (component.id !== other?.id || component.kind !== other.kind || component.position !== other.position || component.size !== other.size) return false;
  }
  return true;
}

/** The same lines, with the components as they are now. */
function withComponents(router: Router, diagram: Diagram): Router {
  const current = ({ item, rect }: GridEntry<Component>): GridEntry<Component> => ({ item: diagram.components.get(item.id) ?? item, rect });
  const entries = (area: Rect): readonly GridEntry<Component>[] => router.components.entries(area).map(current);
  return { ...router, components: { entries, inside: (area) => entries(area).map(({ item }) => item) } };
}

function createRouter(diagram: Diagram): Router {
  const components = gridIndex(diagram.components.values(), rectOf);
  const connections = gridIndex(
    [...diagram.connections.values()].filter(({ from, to }) => diagram.components.has(from) && diagram.components.has(to)),
    (connection) => boxOf(diagram, connection),
  );
  const { ends, line } = createLines(diagram, components);
  const near = (area: Rect): readonly Id[] => connections.inside(area).map(({ id }) => id);
  const cards = (area: Rect): readonly Rect[] => components.entries(area).map(({ rect }) => rect);
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
  const frames = [...diagram.boundaries.values()].map((boundary) => frameOf(rectOf(boundary)));
  const crowd = (area: Rect): readonly Id[] => near(area).slice(0, mostNeighbours);
  const place = (id: Id, labels: LabelNeighbours['labels']): WireLabel | undefined => {
    const connection = diagram.connections.get(id);
    const lines = (area: Rect): readonly (readonly Point[])[] => [...crowd(area).flatMap((other) => (other === id ? [] : [points(other) ?? []])), ...frames];
    return connection && placeLabel(connectionText(connection), points(id) ?? [], { cards, lines, labels });
  };
  const first = remembering((id) => place(id, () => []));
  /** Of two labels that want the same place one moves. */
  return remembering((id) => {
    const rivals = (area: Rect): readonly Rect[] =>
      crowd(area).flatMap((other) => {
        const rival = other < id ? first(other)?.rect : undefined;
        return rival && touches(rival, area) ? [rival] : [];
      });
    const wanted = first(id);
    return wanted && rivals(wanted.rect).length > 0 ? place(id, rivals) : wanted;
  });
}

const frameOf = ({ x, y, width, height }: Rect): readonly Point[] => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
  { x, y },
];

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
