import type { Component, Connection, Diagram, Id, Point } from '#diagram/diagram.ts';
import { rectOf } from '#diagram/geometry.ts';
import { alignedEnds, arrivalsAt, type EndKey, type Ends, type Opposite, otherEnd, spreadEnds } from './ends.ts';
import type { GridIndex } from './grid-index.ts';
import { createRecall } from './recall.ts';
import { reliefAt } from './relief.ts';
import { remembering } from './remembering.ts';
import { routePoints } from './route.ts';
import { type Approach, approachOf, isOpen } from './sides.ts';

/** Connections with both their ends, and the lines that they take one by one, before they make room for one another. */
export interface Lines {
  /** Where the connections of a component attach. */
  ends(component: Id): Ends;
  line(connection: Id): readonly Point[] | undefined;
}

/** Where a line of this length turns is not looked at: its other end tells enough. */
const far = 1600;
const none: Ends = new Map();
const recallApproach = createRecall<Approach>();
const recallOpen = createRecall<boolean>();
const recallSketch = createRecall<readonly Point[]>();
const recallLine = createRecall<readonly Point[]>();

/** The lines of a diagram, each found when it is asked for. */
export function createLines(diagram: Diagram, cards: GridIndex<Component>): Lines {
  const incident = incidence(diagram);
  const atComponent = <V>(compute: (component: Component, connections: readonly Connection[]) => V, otherwise: V): ((id: Id) => V) =>
    remembering((id) => {
      const component = diagram.components.get(id);
      return component ? compute(component, incident.get(id) ?? []) : otherwise;
    });
  const rectsOf = ({ from, to }: Connection) => [from, to].flatMap((id) => diagram.components.get(id) ?? []).map(rectOf);

  const isFar = (connection: Connection): boolean => {
    const [a, b = a] = rectsOf(connection);
    return a !== undefined && b !== undefined && Math.abs(a.x - b.x) + Math.abs(a.y - b.y) > far;
  };

  const firstApproach = ofConnection(diagram, (connection): Approach => {
    const [a, b = a] = rectsOf(connection);
    if (!a || !b) return { leaves: 'right', enters: 'left' };
    return recallApproach(connection, JSON.stringify([a, b]), cards, (obstacles) => approachOf(connection, a, b, obstacles));
  });
  const relief = atComponent((component, connections) => {
    const arrivals = arrivalsAt(component, connections, diagram.components, firstApproach);
    return reliefAt(component, arrivals, ({ connection, key }, side) => {
      const [a, b = a] = rectsOf(connection);
      const approach = firstApproach(connection);
      const changed = key.startsWith('from:') ? { ...approach, leaves: side } : { ...approach, enters: side };
      return a !== undefined && b !== undefined && recallOpen(connection, JSON.stringify([a, b, changed]), cards, (obstacles) => isOpen(a, b, changed, obstacles));
    });
  }, new Map<EndKey, Approach['leaves']>());
  const approach = ofConnection(diagram, (connection): Approach => {
    const { leaves, enters } = firstApproach(connection);
    return { leaves: relief(connection.from).get(`from:${connection.id}`) ?? leaves, enters: relief(connection.to).get(`to:${connection.id}`) ?? enters };
  });

  const arrivals = atComponent((component, connections) => arrivalsAt(component, connections, diagram.components, approach), []);
  const firstEnds = atComponent((component) => spreadEnds(component, arrivals(component.id)), none);
  const sketch = remembering((id) => route(diagram, id, firstEnds, cards, recallSketch));
  /** From where a line comes to its end: the turn before its last stretch. */
  const origin = (key: EndKey): Point | undefined => {
    const connection = diagram.connections.get(connectionOf(key));
    const points = (connection && !isFar(connection) && sketch(connection.id)) || [];
    return key.startsWith('from:') ? (points[2] ?? points.at(-1)) : (points.at(-3) ?? points[0]);
  };
  const spread = atComponent((component) => spreadEnds(component, arrivals(component.id), origin), none);
  const opposite = (key: EndKey): Opposite | undefined => {
    const connection = diagram.connections.get(connectionOf(key));
    const component = diagram.components.get((key.startsWith('from:') ? connection?.to : connection?.from) ?? '');
    const end = component && spread(component.id).get(otherEnd(key));
    return component && end && { component, end };
  };
  const ends = atComponent((component) => alignedEnds(component, spread(component.id), opposite), none);
  return { ends, line: remembering((id) => route(diagram, id, ends, cards, recallLine)) };
}

const connectionOf = (key: EndKey): Id => key.slice(key.indexOf(':') + 1);

const ofConnection = <V>(diagram: Diagram, compute: (connection: Connection) => V): ((connection: Connection) => V) => {
  const byId = remembering((id) => {
    const connection = diagram.connections.get(id);
    return connection && compute(connection);
  });
  return (connection) => byId(connection.id) ?? compute(connection);
};

function route(diagram: Diagram, id: Id, ends: (component: Id) => Ends, cards: GridIndex<Component>, recall: typeof recallLine): readonly Point[] | undefined {
  const connection = diagram.connections.get(id);
  const from = connection && ends(connection.from).get(`from:${id}`);
  const to = connection && ends(connection.to).get(`to:${id}`);
  if (!connection || !from || !to) return undefined;
  return recall(connection, JSON.stringify([from.side, from.point, to.side, to.point]), cards, (obstacles) => routePoints(from, to, obstacles, connection.waypoints));
}

function incidence({ components, connections }: Diagram): ReadonlyMap<Id, readonly Connection[]> {
  const lists = new Map<Id, Connection[]>();
  for (const connection of connections.values()) {
    if (!components.has(connection.from) || !components.has(connection.to)) continue;
    for (const id of new Set([connection.from, connection.to])) {
      const list = lists.get(id);
      if (list) list.push(connection);
      else lists.set(id, [connection]);
    }
  }
  return lists;
}
