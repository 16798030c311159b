import { describe, expect, test } from 'vitest';
import { scenarioSchema } from '#practice/scenario-schema.ts';
import { scenarios } from '#practice/scenarios.ts';

const check = (id: string, fact: object = { fact: 'no-errors' }): object => ({ id, title: 'It holds.', mandatory: true, fact });
const small = { id: 'small', title: 'Small', type: 'product', brief: 'Keep notes.', entities: [{ id: 'note', name: 'Note' }], checks: [check('M1')] };
const surprise = (id: string, checks: readonly object[] = []): object => ({ id, title: 'More', says: 'More comes.', checks: checks.map(({ mandatory: _mandatory, ...rest }: { mandatory?: unknown }) => rest) });
const design = (id: string, from?: string): object => ({ id, title: id, text: '', ...(from === undefined ? {} : { from }) });

const complaints = (change: object): string[] => {
  const parsed = scenarioSchema.safeParse({ ...small, ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
};
const noEntity = (path: string, name = 'tag'): string => `${path} names ${name}, which is no entity of this scenario`;

describe('facts name entities of the scenario', () => {
  test.each<[string, object, string[]]>([
    ['the one that it has', { fact: 'conditional', entity: 'note' }, []],
    ['another one', { fact: 'conditional', entity: 'tag' }, ['entity']],
    ['what is asked first', { fact: 'before', entity: 'note', first: 'tag' }, ['first']],
    ['what it is made from', { fact: 'derived', entity: 'note', from: 'tag' }, ['from']],
    ['what a miss handles', { fact: 'cached', entity: 'note', hitRatio: 0.5, handling: 'tag' }, ['handling']],
    ['what may pass, and what not', { fact: 'off-path', of: { kind: 'queue' }, carries: 'tag', butFor: 'tag' }, ['carries', 'butFor']],
    ['one of a list', { fact: 'together', entities: ['note', 'tag'] }, ['entities.1']],
    ['deep inside', { fact: 'not', of: { fact: 'all', of: [{ fact: 'async', entity: 'note' }, { fact: 'async', entity: 'tag' }] } }, ['of.of.1.entity']],
  ])('%s', (_, fact, places) => {
    const { mandatory: _mandatory, ...bare } = { mandatory: true, ...check('K1', fact) };
    expect(complaints({ checks: [check('M1', fact)] })).toEqual(places.map((place) => noEntity(`checks.0.fact.${place}`)));
    expect(complaints({ mistakes: [{ text: 'Told.' }, { text: 'Made.', when: fact }] })).toEqual(places.map((place) => noEntity(`mistakes.1.when.${place}`)));
    expect(complaints({ curveballs: [surprise('a'), surprise('b', [bare])] })).toEqual(places.map((place) => noEntity(`curveballs.1.checks.0.fact.${place}`)));
  });
});

describe('ids that tell things apart', () => {
  test.each<[string, object, string[]]>([
    ['requirements, of either sort', { functional: [{ id: 'r', text: 'Do.' }], nonFunctional: [{ id: 'r', text: 'Fast.' }] }, ['nonFunctional.0.id stands there twice']],
    ['entities', { entities: [{ id: 'note', name: 'Note' }, { id: 'tag', name: 'Tag' }, { id: 'note', name: 'Notes' }] }, ['entities.2.id stands there twice']],
    ['checks', { checks: [check('M1'), check('M1')] }, ['checks.1.id stands there twice']],
    ['a check that every scenario has', { checks: [check('headroom')] }, ['checks.0.id must not be headroom, which is the id of another check']],
    ['curveballs', { curveballs: [surprise('more'), surprise('more')] }, ['curveballs.1.id stands there twice']],
    ['checks of one curveball', { curveballs: [surprise('more', [check('K1'), check('K1')])] }, ['curveballs.0.checks.1.id stands there twice']],
    ['checks of a curveball and the scenario', { curveballs: [surprise('more', [check('M1')])] }, ['curveballs.0.checks.0.id must not be M1, which is the id of another check']],
    ['checks of two curveballs, of which one comes', { curveballs: [surprise('more', [check('K1')]), surprise('less', [check('K1')])] }, []],
    ['designs', { designs: [design('a'), design('a')] }, ['designs.1.id stands there twice']],
  ])('%s', (_, change, expected) => expect(complaints(change)).toEqual(expected));
});

describe('names of designs and checks', () => {
  const worse = { what: 'worse', text: '', fails: ['M1', 'headroom'], on: ['a'] };
  test.each<[string, object, string[]]>([
    ['a design changes one before it', { designs: [design('a'), design('b', 'a')] }, []],
    ['a design changes one after it', { designs: [design('a', 'b'), design('b')] }, ['designs.0.from must name a design that stands before it; b does not']],
    ['a design changes itself', { designs: [design('a', 'a')] }, ['designs.0.from must name a design that stands before it; a does not']],
    ['a mutant of what there is', { designs: [design('a')], mutants: [worse] }, []],
    ['a mutant of no design', { mutants: [worse] }, ['mutants.0.on.0 names a, which is no design of this scenario']],
    ['a mutant fails no check', { designs: [design('a')], mutants: [{ ...worse, fails: ['M1', 'M2'], leavesOpen: ['M3'] }] }, ['mutants.0.fails.1 names M2, which is no check of this scenario', 'mutants.0.leavesOpen.0 names M3, which is no check of this scenario']],
  ])('%s', (_, change, expected) => expect(complaints(change)).toEqual(expected));
});

test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('nothing is wrong with %s', (_, scenario) => {
  expect(scenarioSchema.safeParse(scenario)).toEqual({ success: true, data: scenario });
});
