import { describe, expect, test } from 'vitest';
import { flawNames, searchFlaws } from '#practice/drills/flaw-names.ts';
import { judgeGuess, resumeSpot, type SpotPuzzle, spotProgress, type SpotRecipe, spotRunSchema, spotTheFlaw } from '#practice/drills/spot-the-flaw.ts';
import { topicsOfRule } from '#practice/rule-topics.ts';
import { rules } from '#rules/rules.ts';
import { validate } from '#rules/validate.ts';
import { soundDesigns } from './sound-designs.ts';

function puzzle(recipe: Partial<SpotRecipe>): SpotPuzzle {
  const made = spotTheFlaw(soundDesigns, { seed: 1, count: 3, difficulty: 'medium', topics: [], rules: [], ...recipe });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

const cases = (['easy', 'medium', 'hard'] as const).flatMap((difficulty) => [1, 2, 3, 4, 5].flatMap((count) => [1, 2, 3].map((seed) => [difficulty, count, seed] as const)));

describe.each(cases)('%s, %d flaws, seed %d', (difficulty, count, seed) => {
  test('the truth is exactly what the engine finds beyond the sound design', () => {
    const { sound, diagram, planted } = puzzle({ difficulty, count, seed });
    expect(planted).toHaveLength(count);
    const before = new Set(validate(sound.diagram).findings.map(({ key, severity, messageId }) => `${key} ${severity} ${messageId}`));
    const news = validate(diagram).findings.filter((finding) => (difficulty === 'hard' || finding.severity !== 'suggestion') && !before.has(`${finding.key} ${finding.severity} ${finding.messageId}`));
    expect(planted.map(({ finding }) => finding.key).sort()).toEqual(news.map(({ key }) => key).sort());
  });

  test('gives nothing away: no box is added, each flaw can be clicked, and to name each solves it', () => {
    const made = puzzle({ difficulty, count, seed });
    expect(made.planted.filter(({ finding: { primary } }) => !made.diagram.components.has(primary) && !made.diagram.connections.has(primary))).toEqual([]);
    expect([...made.diagram.components.keys()].filter((id) => !made.sound.diagram.components.has(id))).toEqual([]);
    const guesses = made.planted.map(({ finding }) => ({ record: finding.primary, rule: finding.rule }));
    expect(spotProgress(made, guesses)).toMatchObject({ left: [], wrong: 0, isSolved: true });
    expect(spotProgress(made, guesses.slice(1))).toMatchObject({ left: [made.planted[0]], isSolved: false });
  });
});

test('the same seed gives the same puzzle, another seed another one', () => {
  expect(puzzle({ seed: 'again' }).diagram).toEqual(puzzle({ seed: 'again' }).diagram);
  const keys = [1, 2, 3, 4].map((seed) => puzzle({ seed }).planted.map(({ finding }) => finding.key).join(' '));
  expect(new Set(keys).size).toBe(4);
});

test('flaws are on the topics and of the rules that are wished', () => {
  for (const topic of ['locks', 'streams', 'caching'] as const) for (const { finding } of puzzle({ topics: [topic] }).planted) expect(topicsOfRule(finding.rule)).toContain(topic);
  expect(puzzle({ rules: ['queue/no-backpressure'], count: 1 }).planted.map(({ finding }) => finding.rule)).toEqual(['queue/no-backpressure']);
});

test('no room is said in a sentence', () => {
  expect(spotTheFlaw([], { seed: 1, count: 2, difficulty: 'easy', topics: [], rules: [] })).toEqual({ ok: false, error: 'None of these designs has room for 2 such flaws. Try fewer, or more topics.' });
});

describe('guesses', () => {
  const made = puzzle({ rules: ['queue/no-backpressure', 'queue/missing-dead-letter-queue', 'database/no-backup'], count: 2, seed: 4 });
  const [first, second] = made.planted.map(({ finding }) => finding);
  if (!first || !second) throw new Error('Two flaws were wished.');
  const guess = { record: first.primary, rule: first.rule };

  test('a found flaw says how the record takes part, and counts once', () => {
    expect(judgeGuess(made, guess)).toMatchObject({ outcome: 'found', part: 'accused', finding: first });
    expect(judgeGuess(made, guess, [guess])).toMatchObject({ outcome: 'found-before' });
    for (const { id } of first.related) expect(judgeGuess(made, { ...guess, record: id })).toMatchObject({ outcome: 'found', part: id === first.primary ? 'accused' : 'related' });
  });

  test('right record, wrong flaw; right flaw, wrong record', () => {
    expect(judgeGuess(made, { record: first.primary, rule: 'model/orphan-component' })).toMatchObject({ outcome: 'wrong', text: expect.stringContaining('but something else.') });
    const [other] = [...made.diagram.components.keys()].filter((id) => [first, second].every(({ primary, related, witness }) => primary !== id && !witness.includes(id) && related.every((each) => each.id !== id)));
    expect(judgeGuess(made, { record: other ?? '', rule: first.rule })).toMatchObject({ outcome: 'wrong', text: expect.stringContaining('elsewhere') });
  });

  test('a rule that does not look at such records says so', () => {
    const [client] = [...made.diagram.components.values()].filter(({ kind }) => kind === 'client');
    expect(judgeGuess(made, { record: client?.id ?? '', rule: 'lock/no-expiry' }).text).toMatch(/^That flaw is told of a distributed lock; .* is a client, and has no part in one here\.$/);
    expect(judgeGuess(made, { record: client?.id ?? '', rule: 'connection/no-timeout' }).text).toMatch(/^That flaw is told of a connection; .* is a client, and has no part in one here\.$/);
  });

  test('a rule that is content says what the record states, and when it is silent', () => {
    const [service] = [...made.diagram.components.values()].filter(({ kind, properties }) => kind === 'service' && properties.instances !== undefined);
    const verdict = judgeGuess(made, { record: service?.id ?? '', rule: 'topology/single-point-of-failure' });
    expect(verdict.text).toContain(`${service?.name} is fine in this respect. It states`);
    expect(verdict.text).toMatch(new RegExp(`"[^"]+: ${service?.properties.instances}"`));
    expect(verdict.silentWhen.length).toBeGreaterThan(0);
  });

  test('what the sound design is accused of too is true, and not planted', () => {
    const flawed = { ...made, others: [{ ...second, key: 'worker/acknowledges-before-processing@x', rule: 'worker/acknowledges-before-processing', primary: 'x', related: [], witness: [] }] };
    expect(judgeGuess(flawed, { record: 'x', rule: 'worker/acknowledges-before-processing' }).outcome).toBe('true-but-not-planted');
    expect(spotProgress(flawed, [{ record: 'x', rule: 'worker/acknowledges-before-processing' }]).wrong).toBe(0);
  });
});

test('a puzzle under way comes back from storage', () => {
  const made = puzzle({ seed: 9 });
  const { scenario, design } = made.sound;
  const run = spotRunSchema.parse(JSON.parse(JSON.stringify({ recipe: made.recipe, scenario, design, guesses: [{ record: 'a', rule: 'b' }], started: 7, isTimed: true })));
  const again = resumeSpot(soundDesigns, run);
  expect(again.ok && again.value.diagram).toEqual(made.diagram);
});

test('every rule has a name in the list, and is found by words of it', () => {
  expect(flawNames.map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id));
  expect(searchFlaws('dead letter missing')[0]).toMatchObject({ name: 'Missing dead letter queue', group: 'Queue' });
  expect(searchFlaws('')).toHaveLength(rules.length);
  expect(searchFlaws('no such words')).toEqual([]);
});
