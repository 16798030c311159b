import type { Attempt } from './attempt.ts';
import type { Debrief } from './debrief.ts';
import { phases } from './interview/phases.ts';
import type { RequirementVerdict } from './judgement.ts';
import { type Curveball, phaseIds } from './scenario.ts';

/** A line of the requirement table. */
export interface ReportCardRequirement {
  readonly title: string;
  readonly mandatory: boolean;
  readonly verdict: RequirementVerdict;
  readonly reason: string;
}

/** What one keeps of an interview: plain data, from which the picture and the text are made. */
export interface ReportCard {
  readonly title: string;
  /** The day, as it is to be shown. */
  readonly date: string;
  /** From 0 to 100, with one sentence for each part. */
  readonly score: number;
  readonly scoreParts: readonly string[];
  readonly complete: boolean;
  readonly requirements: readonly ReportCardRequirement[];
  /** Weaknesses named before the reveal, of all that were there to name. */
  readonly named: number;
  readonly nameable: number;
  readonly hints: number;
  readonly curveball?: { readonly title: string; readonly met: boolean; readonly minimal: boolean; readonly broken: readonly string[] };
  readonly phases: readonly { readonly title: string; readonly minutes: number; readonly planned: number }[];
  readonly pausedMinutes: number;
  readonly findings: readonly { readonly severity: 'error' | 'warning' | 'suggestion'; readonly message: string; readonly named: boolean }[];
  readonly nextSteps: readonly string[];
}

const [mostFindings, mostSteps] = [5, 3];

/** What is dated and dealt beside attempt and debrief. */
interface Kept {
  /** As it is to be shown: the card knows no clock. */
  readonly date: string;
  readonly curveball?: Curveball;
  /** Minutes that each phase was given, where they are not the usual ones. */
  readonly planned?: Readonly<Partial<Record<(typeof phaseIds)[number], number>>>;
}

/** The card of an interview that is over; the debrief is the one of the reveal. */
export function reportCardOf(attempt: Attempt, debrief: Debrief, { date, curveball, planned = {} }: Kept): ReportCard {
  const { curveball: outcome } = attempt;
  const titleOf = (id: string): string => debrief.requirements.find((check) => check.id === id)?.title ?? id;
  return {
    title: attempt.title,
    date,
    score: attempt.score.points,
    scoreParts: attempt.score.parts.map(({ points, why }) => `${points < 0 ? '−' : ''}${Math.abs(points)}: ${why}`),
    complete: debrief.complete,
    requirements: debrief.requirements.map(({ title, mandatory, verdict, reason }) => ({ title, mandatory, verdict, reason })),
    named: attempt.named,
    nameable: attempt.nameable,
    hints: attempt.hints,
    ...(outcome ? { curveball: { title: curveball?.title ?? outcome.id, met: outcome.met, minimal: outcome.minimal, broken: outcome.broken.map(titleOf) } } : {}),
    phases: phaseIds.map((id) => ({ title: phases[id].title, minutes: attempt.minutes[id], planned: planned[id] ?? phases[id].minutes })),
    pausedMinutes: attempt.pauses.minutes,
    findings: debrief.findings.slice(0, mostFindings).map(({ finding, status }) => ({ severity: finding.severity, message: finding.message, named: status === 'named' })),
    nextSteps: nextSteps(debrief),
  };
}

/** The next things to learn: requirements that fail, what was not said, errors that were not seen. */
function nextSteps({ requirements, findings, mistakes }: Debrief): readonly string[] {
  const failed = requirements.filter(({ verdict, mandatory }) => mandatory && verdict === 'not-met').map(({ title }) => `Meet it next time: ${title}`);
  const unsaid = requirements.filter(({ verdict, mandatory }) => mandatory && verdict === 'cannot-tell').map(({ title }) => `Say it aloud: ${title}`);
  const made = mistakes.map(({ text }) => `Mind the usual trap: ${text}`);
  const unseen = findings.filter(({ status, finding }) => status === 'missed' && finding.severity === 'error').map(({ finding }) => `Look for it yourself: ${finding.message}`);
  const extra = requirements.filter(({ verdict, mandatory }) => !mandatory && verdict !== 'met').map(({ title }) => `Go further: ${title}`);
  return [...failed, ...unsaid, ...made, ...unseen, ...extra].slice(0, mostSteps);
}
