import { z } from 'zod';
import { phaseIds } from '../scenario.ts';

const at = z.number().nonnegative();
const minutes = z.number().positive();
const phase = z.enum(phaseIds);

const settingsSchema = z.object({
  minutes: z.record(phase, minutes),
  /** Share of the deep dives after which the curveball comes by itself, drawn by lot at the start; absent where the user asks for it. */
  surpriseAfter: z.number().min(0).max(1).optional(),
  /** There is to be no curveball at all. */
  withoutCurveball: z.literal(true).optional(),
});

const started = z.object({ type: z.literal('started'), at, scenario: z.string().min(1), settings: settingsSchema });

const later = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paused'), at }),
  z.object({ type: z.literal('resumed'), at }),
  z.object({ type: z.literal('phase-entered'), at, phase }),
  /** Hints count from 0, as in the scenario. */
  z.object({ type: z.literal('hint-taken'), at, hint: z.int().nonnegative() }),
  z.object({ type: z.literal('question-asked'), at, key: z.string() }),
  /** `before` is the diagram as a file, to grade the answer against. */
  z.object({ type: z.literal('curveball-dealt'), at, curveball: z.string(), before: z.string() }),
  /** `design` is the diagram of that moment as a file: what is drawn later is not judged. */
  z.object({ type: z.literal('curveball-answered'), at, design: z.string().optional() }),
  z.object({ type: z.literal('revealed'), at, design: z.string().optional() }),
  z.object({ type: z.literal('ended'), at }),
]);

const sessionSchema = z.tuple([started], later);

/** What a user has chosen for an interview. */
export type InterviewSettings = Readonly<z.infer<typeof settingsSchema>>;

/** Something that happened in an interview; `at` is wall time in milliseconds since 1970. */
export type SessionEvent = Readonly<z.infer<typeof later>>;

/** An interview as the list of what happened, in order; nothing is ever taken from it. */
export type Session = readonly [Readonly<z.infer<typeof started>>, ...SessionEvent[]];

/** A session that begins now, in the first phase. */
export const startSession = (scenario: string, settings: InterviewSettings, at: number): Session => [{ type: 'started', at, scenario, settings }];

/** What storage gives back, checked; undefined where it is no session. */
export function readSession(value: unknown): Session | undefined {
  const parsed = sessionSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
