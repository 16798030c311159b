import type { Id, Point } from '#diagram/diagram.ts';
import type { Rect } from '#diagram/geometry.ts';
import type { WireLabel } from './label-spots.ts';
import { cutsInto, same, span } from './polyline.ts';

/** A connection as it is drawn. */
export interface Wire {
  readonly id: Id;
  readonly points: readonly Point[];
  /** Path data with rounded corners. */
  readonly path: string;
  /** Path data of the open arrow head. */
  readonly arrow: string;
  readonly dashed: boolean;
  readonly label: WireLabel | undefined;
}

const cornerRadius = 10;
const head = { length: 8, half: 4.5 };

/** Path data through corners, each rounded as far as its stretches allow; the line leaves out the rectangle of its own label. */
export function roundedPath(points: readonly Point[], gap?: Rect): string {
  const [first] = points;
  if (!first) return '';
  const parts = [`M${text(first)}`];
  let from = first;
  points.slice(1).forEach((point, index) => {
    const [before, next] = [points[index] ?? point, points[index + 2]];
    const r = next ? Math.min(cornerRadius, distance(before, point) / 2, distance(point, next) / 2) : 0;
    const end = towards(point, before, r);
    parts.push(straight(from, end, gap));
    if (!next) return;
    from = towards(point, next, r);
    parts.push(`Q${text(point)} ${text(from)}`);
  });
  return parts.join('');
}

/** A straight stretch, without the part that lies in the gap. */
function straight(a: Point, b: Point, gap: Rect | undefined): string {
  if (!gap || !cutsInto(span(a, b), gap)) return `L${text(b)}`;
  const level = same(a.y, b.y);
  const [low, high] = level ? [gap.x, gap.x + gap.width] : [gap.y, gap.y + gap.height];
  const [start, end] = level ? [a.x, b.x] : [a.y, b.y];
  const [near, far] = start <= end ? [low, high] : [high, low];
  const at = (value: number): Point => (level ? { x: value, y: a.y } : { x: a.x, y: value });
  const isBetween = (value: number): boolean => (value - start) * (value - end) < 0;
  return `${isBetween(near) ? `L${text(at(near))}` : ''}${isBetween(far) ? `M${text(at(far))}L${text(b)}` : `M${text(b)}`}`;
}

/** An open arrow head at the last point. */
export function arrowHead(points: readonly Point[]): string {
  const [before, tip] = [points.at(-2), points.at(-1)];
  if (!before || !tip) return '';
  const length = distance(before, tip) || 1;
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const base = { x: tip.x - dx * head.length, y: tip.y - dy * head.length };
  return `M${text({ x: base.x - dy * head.half, y: base.y + dx * head.half })}L${text(tip)}L${text({ x: base.x + dy * head.half, y: base.y - dx * head.half })}`;
}

/** A number as it stands in path data: two digits at most, without noise. */
export const rounded = (value: number): string => String(Math.round(value * 100) / 100 || 0);

const text = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const towards = (from: Point, to: Point, by: number): Point => {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
};
