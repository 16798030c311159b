import { describe, expect, test } from 'vitest';
import { editCount } from '#practice/drills/edit-count.ts';
import { createFixJudge, fixIt, fixRunSchema, type FixState, type FixTask, resumeFix } from '#practice/drills/fix-it.ts';
import { changesOf } from '#diagram/changes.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { applyDiff } from '#diagram/diff.ts';
import { putRecord } from '#diagram/edits.ts';
import { sketch } from '#diagram/sketch.ts';
import { validate } from '#rules/validate.ts';
import { soundDesigns } from './sound-designs.ts';

const fixState = (task: Parameters<typeof createFixJudge>[0], now: Diagram): FixState => createFixJudge(task)(now);

function task(seed: number, count = 2, difficulty: 'easy' | 'medium' | 'hard' = 'medium'): FixTask {
  const made = fixIt(soundDesigns, { seed, count, difficulty, topics: [] });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

describe.each(Array.from({ length: 12 }, (_, seed) => [seed, (seed % 5) + 1] as const))('task %d', (seed, count) => {
  test('starts with the planted flaws, unsolved, and taking them back solves it within the budget', () => {
    const { sound, start, planted, par, ...rest } = task(seed, count);
    const whole = { sound, start, planted, par, ...rest };
    const first = fixState(whole, start);
    expect(first.left.map(({ key }) => key).sort()).toEqual(planted.map(({ finding }) => finding.key).sort());
    expect([first.edits, first.broken, first.lost, first.isSolved]).toEqual([0, [], [], false]);
    const last = fixState({ ...whole, budget: Infinity }, sound.diagram);
    expect([last.left, last.broken, last.lost, last.isSolved]).toEqual([[], [], [], true]);
    expect(par).toBeGreaterThan(0);
    expect(par).toBeLessThanOrEqual(last.edits);
  });
});

test('the budget is the par at the hardest, and more below', () => {
  const [easy, medium, hard] = (['easy', 'medium', 'hard'] as const).map((difficulty) => task(4, 3, difficulty));
  expect(hard?.budget).toBe(hard?.par);
  expect(medium?.budget ?? 0).toBeGreaterThan(hard?.budget ?? 0);
  expect(easy?.budget ?? 0).toBeGreaterThan(medium?.budget ?? 0);
});

test('too many edits solve nothing', () => {
  const each = task(4, 3, 'hard');
  expect(fixState({ ...each, budget: 0 }, each.sound.diagram)).toMatchObject({ left: [], isOverBudget: true, isSolved: false });
});

test('what was planted and is only no longer stated is still there', () => {
  const hidden = Array.from({ length: 40 }, (_, seed) => task(seed, 1, 'hard')).flatMap((each) => {
    const change = changesOf(each.sound.diagram, each.start).find(({ table }) => table === 'components' || table === 'connections');
    if (change?.type !== 'set' || (change.table !== 'components' && change.table !== 'connections') || change.to === undefined) return [];
    const fields = new Map([[change.field, [change.to, undefined] as const]]);
    const now = applyDiff(each.start, { [change.table]: { added: new Map(), removed: new Map(), updated: new Map([[change.id, fields]]) } });
    const asks = validate(now).questions.some(({ key }) => key === each.planted[0]?.finding.key);
    return asks ? [fixState(each, now).left.map(({ key }) => key === each.planted[0]?.finding.key)] : [];
  });
  expect(hidden.length).toBeGreaterThan(5);
  expect(hidden).toEqual(hidden.map(() => [true]));
});

test('what is deleted is lost, and what comes badly is broken', () => {
  const each = task(2, 1);
  const [gone] = each.sound.diagram.components.keys();
  const components = new Map(each.start.components);
  components.delete(gone ?? '');
  expect(fixState(each, { ...each.start, components }).lost).toContain(gone);
  const queued = putRecord(each.sound.diagram, 'components', { id: 'mine', kind: 'queue', name: 'Mine', properties: { isDeadLetterQueue: false } });
  const [from] = [...each.sound.diagram.components.values()].filter(({ kind }) => kind === 'service');
  const broken = putRecord(queued, 'connections', { id: 'to-mine', from: from?.id ?? '', to: 'mine', label: '', properties: { interaction: 'publish' } });
  expect(fixState(each, broken).broken.map(({ key }) => key)).toContain('queue/no-consumer@mine');
});

test('to switch rules off or to accept a flaw repairs nothing', () => {
  const each = task(2, 1);
  const { start, planted } = each;
  const [flaw] = planted;
  const hidden = putRecord({ ...start, settings: { ...start.settings, lintConfig: { preset: 'off' as const } } }, 'suppressions', { id: 'mine', rule: flaw?.finding.rule ?? '', on: flaw?.finding.primary ?? '', reason: 'Because.' });
  expect(validate(hidden).findings).toEqual([]);
  expect(fixState(each, hidden).left).toHaveLength(1);
});

test('a connection that leads through something new is not lost', () => {
  const sound = { scenario: 's', design: 'd', title: 't', diagram: sketch('service api\nservice other\napi -> other as e1') };
  const now = sketch('service api\nservice other\nqueue jobs\napi -> jobs as e2\njobs -> other as e3');
  const apart = sketch('service api\nservice other\nservice third\napi -> third as e4\nother -> third as e5');
  const each = { sound, start: sound.diagram, planted: [], budget: 9 };
  expect(fixState(each, now).lost).toEqual([]);
  expect(fixState(each, apart).lost).toEqual(['e1']);
});

test.each([
  ['a name and a place', 'service api "Renamed"\nservice b\napi -> b as e "label"', 0],
  ['two properties', 'service api { instances: 2, stateless: true }\nservice b\napi -> b as e', 2],
  ['a component and its connection', 'service api\nservice b\nservice c\napi -> b as e\nb -> c as f', 2],
  ['another end', 'service api\nservice b\nb -> api as e', 2],
  ['a note and an acceptance', 'service api\nservice b\napi -> b as e\nnote n "Hello."\naccept queue/no-retry on api "Fine."', 0],
])('edits: %s', (_, text, count) => {
  expect(editCount(sketch('service api\nservice b\napi -> b as e'), sketch(text))).toBe(count);
});

test('the judge remembers, and says the same as a new one', () => {
  const each = task(4, 3);
  const judge = createFixJudge(each);
  for (const diagram of [each.start, each.sound.diagram, each.start]) expect(judge(diagram)).toEqual(fixState(each, diagram));
});

test('a task comes back from storage', () => {
  const { recipe, sound, start } = task(7, 3);
  const run = fixRunSchema.parse(JSON.parse(JSON.stringify({ recipe, scenario: sound.scenario, design: sound.design, diagram: '{}' })));
  const again = resumeFix(soundDesigns, run);
  expect(again.ok && again.value.start).toEqual(start);
  expect(resumeFix([], run).ok).toBe(false);
});
