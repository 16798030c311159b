import type { Scenario } from './scenario.ts';
import { concertTicketing } from './scenarios/concert-ticketing.ts';
import { rideSharingMatchmaking } from './scenarios/ride-sharing-matchmaking.ts';
import { urlShortener } from './scenarios/url-shortener.ts';

/** Every scenario that Caveat brings, in the order of the library. To add one: write its file, then its line here. */
export const scenarios: readonly Scenario[] = [urlShortener, concertTicketing, rideSharingMatchmaking];

/** The scenario of this id; undefined where Caveat brings none. */
export const scenarioOf = (id: string): Scenario | undefined => scenarios.find((scenario) => scenario.id === id);
