import type { Connection, Side } from '#diagram/diagram.ts';
import { centreOf, type Rect } from '#diagram/geometry.ts';
import { candidateLines, collisions, costOf, type Gate } from './candidates.ts';
import { isLevel, type Obstacles } from './polyline.ts';

const sides: readonly Side[] = ['right', 'left', 'bottom', 'top'];
const roomy = 44;
const clear = 24;
const collisionCost = 400;
const corner = 12;
/** Over such a distance the sides make no difference. */
const far = 1200;

/** The side by which a card best reaches another place. */
export function sideTowards(from: Rect, to: Rect): Side {
  const [gapX, gapY] = gaps(from, to);
  const [a, b] = [centreOf(from), centreOf(to)];
  if (gapX >= clear || gapX >= gapY) return b.x >= a.x ? 'right' : 'left';
  return b.y >= a.y ? 'bottom' : 'top';
}

/** By which sides a connection leaves and arrives. */
export interface Approach {
  readonly leaves: Side;
  readonly enters: Side;
}

/**
 * The sides by which a connection leaves and arrives: the user's, else those of the simplest line that meets no card.
 * Lines that run from side to side are preferred, as most diagrams read from left to right.
 */
export function approachOf({ from, to, ports }: Pick<Connection, 'from' | 'to' | 'ports'>, a: Rect, b: Rect, obstacles: Obstacles): Approach {
  if (from === to) return { leaves: ports?.from ?? 'right', enters: ports?.to ?? 'top' };
  const towards = { leaves: ports?.from ?? sideTowards(a, b), enters: ports?.to ?? sideTowards(b, a) };
  if (Math.max(...gaps(a, b)) > far) return towards;
  let best: (Approach & { readonly cost: number }) | undefined;
  for (const leaves of ports?.from ? [ports.from] : inOrder(a, b)) {
    for (const enters of ports?.to ? [ports.to] : inOrder(b, a)) {
      const [out, into] = gatesOn(a, b, leaves, enters);
      const bias = awkwardness(a, b, leaves, enters);
      const least = Math.abs(out.point.x - into.point.x) + Math.abs(out.point.y - into.point.y) + bias;
      if (best && least >= best.cost) continue;
      const cost = bias + cheapest(out, into, obstacles, best ? best.cost - bias : Infinity);
      if (!best || cost < best.cost) best = { leaves, enters, cost };
    }
  }
  return best ?? towards;
}

/** Whether a line with at most two turns leads from one side to the other and meets no card. */
export function isOpen(a: Rect, b: Rect, { leaves, enters }: Approach, obstacles: Obstacles): boolean {
  return candidateLines(...gatesOn(a, b, leaves, enters)).some((points) => points.length <= 4 && collisions(points, obstacles, 1) === 0);
}

/** The sides of a card, the one towards the other card first. */
function inOrder(from: Rect, to: Rect): readonly Side[] {
  const first = sideTowards(from, to);
  return [first, ...sides.filter((side) => side !== first)];
}

function cheapest(out: Gate, into: Gate, obstacles: Obstacles, limit: number): number {
  let least = Infinity;
  for (const points of candidateLines(out, into)) {
    const cost = costOf(points);
    if (cost >= Math.min(least, limit)) break;
    least = Math.min(least, cost + collisions(points, obstacles, 3) * collisionCost);
  }
  return least;
}

/** Gates in the middle of both sides; where cards face one another a straight line apart, on that line. */
function gatesOn(a: Rect, b: Rect, leaves: Side, enters: Side): readonly [Gate, Gate] {
  const [out, into] = [gateOn(a, leaves), gateOn(b, enters)];
  if (isLevel(leaves) !== isLevel(enters) || leaves === enters) return [out, into];
  const [low, high] = isLevel(leaves) ? [Math.max(a.y, b.y), Math.min(a.y + a.height, b.y + b.height)] : [Math.max(a.x, b.x), Math.min(a.x + a.width, b.x + b.width)];
  if (high - low < 2 * corner) return [out, into];
  const shared = (low + high) / 2;
  const moved = ({ side, point }: Gate): Gate => ({ side, point: isLevel(side) ? { x: point.x, y: shared } : { x: shared, y: point.y } });
  return [moved(out), moved(into)];
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
  if (leaves === enters) return 60;
  return gapX >= roomy ? 70 : 30;
}

/** The free space between two rectangles on each axis; negative where they overlap on it. */
function gaps(a: Rect, b: Rect): readonly [number, number] {
  return [Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width)), Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height))];
}
