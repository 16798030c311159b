import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { urlShortener } from '#practice/scenarios/url-shortener.ts';
import { openPracticeShelf } from '#storage/practice-shelf.ts';
import { readDraft } from '#ui/practice/own-draft.ts';
import { ownScenarios, unreadScenarios } from '#ui/practice/own-shelf.ts';

const mine = { ...urlShortener, id: 'mine' };
const strange = { ...mine, id: 'strange', checks: [{ id: 'C1', title: 'Asked first.', mandatory: true, fact: { fact: 'before', entity: 'link', first: 'nobody' } }], mutants: [] };

test('what is a scenario no more is not among them, and not lost either', async () => {
  const shelf = await openPracticeShelf('own');
  for (const [id, value] of [['mine', mine], ['strange', strange], ['rubbish', 3]] as const) await shelf.scenarios.save(id, value);
  expect((await ownScenarios(shelf)).map(({ id }) => id)).toEqual(['mine']);
  const unread = await unreadScenarios(shelf);
  expect(unread.map(({ id }) => id)).toEqual(['strange']);
  expect(readDraft(unread[0]?.text ?? '')).toEqual({ ok: true, value: strange });
});

test('without a shelf there is nothing', async () => {
  expect([await ownScenarios(undefined), await unreadScenarios(undefined)]).toEqual([[], []]);
});
