import type { Id, Point } from '#diagram/diagram.ts';
import type { Rect } from '#diagram/geometry.ts';
import { margin } from './candidates.ts';
import { grown, type Obstacles, same, span } from './polyline.ts';
import { remembering } from './remembering.ts';

/** A stretch of a line between two of its turns: it may be moved sideways without moving the ends of the line. */
interface Stretch {
  readonly id: Id;
  readonly index: number;
  readonly level: boolean;
  /** Where it lies across its direction, and from where to where it runs. */
  readonly at: number;
  readonly low: number;
  readonly high: number;
  /** To which side the line goes on at either end: -1 or 1 across its direction. */
  readonly lowTurn: number;
  readonly highTurn: number;
}

/** What lanes are made of. */
export interface Traffic {
  /** The line of a connection before lanes. */
  line(id: Id): readonly Point[] | undefined;
  /** Connections whose lines may touch an area. */
  near(area: Rect): readonly Id[];
  readonly cards: Obstacles;
}

const laneGap = 10;
const together = 9;

/** Moves stretches of lines that would lie on one another into lanes side by side, in an order in which they cross least. */
export function createLanes(traffic: Traffic): (id: Id) => readonly Point[] | undefined {
  const moves = new Map<string, number>();
  const stretchesAt = remembering((id) => stretchesOf(id, traffic.line(id) ?? []));
  return (id) => {
    const points = traffic.line(id);
    const stretches = stretchesAt(id);
    if (!points || stretches.length === 0) return points;
    for (const stretch of stretches) if (!moves.has(keyOf(stretch))) for (const [key, at] of settled(groupOf(stretch, traffic, stretchesAt), traffic.cards)) moves.set(key, at);
    return stretches.reduce<readonly Point[]>((line, stretch) => shifted(line, stretch, moves.get(keyOf(stretch)) ?? stretch.at), points);
  };
}

const keyOf = ({ id, index }: Stretch): string => `${index}:${id}`;

function stretchesOf(id: Id, points: readonly Point[]): readonly Stretch[] {
  if (points.length < 4) return [];
  return points.slice(1, -2).map((a, offset) => {
    const index = offset + 1;
    const b = points[index + 1] ?? a;
    const level = same(a.y, b.y);
    const across = (point: Point | undefined): number => (level ? (point?.y ?? 0) : (point?.x ?? 0));
    const along = (point: Point): number => (level ? point.x : point.y);
    const before = Math.sign(across(points[index - 1]) - across(a));
    const after = Math.sign(across(points[index + 2]) - across(b));
    const forwards = along(a) <= along(b);
    return { id, index, level, at: across(a), low: Math.min(along(a), along(b)), high: Math.max(along(a), along(b)), lowTurn: forwards ? before : after, highTurn: forwards ? after : before };
  });
}

/** The stretch with all that lie on it or on one of those. */
function groupOf(first: Stretch, traffic: Traffic, stretchesAt: (id: Id) => readonly Stretch[]): readonly Stretch[] {
  const group = new Map([[keyOf(first), first]]);
  for (const stretch of group.values()) {
    const { at, low, high, level } = stretch;
    const area = grown(level ? span({ x: low, y: at }, { x: high, y: at }) : span({ x: at, y: low }, { x: at, y: high }), together);
    for (const id of traffic.near(area)) {
      for (const other of stretchesAt(id)) if (other.level === level && Math.abs(other.at - at) < together && meet(other, stretch)) group.set(keyOf(other), other);
    }
  }
  return [...group.values()];
}

const meet = (a: Stretch, b: Stretch): boolean => a.low < b.high + together && b.low < a.high + together;

/** The places of a group's stretches, by key. */
function settled(group: readonly Stretch[], cards: Obstacles): readonly (readonly [string, number])[] {
  if (group.length === 1) return group.map((stretch) => [keyOf(stretch), stretch.at]);
  const ordered = group
    .map((stretch) => ({ stretch, score: group.reduce((sum, other) => sum + (other === stretch ? 0 : preference(stretch, other)), 0) }))
    .sort((a, b) => a.score - b.score || a.stretch.at - b.stretch.at || (keyOf(a.stretch) < keyOf(b.stretch) ? -1 : 1))
    .map(({ stretch }) => stretch);
  const lanes: number[] = [];
  for (const [index, stretch] of ordered.entries()) lanes.push(ordered.slice(0, index).reduce((lane, other, before) => (meet(other, stretch) ? Math.max(lane, (lanes[before] ?? 0) + 1) : lane), 0));
  const count = Math.max(...lanes) + 1;
  const { low, high } = corridor(group, cards);
  const gap = Math.min(laneGap, Math.max(0, high - low) / Math.max(1, count - 1));
  const width = gap * (count - 1);
  const middle = group.reduce((sum, { at }) => sum + at, 0) / group.length;
  const start = Math.min(Math.max(middle - width / 2, low), Math.max(low, high - width));
  return ordered.map((stretch, index) => [keyOf(stretch), high < low ? stretch.at : start + (lanes[index] ?? 0) * gap]);
}

/** Below zero if `a` should come before `b` so that the two cross less. */
function preference(a: Stretch, b: Stretch): number {
  let votes = 0;
  if (a.low > b.low && a.low < b.high) votes += a.lowTurn;
  if (a.high > b.low && a.high < b.high) votes += a.highTurn;
  if (b.low > a.low && b.low < a.high) votes -= b.lowTurn;
  if (b.high > a.low && b.high < a.high) votes -= b.highTurn;
  return Math.sign(votes);
}

/** How far a group may spread before it comes near a card. */
function corridor(group: readonly Stretch[], cards: Obstacles): { readonly low: number; readonly high: number } {
  const room = 40 + (laneGap * group.length) / 2;
  let [low, high] = [Math.min(...group.map(({ at }) => at)) - room, Math.max(...group.map(({ at }) => at)) + room];
  for (const { level, at, low: from, high: to } of group) {
    const area = grown(level ? { x: from, y: at - room, width: to - from, height: 2 * room } : { x: at - room, y: from, width: 2 * room, height: to - from }, 2);
    for (const card of cards(area)) {
      const [near, far] = level ? [card.y, card.y + card.height] : [card.x, card.x + card.width];
      if (far <= at + 1) low = Math.max(low, far + margin);
      else if (near >= at - 1) high = Math.min(high, near - margin);
    }
  }
  return { low, high };
}

function shifted(points: readonly Point[], { index, level }: Stretch, at: number): readonly Point[] {
  return points.map((point, position) => {
    if (position !== index && position !== index + 1) return point;
    return level ? { x: point.x, y: at } : { x: at, y: point.y };
  });
}
