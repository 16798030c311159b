import type { PhaseId } from '../scenario.ts';
import { forEachPhase, type Hush, phases } from './phases.ts';
import type { InterviewSettings, Session, SessionEvent } from './session.ts';

/** A curveball that came, and the diagram at that moment. */
export interface DealtCurveball {
  readonly id: string;
  /** The diagram as a file. */
  readonly before: string;
  readonly isAnswered: boolean;
}

/** Where an interview stands at a moment. All durations are milliseconds; pauses are in none of them but `pausedFor`. */
export interface Progress {
  readonly scenario: string;
  readonly settings: InterviewSettings;
  /** The clock runs while running only; it stops for good at the reveal. */
  readonly status: 'running' | 'paused' | 'revealed' | 'ended';
  readonly isRevealed: boolean;
  readonly phase: PhaseId;
  readonly startedAt: number;
  /** When the clock stopped for good; undefined before. */
  readonly stoppedAt: number | undefined;
  readonly used: Readonly<Record<PhaseId, number>>;
  readonly usedInAll: number;
  /** Of the whole interview; 0 once it is over time. */
  readonly left: number;
  readonly leftInPhase: number;
  readonly overtime: number;
  readonly pauses: number;
  readonly pausedFor: number;
  /** Numbers of the hints that were taken, in that order. */
  readonly hints: readonly number[];
  /** Keys of the questions that the interviewer has asked. */
  readonly asked: readonly string[];
  readonly curveball: DealtCurveball | undefined;
  /** What the judge may say aloud. */
  readonly hush: Hush;
}

const minute = 60_000;

/** Where the interview stands at `now`. A clock that was set back costs nothing: no time is ever negative. */
export function progressOf(session: Session, now: number): Progress {
  const [{ at: startedAt, scenario, settings }, ...events] = session;
  const so: Running = { phase: 'requirements', status: 'running', latest: startedAt, stoppedAt: undefined, used: forEachPhase(() => 0), pauses: 0, pausedFor: 0, hints: [], asked: [], curveball: undefined };
  for (const event of events) {
    passUntil(so, event.at);
    take(so, event);
  }
  passUntil(so, now);
  const { phase, status, stoppedAt, used, pauses, pausedFor, hints, asked, curveball } = so;
  const usedInAll = sum(Object.values(used));
  const planned = sum(Object.values(settings.minutes)) * minute;
  return {
    scenario,
    settings,
    status,
    isRevealed: events.some(({ type }) => type === 'revealed'),
    phase,
    startedAt,
    stoppedAt,
    used,
    usedInAll,
    left: Math.max(0, planned - usedInAll),
    leftInPhase: Math.max(0, settings.minutes[phase] * minute - used[phase]),
    overtime: Math.max(0, usedInAll - planned),
    pauses,
    pausedFor,
    hints,
    asked,
    curveball,
    hush: hushIn(phase, status),
  };
}

/** The tally while the events are gone through. */
interface Running {
  phase: PhaseId;
  status: Progress['status'];
  latest: number;
  stoppedAt: number | undefined;
  used: Readonly<Record<PhaseId, number>>;
  pauses: number;
  pausedFor: number;
  hints: readonly number[];
  asked: readonly string[];
  curveball: DealtCurveball | undefined;
}

function passUntil(so: Running, at: number): void {
  const passed = Math.max(0, at - so.latest);
  if (so.status === 'running') so.used = { ...so.used, [so.phase]: so.used[so.phase] + passed };
  if (so.status === 'paused') so.pausedFor += passed;
  so.latest = Math.max(so.latest, at);
}

function take(so: Running, event: SessionEvent): void {
  switch (event.type) {
    case 'paused':
      so.pauses += 1;
      so.status = 'paused';
      break;
    case 'resumed':
      so.status = 'running';
      break;
    case 'phase-entered':
      so.phase = event.phase;
      break;
    case 'hint-taken':
      so.hints = [...so.hints, event.hint];
      break;
    case 'question-asked':
      so.asked = [...so.asked, event.key];
      break;
    case 'curveball-dealt':
      so.curveball = { id: event.curveball, before: event.before, isAnswered: false };
      break;
    case 'curveball-answered':
      so.curveball = so.curveball && { ...so.curveball, isAnswered: true };
      break;
    case 'revealed':
    case 'ended':
      so.stoppedAt ??= so.latest;
      so.status = event.type;
  }
}

const hushIn = (phase: PhaseId, status: Progress['status']): Hush => (status === 'revealed' || status === 'ended' ? 'everything' : phases[phase].hush);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The session with what has just happened; the same session where it cannot happen now, so that a double click does no harm. */
export function happened(session: Session, event: SessionEvent): Session {
  return canHappen(progressOf(session, event.at), event) ? [...session, event] : session;
}

function canHappen({ status, phase, hints, asked, curveball }: Progress, event: SessionEvent): boolean {
  if (status === 'ended') return false;
  switch (event.type) {
    case 'ended':
      return true;
    case 'revealed':
      return status !== 'revealed';
    case 'resumed':
      return status === 'paused';
    case 'paused':
      return status === 'running';
    case 'phase-entered':
      return status === 'running' && event.phase !== phase;
    case 'hint-taken':
      return status === 'running' && !hints.includes(event.hint);
    case 'question-asked':
      return status === 'running' && !asked.includes(event.key);
    case 'curveball-dealt':
      return status === 'running' && curveball === undefined;
    case 'curveball-answered':
      return status === 'running' && curveball?.isAnswered === false;
  }
}

/** Whether the curveball that was to come as a surprise should come now. */
export function isSurpriseDue({ status, settings, used, curveball }: Progress): boolean {
  const after = settings.surpriseAfter;
  return after !== undefined && status === 'running' && curveball === undefined && used['deep-dives'] > 0 && used['deep-dives'] >= after * settings.minutes['deep-dives'] * minute;
}
