import type { Rule } from '../rule.ts';
import { noFailureIsolation } from './no-failure-isolation.ts';
import { noIdempotencyKey } from './no-idempotency-key.ts';
import { rateLimitExceeded } from './rate-limit-exceeded.ts';

/** The rules about systems of others. */
export const externalRules: readonly Rule[] = [
  noIdempotencyKey,
  rateLimitExceeded,
  noFailureIsolation,
];
