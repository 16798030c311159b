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

/** What the ends at a component are placed by. */
export interface Surroundings {
  readonly components: ReadonlyMap<Id, Component>;
  approach(connection: Connection): Approach | undefined;
}

export type EndKey = `${'from' | 'to'}:${Id}`;
export type Ends = ReadonlyMap<EndKey, End>;

/** The key of the end at the other card. */
export const otherEnd = (key: EndKey): EndKey => (key.startsWith('from:') ? `to:${key.slice('from:'.length)}` : `from:${key.slice('to:'.length)}`);

const step = { level: 16, upright: 20, least: 10 };
const corner = 12;

interface Arrival {
  readonly key: EndKey;
  readonly side: Side;
  /** From where along this side the line comes, to keep lines from crossing; then where the other card is; then its turn among equals. */
  readonly origin: number;
  readonly other: number;
  readonly turn: number;
}

/** The ends of all connections at one component, spread evenly over its sides. */
export function spreadEnds(component: Component, connections: readonly Connection[], surroundings: Surroundings): Ends {
  const rect = rectOf(component);
  const arrivals = connections.flatMap((connection, index) => arrivalsOf(connection, index, component, surroundings));
  const ends = new Map<EndKey, End>();
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const here = arrivals.filter((arrival) => arrival.side === side).sort((a, b) => a.origin - b.origin || a.other - b.other || a.turn - b.turn);
    const gap = Math.min(isLevel(side) ? step.level : step.upright, (lengthOf(rect, side) - 2 * corner) / Math.max(1, here.length - 1));
    here.forEach(({ key }, slot) => {
      ends.set(key, { side, point: pointOn(rect, side, (slot - (here.length - 1) / 2) * gap), slot, slots: here.length });
    });
  }
  return ends;
}

function arrivalsOf(connection: Connection, index: number, component: Component, { components, approach }: Surroundings): Arrival[] {
  const chosen = approach(connection);
  if (!chosen) return [];
  const { leaves, enters, sketch } = chosen;
  const arrivals: Arrival[] = [];
  for (const end of ['from', 'to'] as const) {
    if (connection[end] !== component.id) continue;
    const other = components.get(connection[end === 'from' ? 'to' : 'from']);
    if (!other) continue;
    const side = end === 'from' ? leaves : enters;
    const loopOrigin = isLevel(side) ? -Infinity : Infinity;
    const centre = along(centreOf(rectOf(other)), side);
    const turn = sketch && (end === 'from' ? (sketch[2] ?? sketch.at(-1)) : (sketch.at(-3) ?? sketch[0]));
    const origin = other === component ? loopOrigin : turn ? along(turn, side) : centre;
    arrivals.push({ key: `${end}:${connection.id}`, side, origin, other: centre, turn: end === 'to' && mirrors(leaves, enters) ? -index : index });
  }
  return arrivals;
}

/** Whether lines side by side arrive in the opposite order from that in which they leave. */
function mirrors(leaves: Side, enters: Side): boolean {
  if (leaves === enters) return true;
  const pair = `${leaves} ${enters}`;
  return pair === 'right top' || pair === 'top right' || pair === 'left bottom' || pair === 'bottom left';
}

/**
 * The ends at a component, moved along their sides to where the other end stands, so that lines run straight.
 * Of the two ends the one at the busier side stays.
 */
export function alignedEnds(component: Component, ends: Ends, opposite: (key: EndKey) => { readonly component: Component; readonly end: End } | undefined): Ends {
  const rect = rectOf(component);
  const aligned = new Map(ends);
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const here = [...ends].filter(([, end]) => end.side === side).sort(([, a], [, b]) => a.slot - b.slot);
    const spots = here.map(([, { point }]) => along(point, side));
    const wishes = here.map(([key, end], index) => wish(key, end, component, opposite(key)) ?? spots[index] ?? 0);
    const range = { low: along(rect, side) + corner, high: along(rect, side) + lengthOf(rect, side) - corner };
    const least = Math.min(step.least, ...spots.slice(1).map((spot, index) => spot - (spots[index] ?? spot)));
    settle(spots, wishes, range, least).forEach((spot, index) => {
      const entry = here[index];
      if (entry) aligned.set(entry[0], { ...entry[1], point: movedTo(entry[1].point, side, spot) });
    });
  }
  return aligned;
}

/** Where an end would like to be: at the height of the other one, if it is the one to give way. */
function wish(key: EndKey, end: End, component: Component, other: { readonly component: Component; readonly end: End } | undefined): number | undefined {
  if (!other || other.end.side === end.side || isLevel(other.end.side) !== isLevel(end.side)) return undefined;
  const isFrom = key.startsWith('from:');
  const givesWay = other.end.slots - end.slots || steepness(other.component, other.end) - steepness(component, end) || (isFrom ? -1 : 1);
  return givesWay > 0 ? along(other.end.point, end.side) : undefined;
}

/** Ends at a tip stay at the tip. */
function steepness({ kind, ...record }: Component, { side, slots }: End): number {
  const { width, height } = rectOf({ kind, ...record });
  return slots === 1 && insetAt(silhouetteOf(kind), side, 12, width, height) > 1.5 ? 1 : 0;
}

/** All wishes where they fit together, else those that fit one by one. */
function settle(spots: readonly number[], wishes: readonly number[], { low, high }: { readonly low: number; readonly high: number }, least: number): readonly number[] {
  const fits = (places: readonly number[]): boolean =>
    places.every((place, index) => (place === spots[index] || (place >= low && place <= high)) && (index === 0 || place - (places[index - 1] ?? place) >= least - 0.01));
  if (fits(wishes)) return wishes;
  return wishes.reduce<readonly number[]>((places, place, index) => {
    const next = places.with(index, place);
    return fits(next) ? next : places;
  }, spots);
}

const along = ({ x, y }: Point, side: Side): number => (isLevel(side) ? y : x);
const lengthOf = ({ width, height }: Rect, side: Side): number => (isLevel(side) ? height : width);
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
