import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { checksOfCurveball, dealt } from '#practice/deal-curveball.ts';
import { designOf } from '#practice/design-notation.ts';
import { gradeAnswer } from '#practice/grade-answer.ts';
import { checksOf, grade } from '#practice/grade.ts';
import { profiles } from '#practice/profiles.ts';
import { scenarios } from '#practice/scenarios.ts';
import { validate } from '#rules/validate.ts';

const fewKnow = new Set(['hottestKeyShare', 'requestBytes', 'maxInstances']);

/** Records without what an answer states and few know. */
const modest = <Kept extends { readonly properties: object }>(records: ReadonlyMap<string, Kept>, before: ReadonlyMap<string, Kept>): ReadonlyMap<string, Kept> =>
  new Map([...records].map(([id, record]) => [id, { ...record, properties: Object.fromEntries(Object.entries(record.properties).filter(([name]) => !fewKnow.has(name) || Object.hasOwn(before.get(id)?.properties ?? {}, name))) }]));

const dealing = scenarios.filter(({ curveballs }) => curveballs.length > 0);

describe.each(dealing.map((scenario) => ({ id: scenario.id, scenario })))('curveballs of $id', ({ scenario }) => {
  const reference = designOf(scenario, 'reference');
  const objections = (diagram: typeof reference, checks: ReturnType<typeof checksOf>): readonly string[] =>
    grade(scenario, diagram, checks).checks.filter(({ verdict }) => verdict !== 'met').map(({ id, reason }) => `${id}: ${reason}`);

  test.each(scenario.curveballs.map((curveball) => [curveball.id, curveball] as const))('%s can be answered, with everything else as good as before', (_, curveball) => {
    const answered = sketch(curveball.answer ?? '', { base: dealt(reference, curveball), profiles });
    expect(objections(answered, [...checksOfCurveball(curveball), ...checksOf(scenario)])).toEqual([]);
    expect(validate(answered).findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  test.each(scenario.curveballs.map((curveball) => [curveball.id, curveball] as const))('no box and no arrow of the answer to %s is called needless', (_, curveball) => {
    const before = dealt(reference, curveball);
    const { needless } = gradeAnswer(scenario, curveball, before, sketch(curveball.answer ?? '', { base: before, profiles }));
    expect(needless.filter((text) => !text.startsWith('Sets '))).toEqual([]);
  });

  test.each(scenario.curveballs.filter(({ load }) => load).map((curveball) => [curveball.id, curveball] as const))('%s can be answered without what few know', (_, curveball) => {
    const base = dealt(reference, curveball);
    const answered = sketch(curveball.answer ?? '', { base, profiles });
    const plain = { ...answered, components: modest(answered.components, base.components), connections: modest(answered.connections, base.connections) };
    expect(objections(plain, checksOfCurveball(curveball))).toEqual([]);
  });

  test('one of them hurts the reference as it is', () => {
    expect(scenario.curveballs.some((curveball) => objections(dealt(reference, curveball), checksOfCurveball(curveball)).length > 0)).toBe(true);
  });
});
