import type { Diagram, Id, Point, Side } from '#diagram/diagram.ts';
import { type Rect, rectOf } from '#diagram/geometry.ts';
import type { Gate } from '#drawing/candidates.ts';
import type { Obstacles } from '#drawing/polyline.ts';
import { directPoints, routePoints } from '#drawing/route.ts';
import { sideTowards } from '#drawing/sides.ts';

/** A quick line from a component to another one, or to a point, while it is being drawn. */
export function previewPoints(diagram: Diagram, from: Id, side: Side | undefined, to: Id | Point): readonly Point[] | undefined {
  const source = diagram.components.get(from);
  const target = typeof to === 'string' ? diagram.components.get(to) : undefined;
  if (!source || (typeof to === 'string' && !target)) return undefined;
  const a = rectOf(source);
  const b: Rect = target ? rectOf(target) : { ...(typeof to === 'string' ? a : to), width: 0, height: 0 };
  return directPoints(endOn(a, side ?? sideTowards(a, b)), endOn(b, sideTowards(b, a)));
}

/** The line of a connection that is not drawn yet, around the cards that stand in its way. */
export function ghostPoints(a: Rect, b: Rect, obstacles: Obstacles): readonly Point[] {
  return routePoints(endOn(a, sideTowards(a, b)), endOn(b, sideTowards(b, a)), obstacles);
}

/** A quick line between two rectangles. */
export const linePoints = (a: Rect, b: Rect): readonly Point[] => directPoints(endOn(a, sideTowards(a, b)), endOn(b, sideTowards(b, a)));

function endOn({ x, y, width, height }: Rect, side: Side): Gate {
  const middle = { x: x + width / 2, y: y + height / 2 };
  const point = {
    top: { x: middle.x, y },
    right: { x: x + width, y: middle.y },
    bottom: { x: middle.x, y: y + height },
    left: { x, y: middle.y },
  }[side];
  return { side, point };
}
