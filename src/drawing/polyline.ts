import type { Point, Side } from '#diagram/diagram.ts';
import type { Rect } from '#diagram/geometry.ts';

/** Cards near a line that it may not cross, as found for an area. */
export type Obstacles = (area: Rect) => readonly Rect[];

/** Which way a side faces. */
export const directions: Readonly<Record<Side, Point>> = { top: { x: 0, y: -1 }, right: { x: 1, y: 0 }, bottom: { x: 0, y: 1 }, left: { x: -1, y: 0 } };

/** Whether a line leaves this side to the left or right. */
export const isLevel = (side: Side): boolean => side === 'left' || side === 'right';

/** A point as a rectangle without extent. */
export const asRect = ({ x, y }: Point): Rect => ({ x, y, width: 0, height: 0 });

/** The rectangle with its edges moved outwards. */
export const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

/** Whether two coordinates are the same for a drawing. */
export const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;

/** The straight stretches between corners, in order. */
export function stretches(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((b, index) => [points[index] ?? b, b] as const);
}

/** The rectangle that a straight stretch spans; flat for a level or upright one. */
export const span = (a: Point, b: Point): Rect => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) });

/** Whether a flat span has points strictly inside a rectangle. */
export const cutsInto = (line: Rect, rect: Rect): boolean =>
  line.x < rect.x + rect.width && line.x + line.width > rect.x && line.y < rect.y + rect.height && line.y + line.height > rect.y;

/** The corners only: points on a straight stretch are dropped. */
export function simplified(points: readonly Point[]): readonly Point[] {
  const corners: Point[] = [];
  for (const point of points) {
    const [a, b] = [corners.at(-2), corners.at(-1)];
    if (b && same(b.x, point.x) && same(b.y, point.y)) continue;
    if (a && b && ((same(a.x, b.x) && same(b.x, point.x)) || (same(a.y, b.y) && same(b.y, point.y)))) corners.pop();
    corners.push(point);
  }
  return corners;
}

/** The length of a line along its corners. */
export const lengthOf = (points: readonly Point[]): number => stretches(points).reduce((sum, [a, b]) => sum + Math.hypot(a.x - b.x, a.y - b.y), 0);
