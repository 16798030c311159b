import { expect, test } from 'vitest';
import type { Attempt } from '#practice/attempt.ts';
import { scenarios } from '#practice/scenarios.ts';
import { attemptsAt, bestScore, foundScenarios, type LibraryFilter, ownProgress } from '#ui/practice/library-list.ts';

const attempt = (id: string, scenario: string, points: number, ...verdicts: readonly ('met' | 'not-met' | 'cannot-tell')[]): Attempt => ({
  id,
  scenario,
  title: scenario,
  started: 0,
  ended: 0,
  minutes: { requirements: 1, entities: 1, api: 1, 'high-level-design': 1, 'deep-dives': 1 },
  pauses: { count: 0, minutes: 0 },
  hints: 0,
  questions: 0,
  checks: [...verdicts.map((verdict, index) => ({ id: `${index}`, title: '', mandatory: true, verdict, topics: [] })), { id: 'bonus', title: '', mandatory: false, verdict: 'not-met', topics: [] }],
  findings: { error: 0, warning: 0, suggestion: 0 },
  named: 0,
  nameable: 0,
  missed: [],
  score: { points, parts: [] },
});

const attempts = [attempt('1', 'url-shortener', 40, 'met', 'not-met'), attempt('2', 'url-shortener', 90, 'met', 'met'), attempt('3', 'rate-limiter', 20, 'met', 'cannot-tell')];

test.each([
  ['url-shortener', 'complete', 90, ['2', '1']],
  ['rate-limiter', 'tried', 20, ['3']],
  ['concert-ticketing', 'not-tried', undefined, []],
])('%s is %s', (scenario, progress, best, order) => {
  const own = attemptsAt(attempts, scenario);
  expect([ownProgress(own), bestScore(own), own.map(({ id }) => id)]).toEqual([progress, best, order]);
});

test.each<readonly [string, LibraryFilter, readonly string[], readonly string[]]>([
  ['all', { search: '' }, ['url-shortener', 'rate-limiter', 'concert-ticketing'], []],
  ['words in any order', { search: 'bitly  Short' }, ['url-shortener'], ['rate-limiter', 'concert-ticketing']],
  ['an entity', { search: 'booking' }, ['concert-ticketing'], ['url-shortener']],
  ['a topic', { search: '', topic: 'locks' }, ['concert-ticketing'], ['url-shortener']],
  ['difficulty and kind together', { search: '', difficulty: 'easy', type: 'infrastructure' }, ['rate-limiter'], ['url-shortener', 'concert-ticketing']],
  ['own progress', { search: '', progress: 'complete' }, ['url-shortener'], ['rate-limiter', 'concert-ticketing']],
])('the filter lets through: %s', (_, filter, inside, outside) => {
  const found = foundScenarios(scenarios, attempts, filter).map(({ id }) => id);
  expect(found).toEqual(expect.arrayContaining([...inside]));
  expect(found.filter((id) => outside.includes(id))).toEqual([]);
});
