import type { Point } from '#diagram/diagram.ts';
import { boundsOf, contains, type Rect } from '#diagram/geometry.ts';
import { ahead, candidateLines, collisions, costOf, type Gate, margin, stub } from './candidates.ts';
import { searchPath } from './path-search.ts';
import { asRect, directions, grown, type Obstacles, simplified } from './polyline.ts';

const reaches = [260, 1000];

/** Corners of an orthogonal line between two ends, past the user's own corners, around cards where a way exists. */
export function routePoints(from: Gate, to: Gate, obstacles: Obstacles, waypoints: readonly Point[] = []): readonly Point[] {
  if (waypoints.length > 0) return throughWaypoints(from, to, waypoints);
  const candidates = candidateLines(from, to);
  const free = candidates.find((points) => collisions(points, obstacles, 1) === 0);
  if (free) return free;
  const area = boundsOf([from.point, to.point].map(asRect)) ?? asRect(from.point);
  for (const reach of reaches) {
    const found = around(from, to, obstacles(grown(area, reach)));
    if (found) return found;
  }
  const least = (points: readonly Point[]): number => collisions(points, obstacles) * 1000 + costOf(points);
  return candidates.toSorted((a, b) => least(a) - least(b))[0] ?? throughWaypoints(from, to, [{ x: ahead(from).x, y: ahead(to).y }]);
}

/** A quick line between two ends that looks at nothing else: for a drag in progress. */
export function directPoints(from: Gate, to: Gate): readonly Point[] {
  return routePoints(from, to, () => []);
}

/** A way around the cards, found by search. It keeps its distance from each, less from those that stand close to an end. */
function around(from: Gate, to: Gate, cards: readonly Rect[]): readonly Point[] | undefined {
  const [start, finish] = [from, to].map((gate) => ahead(gate, roomAhead(gate, cards)));
  if (!start || !finish) return undefined;
  const walls = cards.flatMap((card) => {
    const reach = [margin - 1, 7, 3, 0].find((by) => [start, finish].every((point) => !isInside(point, grown(card, by))));
    return reach === undefined ? [] : [grown(card, reach)];
  });
  const found = searchPath(start, finish, walls, from.side, to.side);
  return found && simplified([from.point, ...found, to.point]);
}

/** How far a line may run straight ahead of a gate: half of what is free before the next card. */
function roomAhead({ point, side }: Gate, cards: readonly Rect[]): number {
  const { x, y } = directions[side];
  const isFree = (by: number): boolean => cards.every((card) => !contains(card, { x: point.x + x * by, y: point.y + y * by }));
  return [stub, stub / 2, stub / 4].find((by) => isFree(2 * by - 1) && isFree(by)) ?? 2;
}

const isInside = (point: Point, rect: Rect): boolean => point.x > rect.x && point.x < rect.x + rect.width && point.y > rect.y && point.y < rect.y + rect.height;

function throughWaypoints(from: Gate, to: Gate, waypoints: readonly Point[]): readonly Point[] {
  const points: Point[] = [from.point, ahead(from)];
  for (const corner of [...waypoints, ahead(to)]) {
    const last = points.at(-1) ?? from.point;
    if (last.x !== corner.x && last.y !== corner.y) points.push({ x: corner.x, y: last.y });
    points.push(corner);
  }
  return simplified([...points, to.point]);
}
