import { type Attempt, attemptSchema } from '#practice/attempt.ts';
import { readSession, type Session } from '#practice/interview/session.ts';
import { type Database, openDatabase } from './database.ts';

/** Plain JSON by id, checked by who reads it. */
export interface JsonShelf {
  save(id: string, value: unknown): Promise<void>;
  remove(id: string): Promise<void>;
  all(): Promise<ReadonlyMap<string, unknown>>;
}

/** What this browser keeps of practice. What cannot be read any more is left out, never a failure. */
export interface PracticeShelf {
  /** Keeps the interview that is held over a diagram, in the place of an earlier one. */
  saveSession(documentId: string, session: Session): Promise<void>;
  loadSession(documentId: string): Promise<Session | undefined>;
  removeSession(documentId: string): Promise<void>;
  /** Keeps attempts, all or none; one with the id of another takes its place. */
  saveAttempts(attempts: readonly Attempt[]): Promise<void>;
  removeAttempt(id: string): Promise<void>;
  /** The earliest first. */
  attempts(): Promise<readonly Attempt[]>;
  readonly cards: JsonShelf;
  /** The user's own scenarios. */
  readonly scenarios: JsonShelf;
}

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
  };
}

function jsonShelf(database: Database, store: 'cards' | 'scenarios'): JsonShelf {
  return {
    save: async (id, value) => void (await database.put(store, value, id)),
    remove: (id) => database.delete(store, id),
    all: async () => {
      const reading = database.transaction(store);
      const [ids, values] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()]);
      return new Map(ids.map((id, index) => [id, values[index]]));
    },
  };
}
