import { createStore } from 'zustand/vanilla';
import type { ChallengeSettings } from './challenge-link.ts';

/** A scenario that the library is asked to show; each request is a new object. */
export interface AskedScenario {
  readonly scenario: string;
  /** How it is to be held, where somebody else has said so. */
  readonly challenge?: ChallengeSettings;
}

/** What the library was asked to show last; undefined where it decides itself. */
export const askedScenario = createStore<{ readonly asked: AskedScenario | undefined }>(() => ({ asked: undefined }));
