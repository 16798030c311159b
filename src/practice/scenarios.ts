import type { Scenario } from './scenario.ts';
import { adClickAggregator } from './scenarios/ad-click-aggregator.ts';
import { chat } from './scenarios/chat.ts';
import { concertTicketing } from './scenarios/concert-ticketing.ts';
import { distributedCronJobScheduler } from './scenarios/distributed-cron-job-scheduler.ts';
import { rateLimiter } from './scenarios/rate-limiter.ts';
import { typeaheadSearchSuggestions } from './scenarios/typeahead-search-suggestions.ts';
import { urlShortener } from './scenarios/url-shortener.ts';
import { webCrawler } from './scenarios/web-crawler.ts';

/** Every scenario that Caveat brings, in the order of the library: easy ones first. To add one: write its file, then its line here. */
export const scenarios: readonly Scenario[] = [
  urlShortener,
  rateLimiter,
  typeaheadSearchSuggestions,
  concertTicketing,
  distributedCronJobScheduler,
  webCrawler,
  adClickAggregator,
  chat,
];

/** The scenario of this id; undefined where Caveat brings none. */
export const scenarioOf = (id: string): Scenario | undefined => scenarios.find((scenario) => scenario.id === id);
