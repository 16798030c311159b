import type { Property } from './property.ts';

/** Gives a component its accent colour. */
export type Family = 'database' | 'storage' | 'messaging' | 'traffic' | 'lock' | 'compute';

/** What a kind is able to be; rules and exporters ask these instead of kinds. */
export type Trait =
  | 'compute'
  | 'proxy'
  | 'store'
  | 'durable-store'
  | 'broker'
  | 'entry'
  | 'actor'
  | 'external';

/** The outline of a card; `drawing/silhouette.ts` draws it. */
export type Silhouette =
  | 'card'
  | 'cylinder'
  | 'index-cylinder'
  | 'bucket'
  | 'pointed'
  | 'hexagon'
  | 'slotted-pipe'
  | 'pipe'
  | 'padlock'
  | 'cut-corners'
  | 'pill'
  | 'window'
  | 'dashed-card'
  | 'gear-card'
  | 'clock-card';

/** One thing to know about a kind: what bites, in one sentence. */
interface Caveat {
  readonly text: string;
  /** Where the fact comes from: an address or a name. Absent where it is common experience. */
  readonly source?: string;
}

/** A concrete product, found by the palette's search and offered as `technology`. */
export interface Product {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** The palette entry that it belongs to, where the kind has several. */
  readonly entry?: string;
  /** Numbers and defaults that matter, one sentence each. */
  readonly facts?: readonly string[];
}

/** Values that a product brings along; they fill only what is not stated. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly technology: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Names of the values that are interview ballparks, shown as "estimate". */
  readonly estimates?: readonly string[];
}

/** One entry of the palette: a kind, or a kind with the values that make it one of its variants. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly shortcut?: string;
  /** Path data on a 24 by 24 grid, drawn with strokes of 1.5. */
  readonly glyph: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Words that find this entry but not the others of its kind. */
  readonly searchWords?: readonly string[];
}

/** A kind of component: declares what it is and never behaves. */
export interface Kind {
  readonly id: string;
  readonly label: string;
  readonly family: Family;
  readonly summary: string;
  readonly silhouette: Silhouette;
  readonly traits: readonly Trait[];
  /** Whether it is one of the ten building blocks or stands around them. */
  readonly section: 'building-block' | 'supporting';
  /** At least one; the entry whose properties all match a component names and draws it, else the first. */
  readonly entries: readonly [PaletteEntry, ...PaletteEntry[]];
  readonly properties: Readonly<Record<string, Property>>;
  /** Properties whose values make the second line of the card, most telling first. */
  readonly detail: readonly string[];
  readonly caveats: readonly Caveat[];
  readonly products: readonly Product[];
  readonly presets: readonly Preset[];
  /** Other words by which the palette finds it. */
  readonly searchWords: readonly string[];
}

/** Keeps the literal types of a kind while checking it. */
export const defineKind = <const K extends Kind>(kind: K): K => kind;
