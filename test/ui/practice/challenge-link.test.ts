import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { usualMinutes } from '#practice/interview/phases.ts';
import type { Scenario } from '#practice/scenario.ts';
import { urlShortener } from '#practice/scenarios/url-shortener.ts';
import { type ChallengeSettings, challengeHash, readChallenge } from '#ui/practice/challenge-link.ts';

const settings: ChallengeSettings = { minutes: { ...usualMinutes, api: 7 }, curveball: 'surprise' };
const own: Scenario = {
  id: 'parcels', title: 'Parcels → “été”', knownFrom: '', type: 'product', difficulty: 'easy', topics: [], brief: 'Track parcels.', functional: [{ id: 'f1', text: 'Track.' }], nonFunctional: [], settings: {},
  entities: [{ id: 'parcel', name: 'Parcel', about: '' }], phases: {}, checks: [{ id: 'C1', title: 'A queue.', mandatory: true, fact: { fact: 'has', of: { kind: 'queue' } } }],
  hints: [], mistakes: [], curveballs: [], pitch: '', designs: [], mutants: [],
};

const link = (value: unknown): string => `#practise=${zlib.deflateRawSync(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`;
const whole = { v: 1, scenario: 'url-shortener', minutes: usualMinutes, curveball: 'none' };

describe('a link carries', () => {
  test('one of our scenarios by its id, so that it stays short', async () => {
    const hash = await challengeHash(urlShortener, settings);
    expect(hash).toMatch(/^#practise=[\w-]+$/);
    expect(hash.length).toBeLessThan(250);
    expect(await readChallenge(hash)).toEqual({ ok: true, value: { scenario: urlShortener, isOwn: false, ...settings } });
  });

  test("somebody's own whole, with every letter", async () => {
    expect(await readChallenge(await challengeHash(own, settings))).toEqual({ ok: true, value: { scenario: own, isOwn: true, ...settings } });
  });
});

const cut = 'This link cannot be read. It was probably cut off; ask for it again.';
const foreign = 'This link was not made by this version of Caveat. Load the page again, or ask for a new one.';

test.each([
  ['nothing', '#practise=', cut],
  ['no base64', '#practise=%%%', cut],
  ['no compressed text', '#practise=aGVsbG8', cut],
  ['a link that was cut off', link(whole).slice(0, -8), cut],
  ['no UTF-8', `#practise=${zlib.deflateRawSync(Buffer.from([0xff, 0xfe])).toString('base64url')}`, cut],
  ['a text that unpacks to millions', link('a'.repeat(5_000_000)), cut],
  ['no JSON', link('hello'), foreign],
  ['another version', link({ ...whole, v: 2 }), foreign],
  ['a phase that takes no time', link({ ...whole, minutes: { ...usualMinutes, api: 0 } }), foreign],
  ['a phase too few', link({ ...whole, minutes: { api: 5 } }), foreign],
  ['something beside it', link({ ...whole, script: 'x' }), foreign],
  ['an interview that nobody has', link({ ...whole, scenario: 'gone' }), 'This link asks for the interview “gone”, which this Caveat does not have.'],
  ['a scenario with a fault', link({ ...whole, scenario: { file: JSON.stringify({ format: 'caveat-scenario', version: 1, ...own, brief: '' }) } }), 'The scenario in this link cannot be used: brief must not be empty.'],
])('%s gets a sentence', async (_, hash, sentence) => {
  expect(await readChallenge(hash)).toEqual({ ok: false, error: sentence });
});
