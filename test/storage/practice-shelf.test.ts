import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { Attempt } from '#practice/attempt.ts';
import { forEachPhase, usualMinutes } from '#practice/interview/phases.ts';
import { startSession } from '#practice/interview/session.ts';
import { openDatabase, StorageHeld } from '#storage/database.ts';
import { openLibrary } from '#storage/library.ts';
import { openPracticeShelf } from '#storage/practice-shelf.ts';

const diagram = { id: 'a', title: 'Shop', text: '{}', updated: 7 };
const session = startSession('url-shortener', { minutes: usualMinutes, surpriseAfter: 0.5 }, 1000);
const attempt = (id: string, ended: number): Attempt => ({
  id, ended, started: 0, scenario: 's', title: 'S', minutes: forEachPhase(() => 1), pauses: { count: 0, minutes: 0 }, hints: 0, questions: 0, checks: [],
  findings: { error: 0, warning: 0, suggestion: 0 }, named: 0, nameable: 0, missed: [], score: { points: 0, parts: [] },
});

/** A tab with the Caveat of before practice: it lets go when asked to, or not. */
const oldTab = async (name: string, letsGo: boolean) => {
  const old = await openDB(name, 1, {
    upgrade: (upgrading) => void upgrading.createObjectStore('diagrams', { keyPath: 'id' }).createIndex('updated', 'updated'),
    blocking: (_, __, event) => (letsGo ? (event.target as IDBDatabase).close() : undefined),
  });
  await old.put('diagrams', diagram);
  return old;
};

test('the diagrams of before stay, also while their tab is open', async () => {
  await oldTab('upgrades', true);
  const library = await openLibrary('upgrades');
  expect(await library.list()).toEqual([{ id: 'a', title: 'Shop', updated: 7 }]);
  expect(await library.load('a')).toEqual(diagram);
  const shelf = await openPracticeShelf('upgrades');
  await shelf.saveSession('a', session);
  expect(await shelf.loadSession('a')).toEqual(session);
});

test('a tab that does not let go is reported, not waited for; the diagrams are there once it is closed', async () => {
  const old = await oldTab('held', false);
  await expect(openDatabase('held', 10)).rejects.toBeInstanceOf(StorageHeld);
  old.close();
  expect(await (await openLibrary('held')).load('a')).toEqual(diagram);
});

test('a tab that lets go late is waited for', async () => {
  const old = await oldTab('late', false);
  const opening = openDatabase('late', 5000);
  setTimeout(() => old.close(), 10);
  expect((await opening).version).toBe(3);
});

test('practice of before drills were kept stays', async () => {
  const old = await openDB('before-drills', 2, {
    upgrade: (upgrading) => {
      upgrading.createObjectStore('diagrams', { keyPath: 'id' }).createIndex('updated', 'updated');
      for (const store of ['sessions', 'attempts', 'cards', 'scenarios']) upgrading.createObjectStore(store);
    },
  });
  await old.put('sessions', session, 'a');
  old.close();
  const shelf = await openPracticeShelf('before-drills');
  expect(await shelf.loadSession('a')).toEqual(session);
  await shelf.rounds.save('drill', 1);
  expect(await shelf.rounds.load('drill')).toBe(1);
});

test('an interview belongs to its diagram, and goes with it; so does a repair that comes back to it', async () => {
  const [library, shelf] = [await openLibrary('sessions'), await openPracticeShelf('sessions')];
  await library.save(diagram);
  for (const id of ['a', 'b']) {
    await shelf.saveSession(id, session);
    await shelf.repairs.save(id, 1);
  }
  await library.remove('a');
  expect([await library.load('a'), await shelf.loadSession('a'), await shelf.loadSession('b')]).toEqual([undefined, undefined, session]);
  expect([await shelf.repairs.load('a'), await shelf.repairs.load('b')]).toEqual([undefined, 1]);
  await shelf.removeSession('b');
  expect(await shelf.loadSession('b')).toBeUndefined();
});

test('attempts come in order of time; the same one is kept once', async () => {
  const shelf = await openPracticeShelf('attempts');
  await shelf.saveAttempts([attempt('late', 9), attempt('early', 2)]);
  await shelf.saveAttempts([attempt('early', 3)]);
  expect((await shelf.attempts()).map(({ id, ended }) => [id, ended])).toEqual([['early', 3], ['late', 9]]);
  await shelf.removeAttempt('late');
  expect((await shelf.attempts()).map(({ id }) => id)).toEqual(['early']);
});

test('what cannot be read any more is left out', async () => {
  const [shelf, database] = [await openPracticeShelf('broken'), await openDatabase('broken')];
  await database.put('sessions', [{ type: 'started' }], 'a');
  await database.put('attempts', { id: 'old' }, 'old');
  await shelf.saveAttempts([attempt('new', 1)]);
  expect([await shelf.loadSession('a'), (await shelf.attempts()).map(({ id }) => id)]).toEqual([undefined, ['new']]);
});

test.each(['cards', 'scenarios', 'rounds', 'repairs'] as const)('%s are kept as they are', async (name) => {
  const shelf = (await openPracticeShelf('json'))[name];
  await shelf.save('x', { due: 3 });
  await shelf.save('y', [1]);
  await shelf.save('x', { due: 4 });
  expect(await shelf.all()).toEqual(new Map<string, unknown>([['x', { due: 4 }], ['y', [1]]]));
  expect([await shelf.load('x'), await shelf.load('z')]).toEqual([{ due: 4 }, undefined]);
  await shelf.remove('x');
  expect([...(await shelf.all()).keys()]).toEqual(['y']);
});
