import type { Point } from '#diagram/diagram.ts';
import { overlap, type Rect } from '#diagram/geometry.ts';
import { cutsInto, grown, lengthOf, same, span, stretches } from './polyline.ts';
import { labelStyle, textWidth } from './text.ts';

export interface WireLabel {
  readonly text: string;
  /** The text with a little air around it. */
  readonly rect: Rect;
  /** Whether nothing else runs under it; its own line leaves it out. */
  readonly isClear: boolean;
}

/** What a label should not lie on. */
export interface LabelNeighbours {
  /** Cards and notes that touch an area. */
  cards(area: Rect): readonly Rect[];
  /** Other lines that may touch an area: of connections, and frames of boundaries. */
  lines(area: Rect): readonly (readonly Point[])[];
  /** Other labels that touch an area. */
  labels(area: Rect): readonly Rect[];
}

const labelHeight = 15;
const padding = 4;
const clearance = 10;
const costs = { card: 1000, label: 260, line: 90, near: 8, beside: 70, corner: 110, upright: 30 };

interface Spot {
  readonly rect: Rect;
  /** How unwelcome the place is in itself: far from the middle of the line, or beside it. */
  readonly cost: number;
}

/** Where a text stands: on a clear stretch of the line near its middle, else beside one, touching as little as possible. */
export function placeLabel(text: string, points: readonly Point[], neighbours: LabelNeighbours): WireLabel | undefined {
  if (text === '') return undefined;
  const width = textWidth(text, labelStyle) + 2 * padding;
  let best: { readonly rect: Rect; readonly cost: number; readonly isClear: boolean } | undefined;
  for (const { rect, cost } of spotsAlong(points, width).sort((a, b) => a.cost - b.cost)) {
    if (best && cost >= best.cost) break;
    const trouble = disturbance(rect, points, neighbours);
    if (!best || cost + trouble < best.cost) best = { rect, cost: cost + trouble, isClear: trouble < costs.line };
  }
  return best && { text, rect: best.rect, isClear: best.isClear };
}

function disturbance(rect: Rect, own: readonly Point[], { cards, lines, labels }: LabelNeighbours): number {
  const wide = grown(rect, 5);
  const others = lines(wide);
  const hits = (points: readonly Point[], area: Rect): number => stretches(points).filter(([a, b]) => cutsInto(span(a, b), area)).length;
  const through = others.reduce((sum, points) => sum + hits(points, rect), Math.max(0, hits(own, rect) - 1));
  const close = others.reduce((sum, points) => sum + hits(points, wide), 0);
  const rivals = labels(wide);
  const covered = rivals.filter((rival) => overlap(rival, rect)).length;
  return cards(grown(rect, 3)).length * costs.card + covered * costs.label + (rivals.length - covered) * costs.near + through * costs.line + close * costs.near;
}

function spotsAlong(points: readonly Point[], width: number): Spot[] {
  const middle = lengthOf(points) / 2;
  const halfway = ((points[0]?.x ?? 0) + (points.at(-1)?.x ?? 0)) / 2;
  let passed = 0;
  return stretches(points).flatMap(([a, b]) => {
    const length = Math.hypot(a.x - b.x, a.y - b.y);
    const start = passed;
    passed += length;
    const level = same(a.y, b.y);
    const free = length - (level ? width : labelHeight) - 2 * clearance;
    const shares = free > 24 ? [0, -0.3, 0.3, -0.6, 0.6, -1, 1] : [0];
    const along = shares.flatMap((share) => {
      const at = length / 2 + (share * Math.max(0, free)) / 2;
      const centre = { x: a.x + ((b.x - a.x) * at) / (length || 1), y: a.y + ((b.y - a.y) * at) / (length || 1) };
      const away = Math.abs(start + at - middle) * 0.35 + Math.abs(share) * 4;
      const on = free >= 0 ? [{ rect: around(centre, width), cost: away + (level ? 0 : costs.upright) }] : [];
      return [...on, ...beside(centre, level, width, away + costs.beside)];
    });
    if (free >= 0 || !level) return along;
    const centre = { x: halfway, y: a.y };
    return [...along, { rect: around(centre, width), cost: costs.corner }, ...beside(centre, level, width, costs.corner + costs.beside)];
  });
}

/** Above and below a level stretch, left and right of an upright one. */
function beside({ x, y }: Point, level: boolean, width: number, cost: number): Spot[] {
  const [dx, dy] = level ? [0, labelHeight / 2 + 3] : [width / 2 + 3, 0];
  return [
    { rect: around({ x: x - dx, y: y - dy }, width), cost },
    { rect: around({ x: x + dx, y: y + dy }, width), cost: cost + 1 },
  ];
}

const around = ({ x, y }: Point, width: number): Rect => ({ x: x - width / 2, y: y - labelHeight / 2, width, height: labelHeight });
