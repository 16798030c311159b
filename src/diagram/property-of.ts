import { connectionProperties } from '#catalog/connection.ts';
import { boundaryProperties, entityProperties, noteProperties, settingsProperties } from '#catalog/diagram-fields.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Property, ValueType } from '#catalog/property.ts';
import { valueText } from '#catalog/wording.ts';
import type { Diagram, Id } from './diagram.ts';

type PropertyTable = Readonly<Record<string, Property>>;

/** What a property of a record, or of the diagram, is declared as; undefined where nobody declares it. */
export function propertyOf(diagram: Diagram, record: Id, name: string): Property | undefined {
  const table = tableFor(diagram, record);
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** What a property of a record is called; its own name where nobody declares it. */
export const propertyLabel = (diagram: Diagram, record: Id, name: string): string => propertyOf(diagram, record, name)?.label ?? name;

/** A value of a property in words; what it refers to by name. */
export function propertyValueText(diagram: Diagram, property: Property | undefined, value: unknown): string {
  return valueText(property ?? { type: 'text' }, property ? named(diagram, property, value) : value);
}

function tableFor(diagram: Diagram, record: Id): PropertyTable {
  const component = diagram.components.get(record);
  if (component) return kindOf(component.kind)?.properties ?? {};
  if (diagram.connections.has(record)) return connectionProperties;
  if (diagram.boundaries.has(record)) return boundaryProperties;
  if (diagram.notes.has(record)) return noteProperties;
  return record === 'diagram' ? settingsProperties : diagram.entities.has(record) ? entityProperties : {};
}

/** The value with the names of records in the place of their ids. */
function named(diagram: Diagram, type: ValueType, value: unknown): unknown {
  if (type.type === 'list' && Array.isArray(value)) return value.map((item: unknown) => named(diagram, type.item, item));
  if (type.type !== 'reference' || typeof value !== 'string') return value;
  return (diagram.components.get(value) ?? diagram.boundaries.get(value) ?? diagram.entities.get(value))?.name ?? value;
}
