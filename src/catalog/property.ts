/** Under which heading of the inspector a property stands. */
export type PropertyGroup =
  | 'general'
  | 'behaviour'
  | 'data'
  | 'delivery'
  | 'consistency'
  | 'redundancy'
  | 'capacity'
  | 'security'
  | 'operations';

export type Unit = 'ms' | 's' | 'bytes' | 'bytes/s' | 'req/s' | 'days' | 'events' | 'per month';

/** What values a property takes. `word` is the one word that may stand for a number ("unlimited", "none"). */
export type ValueType =
  | { readonly type: 'enum'; readonly options: readonly string[] }
  | { readonly type: 'integer' | 'number'; readonly min?: number; readonly max?: number; readonly unit?: Unit; readonly word?: string }
  | { readonly type: 'ratio' }
  | { readonly type: 'boolean' }
  | { readonly type: 'text'; readonly long?: true }
  | { readonly type: 'product' }
  | { readonly type: 'reference'; readonly to: 'component' | 'boundary' | 'entity' | 'record' }
  | { readonly type: 'record'; readonly fields: Readonly<Record<string, Property>> }
  | { readonly type: 'list'; readonly item: ValueType };

/** One typed field of a kind. Never has a default: absent means "not stated". */
export type Property = ValueType & {
  readonly label: string;
  /** One sentence for a person who fills it in. */
  readonly help: string;
  readonly group: PropertyGroup;
  /** A rule cannot decide without it. */
  readonly key?: true;
  /** A usual value, shown as a hint and never stored. */
  readonly typical?: string | number | boolean;
};

type TypeOfValue<V> = V extends { type: 'enum'; options: readonly (infer Option)[] }
  ? Option
  : V extends { type: 'integer' | 'number'; word: infer Word }
    ? number | Word
    : V extends { type: 'integer' | 'number' | 'ratio' }
      ? number
      : V extends { type: 'boolean' }
        ? boolean
        : V extends { type: 'text' | 'product' | 'reference' }
          ? string
          : V extends { type: 'record'; fields: infer Fields }
            ? { readonly [Name in keyof Fields]?: TypeOfValue<Fields[Name]> }
            : V extends { type: 'list'; item: infer Item }
              ? readonly TypeOfValue<Item>[]
              : never;

/** The TypeScript shape of the values that a table of properties describes; all of them optional. */
export type ValuesOf<Table> = { readonly [Name in keyof Table]?: TypeOfValue<Table[Name]> };

/** Keeps the literal types of a table while checking it. */
export const properties = <const Table extends Readonly<Record<string, Property>>>(table: Table): Table => table;
