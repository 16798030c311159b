import { describe, expect, test } from 'vitest';
import { writeDiagram } from '#formats/json/write.ts';
import { writeScenario } from '#formats/scenario/write.ts';
import { designOf, mutantOf } from '#practice/design-notation.ts';
import type { Scenario } from '#practice/scenario.ts';
import { concertTicketing as scenario } from '#practice/scenarios/concert-ticketing.ts';
import { scenarios } from '#practice/scenarios.ts';
import { runWith } from '../support/fake-io.ts';

const reference = designOf(scenario, 'reference');
const worse = (text: string): string => writeDiagram(mutantOf(scenario, { what: '', text, fails: [] }, 'reference'));
const own: Scenario = { ...scenario, id: 'my-own', title: 'My own', checks: scenario.checks.slice(0, 1), designs: [], mutants: [] };

const files = {
  'reference.json': writeDiagram(reference),
  'blind.json': worse('set booking-svc -> tickets-db { conditionalWrite: false }'),
  'open.json': worse('set booking-svc -> tickets-db { conditionalWrite: unset }'),
  'accepted.json': worse('remove booking-svc -> seat-lock\nset booking-svc -> tickets-db { conditionalWrite: false }\naccept lock/* on booking-svc "I dare."'),
  'broken.json': '{',
  'own.json': writeScenario(own),
  'own-broken.json': writeScenario({ ...own, checks: own.checks.map((check) => ({ ...check, fact: { fact: 'conditional', entity: 'bookings' } })) }),
};

interface Graded {
  readonly version: number;
  readonly scenario: string;
  readonly complete: boolean;
  readonly checks: readonly { readonly id: string; readonly mandatory: boolean; readonly verdict: string; readonly witness: readonly string[]; readonly fields: readonly string[] }[];
}

describe('grade', () => {
  test.each([
    ['reference.json', 0],
    ['blind.json', 1],
    ['open.json', 1],
    ['accepted.json', 1],
    ['broken.json', 2],
    ['missing.json', 2],
  ])('%s: exit code %i', async (file, code) => {
    expect((await runWith(files, ['grade', scenario.id, file])).code).toBe(code);
  });

  test('as JSON: each check with verdict, proof and the fields that would decide', async () => {
    const { out } = await runWith(files, ['grade', scenario.id, 'open.json', '--format', 'json']);
    const graded = JSON.parse(out) as Graded;
    expect({ ...graded, checks: undefined }).toEqual({ version: 1, scenario: scenario.id, complete: false });
    expect(graded.checks.find(({ id }) => id === 'M2')).toMatchObject({ mandatory: true, verdict: 'cannot-tell', fields: ['c11.conditionalWrite'], witness: ['booking-svc', 'c11', 'tickets-db'] });
    expect(graded.checks.find(({ id }) => id === 'B1')).toMatchObject({ mandatory: false, verdict: 'met', fields: [] });
  });

  test('as text it says what to state, as Markdown it is a table', async () => {
    expect((await runWith(files, ['grade', scenario.id, 'open.json'])).out).toContain('say: Booking service → Tickets database: conditional write');
    expect((await runWith(files, ['grade', scenario.id, 'blind.json', '--format', 'markdown'])).out).toMatch(/\| M2 \| .* \| not met \|/);
  });

  test('a scenario of your own is a file', async () => {
    expect((await runWith(files, ['grade', 'own.json', 'reference.json'])).code).toBe(0);
    const refused = await runWith(files, ['grade', 'own-broken.json', 'reference.json']);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('checks.0.fact.entity names bookings, which is no entity of this scenario') as string });
  });

  test('an unknown scenario is refused, with the one that was meant', async () => {
    expect(await runWith(files, ['grade', 'concert-tickets', 'reference.json'])).toMatchObject({ code: 2, err: 'caveat: There is no scenario "concert-tickets". Did you mean concert-ticketing?\n' });
  });
});

test('scenarios lists all of them', async () => {
  const { out, code } = await runWith({}, ['scenarios', '--format', 'json']);
  const { scenarios: listed } = JSON.parse(out) as { readonly scenarios: readonly { readonly id: string }[] };
  expect([code, listed.map(({ id }) => id)]).toEqual([0, scenarios.map(({ id }) => id)]);
  const { out: text } = await runWith({}, ['scenarios']);
  for (const { id } of scenarios) expect(text).toContain(id);
});
