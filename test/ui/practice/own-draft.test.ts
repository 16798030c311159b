import { describe, expect, test } from 'vitest';
import { urlShortener } from '#practice/scenarios/url-shortener.ts';
import { draftOf, draftText, emptyDraft, idOf, readDraft, requirementsOf, written } from '#ui/practice/own-draft.ts';

describe('requirements keep their ids', () => {
  const before = [
    { id: 'f1', text: 'Shorten.' },
    { id: 'f2', text: 'Follow.' },
  ];
  test.each([
    ['an edited line', ['Shorten it.', 'Follow.'], ['f1', 'f2']],
    ['a line before them', ['Sign in.', 'Shorten.', 'Follow.'], ['f1-2', 'f1', 'f2']],
    ['one taken away', ['Follow.'], ['f2']],
    ['one more', ['Shorten.', 'Follow.', 'Count.'], ['f1', 'f2', 'f3']],
    ['the same line twice', ['Follow.', 'Follow.'], ['f2', 'f2-2']],
    ['swapped', ['Follow.', 'Shorten.'], ['f2', 'f1']],
  ])('%s', (_, lines, ids) => expect(requirementsOf(lines, before, 'f').map(({ id }) => id)).toEqual(ids));
});

test.each([
  ['Parcel tracking', 'parcel-tracking'],
  ['  Été & Söhne  ', 'ete-sohne'],
  ['→', ''],
])('%s as an id', (title, id) => expect(idOf(title)).toBe(id));

test('the form loses nothing that it does not show', () => {
  const draft = draftOf({ ...urlShortener, id: 'mine' });
  expect(draft).toEqual({ ...urlShortener, id: 'mine' });
  expect(readDraft(draftText(draft))).toEqual({ ok: true, value: draft });
  expect(written({ draft, text: undefined, original: undefined })).toEqual({ ok: true, value: { ...urlShortener, id: 'mine' } });
});

const objections = (text: string | undefined): string[] => {
  const read = written({ draft: emptyDraft, text, original: undefined });
  return read.ok ? [] : read.error.map(({ message }) => message);
};

test('an empty draft says what it lacks', () => {
  expect(objections(undefined)).toEqual(['id must not be empty.', 'id must be letters, digits and hyphens.', 'title must not be empty.', 'brief must not be empty.', 'checks must hold one check at least.']);
});

test("our own interviews can't be replaced", () => {
  expect(objections(draftText(draftOf(urlShortener)))).toEqual(["id must not be url-shortener, which is one of Caveat's own interviews."]);
});

test.each([
  ['no JSON', '{', 'This file ends too early, at line 1. It was probably cut off; get a complete copy.'],
  ['a list', '[]', 'The file Invalid input: expected object, received array.'],
  ['a title that is a number', '{ "title": 3 }', 'title must be text in quotes.'],
])('the form cannot show %s', (_, text, sentence) => {
  const read = readDraft(text);
  expect(read.ok ? [] : read.error.map(({ message }) => message)).toEqual([sentence]);
});
