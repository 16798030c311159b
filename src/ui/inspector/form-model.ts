import { isStated } from '#catalog/key-properties.ts';
import type { Product } from '#catalog/kind.ts';
import type { Property, PropertyGroup } from '#catalog/property.ts';
import type { Origin } from '#diagram/diagram.ts';

export type PropertyTable = Readonly<Record<string, Property>>;

/** A record whose properties are edited. */
export interface Stated {
  readonly id: string;
  readonly properties: object;
  readonly origins?: Readonly<Record<string, Origin>>;
}

/** The common value of several records, or that they differ. */
export type Common = { readonly isMixed: false; readonly value: unknown } | { readonly isMixed: true };

export function commonValue(records: readonly Stated[], name: string): Common {
  const values = records.map(({ properties }): unknown => Reflect.get(properties, name));
  const [first] = values;
  const same = values.every((value) => JSON.stringify(value) === JSON.stringify(first));
  return same ? { isMixed: false, value: first } : { isMixed: true };
}

export const groupTitles: Readonly<Record<PropertyGroup, string>> = {
  general: 'General',
  behaviour: 'Behaviour',
  data: 'Data',
  delivery: 'Delivery',
  consistency: 'Consistency',
  redundancy: 'Redundancy and failure',
  capacity: 'Capacity',
  security: 'Security',
  operations: 'Operations',
};

/** The form of a table: what matters most first, the rest under its headings. */
export interface FormLayout {
  readonly first: readonly string[];
  readonly groups: readonly { readonly group: PropertyGroup; readonly names: readonly string[] }[];
}

const alwaysFirst = ['technology'];
const afterKeys = ['rationale'];

export function layoutOf(table: PropertyTable): FormLayout {
  const names = Object.keys(table);
  const keys = names.filter((name) => table[name]?.key && !alwaysFirst.includes(name) && !afterKeys.includes(name));
  const first = [...alwaysFirst.filter((name) => names.includes(name)), ...keys, ...afterKeys.filter((name) => names.includes(name))];
  const rest = names.filter((name) => !first.includes(name));
  const few = rest.length <= 4;
  const groups = (Object.keys(groupTitles) as PropertyGroup[]).map((group) => ({ group, names: rest.filter((name) => table[name]?.group === group) }));
  return few ? { first: [...first, ...rest], groups: [] } : { first, groups: groups.filter((each) => each.names.length > 0) };
}

/** How many of these properties some record states. */
export const statedCount = (records: readonly Stated[], names: readonly string[]): number => names.filter((name) => records.some(({ properties }) => isStated(Reflect.get(properties, name)))).length;

/** Values whose names the table does not know: kept, and shown as they are. */
export const unknownValues = (record: Stated | undefined, table: PropertyTable): readonly (readonly [name: string, value: unknown])[] =>
  record ? Object.entries(record.properties).filter(([name]) => !Object.hasOwn(table, name)) : [];

/** One property as a row of the form. */
export interface PropertyFieldProps {
  readonly name: string;
  readonly property: Property;
  readonly common: Common;
  readonly origin: Origin | undefined;
  readonly isEstimate: boolean;
  readonly isAsked: boolean;
  readonly products: readonly Product[];
  /** Joins the keystrokes of one field into one step. */
  readonly gesture: string;
  onChange(value: unknown, gesture?: string): void;
}

/** What a control gets besides. */
export interface ControlProps extends PropertyFieldProps {
  readonly id: string;
  readonly describedBy: string;
}
