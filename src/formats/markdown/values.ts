import { connectionProperties } from '#catalog/connection.ts';
import { boundaryProperties } from '#catalog/diagram-fields.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Property } from '#catalog/property.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';

/** What a property of a record is called; its own name where nobody declares it. */
export function propertyLabel(diagram: Diagram, record: Id, property: string): string {
  const component = diagram.components.get(record);
  const table: Readonly<Record<string, Property>> = component ? (kindOf(component.kind)?.properties ?? {}) : diagram.boundaries.has(record) ? boundaryProperties : connectionProperties;
  return (Object.hasOwn(table, property) ? table[property]?.label : undefined) ?? property;
}
