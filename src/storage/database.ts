import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB, type StoreNames } from 'idb';

/** A diagram as the browser keeps it: in the file format, so that what comes back has passed the same reader as a file. */
export interface StoredDiagram {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly updated: number;
}

/** What the browser keeps. Values of practice are checked by who reads them. */
interface Schema extends DBSchema {
  readonly diagrams: { readonly key: string; readonly value: StoredDiagram; readonly indexes: { readonly updated: number } };
  /** By the id of their diagram. */
  readonly sessions: { readonly key: string; readonly value: unknown };
  readonly attempts: { readonly key: string; readonly value: unknown };
  readonly cards: { readonly key: string; readonly value: unknown };
  readonly scenarios: { readonly key: string; readonly value: unknown };
  readonly rounds: { readonly key: string; readonly value: unknown };
  /** By the id of the diagram that they come back to. */
  readonly repairs: { readonly key: string; readonly value: unknown };
}

export type Database = IDBPDatabase<Schema>;

/** The storage is held by a tab with an older Caveat that does not answer. */
export class StorageHeld extends Error {}

/** How long another tab may take to finish what it writes, in milliseconds. */
const patience = 3000;

/**
 * Opens the browser's database. Version 1 held the diagrams, 2 has practice beside them, 3 drills under way.
 * Fails where the browser forbids storage, and with `StorageHeld` where another tab keeps it: nothing waits for ever.
 */
export function openDatabase(name: string, wait = patience): Promise<Database> {
  return new Promise((resolve, reject) => {
    let [isLate, timer]: [boolean, ReturnType<typeof setTimeout> | undefined] = [false, undefined];
    const opening = openDB<Schema>(name, 3, {
      upgrade: (database, from) => {
        if (from < 1) database.createObjectStore('diagrams', { keyPath: 'id' }).createIndex('updated', 'updated');
        if (from < 2) for (const store of ['sessions', 'attempts', 'cards', 'scenarios'] as const) database.createObjectStore(store);
        for (const store of ['rounds', 'repairs'] as const) database.createObjectStore(store);
      },
      blocked: () => {
        timer = setTimeout(() => {
          isLate = true;
          reject(new StorageHeld('Another tab keeps the storage.'));
        }, wait);
      },
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    });
    opening.then((database) => {
      clearTimeout(timer);
      // Nobody will use it any more, and open it would stand in the way of others.
      if (isLate) database.close();
      else resolve(database);
    }, reject);
  });
}

/** Changes what one store holds, all or nothing. It is committed without waiting for the answers: a page that is closed meanwhile would take them along, and the change with them. */
export async function changeStore<Name extends StoreNames<Schema>>(database: Database, name: Name, change: (store: IDBPObjectStore<Schema, [Name], Name, 'readwrite'>) => readonly Promise<unknown>[]): Promise<void> {
  const changing = database.transaction(name, 'readwrite');
  const answers = change(changing.store);
  changing.commit();
  await Promise.all([...answers, changing.done]);
}
