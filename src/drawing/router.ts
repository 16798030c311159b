import { memoByIdentity } from '#base/memo.ts';
import type { Component, Connection, Diagram, Id, Point } from '#diagram/diagram.ts';
import { boundsOf, type Rect, rectOf } from '#diagram/geometry.ts';
import { connectionText, isDashed } from './connection-label.ts';
import { alignedEnds, type End, type EndKey, type Ends, onOutline, otherEnd, spreadEnds } from './ends.ts';
import { type GridIndex, gridIndex, touches } from './grid-index.ts';
import { type LabelNeighbours, placeLabel, type WireLabel } from './label-spots.ts';
import { createLanes } from './lanes.ts';
import { asRect, grown } from './polyline.ts';
import { createRecall } from './recall.ts';
import { routePoints } from './route.ts';
import { type Approach, approachOf } from './sides.ts';
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

const recallApproach = createRecall<Approach>();
const recallLine = createRecall<readonly Point[]>();
const drawn = new WeakMap<Connection, { readonly key: string; readonly wire: Wire }>();

/** The router of a diagram, made once for each; drawings of unmoved neighbourhoods are shared between diagrams. */
export const routerOf: (diagram: Diagram) => Router = memoByIdentity(createRouter);

function createRouter(diagram: Diagram): Router {
  const components = gridIndex(diagram.components.values(), rectOf);
  const joined = [...diagram.connections.values()].filter(({ from, to }) => diagram.components.has(from) && diagram.components.has(to));
  const connections = gridIndex(joined, (connection) => boxOf(diagram, connection));
  const incident = incidence(joined);
  const rect = (id: Id): Rect => rectOf(diagram.components.get(id) ?? { id, kind: '', name: '', properties: {} });

  const approach = remembering((id: Id) => {
    const connection = diagram.connections.get(id);
    if (!connection) return undefined;
    const [a, b] = [rect(connection.from), rect(connection.to)];
    return recallApproach(connection, JSON.stringify([a, b]), components, (obstacles) => approachOf(connection, a, b, obstacles));
  });
  const surroundings = { components: diagram.components, approach: ({ id }: Connection) => approach(id) };
  const spread = remembering((id: Id): Ends => {
    const component = diagram.components.get(id);
    return component ? spreadEnds(component, incident.get(id) ?? [], surroundings) : new Map();
  });
  const opposite = (key: EndKey): { readonly component: Component; readonly end: End } | undefined => {
    const other = otherEnd(key);
    const connection = diagram.connections.get(other.slice(other.indexOf(':') + 1));
    const component = diagram.components.get((other.startsWith('from:') ? connection?.from : connection?.to) ?? '');
    const end = component && spread(component.id).get(other);
    return component && end && { component, end };
  };
  const ends = remembering((id: Id): Ends => {
    const component = diagram.components.get(id);
    return component ? alignedEnds(component, spread(id), opposite) : new Map();
  });
  const line = remembering((id: Id): readonly Point[] | undefined => {
    const connection = diagram.connections.get(id);
    const from = connection && ends(connection.from).get(`from:${id}`);
    const to = connection && ends(connection.to).get(`to:${id}`);
    if (!connection || !from || !to) return undefined;
    return recallLine(connection, JSON.stringify([from.side, from.point, to.side, to.point]), components, (obstacles) => routePoints(from, to, obstacles, connection.waypoints));
  });
  const near = (area: Rect): readonly Id[] => connections.inside(area).map(({ id }) => id);
  const cards = (area: Rect): readonly Rect[] => components.inside(area).map(rectOf);
  const inLane = createLanes({ line: (id) => (diagram.connections.get(id)?.waypoints ? undefined : line(id)), near, cards });
  const points = remembering((id: Id) => inLane(id) ?? line(id));

  const lines = (id: Id, area: Rect): readonly (readonly Point[])[] => near(area).flatMap((other) => (other === id ? [] : [points(other) ?? []]));
  const label = (id: Id, labels: LabelNeighbours['labels']): WireLabel | undefined => {
    const connection = diagram.connections.get(id);
    return connection && placeLabel(connectionText(connection), points(id) ?? [], { cards, lines: (area) => lines(id, area), labels });
  };
  const firstLabel = remembering((id: Id) => label(id, () => []));
  /** Of two labels that want the same place the one of the later connection moves. */
  const finalLabel = remembering((id: Id) => {
    const first = firstLabel(id);
    const rivals = (area: Rect): readonly Rect[] =>
      near(area).flatMap((other) => {
        const rival = other < id ? firstLabel(other)?.rect : undefined;
        return rival && touches(rival, area) ? [rival] : [];
      });
    return first && rivals(first.rect).length > 0 ? label(id, rivals) : first;
  });

  const draw = (id: Id): Wire | undefined => {
    const connection = diagram.connections.get(id);
    const way = points(id);
    const [source, target] = [diagram.components.get(connection?.from ?? ''), diagram.components.get(connection?.to ?? '')];
    const [from, to] = [ends(source?.id ?? '').get(`from:${id}`), ends(target?.id ?? '').get(`to:${id}`)];
    if (!connection || !way || !source || !target || !from || !to) return undefined;
    return wireOf(connection, [onOutline(source, from), ...way.slice(1, -1), onOutline(target, to)], finalLabel(id));
  };
  return { components, connections, wire: remembering(draw) };
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

/** Computes each answer once. */
function remembering<V>(compute: (id: Id) => V): (id: Id) => V {
  const answers = new Map<Id, V>();
  return (id) => {
    const known = answers.get(id);
    if (known !== undefined || answers.has(id)) return known as V;
    const value = compute(id);
    answers.set(id, value);
    return value;
  };
}

function boxOf(diagram: Diagram, { from, to, waypoints = [] }: Connection): Rect {
  const ends = [from, to].flatMap((id) => diagram.components.get(id) ?? []).map(rectOf);
  return grown(boundsOf([...ends, ...waypoints.map(asRect)]) ?? { x: 0, y: 0, width: 0, height: 0 }, stray);
}

function incidence(connections: readonly Connection[]): ReadonlyMap<Id, readonly Connection[]> {
  const lists = new Map<Id, Connection[]>();
  for (const connection of connections) {
    for (const id of new Set([connection.from, connection.to])) {
      const list = lists.get(id);
      if (list) list.push(connection);
      else lists.set(id, [connection]);
    }
  }
  return lists;
}
