import type { Placement } from '#diagram/commands/place-records.ts';
import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import { gridStep, overlap, type Rect, rectOf, sizeOf } from '#diagram/geometry.ts';

/** Cards keep this far apart, and from the frame of their boundary; its title takes more. */
const apart = 40;
const inset = { side: 20, title: 44 };
const rounds = 3;

/**
 * Placements with cards moved by one step of the grid where that brings them level with a card that they are connected to:
 * a layout measures finer than the grid, and lines with tiny jogs look like mistakes.
 */
export function straightened(diagram: Diagram, placements: ReadonlyMap<Id, Placement>): ReadonlyMap<Id, Placement> {
  const result = new Map(placements);
  const neighbours = neighboursOf(diagram);
  const rect = (component: Component): Rect => rectOf({ ...component, ...result.get(component.id) });
  const components = [...diagram.components.values()].filter(({ id }) => placements.has(id));
  for (let round = 0; round < rounds; round++) {
    for (const component of components) {
      const here = rect(component);
      const levels = (neighbours.get(component.id) ?? []).flatMap((id) => diagram.components.get(id) ?? []).map((other) => middle(rect(other)));
      const worth = (by: number): number => levels.filter((level) => level === middle(here) + by).length;
      const fits = (by: number): boolean => {
        const moved = { ...here, y: here.y + by };
        return components.every((other) => other === component || !overlap(moved, rect(other), apart - 1)) && isInside(moved, diagram, component, result);
      };
      const best = [0, -gridStep, gridStep].reduce((before, by) => (worth(by) > worth(before) && fits(by) ? by : before));
      const placement = result.get(component.id);
      if (best !== 0 && placement) result.set(component.id, { ...placement, position: { x: here.x, y: here.y + best } });
    }
  }
  return result;
}

const middle = ({ y, height }: Rect): number => y + height / 2;

function isInside(rect: Rect, diagram: Diagram, { boundary }: Component, placements: ReadonlyMap<Id, Placement>): boolean {
  const frame = boundary === undefined ? undefined : diagram.boundaries.get(boundary);
  const placement = frame && placements.get(frame.id);
  if (!frame || !placement) return true;
  const { position, size = sizeOf(frame) } = placement;
  return rect.y >= position.y + inset.title && rect.y + rect.height <= position.y + size.height - inset.side;
}

function neighboursOf(diagram: Diagram): ReadonlyMap<Id, readonly Id[]> {
  const lists = new Map<Id, Set<Id>>();
  const add = (id: Id, other: Id): void => {
    const list = lists.get(id);
    if (list) list.add(other);
    else lists.set(id, new Set([other]));
  };
  for (const { from, to } of diagram.connections.values()) {
    if (from === to) continue;
    add(from, to);
    add(to, from);
  }
  return new Map([...lists].map(([id, list]) => [id, [...list]]));
}
