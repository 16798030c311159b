import type { Attempt } from './attempt.ts';
import { type Topic, topics } from './scenario.ts';

/** How a topic went in one attempt. */
export interface TrendPoint {
  readonly attempt: string;
  /** When it ended, in milliseconds since 1970. */
  readonly at: number;
  readonly met: number;
  readonly of: number;
}

/** How a topic went over the attempts that had checks about it, the earliest first. */
export interface Trend {
  readonly topic: Topic;
  readonly points: readonly TrendPoint[];
}

/** The trend of each topic that any attempt had to do with, in the order of the topics. */
export function trendsOf(attempts: readonly Attempt[]): readonly Trend[] {
  const inTime = attempts.toSorted((a, b) => a.ended - b.ended || (a.id < b.id ? -1 : 1));
  return topics
    .map((topic) => ({ topic, points: inTime.flatMap((attempt) => pointOf(attempt, topic)) }))
    .filter(({ points }) => points.length > 0);
}

function pointOf({ id, ended, checks }: Attempt, topic: Topic): TrendPoint[] {
  const own = checks.filter((check) => check.topics.includes(topic));
  return own.length === 0 ? [] : [{ attempt: id, at: ended, met: own.filter(({ verdict }) => verdict === 'met').length, of: own.length }];
}
