import type { Scenario } from './scenario.ts';
import { concertTicketing } from './scenarios/concert-ticketing.ts';
import { distributedCronJobScheduler } from './scenarios/distributed-cron-job-scheduler.ts';
import { fileStorageAndSync } from './scenarios/file-storage-and-sync.ts';
import { newsFeed } from './scenarios/news-feed.ts';

/** Every scenario that Caveat brings, in the order of the library. To add one: write its file, then its line here. */
export const scenarios: readonly Scenario[] = [concertTicketing, distributedCronJobScheduler, newsFeed, fileStorageAndSync];

/** The scenario of this id; undefined where Caveat brings none. */
export const scenarioOf = (id: string): Scenario | undefined => scenarios.find((scenario) => scenario.id === id);
