import type { Component, Side } from '#diagram/diagram.ts';
import { centreOf, rectOf } from '#diagram/geometry.ts';
import { allSides, along, type Arrival, corner, type EndKey, inOrder, lengthOf } from './ends.ts';
import { isLevel } from './polyline.ts';

/** With less than this between two ends their labels touch. */
const comfortable = 15;

/**
 * Other sides for ends that a side has no room for: the farthest go round the corner,
 * where their card lies that way and a simple line leads there.
 */
export function reliefAt(component: Component, arrivals: readonly Arrival[], isOpen: (arrival: Arrival, side: Side) => boolean): ReadonlyMap<EndKey, Side> {
  const rect = rectOf(component);
  const moved = new Map<EndKey, Side>();
  for (const side of allSides) {
    const here = inOrder(component, arrivals, side);
    const length = lengthOf(rect, side);
    const room = Math.max(2, Math.floor((length - 2 * corner) / comfortable) + 1);
    if (here.length <= room) continue;
    const [start, end] = [along(rect, side), along(rect, side) + length];
    const beyond = ({ other }: Arrival): number => along(centreOf(rectOf(other)), side) - (start + end) / 2;
    const closed = new Set<Side>();
    let left = here.length;
    for (const arrival of here.toSorted((a, b) => Math.abs(beyond(b)) - Math.abs(beyond(a)))) {
      const to = roundTheCorner(side, beyond(arrival));
      if (left <= room || closed.has(to)) continue;
      const isFree = Math.abs(beyond(arrival)) > length / 2 + corner && !arrival.connection.ports && isOpen(arrival, to);
      if (isFree) {
        moved.set(arrival.key, to);
        left -= 1;
      } else closed.add(to);
    }
  }
  return moved;
}

function roundTheCorner(side: Side, direction: number): Side {
  if (isLevel(side)) return direction < 0 ? 'top' : 'bottom';
  return direction < 0 ? 'left' : 'right';
}
