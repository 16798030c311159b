import type { Component, Point, Side } from '#diagram/diagram.ts';
import { type Rect, rectOf } from '#diagram/geometry.ts';

/** How far outside its card a port stands, in canvas units. */
const distance = 16;

export const sides: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/** Where the port of a side is drawn and grabbed. */
export function portAt(component: Component, side: Side): Point {
  const { x, y, width, height } = rectOf(component);
  switch (side) {
    case 'top':
      return { x: x + width / 2, y: y - distance };
    case 'right':
      return { x: x + width + distance, y: y + height / 2 };
    case 'bottom':
      return { x: x + width / 2, y: y + height + distance };
    case 'left':
      return { x: x - distance, y: y + height / 2 };
  }
}

/** The side of a rectangle that a point is nearest to. */
export function nearestSide({ x, y, width, height }: Rect, point: Point): Side {
  const across = (point.x - (x + width / 2)) / width;
  const down = (point.y - (y + height / 2)) / height;
  if (Math.abs(across) > Math.abs(down)) return across > 0 ? 'right' : 'left';
  return down > 0 ? 'bottom' : 'top';
}
