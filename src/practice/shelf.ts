import type { Attempt } from './attempt.ts';
import type { Session } from './interview/session.ts';

/** Plain JSON by id, checked by who reads it. */
export interface JsonShelf {
  save(id: string, value: unknown): Promise<void>;
  remove(id: string): Promise<void>;
  load(id: string): Promise<unknown>;
  all(): Promise<ReadonlyMap<string, unknown>>;
}

/** What a browser keeps of practice; `storage/practice-shelf.ts` opens it. What cannot be read any more is left out, never a failure. */
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
  /** What is under way in the dialog: a drill, and a set of the review. */
  readonly rounds: JsonShelf;
  /** Repairs under way, by the id of the diagram that they come back to. */
  readonly repairs: JsonShelf;
}
