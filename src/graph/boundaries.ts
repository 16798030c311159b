import type { BoundaryProperties } from '#catalog/diagram-fields.ts';
import type { Boundary, Component, Diagram, Id } from '#diagram/diagram.ts';

type BoundaryType = NonNullable<BoundaryProperties['boundaryType']>;

/** The innermost boundary of a type around a component; undefined where it lies in none. */
export function enclosing(diagram: Diagram, { boundary }: Component, type: BoundaryType): Boundary | undefined {
  const seen = new Set<Id>();
  let at = boundary;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const around = diagram.boundaries.get(at);
    if (around?.properties.boundaryType === type) return around;
    at = around?.boundary;
  }
  return undefined;
}
