import { expect, test } from 'vitest';
import { nextPhase, phases, usualMinutes } from '#practice/interview/phases.ts';
import { happened, isSurpriseDue, type Progress, progressOf } from '#practice/interview/progress.ts';
import { type InterviewSettings, readSession, type Session, type SessionEvent, startSession } from '#practice/interview/session.ts';
import { phaseIds } from '#practice/scenario.ts';

const minute = 60_000;
const begun = 1_000_000;
type Happening = SessionEvent extends infer E ? (E extends SessionEvent ? Omit<E, 'at'> : never) : never;
const went = (...events: readonly (readonly [minute: number, event: Happening])[]): Session => continued(startSession('url-shortener', { minutes: usualMinutes }, begun), ...events);
const continued = (session: Session, ...events: readonly (readonly [minute: number, event: Happening])[]): Session =>
  events.reduce((now, [at, event]) => happened(now, { ...event, at: begun + at * minute }), session);
const enter = (phase: (typeof phaseIds)[number]): Happening => ({ type: 'phase-entered', phase });
const dealt: Happening = { type: 'curveball-dealt', curveball: 'ten-times', before: '{}' };

test('the usual phases make an interview of 45 minutes, each with something to go by', () => {
  expect(phaseIds.reduce((sum, id) => sum + phases[id].minutes, 0)).toBe(45);
  for (const id of phaseIds) expect(phases[id].strong.length).toSatisfy((count: number) => count >= 3 && count <= 5);
  expect(phaseIds.map(nextPhase)).toEqual([...phaseIds.slice(1), undefined]);
});

test.each<{ when: string; session: Session; at: number; then: Partial<Progress> }>([
  { when: 'it has just begun', session: went(), at: 0, then: { phase: 'requirements', status: 'running', left: 45 * minute, leftInPhase: 5 * minute, usedInAll: 0, hush: 'nothing' } },
  { when: 'the first phase runs', session: went(), at: 2, then: { usedInAll: 2 * minute, leftInPhase: 3 * minute } },
  { when: 'the phase is over its time', session: went(), at: 7, then: { leftInPhase: 0, left: 38 * minute, overtime: 0 } },
  { when: 'the interview is over its time', session: went(), at: 50, then: { left: 0, overtime: 5 * minute, status: 'running' } },
  { when: 'one goes back to an earlier phase', session: went([3, enter('api')], [5, enter('requirements')]), at: 6, then: { phase: 'requirements', leftInPhase: 1 * minute, usedInAll: 6 * minute } },
  { when: 'a pause is on', session: went([2, { type: 'paused' }]), at: 12, then: { status: 'paused', usedInAll: 2 * minute, pauses: 1, pausedFor: 10 * minute } },
  { when: 'a pause is over', session: went([2, { type: 'paused' }], [12, { type: 'resumed' }]), at: 13, then: { status: 'running', usedInAll: 3 * minute, pauses: 1, pausedFor: 10 * minute } },
  { when: 'the structure may be judged', session: went([10, enter('high-level-design')]), at: 11, then: { hush: 'structure' } },
  { when: 'properties may be judged', session: went([10, enter('deep-dives')]), at: 11, then: { hush: 'properties' } },
  { when: 'all is revealed: the clock stands', session: went([8, { type: 'revealed' }]), at: 100, then: { status: 'revealed', isRevealed: true, usedInAll: 8 * minute, stoppedAt: begun + 8 * minute, hush: 'everything' } },
  { when: 'it ends after the reveal', session: went([8, { type: 'revealed' }], [20, { type: 'ended' }]), at: 100, then: { status: 'ended', isRevealed: true, usedInAll: 8 * minute, stoppedAt: begun + 8 * minute } },
  { when: 'it is given up in a pause', session: went([2, { type: 'paused' }], [4, { type: 'ended' }]), at: 9, then: { status: 'ended', isRevealed: false, usedInAll: 2 * minute, pausedFor: 2 * minute } },
  { when: 'hints and questions are taken', session: went([1, { type: 'hint-taken', hint: 0 }], [2, { type: 'hint-taken', hint: 1 }], [3, { type: 'question-asked', key: 'a@b' }]), at: 4, then: { hints: [0, 1], asked: ['a@b'] } },
  { when: 'a curveball is answered', session: went([1, dealt], [2, { type: 'curveball-answered' }]), at: 4, then: { curveball: { id: 'ten-times', before: '{}', isAnswered: true } } },
  { when: 'the clock was set back', session: went([4, enter('api')]), at: -30, then: { usedInAll: 4 * minute } },
])('$when', ({ session, at, then }) => {
  expect(progressOf(session, begun + at * minute)).toMatchObject(then);
});

test.each<{ when: string; before: readonly Happening[]; event: Happening }>([
  { when: 'a pause in a pause', before: [{ type: 'paused' }], event: { type: 'paused' } },
  { when: 'going on without a pause', before: [], event: { type: 'resumed' } },
  { when: 'a hint in a pause', before: [{ type: 'paused' }], event: { type: 'hint-taken', hint: 0 } },
  { when: 'the same hint again', before: [{ type: 'hint-taken', hint: 0 }], event: { type: 'hint-taken', hint: 0 } },
  { when: 'the same question again', before: [{ type: 'question-asked', key: 'k' }], event: { type: 'question-asked', key: 'k' } },
  { when: 'the phase that it is in', before: [], event: enter('requirements') },
  { when: 'a second curveball', before: [dealt], event: dealt },
  { when: 'an answer to no curveball', before: [], event: { type: 'curveball-answered' } },
  { when: 'a second answer', before: [dealt, { type: 'curveball-answered' }], event: { type: 'curveball-answered' } },
  { when: 'a hint after the reveal', before: [{ type: 'revealed' }], event: { type: 'hint-taken', hint: 0 } },
  { when: 'anything after the end', before: [{ type: 'ended' }], event: { type: 'revealed' } },
])('$when changes nothing', ({ before, event }) => {
  const session = went(...before.map((each, index) => [index, each] as const));
  expect(continued(session, [9, event])).toBe(session);
});

test('a surprise comes in the deep dives, once', () => {
  const settings: InterviewSettings = { minutes: usualMinutes, surpriseAfter: 0.4 };
  const deep = continued(startSession('s', settings, begun), [20, enter('deep-dives')]);
  const due = (session: Session, at: number): boolean => isSurpriseDue(progressOf(session, begun + at * minute));
  expect([due(startSession('s', settings, begun), 40), due(deep, 25), due(deep, 26), due(continued(deep, [26, { type: 'paused' }]), 27), due(continued(deep, [27, dealt]), 28)]).toEqual([false, false, true, false, false]);
});

test('storage gives back the same session, and nothing that is none', () => {
  const session = went([1, enter('api')], [2, dealt], [3, { type: 'hint-taken', hint: 2 }]);
  expect(readSession(JSON.parse(JSON.stringify(session)))).toEqual(session);
  for (const wrong of [undefined, [], {}, [session[1]], [session[0], { type: 'cheated', at: 3 }], [{ ...session[0], settings: { minutes: { api: 3 } } }]]) expect(readSession(wrong)).toBeUndefined();
});
