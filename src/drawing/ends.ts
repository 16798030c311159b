import type { Silhouette } from '#catalog/kind.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Component, Connection, Id, Point, Side } from '#diagram/diagram.ts';
import { centreOf, type Rect, rectOf } from '#diagram/geometry.ts';
import { insetAt } from './silhouette.ts';

/** Where a connection leaves or enters a card. */
export interface End {
  readonly side: Side;
  /** On the outline of the card. */
  readonly point: Point;
  /** Its place among the ends of this side, and how many there are. */
  readonly slot: number;
  readonly slots: number;
}

const spread = { most: 16, margin: 14 };
const clear = 24;

/** The side by which a card best reaches another place. */
export function sideTowards(from: Rect, to: Rect): Side {
  const gapX = Math.max(to.x - (from.x + from.width), from.x - (to.x + to.width));
  const gapY = Math.max(to.y - (from.y + from.height), from.y - (to.y + to.height));
  const [a, b] = [centreOf(from), centreOf(to)];
  if (gapX >= clear || gapX >= gapY) return b.x >= a.x ? 'right' : 'left';
  return b.y >= a.y ? 'bottom' : 'top';
}

/** The sides of both ends, as chosen by the user or by where the cards stand. */
export function sidesOf(connection: Connection, from: Rect, to: Rect): readonly [Side, Side] {
  if (connection.from === connection.to) return ['right', 'top'];
  return [connection.ports?.from ?? sideTowards(from, to), connection.ports?.to ?? sideTowards(to, from)];
}

/** One end of a connection before its place on the side is known. */
interface Arrival {
  readonly connection: Id;
  readonly end: 'from' | 'to';
  readonly side: Side;
  /** Where the other card is along this side, to keep lines from crossing. */
  readonly order: number;
}

/** The ends of all connections at one component, spread over its sides. Keys are `from:<id>` and `to:<id>`. */
export function endsAt(component: Component, connections: readonly Connection[], others: ReadonlyMap<Id, Component>): ReadonlyMap<string, End> {
  const rect = rectOf(component);
  const arrivals = connections.flatMap((connection) => arrivalsOf(connection, component, rect, others));
  const ends = new Map<string, End>();
  const silhouette = kindOf(component.kind)?.silhouette ?? 'dashed-card';
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const here = arrivals.filter((arrival) => arrival.side === side).sort((a, b) => a.order - b.order);
    const length = side === 'top' || side === 'bottom' ? rect.width : rect.height;
    const step = Math.min(spread.most, (length - 2 * spread.margin) / Math.max(1, here.length - 1));
    here.forEach((arrival, slot) => {
      const offset = (slot - (here.length - 1) / 2) * step;
      ends.set(`${arrival.end}:${arrival.connection}`, { side, point: pointOn(rect, side, offset, silhouette), slot, slots: here.length });
    });
  }
  return ends;
}

function arrivalsOf(connection: Connection, component: Component, rect: Rect, others: ReadonlyMap<Id, Component>): Arrival[] {
  const arrivals: Arrival[] = [];
  for (const end of ['from', 'to'] as const) {
    if (connection[end] !== component.id) continue;
    const other = others.get(connection[end === 'from' ? 'to' : 'from']);
    if (!other) continue;
    const otherRect = rectOf(other);
    const [fromSide, toSide] = end === 'from' ? sidesOf(connection, rect, otherRect) : sidesOf(connection, otherRect, rect);
    const side = end === 'from' ? fromSide : toSide;
    const centre = centreOf(otherRect);
    arrivals.push({ connection: connection.id, end, side, order: side === 'top' || side === 'bottom' ? centre.x : centre.y });
  }
  return arrivals;
}

function pointOn(rect: Rect, side: Side, offset: number, silhouette: Silhouette): Point {
  const { x, y } = centreOf(rect);
  const inset = insetAt(silhouette, side, offset, rect.width, rect.height);
  switch (side) {
    case 'top':
      return { x: x + offset, y: rect.y + inset };
    case 'bottom':
      return { x: x + offset, y: rect.y + rect.height - inset };
    case 'left':
      return { x: rect.x + inset, y: y + offset };
    case 'right':
      return { x: rect.x + rect.width - inset, y: y + offset };
  }
}
