import { attemptSchema } from '#practice/attempt.ts';
import { readSession } from '#practice/interview/session.ts';
import type { JsonShelf, PracticeShelf } from '#practice/shelf.ts';
import { type Database, openDatabase } from './database.ts';

/** Opens what the browser keeps of practice, beside the library. Fails as `openDatabase` does. */
export async function openPracticeShelf(name = 'caveat'): Promise<PracticeShelf> {
  const database = await openDatabase(name);
  return {
    saveSession: async (documentId, session) => void (await database.put('sessions', session, documentId)),
    loadSession: async (documentId) => readSession(await database.get('sessions', documentId)),
    removeSession: (documentId) => database.delete('sessions', documentId),
    saveAttempts: async (attempts) => {
      const saving = database.transaction('attempts', 'readwrite');
      await Promise.all([...attempts.map((attempt) => saving.store.put(attempt, attempt.id)), saving.done]);
    },
    removeAttempt: (id) => database.delete('attempts', id),
    attempts: async () => (await database.getAll('attempts')).flatMap((value) => attemptSchema.safeParse(value).data ?? []).toSorted((a, b) => a.ended - b.ended),
    cards: jsonShelf(database, 'cards'),
    scenarios: jsonShelf(database, 'scenarios'),
    rounds: jsonShelf(database, 'rounds'),
    repairs: jsonShelf(database, 'repairs'),
  };
}

function jsonShelf(database: Database, store: 'cards' | 'scenarios' | 'rounds' | 'repairs'): JsonShelf {
  return {
    save: async (id, value) => void (await database.put(store, value, id)),
    remove: (id) => database.delete(store, id),
    load: (id) => database.get(store, id),
    all: async () => {
      const reading = database.transaction(store);
      const [ids, values] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()]);
      return new Map(ids.map((id, index) => [id, values[index]]));
    },
  };
}
