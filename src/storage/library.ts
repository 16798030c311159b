import { changeStore, openDatabase, type StoredDiagram } from './database.ts';

/** The diagrams that this browser keeps. */
export interface Library {
  save(diagram: StoredDiagram): Promise<void>;
  load(id: string): Promise<StoredDiagram | undefined>;
  /** Removes a diagram, the interview that was held over it, and the repair that would have come back to it. */
  remove(id: string): Promise<void>;
  /** The latest first, without their texts. */
  list(): Promise<readonly Omit<StoredDiagram, 'text'>[]>;
}

/** Opens the browser's library. Fails as `openDatabase` does. */
export async function openLibrary(name = 'caveat'): Promise<Library> {
  const database = await openDatabase(name);
  return {
    save: (diagram) => changeStore(database, 'diagrams', (diagrams) => [diagrams.put(diagram)]),
    load: (id) => database.get('diagrams', id),
    remove: async (id) => {
      const stores = ['diagrams', 'sessions', 'repairs'] as const;
      const removing = database.transaction(stores, 'readwrite');
      await Promise.all([...stores.map((store) => removing.objectStore(store).delete(id)), removing.done]);
    },
    list: async () => (await database.getAllFromIndex('diagrams', 'updated')).toReversed().map(({ id, title, updated }) => ({ id, title, updated })),
  };
}
