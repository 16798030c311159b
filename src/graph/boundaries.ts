import type { BoundaryProperties } from '#catalog/diagram-fields.ts';
import type { Boundary, Component, Diagram, Id } from '#diagram/diagram.ts';

type BoundaryType = NonNullable<BoundaryProperties['boundaryType']>;

/** The boundaries around a component, from the innermost outwards. */
export function boundariesAround(diagram: Diagram, { boundary }: Component): readonly Boundary[] {
  const around = new Map<Id, Boundary>();
  for (let at = diagram.boundaries.get(boundary ?? ''); at && !around.has(at.id); at = diagram.boundaries.get(at.boundary ?? '')) around.set(at.id, at);
  return [...around.values()];
}

/** The innermost boundary of a type around a component; undefined where it lies in none. */
export const enclosing = (diagram: Diagram, component: Component, type: BoundaryType): Boundary | undefined =>
  boundariesAround(diagram, component).find(({ properties }) => properties.boundaryType === type);
