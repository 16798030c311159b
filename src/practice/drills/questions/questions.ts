import { cachingQuestions } from './caching.ts';
import { consistencyQuestions } from './consistency.ts';
import { durabilityQuestions } from './durability.ts';
import { eventQuestions } from './events.ts';
import { idempotencyQuestions } from './idempotency.ts';
import { largeFileQuestions } from './large-files.ts';
import { lockQuestions } from './locks.ts';
import { pushQuestions } from './push.ts';
import type { Question } from './question.ts';
import { queueQuestions } from './queues.ts';
import { scalingQuestions } from './scaling.ts';
import { searchQuestions } from './search.ts';
import { streamQuestions } from './streams.ts';

/** Every question that somebody wrote, by topic. */
export const questions: readonly Question[] = [
  ...cachingQuestions,
  ...consistencyQuestions,
  ...durabilityQuestions,
  ...eventQuestions,
  ...idempotencyQuestions,
  ...largeFileQuestions,
  ...lockQuestions,
  ...pushQuestions,
  ...queueQuestions,
  ...scalingQuestions,
  ...searchQuestions,
  ...streamQuestions,
];
