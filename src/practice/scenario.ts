import type { EntityFields, Settings } from '#catalog/diagram-fields.ts';
import type { Fact } from './facts.ts';

/** What a scenario teaches; the library filters by it and the history draws a trend for each. */
export const topics = ['caching', 'consistency', 'durability', 'events', 'idempotency', 'large-files', 'locks', 'push', 'queues', 'scaling', 'search', 'streams'] as const;
export type Topic = (typeof topics)[number];

export type Difficulty = 'easy' | 'medium' | 'hard';

/** Parts of an interview, in their order. */
export const phaseIds = ['requirements', 'entities', 'api', 'high-level-design', 'deep-dives'] as const;
export type PhaseId = (typeof phaseIds)[number];

/** Something that the candidate should find out, and may tick as captured. */
export interface Requirement {
  readonly id: string;
  readonly text: string;
}

/** A kind of data that connections carry. Checks recognise it by its id, or by the learner's own entity that stands for it. */
export interface ScenarioEntity extends Omit<EntityFields, 'sourceOfTruth'> {
  readonly id: string;
  readonly name: string;
  /** Other words that people use for it. */
  readonly alsoCalled?: readonly string[];
  /** What it is, in a few words. */
  readonly about: string;
}

/** A requirement as a fact that the judge can check. */
export interface Check {
  readonly id: string;
  /** The requirement, as one would say it in the interview. */
  readonly title: string;
  readonly mandatory: boolean;
  readonly fact: Fact;
  readonly topics?: readonly Topic[];
}

/** What people often do here. Without a fact it is only told, never claimed to have been made. */
export interface Mistake {
  readonly text: string;
  /** Holds where the mistake was made. */
  readonly when?: Fact;
  /** Changes to the reference that make it: the proof that the fact sees it. */
  readonly shown?: string;
}

/** A change of the requirements in the middle of the interview. */
export interface Curveball {
  readonly id: string;
  readonly title: string;
  /** What the interviewer says. */
  readonly says: string;
  /** How much more comes in at the clients, for reading or writing calls. */
  readonly load?: { readonly access: 'read' | 'write'; readonly times: number };
  /** What must hold from now on, all of it mandatory. */
  readonly checks: readonly Omit<Check, 'mandatory'>[];
  /** What one says about a good answer afterwards. */
  readonly debrief: string;
  /** Changes to the reference that meet it: the proof that it can be answered. */
  readonly answer?: string;
}

/** A design that the interviewer accepts, in the notation of `design-notation.ts`. */
export interface Design {
  readonly id: string;
  readonly title: string;
  /** What is different about it, and when one would choose it. */
  readonly about: string;
  /** The design that the text changes; absent where it draws all. */
  readonly from?: string;
  readonly text: string;
}

/** A design with one thing made worse: the proof that a check sees it. */
export interface Mutant {
  /** What was done, in a few words. */
  readonly what: string;
  /** Designs that it is tried on; all of them unless said otherwise. */
  readonly on?: readonly string[];
  readonly text: string;
  /** Ids of exactly the checks that are no longer met: those that fail, ... */
  readonly fails: readonly string[];
  /** ... and those that can no longer be told. */
  readonly leavesOpen?: readonly string[];
}

/** One interview: everything that the judge, the guide and the debrief know about it. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** Who is known for it. */
  readonly knownFrom: string;
  readonly type: 'product' | 'infrastructure';
  readonly difficulty: Difficulty;
  readonly topics: readonly Topic[];
  /** What the interviewer says at the start: one or two sentences. */
  readonly brief: string;
  readonly functional: readonly Requirement[];
  readonly nonFunctional: readonly Requirement[];
  readonly settings: Settings;
  readonly entities: readonly ScenarioEntity[];
  /** What a strong candidate does here in each phase, beside what always holds. */
  readonly phases: Readonly<Partial<Record<PhaseId, readonly string[]>>>;
  /** Its own checks; those that every scenario has come with `common-checks.ts`. */
  readonly checks: readonly Check[];
  /** From a nudge to the answer. */
  readonly hints: readonly string[];
  readonly mistakes: readonly Mistake[];
  readonly curveballs: readonly Curveball[];
  /** What to say in one minute. */
  readonly pitch: string;
  /** The reference first, then the other accepted designs. A user's own scenario may have none. */
  readonly designs: readonly Design[];
  readonly mutants: readonly Mutant[];
}
