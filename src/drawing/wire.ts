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

/**
 * Where a text fits on the line: level stretches before upright ones, long before short, at a spot that no card covers.
 * The middle is tried first; neighbours of one side start from different spots.
 */
export function placeLabel(content: string, points: readonly Point[], start: number, cards: (area: Rect) => readonly Rect[]): WireLabel | undefined {
  if (content === '') return undefined;
  const width = textWidth(content, labelStyle) + 2 * labelPadding;
  const spots = points.slice(1).flatMap((b, index) => spotsOn(points[index] ?? b, b, width, start));
  const free = spots.sort((p, q) => q.worth - p.worth).find(({ rect }) => cards(rect).length === 0);
  const [first, second] = points;
  const middle = first && second ? { x: (first.x + second.x) / 2 - width / 2, y: (first.y + second.y) / 2 - labelHeight / 2, width, height: labelHeight } : undefined;
  const rect = free?.rect ?? spots[0]?.rect ?? middle;
  return rect ? { text: content, rect } : undefined;
}

interface Spot {
  readonly rect: Rect;
  readonly worth: number;
}

const shares = [0.5, 0.35, 0.65, 0.25, 0.75];

function spotsOn(a: Point, b: Point, width: number, start: number): Spot[] {
  const level = Math.abs(a.y - b.y) < 0.01;
  const length = distance(a, b);
  if (length < (level ? width + 2 * head.length : labelHeight + 2 * head.length)) return [];
  return shares.map((_, index) => {
    const share = level ? (shares[index] ?? 0.5) : (shares[(index + start) % shares.length] ?? 0.5);
    const x = a.x + (b.x - a.x) * share;
    const y = a.y + (b.y - a.y) * share;
    return { rect: { x: x - width / 2, y: y - labelHeight / 2, width, height: labelHeight }, worth: Math.min(length, 200) + (level ? 120 : 0) - index * 8 };
  });
}

/** A number as it stands in path data: two digits at most, without noise. */
export const rounded = (value: number): string => String(Math.round(value * 100) / 100 || 0);

const text = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const towards = (from: Point, to: Point, by: number): Point => {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
};
