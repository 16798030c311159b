import type { Connection, Point, Side } from '#diagram/diagram.ts';
import { boundsOf, centreOf, type Rect } from '#diagram/geometry.ts';
import { candidateLines, collisions, costOf, type Gate } from './candidates.ts';
import { grown, isLevel, type Obstacles } from './polyline.ts';

const sides: readonly Side[] = ['right', 'left', 'bottom', 'top'];
const roomy = 44;
const clear = 24;
const collisionCost = 400;
const reach = 80;

/** The side by which a card best reaches another place. */
export function sideTowards(from: Rect, to: Rect): Side {
  const [gapX, gapY] = gaps(from, to);
  const [a, b] = [centreOf(from), centreOf(to)];
  if (gapX >= clear || gapX >= gapY) return b.x >= a.x ? 'right' : 'left';
  return b.y >= a.y ? 'bottom' : 'top';
}

/** By which sides a connection leaves and arrives, and a sketch of its line from middle to middle. */
export interface Approach {
  readonly leaves: Side;
  readonly enters: Side;
  /** Absent where every simple line meets a card. */
  readonly sketch: readonly Point[] | undefined;
}

/**
 * The sides by which a connection leaves and arrives: the user's, else those of the simplest line that meets no card.
 * Lines that run from side to side are preferred, as most diagrams read from left to right.
 */
export function approachOf({ from, to, ports }: Pick<Connection, 'from' | 'to' | 'ports'>, a: Rect, b: Rect, obstacles: Obstacles): Approach {
  if (from === to) return { leaves: ports?.from ?? 'right', enters: ports?.to ?? 'top', sketch: undefined };
  const cards = obstacles(grown(boundsOf([a, b]) ?? a, reach));
  let best: { readonly approach: Approach; readonly cost: number } | undefined;
  for (const leaves of ports?.from ? [ports.from] : inOrder(a, b)) {
    for (const enters of ports?.to ? [ports.to] : inOrder(b, a)) {
      const [out, into] = [gateOn(a, leaves), gateOn(b, enters)];
      const bias = awkwardness(a, b, leaves, enters);
      const least = Math.abs(out.point.x - into.point.x) + Math.abs(out.point.y - into.point.y) + bias;
      if (best && least >= best.cost) continue;
      const line = cheapest(out, into, cards, best ? best.cost - bias : Infinity);
      if (line && (!best || line.cost + bias < best.cost)) best = { approach: { leaves, enters, sketch: line.isFree ? line.points : undefined }, cost: line.cost + bias };
    }
  }
  return best?.approach ?? { leaves: sideTowards(a, b), enters: sideTowards(b, a), sketch: undefined };
}

/** The sides of a card, the one towards the other card first. */
function inOrder(from: Rect, to: Rect): readonly Side[] {
  const first = sideTowards(from, to);
  return [first, ...sides.filter((side) => side !== first)];
}

interface Line {
  readonly points: readonly Point[];
  readonly cost: number;
  readonly isFree: boolean;
}

function cheapest(out: Gate, into: Gate, cards: readonly Rect[], limit: number): Line | undefined {
  let best: Line | undefined;
  for (const points of candidateLines(out, into)) {
    const least = costOf(points);
    if (least >= Math.min(best?.cost ?? Infinity, limit)) break;
    const hits = collisions(points, cards);
    const cost = least + hits * collisionCost;
    if (!best || cost < best.cost) best = { points, cost, isFree: hits === 0 };
  }
  return best;
}

function gateOn({ x, y, width, height }: Rect, side: Side): Gate {
  const middle = { x: x + width / 2, y: y + height / 2 };
  return { side, point: { left: { x, y: middle.y }, right: { x: x + width, y: middle.y }, top: { x: middle.x, y }, bottom: { x: middle.x, y: y + height } }[side] };
}

/** What speaks against a pair of sides, however short the line would be. */
function awkwardness(a: Rect, b: Rect, leaves: Side, enters: Side): number {
  const [gapX, gapY] = gaps(a, b);
  const facing = isLevel(leaves) === isLevel(enters) && leaves !== enters;
  if (facing && isLevel(leaves)) return gapX >= clear ? 0 : 160;
  if (facing) return gapX >= roomy ? 60 : gapY >= clear ? 0 : 160;
  if (leaves === enters) return 130;
  return gapX >= roomy ? 70 : 30;
}

/** The free space between two rectangles on each axis; negative where they overlap on it. */
function gaps(a: Rect, b: Rect): readonly [number, number] {
  return [Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width)), Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height))];
}
