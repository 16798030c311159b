import type { Point, Side } from '#diagram/diagram.ts';
import { boundsOf, type Rect } from '#diagram/geometry.ts';
import type { End } from './ends.ts';
import { searchPath } from './path-search.ts';

/** How far a line runs straight before it may turn, and how far it keeps from cards. */
const stub = 20;
const margin = 12;
const bendCost = 30;
const laneWidth = 10;

/** Cards near a line that it may not cross, as found for an area. */
export type Obstacles = (area: Rect) => readonly Rect[];

/** Corners of an orthogonal line between two ends, past the user's own corners, around cards where a way exists. */
export function routePoints(from: End, to: End, obstacles: Obstacles, waypoints: readonly Point[] = []): readonly Point[] {
  if (waypoints.length > 0) return throughWaypoints(from, to, waypoints);
  const [start, finish] = [ahead(from), ahead(to)];
  const candidates = candidatePaths(from, start, finish)
    .map((corners) => simplified([from.point, start, ...corners, finish, to.point]))
    .filter((points) => !turnsBack(points))
    .sort((a, b) => cost(a) - cost(b));
  const area = grown(boundsOf(candidates.flat().map(asRect)) ?? asRect(from.point), 2 * margin);
  const near = obstacles(area);
  const free = candidates.find((points) => isClear(points, near));
  if (free) return free;
  const wide = obstacles(grown(area, 240));
  const found = searchPath(start, finish, wide.map((rect) => grown(rect, margin - 1)), from.side, to.side);
  const fallback = candidates[0] ?? [from.point, to.point];
  return found ? simplified([from.point, ...found, to.point]) : fallback;
}

/** A quick line between two ends that looks at nothing else: for a drag in progress. */
export function directPoints(from: End, to: End): readonly Point[] {
  return routePoints(from, to, () => []);
}

function ahead({ point, side }: End): Point {
  const by = directions[side];
  return { x: point.x + by.x * stub, y: point.y + by.y * stub };
}

export const directions: Readonly<Record<Side, Point>> = { top: { x: 0, y: -1 }, right: { x: 1, y: 0 }, bottom: { x: 0, y: 1 }, left: { x: -1, y: 0 } };

const isHorizontal = (side: Side): boolean => side === 'left' || side === 'right';

/** Lanes keep lines of one side apart: those that go up turn in the order of their places, those that go down in the other. */
function lane(end: End, goesBack: boolean): number {
  const rank = goesBack ? end.slot : end.slots - 1 - end.slot;
  return (rank - (end.slots - 1) / 2) * laneWidth;
}

function candidatePaths(from: End, start: Point, finish: Point): readonly (readonly Point[])[] {
  const paths: Point[][] = [[{ x: finish.x, y: start.y }], [{ x: start.x, y: finish.y }]];
  const back = isHorizontal(from.side) ? finish.y < start.y : finish.x < start.x;
  const shift = lane(from, back) * (from.side === 'left' || from.side === 'top' ? -1 : 1);
  const midX = (start.x + finish.x) / 2 + (isHorizontal(from.side) ? shift : 0);
  const midY = (start.y + finish.y) / 2 + (isHorizontal(from.side) ? 0 : shift);
  for (const x of [midX, start.x, finish.x]) paths.push([{ x, y: start.y }, { x, y: finish.y }]);
  for (const y of [midY, start.y, finish.y]) paths.push([{ x: start.x, y }, { x: finish.x, y }]);
  const below = Math.max(start.y, finish.y) + 60;
  const above = Math.min(start.y, finish.y) - 60;
  for (const y of [above, below]) paths.push([{ x: start.x, y }, { x: finish.x, y }]);
  return paths;
}

function throughWaypoints(from: End, to: End, waypoints: readonly Point[]): readonly Point[] {
  const points: Point[] = [from.point, ahead(from)];
  for (const corner of [...waypoints, ahead(to)]) {
    const last = points.at(-1) ?? from.point;
    if (last.x !== corner.x && last.y !== corner.y) points.push({ x: corner.x, y: last.y });
    points.push(corner);
  }
  return simplified([...points, to.point]);
}

const asRect = ({ x, y }: Point): Rect => ({ x, y, width: 0, height: 0 });
const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

/** The corners only: points on a straight stretch are dropped. */
export function simplified(points: readonly Point[]): readonly Point[] {
  const corners: Point[] = [];
  for (const point of points) {
    const [a, b] = [corners.at(-2), corners.at(-1)];
    if (b && near(b, point)) continue;
    if (a && b && ((same(a.x, b.x) && same(b.x, point.x)) || (same(a.y, b.y) && same(b.y, point.y)))) corners.pop();
    corners.push(point);
  }
  return corners;
}

const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;
const near = (a: Point, b: Point): boolean => same(a.x, b.x) && same(a.y, b.y);

/** Whether the line runs back over itself or leaves a card through its own inside. */
function turnsBack(points: readonly Point[]): boolean {
  for (let i = 2; i < points.length; i++) {
    const [a, b, c] = [points[i - 2], points[i - 1], points[i]];
    if (!a || !b || !c) continue;
    if ((b.x - a.x) * (c.x - b.x) < 0 || (b.y - a.y) * (c.y - b.y) < 0) return true;
  }
  const crooked = points.some((point, i) => i > 0 && !same(point.x, points[i - 1]?.x ?? 0) && !same(point.y, points[i - 1]?.y ?? 0));
  return crooked;
}

function cost(points: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i++) length += Math.abs((points[i]?.x ?? 0) - (points[i - 1]?.x ?? 0)) + Math.abs((points[i]?.y ?? 0) - (points[i - 1]?.y ?? 0));
  return length + (points.length - 2) * bendCost;
}

/** Whether the line keeps out of every card; its first and last stretch may touch the cards that it joins. */
function isClear(points: readonly Point[], obstacles: readonly Rect[]): boolean {
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) continue;
    const reach = i === 1 || i === points.length - 1 ? 1 : margin - 4;
    const segment = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
    if (obstacles.some((rect) => crosses(segment, rect, reach))) return false;
  }
  return true;
}

/** Whether a stretch comes closer to a card than `reach`, other than by touching its outline from outside. */
function crosses(segment: Rect, rect: Rect, reach: number): boolean {
  const inner = reach === 1 ? grown(rect, -1) : grown(rect, reach);
  return segment.x < inner.x + inner.width && inner.x < segment.x + segment.width && segment.y < inner.y + inner.height && inner.y < segment.y + segment.height
    ? true
    : isInside(segment, inner);
}

/** A thin stretch has no area, so that its own line counts. */
function isInside(segment: Rect, rect: Rect): boolean {
  const horizontal = segment.height === 0;
  return horizontal
    ? segment.y > rect.y && segment.y < rect.y + rect.height && segment.x < rect.x + rect.width && segment.x + segment.width > rect.x
    : segment.x > rect.x && segment.x < rect.x + rect.width && segment.y < rect.y + rect.height && segment.y + segment.height > rect.y;
}
