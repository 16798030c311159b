import { attemptSchema } from '#practice/attempt.ts';
import { readSession } from '#practice/interview/session.ts';
import type { JsonShelf, PracticeShelf } from '#practice/shelf.ts';
import { changeStore, type Database, openDatabase } from './database.ts';

/** Opens what the browser keeps of practice, beside the library. Fails as `openDatabase` does. */
export async function openPracticeShelf(name = 'caveat'): Promise<PracticeShelf> {
  const database = await openDatabase(name);
  return {
    saveSession: (documentId, session) => changeStore(database, 'sessions', (sessions) => [sessions.put(session, documentId)]),
    loadSession: async (documentId) => readSession(await database.get('sessions', documentId)),
    removeSession: (documentId) => database.delete('sessions', documentId),
    saveAttempts: (attempts) => changeStore(database, 'attempts', (store) => attempts.map((attempt) => store.put(attempt, attempt.id))),
    removeAttempt: (id) => database.delete('attempts', id),
    attempts: async () => (await database.getAll('attempts')).flatMap((value) => attemptSchema.safeParse(value).data ?? []).toSorted((a, b) => a.ended - b.ended),
    cards: jsonShelf(database, 'cards'),
    scenarios: jsonShelf(database, 'scenarios'),
    rounds: jsonShelf(database, 'rounds'),
    repairs: jsonShelf(database, 'repairs'),
  };
}

function jsonShelf(database: Database, name: 'cards' | 'scenarios' | 'rounds' | 'repairs'): JsonShelf {
  return {
    save: (id, value) => changeStore(database, name, (store) => [store.put(value, id)]),
    remove: (id) => changeStore(database, name, (store) => [store.delete(id)]),
    load: (id) => database.get(name, id),
    all: async () => {
      const reading = database.transaction(name);
      const [ids, values] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()]);
      return new Map(ids.map((id, index) => [id, values[index]]));
    },
  };
}
