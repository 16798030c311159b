import type { Scenario } from './scenario.ts';
import { concertTicketing } from './scenarios/concert-ticketing.ts';
import { notificationSystem } from './scenarios/notification-system.ts';

/** Every scenario that Caveat brings, in the order of the library. To add one: write its file, then its line here. */
export const scenarios: readonly Scenario[] = [concertTicketing, notificationSystem];

/** The scenario of this id; undefined where Caveat brings none. */
export const scenarioOf = (id: string): Scenario | undefined => scenarios.find((scenario) => scenario.id === id);
