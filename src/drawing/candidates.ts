import type { Point, Side } from '#diagram/diagram.ts';
import { contains } from '#diagram/geometry.ts';
import { cutsInto, directions, grown, isLevel, lengthOf, type Obstacles, same, simplified, span, stretches } from './polyline.ts';

/** A place on a card's outline that a line leaves or enters. */
export interface Gate {
  readonly side: Side;
  readonly point: Point;
}

/** How far a line runs straight before it may turn. */
export const stub = 20;
/** How far a line keeps from cards that it passes. */
export const margin = 12;

const keep = margin - 4;
const bendCost = 40;
const gutter = 46;
const shortest = 12;

/** The point at which a line that leaves a gate may turn. */
export function ahead({ point, side }: Gate, by = stub): Point {
  const { x, y } = directions[side];
  return { x: point.x + x * by, y: point.y + y * by };
}

/** Simple lines between two gates, the most pleasing first: straight, with one turn, with two, around the outside. */
export function candidateLines(from: Gate, to: Gate): readonly (readonly Point[])[] {
  const [start, finish] = [ahead(from), ahead(to)];
  return bends(from, to, start, finish)
    .map((corners) => simplified([from.point, start, ...corners, finish, to.point]))
    .filter((points) => isOrthogonal(points) && keepsDirection(points, from, to))
    .map((points) => ({ points, cost: costOf(points) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ points }) => points);
}

/** What a line costs: its length, its turns, and ends too short for an arrow head. */
export function costOf(points: readonly Point[]): number {
  const ends = stretches(points).filter((_, index, all) => index === 0 || index === all.length - 1);
  const cramped = ends.filter(([a, b]) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < shortest).length;
  return lengthOf(points) + (points.length - 2) * bendCost + cramped * bendCost;
}

function bends(from: Gate, to: Gate, start: Point, finish: Point): readonly (readonly Point[])[] {
  const upright = (x: number): readonly Point[] => [{ x, y: start.y }, { x, y: finish.y }];
  const level = (y: number): readonly Point[] => [{ x: start.x, y }, { x: finish.x, y }];
  const outside = { left: Math.min(start.x, finish.x), right: Math.max(start.x, finish.x), top: Math.min(start.y, finish.y), bottom: Math.max(start.y, finish.y) };
  const [a, b] = [ahead(from, gutter), ahead(to, gutter)];
  const middle = { x: (from.point.x + to.point.x) / 2, y: (from.point.y + to.point.y) / 2 };
  const aside = [level(outside.top - gutter), level(outside.bottom + gutter), upright(outside.left - gutter), upright(outside.right + gutter)];
  if (isLevel(from.side) && isLevel(to.side)) return [[], ...[middle.x, a.x, b.x, start.x, finish.x].map(upright), ...aside];
  if (!isLevel(from.side) && !isLevel(to.side)) return [[], ...[middle.y, a.y, b.y, start.y, finish.y].map(level), ...aside];
  const corner = isLevel(from.side) ? { x: finish.x, y: start.y } : { x: start.x, y: finish.y };
  return [[corner], ...[start.x, finish.x].map(upright), ...[start.y, finish.y].map(level), ...aside];
}

const isOrthogonal = (points: readonly Point[]): boolean => stretches(points).every(([a, b]) => same(a.x, b.x) || same(a.y, b.y));

/** Whether the line leaves its gate outwards, arrives inwards and never runs back over itself. */
function keepsDirection(points: readonly Point[], from: Gate, to: Gate): boolean {
  const [first, second] = points;
  const [last, before] = [points.at(-1), points.at(-2)];
  return Boolean(first && second && last && before) && points.length > 1 && faces(first, second, from.side) && faces(last, before, to.side);
}

function faces(at: Point | undefined, next: Point | undefined, side: Side): boolean {
  if (!at || !next) return false;
  const { x, y } = directions[side];
  return (next.x - at.x) * x + (next.y - at.y) * y > 0;
}

/** How many times stretches of the line come too near to a card, counted up to a limit. The two cards that it joins may be touched. */
export function collisions(points: readonly Point[], obstacles: Obstacles, limit = Infinity): number {
  const ends = [points[0], points.at(-1)].flatMap((point) => point ?? []);
  let count = 0;
  stretches(points).forEach(([a, b], index, all) => {
    if (count >= limit) return;
    const isOuter = index === 0 || index === all.length - 1;
    const line = span(a, b);
    for (const card of obstacles(grown(line, keep))) {
      const reach = isOuter && ends.some((point) => contains(card, point)) ? -1 : keep;
      if (cutsInto(line, grown(card, reach))) count += 1;
    }
  });
  return count;
}
