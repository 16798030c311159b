import type { Id, Point } from '#diagram/diagram.ts';
import type { Rect } from '#diagram/geometry.ts';
import { labelStyle, textWidth } from './text.ts';

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

export interface WireLabel {
  readonly text: string;
  readonly rect: Rect;
}

const cornerRadius = 10;
const head = { length: 8, half: 4.5 };
const labelHeight = 16;
const labelPadding = 4;

/** Path data through corners, each rounded as far as its stretches allow. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M${text(first)}`];
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    const before = points[index];
    if (!next || !before) {
      parts.push(`L${text(point)}`);
      return;
    }
    const r = Math.min(cornerRadius, distance(before, point) / 2, distance(point, next) / 2);
    parts.push(`L${text(towards(point, before, r))}Q${text(point)} ${text(towards(point, next, r))}`);
  });
  return parts.join('');
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

/** Where a text fits on the line: the longest level stretch that holds it, else the longest upright one. Slots keep neighbours apart. */
export function placeLabel(content: string, points: readonly Point[], slot: number, slots: number): WireLabel | undefined {
  if (content === '') return undefined;
  const width = textWidth(content, labelStyle) + 2 * labelPadding;
  const stretches = points.slice(1).map((b, index) => ({ a: points[index] ?? b, b }));
  const level = stretches.filter(({ a, b }) => Math.abs(a.y - b.y) < 0.01);
  const upright = stretches.filter(({ a, b }) => Math.abs(a.y - b.y) >= 0.01);
  const longest = (list: typeof stretches): (typeof stretches)[number] | undefined => list.toSorted((p, q) => distance(q.a, q.b) - distance(p.a, p.b))[0];
  const [flat, tall] = [longest(level), longest(upright)];
  const fits = flat && distance(flat.a, flat.b) >= width + 24;
  const chosen = fits ? flat : tall && distance(tall.a, tall.b) >= labelHeight + 16 ? tall : (flat ?? tall);
  if (!chosen) return undefined;
  const share = 0.5 + (slots > 1 && chosen === tall ? (slot / (slots - 1) - 0.5) * 0.4 : 0);
  const x = chosen.a.x + (chosen.b.x - chosen.a.x) * share;
  const y = chosen.a.y + (chosen.b.y - chosen.a.y) * share;
  return { text: content, rect: { x: x - width / 2, y: y - labelHeight / 2, width, height: labelHeight } };
}

/** A number as it stands in path data: two digits at most, without noise. */
export const rounded = (value: number): string => String(Math.round(value * 100) / 100 || 0);

const text = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const towards = (from: Point, to: Point, by: number): Point => {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
};
