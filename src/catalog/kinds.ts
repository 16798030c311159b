import type { Kind } from './kind.ts';
import { queue } from './kinds/queue.ts';
import type { ValuesOf } from './property.ts';

/** Every kind, in the order of the palette. To add one: write its file, then its line here. */
export const kinds = [queue] as const;

type AnyKind = (typeof kinds)[number];
export type KindId = AnyKind['id'];

type TableOf<K extends Kind> = K['properties'];
type NameIn<Tables> = Tables extends unknown ? keyof Tables : never;
type PropertyNamed<Tables, Name> = Tables extends unknown ? (Name extends keyof Tables ? Tables[Name] : never) : never;
type Merged<Tables> = ValuesOf<{ readonly [Name in NameIn<Tables>]: PropertyNamed<Tables, Name> }>;

/** The stated values of a component, over all kinds. A missing name means "not stated". */
export type ComponentProperties = Merged<TableOf<AnyKind>>;

const byId: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.id, kind]));

/** The kind with this id; undefined where the id is not one of ours. */
export const kindOf = (id: string): Kind | undefined => byId.get(id);
