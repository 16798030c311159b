import { openDatabase, type StoredDiagram } from './database.ts';

/** The diagrams that this browser keeps. */
export interface Library {
  save(diagram: StoredDiagram): Promise<void>;
  load(id: string): Promise<StoredDiagram | undefined>;
  /** Removes a diagram, and the interview that was held over it. */
  remove(id: string): Promise<void>;
  /** The latest first, without their texts. */
  list(): Promise<readonly Omit<StoredDiagram, 'text'>[]>;
}

/** Opens the browser's library. Fails as `openDatabase` does. */
export async function openLibrary(name = 'caveat'): Promise<Library> {
  const database = await openDatabase(name);
  return {
    save: async (diagram) => void (await database.put('diagrams', diagram)),
    load: (id) => database.get('diagrams', id),
    remove: async (id) => {
      const removing = database.transaction(['diagrams', 'sessions'], 'readwrite');
      await Promise.all([removing.objectStore('diagrams').delete(id), removing.objectStore('sessions').delete(id), removing.done]);
    },
    list: async () => (await database.getAllFromIndex('diagrams', 'updated')).toReversed().map(({ id, title, updated }) => ({ id, title, updated })),
  };
}
