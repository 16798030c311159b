import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { countDueCards } from '#storage/due-cards.ts';
import { openPracticeShelf } from '#storage/practice-shelf.ts';

test('cards that are due before a moment are counted; what is none is not', async () => {
  const shelf = await openPracticeShelf('due');
  for (const [id, value] of [['a', { due: 5 }], ['b', { due: 10 }], ['c', { due: 'soon' }], ['d', null], ['e', 7]] as const) await shelf.cards.save(id, value);
  expect(await Promise.all([5, 6, 10, 11].map((before) => countDueCards(before, 'due')))).toEqual([0, 1, 1, 2]);
});
