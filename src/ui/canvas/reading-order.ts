import { memoByIdentity } from '#base/memo.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { cardSize, centreOf, type Placed, placedRecords, rectOf } from '#diagram/geometry.ts';

/** Everything that has a place, row by row from top left: the order of Tab, for all of it, mounted or not. */
export const readingOrder: (diagram: Diagram) => readonly Id[] = memoByIdentity((diagram) =>
  [...placedRecords(diagram)]
    .map((record: Placed) => ({ id: record.id, ...centreOf(rectOf(record)) }))
    .map(({ id, x, y }) => ({ id, x, row: Math.floor(y / cardSize.height) }))
    .sort((a, b) => a.row - b.row || a.x - b.x)
    .map(({ id }) => id),
);

/** The next record in reading order; undefined past either end. */
export function neighbourInOrder(diagram: Diagram, id: Id | undefined, step: 1 | -1): Id | undefined {
  const order = readingOrder(diagram);
  if (id === undefined) return step === 1 ? order[0] : order.at(-1);
  const index = order.indexOf(id);
  return index + step < 0 ? undefined : order[index + step];
}

/** The connected component that lies most in a direction. */
export function neighbourAlong(diagram: Diagram, id: Id, direction: 'up' | 'down' | 'left' | 'right'): Id | undefined {
  const from = diagram.components.get(id);
  if (!from) return undefined;
  const here = centreOf(rectOf(from));
  let best: { readonly id: Id; readonly worth: number } | undefined;
  for (const connection of diagram.connections.values()) {
    const other = connection.from === id ? connection.to : connection.to === id ? connection.from : undefined;
    const component = other === undefined ? undefined : diagram.components.get(other);
    if (!component || component.id === id) continue;
    const there = centreOf(rectOf(component));
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const [along, across] = direction === 'left' ? [-dx, dy] : direction === 'right' ? [dx, dy] : direction === 'up' ? [-dy, dx] : [dy, dx];
    if (along > 0 && (!best || along - Math.abs(across) > best.worth)) best = { id: component.id, worth: along - Math.abs(across) };
  }
  return best?.id;
}
