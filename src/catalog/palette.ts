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
    searchWords: ['region', 'zone', 'vpc', 'subnet', 'team', 'group'],
    glyph: ['M4 8V4h4', 'M16 4h4v4', 'M20 16v4h-4', 'M8 20H4v-4', 'M10.5 4h3', 'M10.5 20h3', 'M4 10.5v3', 'M20 10.5v3'],
  },
  {
    id: 'note',
    kind: 'note',
    label: 'Note',
    shortcut: 'n',
    section: 'supporting',
    summary: 'A requirement, an assumption, a question or a decision, next to what it is about.',
    searchWords: ['requirement', 'assumption', 'question', 'decision', 'comment', 'text'],
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

/** The items that a search finds, by label, kind, other words and products; best first. Everything, for an empty search. */
export function searchPalette(search: string): readonly PaletteHit[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return paletteItems.map((item) => ({ item }));
  return paletteItems
    .flatMap((item) => match(item, wanted) ?? [])
    .sort((a, b) => a.rank - b.rank)
    .map(({ item, product }) => (product === undefined ? { item } : { item, product }));
}

interface Match extends PaletteHit {
  readonly rank: number;
}

/** How well an item answers the search; its own words before those of its products where both are as close. */
function match(item: PaletteItem, wanted: string): Match | undefined {
  const kind = kindOf(item.kind);
  const words = [item.label, item.kind, ...(item.searchWords ?? []), ...(kind?.searchWords ?? [])];
  const products = (kind?.products ?? []).filter(({ entry }) => entry === undefined || entry === item.id);
  const found = [
    { item, rank: closeness(words, wanted) },
    ...products.map(({ name, aliases = [] }) => ({ item, product: name, rank: closeness([name, ...aliases], wanted) })),
  ];
  const best = Math.min(...found.map(({ rank }) => rank));
  return best < far ? found.find(({ rank }) => rank === best) : undefined;
}

const far = 4;

/** 0 for the very word, 1 for its beginning, 2 for a later word's beginning, 3 for letters inside, 4 for nothing. */
function closeness(names: readonly string[], wanted: string): number {
  const ranks = names.map((given) => {
    const name = given.toLowerCase();
    if (name === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    if (!name.includes(wanted)) return far;
    return name.split(/[^a-z0-9]+/).some((word) => word.startsWith(wanted)) ? 2 : 3;
  });
  return Math.min(...ranks);
}
