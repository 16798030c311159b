import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { checksOfCurveball, dealt } from '#practice/deal-curveball.ts';
import { designOf } from '#practice/design-notation.ts';
import { checksOf, grade } from '#practice/grade.ts';
import { profiles } from '#practice/profiles.ts';
import { scenarios } from '#practice/scenarios.ts';
import { validate } from '#rules/validate.ts';

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

  test('one of them hurts the reference as it is', () => {
    expect(scenario.curveballs.some((curveball) => objections(dealt(reference, curveball), checksOfCurveball(curveball)).length > 0)).toBe(true);
  });
});
