import { describe, expect, test } from 'vitest';
import { urlShortener } from '#practice/scenarios/url-shortener.ts';
import { besideField } from '#ui/practice/draft-problems.ts';
import { type Draft, draftOf, draftText, emptyDraft, idOf, readDraft, requirementsOf, written } from '#ui/practice/own-draft.ts';

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

test.each<[string, object]>([
  ['of the whole', { mutants: [{ what: 'w', text: '', fails: [] }], wings: 2 }],
  ['of a phase that there is not', { phases: { requirements: ['Asks.'], warmup: ['Smiles.'] } }],
  ['of settings', { settings: { interviewType: 'product', fragment: true, retentionDays: 'long' } }],
  ['of an entity', { entities: [{ id: 'a', name: 'A', about: '', consistencyNeed: 'strong', sourceOfTruth: 'db', colour: 'red' }] }],
  ['of a mistake', { mistakes: [{ text: 'M', when: { fact: 'guess', of: [1] }, shown: 'remove db', since: 3 }] }],
  ['of a curveball', { curveballs: [{ id: 'c', title: 'C', says: 'S', debrief: '', load: { access: 'write', times: 10, until: 5 }, answer: 'remove db', checks: [{ id: 'k', title: 'K', fact: { fact: 'no-errors' }, topics: ['locks'] }], why: 'x' }] }],
  ['of a check', { checks: [{ id: 'k', title: 'K', mandatory: false, fact: 'not yet a fact', topics: ['locks'] }] }],
  ['of designs after the first', { designs: [{ id: 'a', title: 'A', about: 'a', text: '' }, { id: 'b', title: 'B', about: 'b', from: 'a', text: 'remove db' }] }],
])('what the form does not know %s survives', (_, part) => {
  const source = draftText({ ...emptyDraft, ...part });
  const read = readDraft(source);
  expect(read.ok && JSON.parse(draftText(read.value))).toEqual(JSON.parse(source));
});

test('a curveball and a mistake of the form are those of a scenario', () => {
  const check = { id: 'C1', title: 'There is a queue.', mandatory: true, fact: { fact: 'has', of: { kind: 'queue' } } };
  const draft: Draft = {
    ...emptyDraft,
    title: 'T',
    brief: 'B',
    checks: [check],
    phases: { api: ['Pages long lists.'] },
    mistakes: [{ text: 'No queue.', when: { fact: 'not', of: check.fact } }],
    curveballs: [{ id: 'curveball-1', title: 'More', says: 'More comes.', load: { access: 'write', times: 10 }, checks: [{ id: 'curveball-1-1', title: 'Two queues.', fact: { fact: 'has', of: { kind: 'queue' }, atLeast: 2 } }], debrief: '' }],
  };
  const result = written({ draft, text: undefined, original: undefined });
  expect(result).toMatchObject({ ok: true, value: { mistakes: draft.mistakes, curveballs: draft.curveballs, phases: draft.phases, settings: { interviewType: 'product' } } });
});

describe('beside a field a problem is said without its path', () => {
  test.each([
    ['brief', 'brief', 'brief must not be empty.', 'Must not be empty.'],
    ['functional', 'functional.0.text', 'functional.0.text must not be empty.', '0.text must not be empty.'],
    ['json', 'json', 'This file ends too early, at line 1.', 'This file ends too early, at line 1.'],
  ])('at %s: %s', (field, path, message, said) => expect(besideField({ path, message }, field)).toBe(said));
});

const objections = (text: string | undefined): string[] => {
  const read = written({ draft: emptyDraft, text, original: undefined });
  return read.ok ? [] : read.error.map(({ message }) => message);
};

test('an empty draft says what it lacks', () => {
  expect(objections(undefined)).toEqual(['title must not be empty.', 'brief must not be empty.', 'checks must hold one check at least.']);
});

test("our own interviews can't be replaced", () => {
  expect(objections(draftText(draftOf(urlShortener)))).toEqual(["id must not be url-shortener, which is one of Caveat's own interviews."]);
});

test.each([
  ['no JSON', '{', 'This file ends too early, at line 1. It was probably cut off; get a complete copy.'],
  ['a list', '[]', 'The file must be one object in curly brackets.'],
  ['a sort that there is not', '{ "type": "sport" }', 'type must be product or infrastructure.'],
  ['hints that are no list', '{ "hints": "think" }', 'hints must be a list.'],
  ['a check that is text', '{ "checks": ["queue"] }', 'checks.0 must be one object in curly brackets.'],
  ['settings that are a list', '{ "settings": [] }', 'settings must be one object in curly brackets.'],
  ['a title that is a number', '{ "title": 3 }', 'title must be text in quotes.'],
])('the form cannot show %s', (_, text, sentence) => {
  const read = readDraft(text);
  expect(read.ok ? [] : read.error.map(({ message }) => message)).toEqual([sentence]);
});
