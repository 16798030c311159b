import type { Component, Connection, Id, Point, Side } from '#diagram/diagram.ts';
import { centreOf, type Rect, rectOf } from '#diagram/geometry.ts';
import type { Gate } from './candidates.ts';
import { isLevel } from './polyline.ts';
import type { Approach } from './sides.ts';
import { insetAt, silhouetteOf } from './silhouette.ts';


/** Where a connection leaves or enters a card, on the card's rectangle. */
export interface End extends Gate {
  /** Its place among the ends of this side, and how many there are. */
  readonly slot: number;
  readonly slots: number;
}

export type EndKey = `${'from' | 'to'}:${Id}`;
export type Ends = ReadonlyMap<EndKey, End>;

/** The key of the end at the other card. */
export const otherEnd = (key: EndKey): EndKey => (key.startsWith('from:') ? `to:${key.slice('from:'.length)}` : `from:${key.slice('to:'.length)}`);

const step = { level: 16, upright: 20, least: 10, pushed: 14 };
/** Ends keep this far from the corners of a card. */
export const corner = 12;
/** For the sake of a straight line they may come nearer. */
const nearCorner = 8;
export const allSides: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/** One end of a connection at a component, before it has its place on the side. */
export interface Arrival {
  readonly key: EndKey;
  readonly connection: Connection;
  readonly other: Component;
  readonly side: Side;
  /** Its turn among lines that come from the same place. */
  readonly turn: number;
}

/** The ends of connections at a component, with the sides that they are to have. */
export function arrivalsAt(component: Component, connections: readonly Connection[], components: ReadonlyMap<Id, Component>, approach: (connection: Connection) => Approach): readonly Arrival[] {
  return connections.flatMap((connection, index) => {
    const { leaves, enters } = approach(connection);
    return (['from', 'to'] as const).flatMap((end): Arrival[] => {
      const other = components.get(connection[end === 'from' ? 'to' : 'from']);
      if (connection[end] !== component.id || !other) return [];
      return [{ key: `${end}:${connection.id}`, connection, other, side: end === 'from' ? leaves : enters, turn: end === 'to' && mirrors(leaves, enters) ? -index : index }];
    });
  });
}

/** Arrivals of one side in the order in which their lines do not cross: by where the line comes from, else by where the other card is. */
export function inOrder(component: Component, arrivals: readonly Arrival[], side: Side, origin: (key: EndKey) => Point | undefined = () => undefined): readonly Arrival[] {
  const loops = isLevel(side) ? -Infinity : Infinity;
  return arrivals
    .filter((arrival) => arrival.side === side)
    .map((arrival) => {
      const centre = along(centreOf(rectOf(arrival.other)), side);
      const from = origin(arrival.key);
      return { arrival, centre, from: arrival.other === component ? loops : from ? along(from, side) : centre };
    })
    .sort((a, b) => (a.from === b.from ? 0 : a.from - b.from) || a.centre - b.centre || a.arrival.turn - b.arrival.turn)
    .map(({ arrival }) => arrival);
}

/** The ends of all connections at one component, spread evenly over its sides. */
export function spreadEnds(component: Component, arrivals: readonly Arrival[], origin?: (key: EndKey) => Point | undefined): Ends {
  const rect = rectOf(component);
  const ends = new Map<EndKey, End>();
  for (const side of allSides) {
    const here = inOrder(component, arrivals, side, origin);
    const gap = Math.min(isLevel(side) ? step.level : step.upright, (lengthOf(rect, side) - 2 * corner) / Math.max(1, here.length - 1));
    here.forEach(({ key }, slot) => {
      ends.set(key, { side, point: pointOn(rect, side, (slot - (here.length - 1) / 2) * gap), slot, slots: here.length });
    });
  }
  return ends;
}

/** Whether lines side by side arrive in the opposite order from that in which they leave. */
function mirrors(leaves: Side, enters: Side): boolean {
  if (leaves === enters) return true;
  const pair = `${leaves} ${enters}`;
  return pair === 'right top' || pair === 'top right' || pair === 'left bottom' || pair === 'bottom left';
}

/** The other end of a connection, as seen from one of its ends. */
export interface Opposite {
  readonly component: Component;
  readonly end: End;
}

/**
 * The ends at a component, moved along their sides to where the other end stands, so that lines run straight.
 * Of the two ends the one at the busier side stays. Ends whose lines turn in any case make room.
 */
export function alignedEnds(component: Component, ends: Ends, opposite: (key: EndKey) => Opposite | undefined): Ends {
  const rect = rectOf(component);
  const aligned = new Map(ends);
  for (const side of allSides) {
    const here = [...ends].filter(([, end]) => end.side === side).sort(([, a], [, b]) => a.slot - b.slot);
    const range = rangeOf(rect, side);
    const places = here.map(([key, end]): Place => {
      const other = opposite(key);
      return { spot: along(end.point, side), wish: wish(key, end, component, other), yields: !other || !canBeStraight(range, side, other) };
    });
    settle(places, range).forEach((spot, index) => {
      const entry = here[index];
      if (entry) aligned.set(entry[0], { ...entry[1], point: movedTo(entry[1].point, side, spot) });
    });
  }
  return aligned;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

const rangeOf = (rect: Rect, side: Side): Range => ({ low: along(rect, side) + nearCorner, high: along(rect, side) + lengthOf(rect, side) - nearCorner });

function canBeStraight({ low, high }: Range, side: Side, { component, end }: Opposite): boolean {
  const range = rangeOf(rectOf(component), side);
  return end.side !== side && isLevel(end.side) === isLevel(side) && range.low <= high && low <= range.high;
}

/** Where an end would like to be: at the height of the other one, if it is the one to give way; two single ends meet halfway where they must. */
function wish(key: EndKey, end: End, component: Component, other: Opposite | undefined): number | undefined {
  if (!other || other.end.side === end.side || isLevel(other.end.side) !== isLevel(end.side)) return undefined;
  const isFrom = key.startsWith('from:');
  const givesWay = other.end.slots - end.slots || steepness(other.component, other.end) - steepness(component, end) || (isFrom ? -1 : 1);
  const [own, others] = [rangeOf(rectOf(component), end.side), rangeOf(rectOf(other.component), end.side)];
  const [here, there] = [along(end.point, end.side), along(other.end.point, end.side)];
  if (end.slots === 1 && other.end.slots === 1 && !(givesWay > 0 ? isWithin(there, own) : isWithin(here, others))) {
    const [low, high] = [Math.max(own.low, others.low), Math.min(own.high, others.high)];
    return low <= high ? (low + high) / 2 : undefined;
  }
  return givesWay > 0 ? there : undefined;
}

/** Ends at a tip stay at the tip. */
function steepness({ kind, ...record }: Component, { side, slots }: End): number {
  const { width, height } = rectOf({ kind, ...record });
  return slots === 1 && insetAt(silhouetteOf(kind), side, 12, width, height) > 1.5 ? 1 : 0;
}

interface Place {
  readonly spot: number;
  readonly wish: number | undefined;
  /** Whether it may be pushed aside. */
  readonly yields: boolean;
}

/** All wishes where they fit together, else those that fit one by one. */
function settle(places: readonly Place[], range: Range): readonly number[] {
  const spots = places.map(({ spot }) => spot);
  const spacing = Math.min(step.pushed, ...spots.slice(1).map((spot, index) => spot - (spots[index] ?? spot)));
  const wishes = places.map(({ wish, spot }) => wish ?? spot);
  const fitsAll = wishes.every((wish, index) => (places[index]?.wish === undefined || isWithin(wish, range)) && (index === 0 || wish - (wishes[index - 1] ?? wish) >= Math.min(spacing, step.least)));
  if (fitsAll) return wishes;
  return places.reduce<readonly number[]>((now, { wish }, index) => (wish !== undefined && isWithin(wish, range) ? (pushed(now, index, wish, places, range, spacing) ?? now) : now), spots);
}

const isWithin = (value: number, { low, high }: Range): boolean => value >= low && value <= high;

/** The places with one of them moved, and its neighbours pushed aside; undefined where one does not yield or has no room. */
function pushed(now: readonly number[], moved: number, to: number, places: readonly Place[], range: Range, spacing: number): readonly number[] | undefined {
  const next = [...now];
  next[moved] = to;
  for (const direction of [-1, 1]) {
    for (let index = moved + direction; index >= 0 && index < next.length; index += direction) {
      const limit = (next[index - direction] ?? 0) + direction * spacing;
      const spot = next[index] ?? 0;
      if ((spot - limit) * direction >= -0.01) break;
      if (!places[index]?.yields || !isWithin(limit, range)) return undefined;
      next[index] = limit;
    }
  }
  return next;
}

/** The coordinate of a point along a side. */
export const along = ({ x, y }: Point, side: Side): number => (isLevel(side) ? y : x);
/** The length of a rectangle along a side. */
export const lengthOf = ({ width, height }: Rect, side: Side): number => (isLevel(side) ? height : width);
const movedTo = (point: Point, side: Side, spot: number): Point => (isLevel(side) ? { x: point.x, y: spot } : { x: spot, y: point.y });

function pointOn(rect: Rect, side: Side, offset: number): Point {
  const { x, y } = centreOf(rect);
  return {
    top: { x: x + offset, y: rect.y },
    bottom: { x: x + offset, y: rect.y + rect.height },
    left: { x: rect.x, y: y + offset },
    right: { x: rect.x + rect.width, y: y + offset },
  }[side];
}

/** The end's point moved inwards onto the outline of the card. */
export function onOutline(component: Component, { side, point }: Gate): Point {
  const rect = rectOf(component);
  const centre = centreOf(rect);
  const inset = insetAt(silhouetteOf(component.kind), side, isLevel(side) ? point.y - centre.y : point.x - centre.x, rect.width, rect.height);
  return {
    top: { x: point.x, y: point.y + inset },
    bottom: { x: point.x, y: point.y - inset },
    left: { x: point.x + inset, y: point.y },
    right: { x: point.x - inset, y: point.y },
  }[side];
}
