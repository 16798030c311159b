import { expect, test } from 'vitest';
import { drillRunSchema } from '#practice/drills/drill-run.ts';
import { startWhichOne } from '#practice/drills/which-one.ts';

const spot = { drill: 'spot', recipe: { seed: 1, count: 2, difficulty: 'easy', topics: ['locks'], rules: [] }, scenario: 's', design: 'd', guesses: [{ record: 'a', rule: 'b/c' }], started: 9, isTimed: true };
const which = { drill: 'which', ...startWhichOne([], 1) };

test.each([
  ['a puzzle', spot, true],
  ['a round of questions', which, true],
  ['a puzzle of before the clock was kept', { ...spot, started: undefined }, false],
  ['a topic that is no more', { ...which, topics: ['fax'] }, false],
  ['another drill', { ...spot, drill: 'guess' }, false],
  ['nothing', undefined, false],
])('%s', (_, kept, isRead) => {
  expect(drillRunSchema.safeParse(kept)).toMatchObject(isRead ? { success: true, data: kept } : { success: false });
});
