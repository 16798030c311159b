import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagram } from '#diagram/diagram.ts';
import { putRecord } from '#diagram/edits.ts';
import { sketch } from '#diagram/sketch.ts';
import { designOf, mutantOf } from '#practice/design-notation.ts';
import { checksOf, grade, mistakesMade } from '#practice/grade.ts';
import type { Scenario } from '#practice/scenario.ts';
import { concertTicketing } from '#practice/scenarios/concert-ticketing.ts';
import { scenarios } from '#practice/scenarios.ts';
import { renamedIds, shuffled } from '../support/same-diagram.ts';

const designs: readonly (readonly [string, Diagram])[] = [
  ...concertTicketing.designs.map(({ id }) => [id, designOf(concertTicketing, id)] as const),
  ...concertTicketing.mutants.map((mutant) => [mutant.what, mutantOf(concertTicketing, mutant, mutant.on?.[0] ?? 'reference')] as const),
];

const verdicts = (diagram: Diagram): readonly string[] => grade(concertTicketing, diagram).checks.map(({ id, verdict }) => `${id} ${verdict}`);

/** The same design by another hand: names, ids of what is drawn, places and order; entities keep their names. */
function byAnotherHand(diagram: Diagram, draw: fc.GeneratorValue): Diagram {
  const isEntity = (id: string): boolean => diagram.entities.has(id);
  const offset = draw(fc.nat, 1000);
  const mixed = renamedIds(shuffled(diagram, draw), (id) => (isEntity(id) ? id : `${(offset * 7 + id.length * 13) % 97}-${id}`));
  const components = [...mixed.components.values()].map((component, index) => ({ ...component, name: `Part ${index + 1}`, position: { x: draw(fc.nat, 2000), y: draw(fc.nat, 2000) } }));
  return putRecord({ ...mixed, components: new Map(components.map((component) => [component.id, component])) }, 'notes', { id: 'remark', text: 'Nothing to see here.', properties: {} });
}

test.each(designs)('names, places, order and a note mean nothing: %s', (_, design) => {
  const expected = verdicts(design);
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      expect(verdicts(byAnotherHand(design, draw))).toEqual(expected);
    }),
    { numRuns: 2 },
  );
});

test('an entity is recognised by its name, by what people call it, and by what the learner says', () => {
  const design = designOf(concertTicketing, 'reference');
  const verdictOf = (diagram: Diagram): string | undefined => grade(concertTicketing, diagram).checks.find(({ id }) => id === 'M2')?.verdict;
  const called = (name: string): Diagram => {
    const own = renamedIds(design, (id) => (id === 'booking' ? 'e7' : id));
    return putRecord(own, 'entities', { ...own.entities.get('e7'), id: 'e7', name });
  };
  expect([called('Bookings'), called('seat reservation'), called('Whatever')].map(verdictOf)).toEqual(['met', 'met', 'cannot-tell']);
  expect(verdictOf({ ...called('Whatever'), practice: { scenario: 'concert-ticketing', standsFor: { booking: 'e7' } } })).toBe('met');
});

test('boxes that nothing uses earn nothing', () => {
  const bare = sketch('client web\nservice api\nweb -> api');
  const crowded = sketch('client web\nservice api\ndistributed-lock lock { ttlMs: 5, granularity: resource, lockKeyPattern: "x" }\nsearch-database s\ndistributed-cache c { hitRatio: 1 }\nstream t\nworker w\nt -> w\nweb -> api');
  const count = (diagram: Diagram): number => grade(concertTicketing, diagram, concertTicketing.checks).checks.filter(({ verdict }) => verdict === 'met').length;
  expect(count(crowded)).toBe(count(bare));
});

test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('what nothing could break yet is not met: %s', (_, scenario) => {
  const met = (design: string): readonly string[] => grade(scenario, sketch(design)).checks.filter(({ verdict }) => verdict === 'met').map(({ id }) => id);
  const begun = 'client web\nservice api\nweb -> api';
  expect([met(''), met('client web\nservice api\nqueue q\ncore-database db'), met(begun)]).toEqual([[], [], []]);
  expect([mistakesMade(scenario, sketch('')), mistakesMade(scenario, sketch(begun))]).toEqual([[], []]);
});

test.each([
  ['web -> api', 'not-met'],
  ['web -> api -> db', 'met'],
  ['web -> api\napi -> q', 'met'],
])('once work gets to something that keeps data, what nothing speaks against is met: %s', (connections, expected) => {
  const { checks } = grade(concertTicketing, sketch(`client web\nservice api\ncore-database db\nqueue q { isDeadLetterQueue: true }\n${connections}`));
  expect(checks.find(({ id }) => id === 'dead-letter-queues')?.verdict).toBe(expected);
});

test('a blank page is not complete, mandatory checks come first, and bonus checks do not decide', () => {
  const { complete, checks } = grade(concertTicketing, sketch(''));
  const reference = designOf(concertTicketing, 'reference');
  const withoutBonus = mutantOf(concertTicketing, { what: '', text: 'set seat-lock { granularity: global }', fails: [] }, 'reference');
  expect(complete).toBe(false);
  expect(checks.map(({ mandatory }) => mandatory)).toEqual(checks.map(({ mandatory }) => mandatory).toSorted((a, b) => Number(b) - Number(a)));
  expect([grade(concertTicketing, reference).complete, grade(concertTicketing, withoutBonus).complete]).toEqual([true, true]);
});

test('every verdict has a reason that is a sentence, and only open ones name fields', () => {
  for (const [, design] of designs) {
    for (const { reason, verdict, fields } of grade(concertTicketing, design).checks) {
      expect(reason).toMatch(/[.?!]$/);
      expect(reason).not.toMatch(/undefined|NaN|\.\.$/);
      expect(fields.length > 0).toBe(verdict === 'cannot-tell');
    }
  }
});

test('a mistake is told only where it was certainly made', () => {
  const scenario: Scenario = { ...concertTicketing, mistakes: [{ text: 'Blind.', when: { fact: 'not', of: { fact: 'conditional', entity: 'booking' } } }, { text: 'Never claimed.' }] };
  const made = (values: string): readonly string[] => mistakesMade(scenario, mutantOf(concertTicketing, { what: '', text: `set booking-svc -> tickets-db { conditionalWrite: ${values} }`, fails: [] }, 'reference')).map(({ text }) => text);
  expect([made('false'), made('unset'), made('true')]).toEqual([['Blind.'], [], []]);
});

test('the ids of all checks of a scenario differ', () => {
  const ids = checksOf(concertTicketing).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
