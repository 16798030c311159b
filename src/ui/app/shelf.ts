import type { PracticeShelf } from '#practice/shelf.ts';

let shelf: Promise<PracticeShelf | undefined> | undefined;

/** What this browser keeps of practice, opened when it is first needed; undefined where storage is forbidden. */
export const openShelf = (): Promise<PracticeShelf | undefined> =>
  (shelf ??= import('#storage/practice-shelf.ts').then(({ openPracticeShelf }) => openPracticeShelf()).catch(() => undefined));
