import type { Attempt } from '#practice/attempt.ts';
import type { Difficulty, Scenario, Topic } from '#practice/scenario.ts';

/** How far somebody has come with a scenario. */
export type OwnProgress = 'not-tried' | 'tried' | 'complete';

/** What the library is narrowed down to; undefined lets everything through. */
export interface LibraryFilter {
  readonly search: string;
  readonly difficulty?: Difficulty | undefined;
  readonly type?: Scenario['type'] | undefined;
  readonly topic?: Topic | undefined;
  readonly progress?: OwnProgress | undefined;
}

/** The attempts at a scenario, the latest first. */
export const attemptsAt = (attempts: readonly Attempt[], scenario: string): readonly Attempt[] => attempts.filter((attempt) => attempt.scenario === scenario).toReversed();

/** Complete once all that is mandatory was met in one attempt. */
export function ownProgress(attempts: readonly Attempt[]): OwnProgress {
  if (attempts.length === 0) return 'not-tried';
  return attempts.some(({ checks }) => checks.every(({ mandatory, verdict }) => !mandatory || verdict === 'met')) ? 'complete' : 'tried';
}

/** The best score; undefined before the first attempt. */
export const bestScore = (attempts: readonly Attempt[]): number | undefined => (attempts.length === 0 ? undefined : Math.max(...attempts.map(({ score }) => score.points)));

/** The scenarios that the filter lets through and in which every word of the search occurs. */
export function foundScenarios(scenarios: readonly Scenario[], attempts: readonly Attempt[], { search, difficulty, type, topic, progress }: LibraryFilter): readonly Scenario[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return scenarios.filter(
    (scenario) =>
      (difficulty === undefined || scenario.difficulty === difficulty) &&
      (type === undefined || scenario.type === type) &&
      (topic === undefined || scenario.topics.includes(topic)) &&
      (progress === undefined || ownProgress(attemptsAt(attempts, scenario.id)) === progress) &&
      words.every((word) => textOf(scenario).includes(word)),
  );
}

const textOf = ({ title, brief, knownFrom, topics, entities }: Scenario): string =>
  [title, brief, knownFrom, ...topics, ...topics.map((topic) => topic.replaceAll('-', ' ')), ...entities.map(({ name }) => name)].join('\n').toLowerCase();

/** What one practises with a topic. */
export const topicLessons: Readonly<Record<Topic, string>> = {
  caching: 'answering most reads before they reach the store',
  consistency: 'keeping data right while many write it',
  durability: 'losing nothing that was promised',
  events: 'letting what follows happen later',
  idempotency: 'making a retry harmless',
  'large-files': 'moving large files past your servers',
  locks: 'holding something for one person at a time',
  push: 'telling clients before they ask',
  queues: 'letting work wait without losing it',
  scaling: 'growing without one hot spot',
  search: 'finding by words, fast',
  streams: 'reading an order of events more than once',
};
