import type { Rule } from '../rule.ts';
import { asyncReplicatedLock } from './async-replicated-lock.ts';
import { bypassedWriter } from './bypassed-writer.ts';
import { coarseGranularity } from './coarse-granularity.ts';
import { databaseLockHeldTooLong } from './database-lock-held-too-long.ts';
import { deadlockRisk } from './deadlock-risk.ts';
import { fencingTokenWithoutSource } from './fencing-token-without-source.ts';
import { missingFencingToken } from './missing-fencing-token.ts';
import { missingForContendedResource } from './missing-for-contended-resource.ts';
import { noExpiry } from './no-expiry.ts';
import { protectsNothing } from './protects-nothing.ts';
import { redlockTooFewInstances } from './redlock-too-few-instances.ts';
import { ttlShorterThanWork } from './ttl-shorter-than-work.ts';
import { unsafeRelease } from './unsafe-release.ts';

/** The rules about locks. */
export const lockRules: readonly Rule[] = [
  noExpiry,
  redlockTooFewInstances,
  missingFencingToken,
  fencingTokenWithoutSource,
  asyncReplicatedLock,
  ttlShorterThanWork,
  unsafeRelease,
  deadlockRisk,
  coarseGranularity,
  bypassedWriter,
  protectsNothing,
  databaseLockHeldTooLong,
  missingForContendedResource,
];
