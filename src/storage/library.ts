import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A diagram as the browser keeps it: in the file format, so that what comes back has passed the same reader as a file. */
export interface StoredDiagram {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly updated: number;
}

/** The diagrams that this browser keeps. */
export interface Library {
  save(diagram: StoredDiagram): Promise<void>;
  load(id: string): Promise<StoredDiagram | undefined>;
  remove(id: string): Promise<void>;
  /** The latest first, without their texts. */
  list(): Promise<readonly Omit<StoredDiagram, 'text'>[]>;
}

interface Schema extends DBSchema {
  readonly diagrams: { readonly key: string; readonly value: StoredDiagram; readonly indexes: { readonly updated: number } };
}

/** Opens the browser's library. Fails where the browser forbids storage. */
export async function openLibrary(name = 'caveat'): Promise<Library> {
  const database: IDBPDatabase<Schema> = await openDB<Schema>(name, 1, {
    upgrade: (upgrading) => {
      upgrading.createObjectStore('diagrams', { keyPath: 'id' }).createIndex('updated', 'updated');
    },
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });
  return {
    save: async (diagram) => void (await database.put('diagrams', diagram)),
    load: (id) => database.get('diagrams', id),
    remove: (id) => database.delete('diagrams', id),
    list: async () => (await database.getAllFromIndex('diagrams', 'updated')).toReversed().map(({ id, title, updated }) => ({ id, title, updated })),
  };
}
