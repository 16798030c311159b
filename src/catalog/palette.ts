import type { Kind, PaletteEntry } from './kind.ts';
import { kindOf, kinds } from './kinds.ts';

/** One row of the palette: what it places, and the words that find it. */
export interface PaletteItem extends PaletteEntry {
  /** A component kind, or `boundary` or `note`. */
  readonly kind: string;
  readonly section: Kind['section'];
  readonly summary: string;
}

const annotations: readonly PaletteItem[] = [
  {
    id: 'boundary',
    kind: 'boundary',
    label: 'Boundary',
    shortcut: 'b',
    section: 'supporting',
    summary: 'A frame around what belongs together: a region, a zone, a network, a team.',
    glyph: ['M4 8V4h4', 'M16 4h4v4', 'M20 16v4h-4', 'M8 20H4v-4', 'M10.5 4h3', 'M10.5 20h3', 'M4 10.5v3', 'M20 10.5v3'],
  },
  {
    id: 'note',
    kind: 'note',
    label: 'Note',
    shortcut: 'n',
    section: 'supporting',
    summary: 'A requirement, an assumption, a question or a decision, next to what it is about.',
    glyph: ['M5 4h14v11l-5 5H5z', 'M14 20v-5h5', 'M8.5 8.5h7', 'M8.5 12h4'],
  },
];

/** Everything that can be placed, in the order of the palette. */
export const paletteItems: readonly PaletteItem[] = [
  ...kinds.flatMap((kind: Kind) => kind.entries.map((entry) => ({ ...entry, kind: kind.id, section: kind.section, summary: kind.summary }))),
  ...annotations,
];

const itemsById: ReadonlyMap<string, PaletteItem> = new Map(paletteItems.map((item) => [item.id, item]));

/** The palette's item of this id. */
export const paletteItem = (id: string): PaletteItem | undefined => itemsById.get(id);

/** The entry that names and draws a component: the one whose values all match, else the kind's first. Undefined for an unknown kind. */
export function entryOf(kindId: string, properties: Readonly<Record<string, unknown>>): PaletteEntry | undefined {
  const kind = kindOf(kindId);
  const matches = (entry: PaletteEntry): boolean => Object.entries(entry.properties ?? {}).every(([name, value]) => properties[name] === value);
  return kind?.entries.find((entry) => entry.properties && matches(entry)) ?? kind?.entries[0];
}

/** A found item, and the product by which it was found where its own name does not match. */
export interface PaletteHit {
  readonly item: PaletteItem;
  readonly product?: string;
}

/** The items that a search finds, by label, kind, other words and products. Everything, for an empty search. */
export function searchPalette(search: string): readonly PaletteHit[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return paletteItems.map((item) => ({ item }));
  return paletteItems.flatMap((item): PaletteHit[] => {
    const kind = kindOf(item.kind);
    const holds = (word: string): boolean => word.toLowerCase().includes(wanted);
    if ([item.label, item.kind, ...(kind?.searchWords ?? [])].some(holds) && !(item.properties && onlyOther(kind, item, wanted))) return [{ item }];
    const product = kind?.products.find(({ name, aliases }) => [name, ...(aliases ?? [])].some(holds));
    return product && suits(kind, item, product.name) ? [{ item, product: product.name }] : [];
  });
}

/** Whether the search names another entry of the same kind ("nosql" is not the relational database). */
function onlyOther(kind: Kind | undefined, item: PaletteItem, wanted: string): boolean {
  const named = kind?.entries.filter((entry) => entry.label.toLowerCase().includes(wanted)) ?? [];
  return named.length > 0 && !named.some((entry) => entry.id === item.id);
}

/** Whether a product goes with this entry: presets of the product that state something else speak against it. */
function suits(kind: Kind | undefined, item: PaletteItem, product: string): boolean {
  const presets = kind?.presets.filter(({ technology }) => technology === product) ?? [];
  return presets.every(({ values }) => Object.entries(item.properties ?? {}).every(([name, value]) => values[name] === undefined || values[name] === value));
}
