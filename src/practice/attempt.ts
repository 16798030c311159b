import { z } from 'zod';
import type { Naming } from '#diagram/diagram.ts';
import type { Finding, Report, Severity } from '#rules/finding.ts';
import { namedWeaknesses } from './interview/named-weaknesses.ts';
import { forEachPhase } from './interview/phases.ts';
import { progressOf } from './interview/progress.ts';
import type { Session } from './interview/session.ts';
import { phaseIds, type Scenario, topics } from './scenario.ts';
import { scoreOf, scoreSchema } from './score.ts';

const count = z.int().nonnegative();
const minutes = z.number().nonnegative();

const checkSchema = z.object({
  id: z.string(),
  title: z.string(),
  mandatory: z.boolean(),
  verdict: z.enum(['met', 'not-met', 'cannot-tell']),
  topics: z.array(z.enum(topics)),
});

const curveballSchema = z.object({
  id: z.string(),
  /** Whether all that it asked for is met. */
  met: z.boolean(),
  /** Whether nothing was changed that it did not need. */
  minimal: z.boolean(),
  /** Ids of the checks that were met before it and are no longer. */
  broken: z.array(z.string()),
});

export const attemptSchema = z.object({
  id: z.string().min(1),
  scenario: z.string().min(1),
  title: z.string(),
  /** Milliseconds since 1970. */
  started: z.number(),
  ended: z.number(),
  /** Spent in each phase, without pauses. */
  minutes: z.record(z.enum(phaseIds), minutes),
  pauses: z.object({ count, minutes }),
  hints: count,
  questions: count,
  checks: z.array(checkSchema),
  findings: z.object({ error: count, warning: count, suggestion: count }),
  /** Errors and warnings named before the reveal, and all that were there to name. */
  named: count,
  nameable: count,
  /** Ids of the rules whose findings were not named. */
  missed: z.array(z.string()),
  curveball: curveballSchema.optional(),
  score: scoreSchema,
});

/** A check as an attempt keeps it. */
export type AttemptCheck = Readonly<z.infer<typeof checkSchema>>;

/** How a curveball was answered. */
export type CurveballOutcome = Readonly<z.infer<typeof curveballSchema>>;

/** An interview that is over, as it is kept: plain data, without the diagram. */
export type Attempt = Readonly<z.infer<typeof attemptSchema>>;

/** What an attempt is made from, at the reveal. */
export interface Finished {
  readonly id: string;
  readonly scenario: Pick<Scenario, 'id' | 'title'>;
  readonly session: Session;
  /** Milliseconds since 1970; counts only where the session has not stopped its clock. */
  readonly now: number;
  readonly checks: readonly AttemptCheck[];
  /** All that the rules say, hushed or not. */
  readonly report: Report;
  readonly named: readonly Naming[];
  /** Keys of the findings that were shown before the reveal. */
  readonly told?: ReadonlySet<string>;
  readonly curveball?: CurveballOutcome;
}

/** The attempt of an interview, with its score. */
export function attemptOf({ id, scenario, session, now, checks, report, named: namings, told, curveball }: Finished): Attempt {
  const { used, startedAt, stoppedAt = now, pauses, pausedFor, hints, asked } = progressOf(session, now);
  const { named, missed, wrong } = namedWeaknesses(namings, report, told);
  const graded = { named: named.length, nameable: named.length + missed.length };
  return {
    id,
    scenario: scenario.id,
    title: scenario.title,
    started: startedAt,
    ended: stoppedAt,
    minutes: forEachPhase((phase) => inMinutes(used[phase])),
    pauses: { count: pauses, minutes: inMinutes(pausedFor) },
    hints: hints.length,
    questions: asked.length,
    checks: [...checks],
    findings: { error: numberOf(report.findings, 'error'), warning: numberOf(report.findings, 'warning'), suggestion: numberOf(report.findings, 'suggestion') },
    ...graded,
    missed: [...new Set(missed.map(({ rule }) => rule))],
    ...(curveball ? { curveball } : {}),
    score: scoreOf({ checks, ...graded, wrongNames: wrong.length, hints: hints.length }),
  };
}

/** To a tenth. */
const inMinutes = (milliseconds: number): number => Math.round(milliseconds / 6000) / 10;

const numberOf = (findings: readonly Finding[], severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
