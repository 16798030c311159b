import type { Scenario } from './scenario.ts';
import { concertTicketing } from './scenarios/concert-ticketing.ts';
import { distributedCronJobScheduler } from './scenarios/distributed-cron-job-scheduler.ts';
import { notificationSystem } from './scenarios/notification-system.ts';
import { rateLimiter } from './scenarios/rate-limiter.ts';
import { urlShortener } from './scenarios/url-shortener.ts';
import { metricsMonitoring } from './scenarios/metrics-monitoring.ts';
import { paymentSystem } from './scenarios/payment-system.ts';
import { collaborativeEditor } from './scenarios/collaborative-editor.ts';

/** Every scenario that Caveat brings, in the order of the library: easy ones first. To add one: write its file, then its line here. */
export const scenarios: readonly Scenario[] = [
  urlShortener,
  rateLimiter,
  concertTicketing,
  distributedCronJobScheduler,
  notificationSystem,
  metricsMonitoring,
  paymentSystem,
  collaborativeEditor,
];

/** The scenario of this id; undefined where Caveat brings none. */
export const scenarioOf = (id: string): Scenario | undefined => scenarios.find((scenario) => scenario.id === id);
