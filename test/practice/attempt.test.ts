import { expect, test } from 'vitest';
import { type Attempt, type AttemptCheck, attemptOf, type Finished } from '#practice/attempt.ts';
import { readAttempts, writeAttempts } from '#practice/attempts-file.ts';
import { usualMinutes } from '#practice/interview/phases.ts';
import { happened } from '#practice/interview/progress.ts';
import { type SessionEvent, startSession } from '#practice/interview/session.ts';
import type { RequirementVerdict } from '#practice/judgement.ts';
import type { Topic } from '#practice/scenario.ts';
import { type Graded, scoreOf } from '#practice/score.ts';
import { trendsOf } from '#practice/trend.ts';
import type { Finding, Report } from '#rules/finding.ts';

const checks = (mandatory: readonly RequirementVerdict[], bonus: readonly RequirementVerdict[] = []) => [
  ...mandatory.map((verdict) => ({ mandatory: true, verdict })),
  ...bonus.map((verdict) => ({ mandatory: false, verdict })),
];
const perfect: Graded = { checks: checks(['met', 'met'], ['met']), named: 3, nameable: 3, wrongNames: 0, hints: 0 };

test.each<{ when: string; graded: Partial<Graded>; points: number; parts?: readonly number[] }>([
  { when: 'everything is right', graded: {}, points: 100, parts: [70, 10, 20] },
  { when: 'a simple complete design leaves nothing to name', graded: { named: 0, nameable: 0 }, points: 100 },
  { when: 'a blank page leaves nothing to name either', graded: { checks: checks(['not-met', 'not-met'], ['not-met']), named: 0, nameable: 0 }, points: 0 },
  { when: 'a verdict that cannot be told is not met', graded: { checks: checks(['met', 'cannot-tell'], ['met']) }, points: 65, parts: [35, 10, 20] },
  { when: 'a scenario without a bonus', graded: { checks: checks(['met', 'not-met']) }, points: 60, parts: [40, 20] },
  { when: 'two of three weaknesses were named', graded: { named: 2 }, points: 93, parts: [70, 10, 13] },
  { when: 'everything in the list was named', graded: { wrongNames: 170 }, points: 80, parts: [70, 10, 0] },
  { when: 'two hints', graded: { hints: 2 }, points: 96, parts: [70, 10, 20, -4] },
  { when: 'many hints cost no more than ten', graded: { hints: 9 }, points: 90 },
  { when: 'no score is below nothing', graded: { checks: checks(['not-met'], ['not-met']), named: 0, hints: 3 }, points: 0 },
])('$when', ({ graded, points, parts }) => {
  const score = scoreOf({ ...perfect, ...graded });
  expect(score.points).toBe(points);
  if (parts) expect(score.parts.map((part) => part.points)).toEqual(parts);
  for (const { why } of score.parts) expect(why).toMatch(/\.$/);
});

const finding = (rule: string, severity: Finding['severity']): Finding => ({ key: `${rule}@a`, rule, severity, messageId: 'm', message: '', data: {}, primary: 'a', related: [], witness: [], evidence: [] });
const report: Report = { findings: [finding('database/no-backup', 'error'), finding('queue/no-retry', 'warning'), finding('connection/no-timeout', 'suggestion')], accepted: [], questions: [] };
const check = (id: string, verdict: RequirementVerdict, ...topics: readonly Topic[]): AttemptCheck => ({ id, title: id, mandatory: true, verdict, topics: [...topics] });

const events: readonly SessionEvent[] = [
  { type: 'hint-taken', at: 30_000, hint: 0 },
  { type: 'phase-entered', at: 90_000, phase: 'deep-dives' },
  { type: 'paused', at: 120_000 },
  { type: 'resumed', at: 180_000 },
  { type: 'question-asked', at: 190_000, key: 'k' },
  { type: 'revealed', at: 240_000 },
];
const finished = (change: Partial<Finished> = {}): Finished => ({
  id: 'a1',
  scenario: { id: 'url-shortener', title: 'URL shortener' },
  session: events.reduce(happened, startSession('url-shortener', { minutes: usualMinutes }, 0)),
  now: 999_000,
  checks: [check('short', 'met', 'caching'), check('fast', 'not-met', 'caching', 'scaling')],
  report,
  named: [{ rule: 'database/no-backup' }],
  ...change,
});

test('an attempt keeps what happened and what came of it', () => {
  expect(attemptOf(finished({ curveball: { id: 'ten-times', met: true, minimal: false, broken: [] } }))).toMatchObject({
    scenario: 'url-shortener',
    title: 'URL shortener',
    started: 0,
    ended: 240_000,
    minutes: { requirements: 1.5, entities: 0, api: 0, 'high-level-design': 0, 'deep-dives': 1.5 },
    pauses: { count: 1, minutes: 1 },
    hints: 1,
    questions: 1,
    findings: { error: 1, warning: 1, suggestion: 1 },
    named: 1,
    nameable: 2,
    missed: ['queue/no-retry'],
    curveball: { id: 'ten-times', minimal: false },
    score: { points: 40 + 10 - 2 },
  });
});

test('a topic has a point for each attempt that had to do with it, the earliest first', () => {
  const attempt = (id: string, ended: number, own: readonly AttemptCheck[]): Attempt => ({ ...attemptOf(finished({ id, checks: own })), ended });
  const trends = trendsOf([attempt('late', 9, [check('a', 'met', 'caching'), check('b', 'met', 'caching', 'locks')]), attempt('early', 3, [check('a', 'met', 'caching'), check('b', 'cannot-tell', 'caching')])]);
  expect(trends).toEqual([
    { topic: 'caching', points: [{ attempt: 'early', at: 3, met: 1, of: 2 }, { attempt: 'late', at: 9, met: 2, of: 2 }] },
    { topic: 'locks', points: [{ attempt: 'late', at: 9, met: 1, of: 1 }] },
  ]);
});

test('attempts survive their file', () => {
  const attempts = [attemptOf(finished()), attemptOf(finished({ id: 'a2', curveball: { id: 'c', met: false, minimal: true, broken: ['short'] } }))];
  expect(readAttempts(writeAttempts(attempts))).toEqual({ ok: true, value: attempts });
});

test.each([
  { text: 'hello', error: 'This file holds no practice attempts.' },
  { text: '{"format":"caveat-diagram","version":1}', error: 'This file holds no practice attempts.' },
  { text: writeAttempts([{ ...attemptOf(finished()), hints: -1 }]), error: 'attempts.0.hints is not as this version of Caveat writes it.' },
])('a file that holds none is refused: $error', ({ text, error }) => {
  expect(readAttempts(text)).toEqual({ ok: false, error });
});
