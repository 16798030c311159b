import type { Scenario } from './scenario.ts';
import { adClickAggregator } from './scenarios/ad-click-aggregator.ts';
import { chat } from './scenarios/chat.ts';
import { collaborativeEditor } from './scenarios/collaborative-editor.ts';
import { concertTicketing } from './scenarios/concert-ticketing.ts';
import { distributedCronJobScheduler } from './scenarios/distributed-cron-job-scheduler.ts';
import { eCommerceCheckout } from './scenarios/e-commerce-checkout.ts';
import { fileStorageAndSync } from './scenarios/file-storage-and-sync.ts';
import { metricsMonitoring } from './scenarios/metrics-monitoring.ts';
import { newsFeed } from './scenarios/news-feed.ts';
import { notificationSystem } from './scenarios/notification-system.ts';
import { onlineAuction } from './scenarios/online-auction.ts';
import { paymentSystem } from './scenarios/payment-system.ts';
import { rateLimiter } from './scenarios/rate-limiter.ts';
import { rideSharingMatchmaking } from './scenarios/ride-sharing-matchmaking.ts';
import { typeaheadSearchSuggestions } from './scenarios/typeahead-search-suggestions.ts';
import { urlShortener } from './scenarios/url-shortener.ts';
import { videoStreaming } from './scenarios/video-streaming.ts';
import { webCrawler } from './scenarios/web-crawler.ts';

/** Every scenario that Caveat brings, in the order of the library: easy ones first. To add one: write its file, then its line here. */
export const scenarios: readonly Scenario[] = [
  urlShortener,
  rateLimiter,
  typeaheadSearchSuggestions,
  concertTicketing,
  onlineAuction,
  eCommerceCheckout,
  fileStorageAndSync,
  videoStreaming,
  newsFeed,
  notificationSystem,
  webCrawler,
  adClickAggregator,
  distributedCronJobScheduler,
  rideSharingMatchmaking,
  chat,
  metricsMonitoring,
  paymentSystem,
  collaborativeEditor,
];

/** The scenario of this id; undefined where Caveat brings none. */
export const scenarioOf = (id: string): Scenario | undefined => scenarios.find((scenario) => scenario.id === id);
