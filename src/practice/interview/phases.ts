import { type PhaseId, phaseIds } from '../scenario.ts';

/**
 * How much of what the judge knows is said aloud. Structure is what follows from the drawing alone, whatever is stated;
 * with properties the judge also asks for what is not stated, and still keeps to itself what it objects to.
 */
export type Hush = 'nothing' | 'structure' | 'properties' | 'everything';

/** A part of every interview. */
export interface Phase {
  readonly title: string;
  /** Minutes that it usually gets; together they make the 45 of an interview. */
  readonly minutes: number;
  /** What is to be done, in one or two sentences. */
  readonly instructions: string;
  /** What a strong candidate does in it, whatever the scenario; a scenario adds its own. */
  readonly strong: readonly string[];
  /** What the judge says in it. */
  readonly hush: Hush;
}

export const phases: Readonly<Record<PhaseId, Phase>> = {
  requirements: {
    title: 'Requirements',
    minutes: 5,
    instructions: 'Find out what the system must do, and how well. Tick what you have captured, and write down what you leave out.',
    strong: [
      'Names the three or four things that users must be able to do, and says what is out of scope.',
      'Asks for numbers: users, reads and writes a second, how large, how long kept.',
      'Says where stale data would hurt, and where it would not.',
      'Turns "fast" and "always on" into a latency and an availability.',
    ],
    hush: 'nothing',
  },
  entities: {
    title: 'Core entities',
    minutes: 3,
    instructions: 'Name the few kinds of data that everything else is about. Connections will carry them.',
    strong: [
      'Stops at the handful of nouns that the requirements are made of.',
      'Says of each whether it changes, how fresh it must be and whether it may get lost.',
      'Leaves columns for later.',
    ],
    hush: 'nothing',
  },
  api: {
    title: 'API',
    minutes: 5,
    instructions: 'Sketch the calls that clients make: one for each thing they must be able to do.',
    strong: [
      'Covers every functional requirement with a call, and adds none that nobody asked for.',
      'Takes the user from the session, never from the request.',
      'Says how a retried write is recognised, and how long lists are paged.',
      'Says where the server pushes and the client does not ask.',
    ],
    hush: 'nothing',
  },
  'high-level-design': {
    title: 'High-level design',
    minutes: 17,
    instructions: 'Draw the simplest system that does what was asked, one requirement after the other. From here on the judge looks at the structure.',
    strong: [
      'Walks each requirement through the drawing, from the client to the store and back.',
      'Begins with few components, and gives a reason for each that is added.',
      'Lets every arrow say what it carries, and whether somebody waits for it.',
      'Notes what smells, goes on, and comes back to it in the deep dives.',
    ],
    hush: 'structure',
  },
  'deep-dives': {
    title: 'Deep dives',
    minutes: 15,
    instructions: 'Make it hold: under load, after failures, with data that must be right. Name what is weak before you are told, and state the properties that decide.',
    strong: [
      'Names the weaknesses of the own design before the interviewer does.',
      'Goes after the hardest requirement first, with numbers.',
      'Says for each part what happens when it fails, is slow or is called twice.',
      'Weighs two ways, chooses one, and says what it costs.',
    ],
    hush: 'properties',
  },
};

/** Minutes for each phase, as a setting of an interview. */
export type PhaseMinutes = Readonly<Record<PhaseId, number>>;

/** What every phase has, under its id. */
export const forEachPhase = <T>(value: (phase: PhaseId) => T): Readonly<Record<PhaseId, T>> => ({
  requirements: value('requirements'),
  entities: value('entities'),
  api: value('api'),
  'high-level-design': value('high-level-design'),
  'deep-dives': value('deep-dives'),
});

/** The lengths of a usual interview. */
export const usualMinutes: PhaseMinutes = forEachPhase((id) => phases[id].minutes);

/** The phase that comes after this one; undefined after the last. */
export const nextPhase = (phase: PhaseId): PhaseId | undefined => phaseIds[phaseIds.indexOf(phase) + 1];
