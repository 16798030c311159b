import type { Diagram, Id, Point } from '#diagram/diagram.ts';
import { type Rect, rectOf } from '#diagram/geometry.ts';
import { spatialIndexOf } from './spatial-index.ts';

/** A helper line that shows with what something lines up. */
export interface Guide {
  readonly from: Point;
  readonly to: Point;
}

const near = 600;
const grid = 4;

/** A moving rectangle pulled onto the edges or middles of cards nearby, else onto a fine grid. */
export function align(diagram: Diagram, moving: ReadonlySet<Id>, rect: Rect, pull: number): Point & { readonly guides: readonly Guide[] } {
  const area = { x: rect.x - near, y: rect.y - near, width: rect.width + 2 * near, height: rect.height + 2 * near };
  const others = spatialIndexOf(diagram)
    .router.components.inside(area)
    .filter(({ id }) => !moving.has(id))
    .map(rectOf);
  const x = closest([rect.x, rect.x + rect.width / 2, rect.x + rect.width], others, (other) => [other.x, other.x + other.width / 2, other.x + other.width], pull);
  const y = closest([rect.y, rect.y + rect.height / 2, rect.y + rect.height], others, (other) => [other.y, other.y + other.height / 2, other.y + other.height], pull);
  const at = { x: x ? rect.x + x.by : Math.round(rect.x / grid) * grid, y: y ? rect.y + y.by : Math.round(rect.y / grid) * grid };
  const placed = { ...rect, ...at };
  const guides = [
    ...(x ? [vertical(x.line, placed, x.other)] : []),
    ...(y ? [horizontal(y.line, placed, y.other)] : []),
  ];
  return { ...at, guides };
}

function closest(own: readonly number[], others: readonly Rect[], linesOf: (rect: Rect) => readonly number[], pull: number): { readonly by: number; readonly line: number; readonly other: Rect } | undefined {
  let best: { readonly by: number; readonly line: number; readonly other: Rect } | undefined;
  for (const other of others) {
    linesOf(other).forEach((line, index) => {
      const by = line - (own[index] ?? 0);
      if (Math.abs(by) <= pull && (!best || Math.abs(by) < Math.abs(best.by))) best = { by, line, other };
    });
  }
  return best;
}

const vertical = (x: number, a: Rect, b: Rect): Guide => ({ from: { x, y: Math.min(a.y, b.y) }, to: { x, y: Math.max(a.y + a.height, b.y + b.height) } });
const horizontal = (y: number, a: Rect, b: Rect): Guide => ({ from: { x: Math.min(a.x, b.x), y }, to: { x: Math.max(a.x + a.width, b.x + b.width), y } });
